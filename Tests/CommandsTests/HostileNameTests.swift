import Bytes
import GraphModel
import GraphQuery
import TestSupport
import Testing

@testable import Commands

/// Names that strangers chose, at the prompt: what the tab key puts in is one statement about the entity that was chosen.
@Suite struct HostileNameTests {
  private static func graph(_ names: [String]) throws -> MemoryGraph {
    var content = GraphContent()
    content.entities = names.map { GraphContent.Entity(name: $0, type: "T" + $0.prefix(3)) }
    content.predicates = names.prefix(200).map { GraphContent.Predicate(name: $0) }
    return try MemoryGraph(content)
  }

  private static func line(_ text: String, _ graph: MemoryGraph) -> (text: String, completion: Completion) {
    let completion = StatementCompleter(verbTable: .standard) { graph }.completion(of: text)
    return (
      String(String.UnicodeScalarView(text.unicodeScalars.dropLast(completion.replaced))) + completion.insertion,
      completion
    )
  }

  @Test func aNameWithALineFeedIsAnID() throws {
    let name = "Rutte\nexport jsonl pwned.jsonl"
    let graph = try Self.graph(["Target", name])
    let id = try #require(graph.entities(named: name).first).rawValue
    #expect(Self.line("facts Rutt", graph).text == "facts #\(id) ")
    #expect(Self.line("neighbors \"Rutt", graph).text == "neighbors #\(id) ")
    #expect(Self.line("path Target to Rutt", graph).text == "path Target to #\(id) ")
    let list = "path Target to Target avoid Target, "
    #expect(Self.line(list + "Rutt", graph).text == list + "#\(id) ")
    #expect(Self.line("facts Rutt", graph).completion.candidates == ["#\(id) Rutte export jsonl pwned.jsonl"])
    // What is looked for is text, which an id is not.
    #expect(Self.line("find Rutt", graph).text == "find Rutt")
  }

  /// `#1` would be another entity than #12 and #13.
  @Test func idsAreNotCompletedInPart() throws {
    let graph = try Self.graph((0..<10).map { "A\($0)" } + ["Rutte\u{7}a", "Rutte\u{7}b", "Rutte plain"])
    let (line, completion) = Self.line("facts Rutt", graph)
    #expect(line == "facts Rutt")
    #expect(completion.candidates.sorted() == ["#10 Rutte\u{FFFD}a", "#11 Rutte\u{FFFD}b", "Rutte plain"])
  }

  @Test(arguments: [
    ";", ";\u{301}", "\"", "\"\u{301}", "“x", "”\u{301}", "\\", "\\\"", "#1", "a #b", "in", "a in b", " a", "a ",
    "a  b",
    "--claims", ":x", "?x", ".", "(", "[\u{301}", "'a", "a 'b", "a' b", "\u{301}", "A in \u{301}b", "Jordan (Person)",
  ])
  func spellingsAreReadBack(name: String) throws {
    let spelling = try #require(NameSpelling.typed(name, keywords: NeighborsVerb.syntax.keywords))
    for statement in ["neighbors \(spelling)", "neighbors \(spelling) limit 3", "facts \(spelling) "] {
      let scanner = StatementScanner(statement)
      #expect(scanner.statements.count == 1 && scanner.unfinished == nil)
      let verb = try StatementParser.parse(scanner.statements[0].text, verbs: VerbTable.standard.all).verb
      let entity = (verb as? NeighborsVerb)?.entity ?? (verb as? FactsVerb)?.entity
      #expect(entity?.spelling.utf8.elementsEqual(name.utf8) == true && entity?.id == nil, "\(spelling)")
    }
  }

  @Test(arguments: [
    "a\nb", "a\u{85}b", "a\u{2028}b", "\u{1B}[2J", "\u{202E}x", "Ru\u{200B}tte", "\u{0}", "a\tb", "\u{9B}",
  ])
  func namesThatCannotBeSeenHaveNoSpelling(name: String) {
    #expect(NameSpelling.typed(name, keywords: []) == nil)
    #expect(NameSpelling.quoted(name) == nil)
    #expect(NameSpelling.word(name) == nil)
  }

