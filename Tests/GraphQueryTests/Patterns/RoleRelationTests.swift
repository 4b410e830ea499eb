import GraphModel
import Testing

@testable import GraphQuery

/// Edges of the roles of events.
@Suite struct RoleRelationTests {
  private let graph = ArrayGraph(
    entities: 4,
    predicates: [
      GraphContent.Predicate(name: "attack"), GraphContent.Predicate(name: "attack in", role: "in"),
      GraphContent.Predicate(name: "attack with", role: "with"), GraphContent.Predicate(name: "turn in"),
    ], triples: (0..<4).map { ArrayGraph.Triple(subject: 0, predicate: $0, object: min($0 + 1, 3)) })

  @Test(arguments: [
    ("attack", ["attack", "attack in", "attack with"]), ("attack in", ["attack in"]), ("turn in", ["turn in"]),
    ("ATTACK_WITH", ["attack with"]),
  ])
  func aVerbIsAllOfItsRoles(via: String, predicates: [String]) throws {
    var evaluator = Evaluator(graph: graph)
    let answer = try evaluator.answer(Query(parsing: "neighbors #0 via \"\(via)\""))
    let neighbors = try #require(answer.content as? Answer.Neighbors)
    #expect(neighbors.groups.map(\.predicate).sorted() == predicates)
  }

  private func edges(_ statement: String, in graph: ArrayGraph) throws -> [String] {
    var evaluator = Evaluator(graph: graph)
    let part = try evaluator.answer(Query(parsing: statement)).content.part
    return Set(part?.edges ?? []).map { graph.predicate(graph.edge($0).predicate).name }.sorted()
  }

  @Test(arguments: [
    ("neighbors #0 via attack/in", ["attack in"]),
    ("neighbors #0 via attack/in|\"turn in\"", ["attack in", "turn in"]),
    ("neighbors #0 via \"attack/in\"", ["attack in"]), ("facts #0 via attack/with", ["attack with"]),
    ("facts #0 via attack", ["attack", "attack in", "attack with"]), ("path #0 to #2 via attack/in", ["attack in"]),
    ("path #2 to #0 via ^attack/in", ["attack in"]), ("path #0 to #2 via attack/in*", ["attack in"]),
    ("path #0 to #2 via (attack/in)/attack{0,1}", ["attack in"]), ("path #0 to #2 without attack/in", []),
    ("match #0 attack/in ?x", ["attack in"]), ("match ?x ^attack/in #0", ["attack in"]),
    ("match #0 . ?x via attack/in", ["attack in"]),
  ])
  func aRoleStandsBehindItsVerb(statement: String, expected: [String]) throws {
    #expect(try edges(statement, in: graph) == expected)
  }

  /// An attack in a place, and a walk to it over the attacked and `relation`.
  private static func graph(with relation: String) -> ArrayGraph {
    ArrayGraph(
      entities: 3,
      predicates: [
        GraphContent.Predicate(name: "attack"), GraphContent.Predicate(name: "attack in", role: "in"),
        GraphContent.Predicate(name: relation),
      ],
      triples: [
        ArrayGraph.Triple(subject: 0, predicate: 0, object: 1), ArrayGraph.Triple(subject: 1, predicate: 2, object: 2),
        ArrayGraph.Triple(subject: 0, predicate: 1, object: 2),
      ])
  }

  /// Links between names, which stand in every graph of texts, leave a role what it is.
  @Test func aRolePrevailsOverALink() throws {
    let graph = Self.graph(with: "(in)")
    #expect(try edges("neighbors #0 via attack/in", in: graph) == ["attack in"])
    #expect(try edges("path #0 to #2 via attack/(in)", in: graph) == ["attack in"])
  }

  /// A slash between two relations is a walk over both, as it was before there were roles.
  @Test func aRelationPrevailsOverARole() throws {
    let graph = Self.graph(with: "in")
    #expect(try edges("path #0 to #2 via attack/in", in: graph) == ["attack", "in"])
    #expect(try edges("path #0 to #2 via \"attack in\"", in: graph) == ["attack in"])
    #expect(throws: QueryError.self) { try edges("neighbors #0 via attack/in", in: graph) }
  }

  @Test(arguments: [
    ("path #0 to #2 via atack/in", "atack/in", ["attack/in"]),
    ("neighbors #0 via turn/with", "turn/with", ["attack/with"]),
    ("path #0 to #2 via attack/near", "near", []),
  ])
  func verbsWithTheRoleAreSuggested(statement: String, unknown: String, suggestions: [String]) {
    let error = #expect(throws: QueryError.self) { try edges(statement, in: graph) }
    #expect(error?.kind == .unknownRelation(unknown))
    #expect(error?.suggestions == suggestions.map { "\"\($0)\"" })
  }
}
