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
}
