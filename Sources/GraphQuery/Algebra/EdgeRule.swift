internal import GraphModel

/// Which edges a path may use, beyond what its path expression says.
struct EdgeRule {
  var period = Period()
  /// The days on one of which an edge holds, and what tells that; nil for any time.
  var moment: (days: DaySpan, careers: Careers)?
  var excluded: Set<PredicateID> = []
  /// So many stories an edge has at least.
  var minimumSupport = 0

  /// Whether the predicate alone decides, so that no edge has to be read.
  var isByPredicate: Bool { period.isUnbounded && moment == nil && minimumSupport == 0 }

  @inline(__always)
  func allows(_ predicate: PredicateID) -> Bool { excluded.isEmpty || !excluded.contains(predicate) }

  @inline(__always)
  func allows(_ edge: Adjacency, _ graph: some GraphView) -> Bool {
    allows(edge.predicate) && (isByPredicate || isAllowed(edge.edge, graph))
  }

  private func isAllowed(_ id: EdgeID, _ graph: some GraphView) -> Bool {
    let edge = graph.edge(id)
    guard edge.support >= minimumSupport, period.overlaps(edge.firstDate, edge.lastDate) else { return false }
    return moment.map { $0.careers.holds(edge, on: $0.days, in: graph) == true } ?? true
  }
}
