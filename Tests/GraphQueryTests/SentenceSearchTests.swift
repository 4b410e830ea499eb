import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

@Suite struct SentenceSearchTests {
  private let sentences = [
    "Rutte said that allies would spend more on defence.", "Allies talked about troops in Europe.",
    "The troops, the TROOPS!", "Trump’s talks with Zelenskyy—about troops—ended.", "Nothing of that kind.",
    "A café in Łódź opened.", "They organized 5 programmes.", "It grew by 5.4 percent.",
  ]

  private func search(_ words: String) -> (SentenceSearch, [Int]) {
    var search = SentenceSearch(for: words)
    for (number, sentence) in sentences.enumerated() {
      search.read(Array(sentence.utf8)[...], number: number, of: DocumentID(0))
    }
    var budget = WorkBudget()
    search.rank(&budget)
    return (search, search.hits.map { Int($0.sentence) })
  }

  @Test(arguments: [
    ("troops", [2, 1, 3]), ("TROOP", [2, 1, 3]), ("talk", [1, 3]), ("troops talk", [1, 3, 2]), ("of", [4]), ("zzz", []),
    ("ally", []), ("defense", [0]), ("5", [6]), ("4", []), ("5.4", [7]),
    ("organise", [6]), ("programs", [6]), ("Łódź", [5]), ("łódź CAFÉ", [5]), ("lodz cafe", [5]), ("trump", [3]),
    ("about-troops", [1, 3, 2]),
  ])
  func findsWordsInAnyCaseWithShortEndings(words: String, expected: [Int]) {
    #expect(search(words).1 == expected)
  }

  @Test(arguments: [
    ("the troops", [2]), ("troops the troop", [2]), ("TROOPS in europe", [1]), ("in troops", []), ("allies talk", [1]),
    ("about troops ended", [3]), ("spend", [0]), ("troops in Europe and", []),
  ])
  func aPhraseStandsInOnePiece(words: String, expected: [Int]) {
    var search = SentenceSearch(for: words, isPhrase: true)
    for (number, sentence) in sentences.enumerated() {
      search.read(Array(sentence.utf8)[...], number: number, of: DocumentID(0))
    }
    #expect(search.hits.map { Int($0.sentence) } == expected)
    for number in expected { #expect(search.places(in: Array(sentences[number].utf8)).count >= 1) }
  }

  @Test func placesAreThoseOfTheWords() throws {
    let (search, _) = search("troops talk")
    let text = sentences[3]
    let words = search.places(in: Array(text.utf8)).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    #expect(words == ["talks", "troops"])
    #expect(SentenceSearch(for: "?! —").terms.isEmpty)
    #expect(
      SentenceSearch(for: String(repeating: "a b c d e f g h i j k l m n o p q r s t ", count: 2)).terms.count == 16)
  }

  /// Whatever the bytes are, places lie in the text, and each search finds itself.
  @Test func anyBytes() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        [UInt8.random(in: 0...255, using: &random), 0xE2, 0x80, 0x99, 0x61].randomElement(using: &random) ?? 0
      }
      let search = SentenceSearch(for: String(decoding: bytes, as: UTF8.self))
      for place in search.places(in: bytes) { #expect(place.upperBound <= bytes.count) }
    }
  }

  /// A sentence is found where a word of it is marked, and nowhere else.
  @Test func readingAndMarkingAgree() {
    var random = SeededGenerator(seed: 21)
    let pieces = [
      "talk", "TALKS", "talked", "talkative", "é", "É", "Łódź", "a", "A", "1", "’s", "—", " ", " ", "-", "'",
    ]
    for _ in 0..<2_000 {
      let text = Array((0..<random.below(12)).map { _ in pieces[random.below(pieces.count)] }.joined().utf8)
      var search = SentenceSearch(for: ["talk a", "lodz", "e 1", "és"][random.below(4)])
      search.read(text[...], number: 0, of: DocumentID(0))
      let marked = search.places(in: text)
      #expect(marked.isEmpty || search.mayStand(in: text), "\(String(decoding: text, as: UTF8.self))")
      let counted = search.hits.first.map { hit in (0..<2).reduce(0) { $0 + hit.count(of: $1) } } ?? 0
      #expect(counted == marked.count, "\(String(decoding: text, as: UTF8.self))")
    }
  }

  @Test func answersOfTheSample() throws {
    var evaluator = Evaluator(graph: try MemoryGraph(SampleGraph.content))
    func found(_ text: String) throws -> Answer { try evaluator.answer(Query(parsing: text)) }
    let answer = try found("search nato rubio")
    let rows = (answer.content as? Answer.FoundSentences)?.rows ?? []
    #expect(rows.first?.text == "Rutte leads NATO, and Rubio says Ukraine will join NATO.", "twice in few words")
    #expect(rows.first?.edges.isEmpty == false)
    #expect(answer.content.records.first?.reference == rows.first?.document.name)
    #expect(try found("search nato rubio limit 1").notes == [.rowsLeftOut(rows.count - 1, limit: 1)])
    #expect(try found("search nato until 1999").isEmpty)
    #expect(try found("search nato zzz").notes.contains(.wordsNotFound(["zzz"])))
    #expect(try found("search zzz").content.emptyText == "no sentence has “zzz”")
    #expect(throws: QueryError.self) { try found("search \"?!\"") }
    #expect(throws: QueryError.self) { try found("search") }
    #expect(throws: QueryError.self) { try found("search nato document nowhere") }
  }
}
