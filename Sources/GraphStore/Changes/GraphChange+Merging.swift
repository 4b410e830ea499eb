extension GraphChange {
  /// The change by which entity `a` of `graph` becomes `b`: its edges are those of `b`, its names other names of `b`.
  ///
  /// - Complexity: O(edges with sources, and the edges of both).
  init(merging a: EntityID, into b: EntityID, of graph: some GraphView, rule: String) {
    var maker = ChangeMaker(graph)
    var buffer: [Adjacency] = []
    graph.adjacency(of: a, .both, into: &buffer)
    let sourced = graph.attributions().filter { $0.source == a }.map(\.edge)
    let moved = Set(buffer.map(\.edge) + sourced).sorted()
    func renamed(_ entity: EntityID) -> EntityID { entity == a ? b : entity }
    graph.adjacency(of: b, .both, into: &buffer)
    var existing: [EdgeKey: EdgeID] = [:]
    let sourcedByTarget = graph.attributions().filter { $0.source == b }.map(\.edge)
    for id in Set(buffer.map(\.edge) + sourcedByTarget).subtracting(moved) {
      existing[maker.key(of: graph.edge(id))] = id
    }
    for id in moved { maker.remove(maker.key(of: graph.edge(id))) }
    for id in moved {
      var edge = graph.edge(id)
      edge.subject = renamed(edge.subject)
      edge.object = renamed(edge.object)
      edge.attribution = edge.attribution.map(renamed)
      let key = maker.key(of: edge)
      maker.add(maker.evidence(of: id), to: key, existing: existing[key])
    }
    let own = graph.aliases(of: b) + [GraphContent.Alias(name: graph.name(of: a), rule: rule)]
    let others = graph.aliases(of: a).filter { alias in !own.contains { byteOrder($0.name, alias.name) == 0 } }
    maker.setAliases((own + others).filter { byteOrder($0.name, graph.name(of: b)) != 0 }, of: b)
    maker.remove(a)
    self = maker.change
  }
}
