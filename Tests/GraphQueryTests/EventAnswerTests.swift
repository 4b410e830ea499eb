import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// Answers about events: those without object, those with roles, offices.
@Suite struct EventAnswerTests {
  private let graph: MemoryGraph
  private let nothing: EntityID

  init() throws {
    graph = try MemoryGraph(EventGraph.content)
    nothing = try #require(graph.nothing)
  }

  private func answer(_ statement: String) throws -> any AnswerContent {
    var evaluator = Evaluator(graph: graph)
    return try evaluator.answer(Query(parsing: statement)).content
  }

  // MARK: - Nothing

  @Test func nothingIsNoNode() throws {
    let neighbors = try #require(try answer("neighbors Merz") as? Answer.Neighbors)
    #expect(neighbors.rows.map(\.neighbor.name) == ["Maduro"])
    #expect(try answer("path Merz to Prices").isEmpty)
    #expect(try answer("path Merz to Prices via resign/^fall").isEmpty)
    #expect(try answer("path Merz to Prices all max 4").isEmpty)
    #expect(try answer("path Merz to Prices weighted").isEmpty)
    #expect(try answer("match ?x resign ?y").isEmpty)
    #expect(try answer("match ?x resign/^fall ?y").isEmpty)
    #expect(try answer("match Merz (.|^.)* ?y").records.count == 7)
    #expect(try answer("find \"\" limit 100").records.count == graph.entityCount - 1)
    let types = try #require(try answer("types") as? Answer.Types)
    #expect(types.rows.map(\.name) == ["Thing"])
    let stats = try #require(try answer("stats") as? Answer.Statistics)
    #expect(stats.entities == graph.entityCount - 1)
    #expect(!stats.hubs.contains { $0.entity.id == nothing })
    for statement in ["facts #\(nothing.rawValue)", "facts \"\"", "match ?x resign #\(nothing.rawValue)"] {
      #expect(throws: QueryError.self) { try answer(statement) }
    }
  }

  @Test func nothingConnectsNobody() {
    var evaluator = Evaluator(graph: graph)
    func entity(_ name: String) -> EntityID { graph.entities(named: name)[0] }
    #expect(evaluator.distance(from: entity("Merz"), to: entity("Prices")) == nil)
    #expect(evaluator.countWithin(hops: 3, of: entity("Prices")) == 0)
    #expect(evaluator.countWithin(hops: 1, of: entity("Merz")) == 1)
  }

  @Test func programsReadNullForNothing() throws {
    let record = try #require(try answer("facts Prices").records.first)
    #expect(record.fields.filter { $0.name.hasPrefix("object") }.map(\.value) == [.null, .null, .null])
  }

  // MARK: - Lines

  private func lines(_ statement: String) throws -> [String] {
    let facts = try #require(try answer(statement) as? Answer.Facts)
    return facts.events.map { Self.text($0.event.line) }
  }

  private static func text(_ line: GraphQuery.AnswerText) -> String {
    line.pieces.map { piece in
      switch piece {
      case .words(let words, _), .mark(let words, _): words
      case .arrow(let arrow, _): "\(arrow.before)-\(arrow.words)\(arrow.hasHead ? "->" : "")\(arrow.after)"
      }
    }.joined()
  }

  @Test(arguments: [
    ("Acme", ["Acme -?acquires-> Beta for $3.2 billion · in cash · expected, says Acme"]),
    ("Beta", ["Acme -?acquires-> Beta for $3.2 billion · in cash · expected, says Acme"]),
    ("$3.2 billion", ["Acme -?acquires-> Beta for $3.2 billion · in cash · expected, says Acme"]),
    ("Merz", ["Merz -resign · on Monday", "Maduro -be arrested in-> France with Merz"]),
    ("Prices", ["Prices -fall"]),
    (
      "Russia",
      [
        "Russia -attack-> convoy with drones · near Gao", "Russia -attack-> France · says Merz",
        "Russia -attack-> convoy in Mali", "Russia -leave · says Merz",
      ]
    ),
    ("Ukraine", ["Andrii Sybiha -foreign minister, chief diplomat of-> Ukraine"]),
  ])
  func anEventIsALine(entity: String, expected: [String]) throws {
    #expect(try lines("facts \"\(entity)\" --claims") == expected)
  }

  @Test func everyEdgeIsARow() throws {
    let facts = try #require(try answer("facts Russia") as? Answer.Facts)
    #expect(facts.rows.count == facts.total)
    #expect(facts.total == 5)
    #expect(Set(facts.rows.map(\.edge.id)).count == 5)
    #expect(try #require(try answer("facts Russia limit 1") as? Answer.Facts).rows.count == 2)
  }

  @Test func whyShowsTheEvent() throws {
    let facts = try #require(try answer("facts Mali") as? Answer.Facts)
    let id = try #require(facts.rows.first).edge.id
    let explanation = try #require(try answer("why e\(id.rawValue)") as? Answer.Explanation)
    #expect(Self.text(explanation.event.line) == "Russia -attack-> convoy in Mali")
    #expect(explanation.statement.edge.id == id)
  }
}
