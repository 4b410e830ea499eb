internal import GraphModel

/// A part as nodes and edges between two of them: what has no object is no edge there, and nothing is no node.
extension Subgraph {
  /// Hands the nodes to `body`, ascending: all entities of the whole graph, otherwise those of the part.
  func forEachNode<Failure: Error>(
    of graph: some GraphView, _ body: (EntityID) throws(Failure) -> Void
  ) throws(Failure) {
    let nothing = graph.nothing
    if edges == nil, entities.isEmpty {
      for number in 0..<UInt32(graph.entityCount) where EntityID(number) != nothing { try body(EntityID(number)) }
      return
    }
    var ids = Set(entities + highlighted)
    forEachEdge(of: graph) { ids.formUnion([$0.subject, $0.object]) }
    for id in ids.sorted() where id != nothing { try body(id) }
  }

  /// Hands the edges that have an object to `body`, ascending.
  func forEachArc<Failure: Error>(of graph: some GraphView, _ body: (Edge) throws(Failure) -> Void) throws(Failure) {
    let nothing = graph.nothing
    try forEachEdge(of: graph) { edge throws(Failure) in if edge.object != nothing { try body(edge) } }
  }
}
