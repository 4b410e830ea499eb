internal import GraphModel

/// Which edges a path may use, beyond what its path expression says.
struct EdgeRule {
  var period = Period()
  var excluded: Set<PredicateID> = []
  /// So many stories an edge has at least.
  var minimumSupport = 0

  /// Whether the predicate alone decides, so that no edge has to be read.
  var isByPredicate: Bool { period.isUnbounded && minimumSupport == 0 }

  @inline(__always)
  func allows(_ predicate: PredicateID) -> Bool { excluded.isEmpty || !excluded.contains(predicate) }

  @inline(__always)
  func allows(_ edge: Adjacency, _ graph: some GraphView) -> Bool {
    allows(edge.predicate) && (isByPredicate || isAllowed(edge.edge, graph))
  }

  private func isAllowed(_ id: EdgeID, _ graph: some GraphView) -> Bool {
    let edge = graph.edge(id)
    return edge.support >= minimumSupport && period.overlaps(edge.firstDate, edge.lastDate)
  }
}
