internal import GraphModel

extension Subgraph {
  /// The part with its best supported statements, those of whom was asked about before others. Of two that are
  /// supported alike a fact comes first, then what is somebody's word, then a claim; names in descriptions come behind
  /// all.
  ///
  /// - Parameters:
  ///   - limit: most statements; nil for all.
  ///   - graph: that of the part, which was narrowed.
  /// - Returns: a part of which nobody is without a statement but who was asked about, and with what was left out
  ///   counted.
  /// - Complexity: O(*n* log *n*) in the number of statements.
  func supported(to limit: Int?, of graph: some GraphView) -> Subgraph {
    guard let limit else { return self }
    let asked = Set(highlighted)
    var rows: [(order: (Int, Int, UInt32, StatementDegree, EdgeID), edge: Edge)] = []
    forEachEdge(of: graph) { edge in
      let isAsked = asked.contains(edge.subject) || asked.contains(edge.object)
      let order = (
        graph.predicate(edge.predicate).isLink ? 1 : 0, isAsked ? 0 : 1, UInt32.max - edge.witnesses.rank, edge.degree,
        edge.id
      )
      rows.append((order, edge))
    }
    guard rows.count > limit else { return self }
    rows.sort { $0.order < $1.order }
    let kept = rows.prefix(limit).map { $0.edge }
    let nothing = graph.nothing
    var joined: Set<EntityID> = []
    for edge in kept where edge.object != nothing { joined.formUnion([edge.subject, edge.object]) }
    // What is told of somebody without an object does not draw him, unless there is nothing else to draw.
    if joined.isEmpty { joined = Set(kept.map(\.subject)) }
    var part = self
    part.edges = kept.map(\.id).sorted()
    part.entities = entities.filter { joined.contains($0) || asked.contains($0) }
    part.nodesLeftOut += entities.count - part.entities.count
    part.edgesLeftOut += rows.count - kept.count
    return part
  }
}
