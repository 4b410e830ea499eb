internal import Bytes
internal import GraphModel

extension GraphChange {
  /// The change by which entity `a` of `graph` becomes `b`: its edges are those of `b`, its names other names of `b`.
  ///
  /// - Complexity: O(edges with sources, and the edges of both and of their neighbors).
  init(merging a: EntityID, into b: EntityID, of graph: some GraphView) {
    var maker = ChangeMaker(graph)
    var buffer: [Adjacency] = []
    graph.adjacency(of: a, .both, into: &buffer)
    let sourced = graph.attributions().filter { $0.source == a }.map(\.edge)
    let moved = Set(buffer.map(\.edge) + sourced).sorted()
    func renamed(_ entity: EntityID) -> EntityID { entity == a ? b : entity }
    for id in moved { maker.remove(maker.key(of: graph.edge(id))) }
    for id in moved {
      var edge = graph.edge(id)
      edge.subject = renamed(edge.subject)
      edge.object = renamed(edge.object)
      edge.attribution = edge.attribution.map(renamed)
      maker.add(maker.evidence(of: id), to: maker.key(of: edge), existing: maker.edge(edge.key))
    }
    let own = graph.aliases(of: b) + [GraphContent.Alias(name: graph.name(of: a), rule: NamingDecision.rule)]
    let others = graph.aliases(of: a).filter { alias in !own.contains { byteOrder($0.name, alias.name) == 0 } }
    maker.setAliases((own + others).filter { byteOrder($0.name, graph.name(of: b)) != 0 }, of: b)
    maker.remove(a)
    self = maker.change
  }
}
