public import GraphModel

extension Evaluator {
  /// Number of edges of a shortest path between two entities, walked in either direction, without claims; nil when
  /// there is none.
  ///
  /// - Complexity: O(edges of the entities nearer than half of the distance to one of the ends).
  public mutating func distance(from start: EntityID, to end: EntityID) -> Int? {
    guard start != end else { return 0 }
    begin(showing: .usual)
    let problem = PathProblem(
      start: start.rawValue, end: end.rawValue, automaton: RelationAutomaton(), degrees: .usual,
      avoided: closed,
      maximalLength: QueryLimits.longestPath)
    return search.shortest.distance(problem, graph, &budget)
  }

  /// How many other entities are at most `hops` edges away, walked in either direction, without claims.
  ///
  /// - Complexity: O(edges of the entities nearer than `hops`).
  public mutating func countWithin(hops: Int, of entity: EntityID) -> Int {
    begin(showing: .usual)
    return search.shortest.countWithin(hops: hops, of: entity, without: nothing, graph, &budget)
  }
}

extension Evaluator {
  /// What no path enters.
  var closed: Set<UInt32> { nothing.map { [$0.rawValue] } ?? [] }
}
