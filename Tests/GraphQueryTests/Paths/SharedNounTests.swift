import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// Paths, walks and joins at descriptions without a name that several documents use.
@Suite struct SharedNounTests {
  private static let ways = [
    "", " all max 4", " all shortest", " shortest 3", " weighted", " via praise/praise", " max 5",
  ]

  /// Ida praises `court`, which praises Ola; and Ola's own document, where there are two, uses the word, too.
  private func graph(_ noun: String, isShared: Bool) throws -> MemoryGraph {
    var content = GraphContent()
    content.entities = [
      .init(name: "Ida", type: "Person"), .init(name: noun, type: "Thing"), .init(name: "Ola", type: "Person"),
    ]
    content.predicates = [.init(name: "praise")]
    let text = Array("Ida praises court. Court praises Ola. ".utf8)
    content.documents = (1...2).map { .init(id: "d\($0)", text: text, sentences: [0..<18, 19..<37]) }
    func evidence(_ document: Int, _ sentence: Int) -> GraphContent.Evidence {
      .init(document: document, sentence: sentence, subject: 0..<3, predicate: 4..<11, object: 12..<17)
    }
    content.statements = [
      .init(subject: 0, predicate: 0, object: 1, evidence: evidence(0, 0)),
      .init(subject: 1, predicate: 0, object: 2, evidence: evidence(isShared ? 1 : 0, 1)),
    ]
    return try MemoryGraph(content)
  }

  private func found(_ graph: MemoryGraph, _ way: String) throws -> Int {
    var evaluator = Evaluator(graph: graph)
    let answer = try evaluator.answer(Query(parsing: "path Ida to Ola\(way)"))
    return try #require(answer.content as? Answer.Paths).paths.count
  }

  @Test(arguments: ways) func noPathGoesFromTextToTextThroughANoun(way: String) throws {
    for noun in ["court", "search warrant", "two soldiers"] {
      #expect(try found(graph(noun, isShared: true), way) == 0, "\(noun)\(way)")
      #expect(try found(graph(noun, isShared: false), way) == 1, "\(noun)\(way)")
    }
  }

  @Test(arguments: ways) func namesJoinTexts(way: String) throws {
    for name in ["NATO", "NATO allies", "alt.culture", "Élysée"] {
      #expect(try found(graph(name, isShared: true), way) == 1, "\(name)\(way)")
    }
  }

  @Test func aNounMayBeAnEnd() throws {
    var evaluator = Evaluator(graph: try graph("court", isShared: true))
    let answer = try evaluator.answer(Query(parsing: "path court to Ola"))
    #expect(try #require(answer.content as? Answer.Paths).paths.count == 1)
  }