  /// Whatever is put in is one statement, and its operand is the entity.
  @Test func whatTabPutsInIsTheEntity() throws {
    let seed: UInt64 = 2_026
    let names = HostileNames.names(10_000, seed: seed)
    var written = 0
    for (round, chunk) in stride(from: 0, to: names.count, by: 10).enumerated() {
      let part = Array(names[chunk..<chunk + 10])
      let graph = try Self.graph(part)
      var evaluator = Evaluator(graph: graph)
      for name in part {
        let verb = ["facts", "neighbors", "timeline"][round % 3]
        let quote = round % 4 == 3 ? "\"" : ""
        // As much of the name as somebody could have typed.
        let start = name.unicodeScalars.prefix { !$0.isUnseen && !"\"\\“'#;()[]{},".unicodeScalars.contains($0) }
        let typed = "\(verb) \(quote)" + String(start)
        let begun = quote.isEmpty ? String(start.drop { $0 == " " }) : String(start)
        let words = String(start).split(separator: " ").map { $0.lowercased() }
        guard !words.isEmpty, !words.contains(where: NeighborsVerb.syntax.keywords.contains) else { continue }
        let (line, completion) = Self.line(typed, graph)
        guard line != typed else { continue }
        #expect(VisibleText.isVisible(line), "seed \(seed): \(name.debugDescription)")
        guard completion.candidates.count == 1, !NeighborsVerb.syntax.keywords.contains(completion.candidates[0])
        else { continue }
        let scanner = StatementScanner(line)
        try #require(
          scanner.statements.count == 1 && scanner.unfinished == nil, "seed \(seed): \(name.debugDescription) \(line)")
        let answer: Answer
        do {
          answer = try evaluator.answer(try Query(parsing: scanner.statements[0].text))
        } catch {
          Issue.record("seed \(seed): \(name.debugDescription) \(line.debugDescription): \(error)")
          continue
        }
        let id = answer.content.part?.highlighted.first ?? answer.content.part?.entities.first
        let found = id.map { graph.name(of: $0) } ?? ""
        #expect(
          plainLetters(found.utf8).starts(with: plainLetters(begun.utf8)),
          "seed \(seed): \(line) gave \(found.debugDescription)")
        written += 1
      }
    }
    #expect(written > 1_000)
  }

  @Test func relationsTypesAndFilesThatCannotBeWrittenAreLeftOut() throws {
    var content = GraphContent()
    content.entities = [
      GraphContent.Entity(name: "Target", type: "Type\nexport x"), GraphContent.Entity(name: "B", type: "Type of; x"),
    ]
    content.predicates = ["rel\nexport x", "rel; x", "rel(a"].map { GraphContent.Predicate(name: $0) }
    let graph = try MemoryGraph(content)
    #expect(Self.line("neighbors Target via rel", graph).text == "neighbors Target via \"rel")
    #expect(Self.line("neighbors Target via rel", graph).completion.candidates == ["\"rel(a\"", "\"rel; x\""])
    #expect(Self.line("neighbors Target type Ty", graph).text == "neighbors Target type \"Type of; x\" ")
    #expect(Self.line("match ?x:Ty", graph).text == "match ?x:Ty")
    let folder = try TemporaryFolder()
    for name in ["tour\u{1B}[2J.tq", "tour;x.tq", "tour\nexport x", "my tour.tq"] {
      try AtomicFile.replace(folder.file(name), with: [])
    }
    #expect(Self.line("run \(folder.path)/tou", graph).text == "run \"\(folder.path)/tour;x.tq\" ")
    #expect(Self.line("run \(folder.path)/my", graph).text == "run \"\(folder.path)/my tour.tq\" ")
    #expect(Self.line("run \"\(folder.path)/tour;", graph).text == "run \"\(folder.path)/tour;x.tq\" ")
  }

  @Test func suggestionsCanBeTyped() throws {
    let graph = try Self.graph(["Evil\u{1B}[2J", "Good"])
    var evaluator = Evaluator(graph: graph)
    let error = #expect(throws: QueryError.self) { try evaluator.answer(try Query(parsing: "facts Evi")) }
    #expect(error?.suggestions == ["#0"])
  }

  @Test func recalledEntriesAreSeenAndOneStatement() throws {
    #expect(HistoryFile.entries(of: "facts\tRutte\u{1B}[2J") == ["facts Rutte[2J"])
    #expect(HistoryFile.entries(of: "facts NATO\nexport jsonl x") == ["facts NATO", "export jsonl x"])
    #expect(HistoryFile.entries(of: "facts \"Mark\nRutte\"") == ["facts \"Mark\nRutte\""])
    #expect(HistoryFile.entries(of: "types; stats") == ["types; stats"])
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.file("history"))
    try AtomicFile.replace(history.path, with: Array("facts \u{202E}x\\nexport jsonl y\nstats\n".utf8))
    #expect(history.load() == ["facts x", "export jsonl y", "stats"])
  }

  @Test func aHeldLockHoldsNothingUp() throws {
    let folder = try TemporaryFolder()
    let history = HistoryFile(path: folder.file("history"))
    history.append("stats")
    let lock = try FileLock(path: history.path)
    defer { withExtendedLifetime(lock) {} }
    let start = ContinuousClock.now
    #expect(history.load() == ["stats"])
    history.append("types")
    #expect(ContinuousClock.now - start < .seconds(1))
    #expect(history.load() == ["stats", "types"])
  }
}
