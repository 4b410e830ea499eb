extension GraphChange {
  /// The change that takes `change` back: what it speaks of is again as in `before`, the graph before it.
  ///
  /// - Complexity: O(size of the change, and the edges of its entities).
  init(restoring change: GraphChange, to before: some GraphView) {
    self.init()
    var maker = ChangeMaker(before)
    let entities = change.entities.map { maker.restore($0) }
    let predicates = change.predicates.map { maker.restore($0) }
    for document in change.documents { maker.restore(document) }
    for edge in change.edges {
      let key = EdgeKey(
        subject: entities[edge.key.subject], predicate: predicates[edge.key.predicate], kind: edge.key.kind,
        object: entities[edge.key.object], source: edge.key.source.map { entities[$0] })
      if let old = maker.identity(of: edge.key, in: change).flatMap({ maker.edge($0) }) {
        maker.set(before.evidence(of: old), of: key)
      } else {
        maker.remove(key)
      }
    }
    self = maker.change
    if change.decisions != nil { decisions = before.decisions }
  }
}

// Each says of a row of another change what the graph says of it, and returns its position.
extension ChangeMaker {
  fileprivate mutating func restore(_ entity: GraphChange.Entity) -> Int {
    let place = change.entity(entity.name, type: entity.type)
    if entity.state != .kept {
      let old = graph.entity(entity.name, type: entity.type)
      change.setEntity(place, old.map { .present(graph.aliases(of: $0)) } ?? .gone)
    }
    return place
  }

  fileprivate mutating func restore(_ predicate: GraphChange.Predicate) -> Int {
    let place = change.predicate(predicate.name)
    if predicate.state != .kept {
      change.setPredicate(
        place, graph.predicate(named: predicate.name).map { .present(graph.predicate($0)) } ?? .gone)
    }
    return place
  }

  /// The edge of the graph that `key` of a change would be; nil when the graph has not all that it consists of.
  fileprivate func identity(of key: GraphChange.EdgeKey, in change: GraphChange) -> EdgeIdentity? {
    func entity(_ place: Int) -> EntityID? {
      graph.entity(change.entities[place].name, type: change.entities[place].type)
    }
    guard let subject = entity(key.subject), let object = entity(key.object),
      let predicate = graph.predicate(named: change.predicates[key.predicate].name)
    else { return nil }
    let source = key.source.map(entity)
    if let source, source == nil { return nil }
    return EdgeIdentity(
      subject: subject, predicate: predicate, kind: key.kind, object: object, source: source ?? nil)
  }

  fileprivate mutating func restore(_ document: GraphChange.Document) {
    let place = change.document(document.id)
    guard document.state != .kept else { return }
    guard let old = graph.row(ofDocument: document.id) else { return change.setDocument(place, .gone) }
    let record = graph.document(old)
    change.setDocument(
      place,
      .present(
        GraphContent.Document(
          id: record.name, title: record.title, date: record.date, source: record.source, text: graph.text(of: old),
          sentences: record.sentences)))
  }
}
