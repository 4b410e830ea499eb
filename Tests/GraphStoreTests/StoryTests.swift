import Bytes
import GraphModel
import TestSupport
import Testing

@testable import GraphStore

/// Prints of one story are found, whatever was changed and cut, and whatever the order; other texts are not.
@Suite struct StoryTests {
  /// Sentences of made words.
  private static func sentences(_ count: Int, _ random: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in
      (0..<8 + random.below(16)).map { _ in "w\(random.below(3000))" }.joined(separator: " ") + "."
    }
  }

  private static func text(_ sentences: some Sequence<String>) -> [UInt8] {
    Array(sentences.joined(separator: " ").utf8)
  }

  /// Prints of an agency's text: headlines of their own, ends cut off, a word changed now and then.
  private static func prints(_ count: Int, _ random: inout SeededGenerator) -> [[UInt8]] {
    let wire = sentences(30, &random)
    return (0..<count).map { _ in
      var print = Array(wire.prefix(10 + random.below(21)))
      print[random.below(print.count)] += " Changed."
      return text(sentences(1, &random) + print)
    }
  }

  private static func content(_ texts: [[UInt8]], date: (Int) -> String? = { _ in "2025-03-03" }) -> GraphContent {
    var content = GraphContent()
    content.entities = [.init(name: "Ada", type: "Person"), .init(name: "Acme", type: "Company")]
    content.predicates = [.init(name: "leads")]
    for (number, text) in texts.enumerated() {
      content.documents.append(
        .init(
          id: "d\(1000 + number)", date: date(number), source: "outlet \(number % 7)", text: text,
          sentences: [0..<UInt32(text.count)]))
      content.statements.append(
        .init(
          subject: 0, predicate: 0, object: 1,
          evidence: .init(
            document: number, sentence: 0, subject: 0..<1, predicate: 1..<2, object: 2..<3, rules: [], confidence: 80)))
    }
    return content
  }

  @Test func wordsCountAndNothingElse() {
    let plain = WordShingles(Array("the dog didn t say so to Ångström".utf8))
    #expect(WordShingles(Array("The dog “didn’t” say:  so—to\u{A0}Ångström!".utf8)) == plain)
    #expect(plain.hashes.count == 4 && plain.hashes == plain.hashes.sorted())
    #expect(WordShingles(Array("the cat didn t say so to Ångström".utf8)).countShared(with: plain) == 2)
    #expect(WordShingles([]).hashes.isEmpty && WordShingles(Array("… — !".utf8)).hashes.isEmpty)
    #expect(WordShingles(Array("Four words, no more".utf8)) == WordShingles(Array("four words no more".utf8)))
    #expect(WordShingles(Array("four words".utf8)) != WordShingles(Array("two words".utf8)))
  }

  @Test func shortTextsAreCopiesWhenTheyAreTheSame() {
    let notice = StoryText(
      Array("Acme said on Monday that it had named Ada Smith as its chief executive.".utf8), date: nil)
    let other = StoryText(
      Array("Acme said on Monday that it had named Bo Smith as its chief executive.".utf8), date: nil)
    #expect(notice.isCopy(of: notice) && !notice.isCopy(of: other))
    #expect(!StoryText([], date: nil).isCopy(of: StoryText([], date: nil)))
  }

  @Test func reportsOfMonthsApartAreNoCopies() {
    var random = SeededGenerator(seed: 7)
    let usual = Self.sentences(20, &random)
    let first = StoryText(Self.text(usual), date: "2025-03-03")
    let changed = Self.text(usual.prefix(17) + Self.sentences(3, &random))
    for (date, isCopy) in [
      ("2025-03-10", true), ("2025-03-11", false), ("2025-02-28", true), ("2025", true), ("2025-03", true),
      ("2024-12-31", false), ("soon", true), ("2025-04", false),
    ] {
      #expect(StoryText(changed, date: date).isCopy(of: first) == isCopy, "\(date)")
    }
    #expect(StoryText(Self.text(usual), date: "2024").isCopy(of: first))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func fortyPrintsAreOneStory(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var texts = Self.prints(40, &random) + (0..<60).map { _ in Self.text(Self.sentences(25, &random)) }
    texts.shuffle(using: &random)
    let content = Self.content(texts)
    let graph = try GraphFile(bytes: GraphWriter.bytes(of: content))
    try graph.check()
    let witnesses = graph.edge(EdgeID(0)).witnesses
    #expect(witnesses == Witnesses(sentences: 100, documents: 100, stories: 61, outlets: 7), "seed \(seed)")
    expectSameAnswers(graph, try MemoryGraph(content), seed: seed)
  }

  /// As many prints as a script of a wire service makes, and texts that share a phrase.
  @Test func veryManyPrintsAreOneStory() throws {
    var random = SeededGenerator(seed: 5)
    let phrase = Self.sentences(2, &random)
    let texts = Self.prints(300, &random) + (0..<300).map { _ in Self.text(Self.sentences(12, &random) + phrase) }
    let graph = try GraphFile(bytes: GraphWriter.bytes(of: Self.content(texts)))
    #expect(graph.edge(EdgeID(0)).witnesses.stories == 301)
  }

  @Test(arguments: 0..<12 as Range<UInt64>)
  func addedAndRemovedDocumentsCountAsInAStoreMadeAnew(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var texts =
      Self.prints(12, &random) + Self.prints(3, &random) + (0..<8).map { _ in Self.text(Self.sentences(9, &random)) }
    // Two halves that only a whole text makes one story.
    let whole = Self.sentences(24, &random)
    texts += [Self.text(whole.prefix(10)), Self.text(whole.suffix(10)), Self.text(whole)]
    texts.shuffle(using: &random)
    let all = Self.content(texts)
    let added = Set(texts.indices.filter { _ in random.chance(40) })
    let graph = try GraphFile(
      bytes: GraphWriter.bytes(of: Self.part(all, texts.indices.filter { !added.contains($0) })))
    var change = try GraphChange(adding: Self.part(all, Array(added)), to: graph)
    let grown = try ChangedGraph(graph, change)
    expectSameAnswers(grown, try MemoryGraph(all), seed: seed)
    let removed = Set(texts.indices.filter { _ in random.chance(25) })
    change.append(GraphChange(removing: Set(removed.map { DocumentID(UInt32($0)) }), from: grown))
    let left = try MemoryGraph(Self.part(all, texts.indices.filter { !removed.contains($0) }))
    expectSameAnswers(try ChangedGraph(graph, change), left, seed: seed)
  }

  /// The content with only some of its documents and what they say.
  private static func part(_ content: GraphContent, _ numbers: [Int]) -> GraphContent {
    var part = content
    part.documents = numbers.map { content.documents[$0] }
    part.statements = numbers.enumerated().map { place, number in
      var statement = content.statements[number]
      statement.evidence = statement.evidence?.naming(place)
      return statement
    }
    return part
  }
}
