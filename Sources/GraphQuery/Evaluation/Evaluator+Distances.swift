public import GraphModel

extension Evaluator {
  /// Number of edges of a shortest path between two entities, walked in either direction, facts only; nil when there is
  /// none.
  ///
  /// - Complexity: O(edges of the entities nearer than half of the distance to one of the ends).
  public mutating func distance(from start: EntityID, to end: EntityID) -> Int? {
    guard start != end else { return 0 }
    begin(showsClaims: false)
    let problem = PathProblem(
      start: start.rawValue, end: end.rawValue, automaton: RelationAutomaton(), showsClaims: false,
      avoided: closed,
      maximalLength: QueryLimits.longestPath)
    return search.shortest.distance(problem, graph, &budget)
  }

  /// How many other entities are at most `hops` edges away, walked in either direction, facts only.
  ///
  /// - Complexity: O(edges of the entities nearer than `hops`).
  public mutating func countWithin(hops: Int, of entity: EntityID) -> Int {
    begin(showsClaims: false)
    return search.shortest.countWithin(hops: hops, of: entity, without: nothing, graph, &budget)
  }
}

extension Evaluator {
  /// What no path enters.
  var closed: Set<UInt32> { nothing.map { [$0.rawValue] } ?? [] }
}
