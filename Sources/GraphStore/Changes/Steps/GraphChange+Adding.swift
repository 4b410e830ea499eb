internal import GraphModel

extension GraphChange {
  /// The change by which `graph` becomes its union with `content` (``GraphContent/union(_:)``).
  ///
  /// - Throws: when `content` is not valid, or has another document of an id that the graph has.
  /// - Complexity: O(*n* log *n*) for the size of `content`, and the edges of its entities.
  init(adding content: GraphContent, to graph: some GraphView) throws(StoreError) {
    let content = try content.normalizedForStore()
    var maker = ChangeMaker(graph)
    let entities = content.entities.map { maker.add($0) }
    let predicates = content.predicates.map { maker.add($0) }
    var documents: [Int] = []
    for document in content.documents { documents.append(try maker.add(document)) }
    let ids = content.entities.map { graph.entity($0.name, type: $0.type) }
    let predicateIDs = content.predicates.map { graph.predicate(named: $0.name) }
    for row in EdgeTable(content).rows {
      let key = row.key.map(entity: { entities[$0] }, predicate: { predicates[$0] })
      let existing = row.key.compactMap(entity: { ids[$0] }, predicate: { predicateIDs[$0] })
      let evidence = content.statements[row.statements].compactMap(\.evidence).map {
        var evidence = $0
        evidence.document = documents[$0.document]
        return evidence
      }
      maker.add(evidence, to: key, existing: existing.flatMap { maker.edge($0) })
    }
    self = maker.change
    let decisions = NamingDecision.sorted(graph.decisions + content.decisions)
    if decisions != graph.decisions { self.decisions = decisions }
  }
}
