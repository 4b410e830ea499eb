extension GraphChange {
  /// The change by which `graph` becomes its union with `content` (``GraphContent/union(_:)``).
  ///
  /// - Throws: when `content` is not valid, or has another document of an id that the graph has.
  /// - Complexity: O(*n* log *n*) for the size of `content`, and the edges of its entities.
  init(adding content: GraphContent, to graph: some GraphView) throws(StoreError) {
    let content = try content.normalized()
    var maker = ChangeMaker(graph)
    let entities = content.entities.map { maker.add($0) }
    let predicates = content.predicates.map { maker.add($0) }
    var documents: [Int] = []
    for document in content.documents { documents.append(try maker.add(document)) }
    var known: [EdgeKey: EdgeID] = [:]
    for subject in Set(content.statements.map(\.subject)).sorted() {
      let entity = content.entities[subject]
      guard let id = graph.entity(entity.name, type: entity.type) else { continue }
      let objects = Set(content.statements.lazy.filter { $0.subject == subject }.map(\.object))
      let ids = Set(objects.compactMap { graph.entity(content.entities[$0].name, type: content.entities[$0].type) })
      var edges: [Adjacency] = []
      graph.adjacency(of: id, .outgoing, into: &edges)
      for edge in edges where ids.contains(edge.neighbor) {
        known[maker.key(of: graph.edge(edge.edge))] = edge.edge
      }
    }
    for row in EdgeTable(content).rows {
      let key = EdgeKey(
        subject: entities[row.subject], predicate: predicates[row.predicate], kind: row.symbol.kind,
        object: entities[row.object], source: row.attribution.map { entities[$0] })
      let evidence = content.statements[row.statements].compactMap(\.evidence).map {
        var evidence = $0
        evidence.document = documents[$0.document]
        return evidence
      }
      maker.add(evidence, to: key, existing: known[key])
    }
    self = maker.change
  }
}