  @Test func aPathThatIsNotThereSaysWhy() throws {
    var evaluator = Evaluator(graph: try graph("court", isShared: true))
    #expect(
      try evaluator.answer(Query(parsing: "path Ida to Ola")).notes.map(\.text)
        == ["no path goes through a noun that several documents use, such as court"])
    #expect(try evaluator.answer(Query(parsing: "path court to Ola")).notes.isEmpty)
  }

  private static let joins = [
    "match Ida praise ?x, ?x praise ?y", "match Ida praise ?x, ?x praise Ola", "match ?x praise ?y, ?y praise ?z",
    "match Ida praise/praise Ola", "match Ida praise+ Ola", "match ?x praise{2} ?y",
    "match Ida praise ?x, ?x praise+ ?y", "match Ida praise+ ?x, ?x praise+ Ola",
  ]

  private func matched(_ graph: MemoryGraph, _ text: String) throws -> (rows: [[String]], notes: [String]) {
    var evaluator = Evaluator(graph: graph)
    let answer = try evaluator.answer(Query(parsing: text))
    let rows = try #require(answer.content as? Answer.Matches).rows
    return (rows.map { $0.entities.map(\.name) }, answer.notes.map(\.text))
  }

  private static let note =
    "at a noun that several documents use, such as court, only what one of them says was joined"

  @Test(arguments: joins) func edgesMeetInANounOfOneDocument(text: String) throws {
    let apart = try matched(graph("court", isShared: true), text)
    // Where Ida's praise alone fits, too, that is a row.
    #expect(apart.rows.allSatisfy { !$0.contains("Ola") }, "\(text): \(apart.rows)")
    #expect(apart.notes == [Self.note], "\(text)")
    let together = try matched(graph("court", isShared: false), text)
    #expect(together.rows.count == 1 && together.notes.isEmpty, "\(text): \(together.rows)")
    let named = try matched(graph("Court", isShared: true), text)
    #expect(named.rows.count == 1 && named.notes.isEmpty, "\(text): \(named.rows)")
  }

  @Test(arguments: [
    "match Ida praise court, court praise ?y", "match ?x praise court, court praise ?y",
    "match ?x praise court, court praise+ ?y",
  ]) func whoNamesANounMeansThatOfEveryText(text: String) throws {
    let found = try matched(graph("court", isShared: true), text)
    #expect(found.rows.count == 1 && found.notes.isEmpty, "\(text): \(found)")
  }

  @Test func neighborsGoOnWithinADocument() throws {
    func neighbors(_ text: String, isShared: Bool) throws -> (names: [String], notes: [String]) {
      var evaluator = Evaluator(graph: try graph("court", isShared: isShared))
      let answer = try evaluator.answer(Query(parsing: text))
      let rows = try #require(answer.content as? Answer.Neighbors).rows
      return (rows.map(\.neighbor.name).sorted(), answer.notes.map(\.text))
    }
    #expect(try neighbors("neighbors Ida depth 2", isShared: true) == (["court"], [Self.note]))
    #expect(try neighbors("neighbors Ida depth 2", isShared: false) == (["Ola", "court"], []))
    #expect(try neighbors("neighbors court depth 2", isShared: true) == (["Ida", "Ola"], []))
    #expect(try neighbors("neighbors Ida", isShared: true) == (["court"], []))
  }

  @Test func neighborhoodsGoOnWithinADocument() throws {
    func around(_ center: UInt32, depth: Int, isShared: Bool) throws -> (edges: Int, note: String?) {
      var evaluator = Evaluator(graph: try graph("court", isShared: isShared))
      let near = evaluator.neighborhood(of: EntityID(center), depth: depth, showing: .all)
      return (near.edges.count, near.note?.text)
    }
    let (court, ida) = (UInt32(0), UInt32(1))
    #expect(try around(ida, depth: 2, isShared: true) == (1, Self.note))
    #expect(try around(ida, depth: 2, isShared: false) == (2, nil))
    #expect(try around(ida, depth: 1, isShared: true) == (1, nil))
    #expect(try around(court, depth: 2, isShared: true) == (2, nil))
  }

  @Test func proofIsOfTheDocumentInWhichEdgesMeet() throws {
    var content = GraphContent()
    content.entities = ["Ida", "Ola", "court"].map { .init(name: $0, type: "Thing") }
    content.predicates = [.init(name: "praise"), .init(name: "praise", relation: "praises"), .init(name: "sue")]
    content.predicates[1].name = "laud"
    content.documents = (1...2).map { .init(id: "d\($0)", text: Array("words".utf8), sentences: [0..<5]) }
    func add(_ subject: Int, _ predicate: Int, _ object: Int, in document: Int) {
      content.statements.append(
        .init(
          subject: subject, predicate: predicate, object: object,
          evidence: .init(document: document, sentence: 0, subject: 0..<1, predicate: 1..<2, object: 2..<3)))
    }
    add(0, 0, 2, in: 0)
    add(0, 1, 2, in: 1)
    add(2, 2, 1, in: 0)
    add(2, 2, 0, in: 1)
    var evaluator = Evaluator(graph: try MemoryGraph(content))
    let answer = try evaluator.answer(Query(parsing: "match Ida praise|laud ?x, ?x sue Ola"))
    let rows = try #require(answer.content as? Answer.Matches).rows
    #expect(rows.map { $0.statements.map(\.predicate) } == [["praise", "sue"]])
  }
}
