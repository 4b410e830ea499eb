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
    let ids = content.entities.map { graph.entity($0.name, type: $0.type) }
    let predicateIDs = content.predicates.map { graph.predicate(named: $0.name) }
    func existing(_ row: EdgeTable.Row) -> EdgeID? {
      guard let subject = ids[row.subject], let object = ids[row.object], let predicate = predicateIDs[row.predicate]
      else { return nil }
      let source = row.attribution.map { ids[$0] }
      if let source, source == nil { return nil }
      return maker.edge(
        EdgeIdentity(
          subject: subject, predicate: predicate, kind: row.symbol.kind, object: object, source: source ?? nil))
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
      maker.add(evidence, to: key, existing: existing(row))
    }
    self = maker.change
    let decisions = NamingDecision.sorted(graph.decisions + content.decisions)
    if decisions != graph.decisions { self.decisions = decisions }
  }
}
