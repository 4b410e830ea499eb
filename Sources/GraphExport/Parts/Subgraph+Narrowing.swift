public import GraphModel

extension Subgraph {
  /// The part without names in descriptions.
  public func withoutLinks(in graph: some GraphView) -> Subgraph {
    var part = self
    var kept: [EdgeID] = []
    forEachEdge(of: graph) { edge in if !graph.predicate(edge.predicate).isLink { kept.append(edge.id) } }
    part.edges = kept
    return part
  }

  /// The part within its best connected entities: from those that were asked about, nearest first, or else from the one
  /// with the most edges, it grows by whoever has the most edges to what is there. Nobody is left without an edge but
  /// who was asked about, and what an answer without any edge has.
  ///
  /// - Parameter limit: most entities, those that were asked about aside; nil for all.
  /// - Returns: a part with its edges named, and with what was left out counted.
  public func narrowed(to limit: Int?, of graph: some GraphView) -> Subgraph {
    let nothing = graph.nothing
    var degrees: [EntityID: Int] = [:]
    var total = 0
    forEachEdge(of: graph) { edge in
      total += 1
      degrees[edge.subject, default: 0] += 1
      if edge.object != nothing, edge.object != edge.subject { degrees[edge.object, default: 0] += 1 }
    }
    let asked = Set(highlighted.filter { $0 != nothing })
    let known = degrees.isEmpty ? entities.filter { $0 != nothing } : []
    for entity in asked.union(known) where degrees[entity] == nil { degrees[entity] = 0 }
    var chosen: Set<EntityID>
    if let limit, degrees.count > limit {
      chosen = ConnectedChoice(of: self, in: graph, degrees, asked).entities(limit)
    } else {
      chosen = Set(degrees.keys)
    }

    var kept: [EdgeID] = []
    var joined: Set<EntityID> = []
    forEachEdge(of: graph) { edge in
      let hasObject = edge.object != nothing
      guard chosen.contains(edge.subject), !hasObject || chosen.contains(edge.object) else { return }
      kept.append(edge.id)
      if hasObject { joined.formUnion([edge.subject, edge.object]) }
    }
    // What is told of somebody without an object does not draw him.
    let all = Set(degrees.keys)
    let isDrawn = joined.isEmpty ? chosen : joined.union(asked)
    chosen.formIntersection(isDrawn)
    var part = Subgraph(edges: [], entities: chosen.sorted(), highlighted: highlighted, showing: self.degrees)
    part.edges = kept
    part.nodesLeftOut = nodesLeftOut + (limit.map { all.count > $0 } == true ? all.subtracting(chosen).count : 0)
    part.edgesLeftOut = edgesLeftOut + (part.nodesLeftOut > 0 ? total - kept.count : 0)
    return part
  }

  /// Says what was left out and how it is seen; nil where nothing was.
  public var leftOutNote: String? {
    guard nodesLeftOut + edgesLeftOut > 0 else { return nil }
    let nodes = nodesLeftOut == 1 ? "1 entity" : "\(nodesLeftOut) entities"
    let edges = edgesLeftOut == 1 ? "1 statement" : "\(edgesLeftOut) statements"
    let what = nodesLeftOut == 0 ? edges : edgesLeftOut == 0 ? nodes : "\(nodes) and \(edges)"
    let best = nodesLeftOut == 0 ? "supported" : "connected"
    return "\(what) left out, the best \(best) shown; --limit \(entities.count + nodesLeftOut) shows all"
  }
}
