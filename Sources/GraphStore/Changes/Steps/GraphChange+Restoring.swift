internal import GraphModel

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
      let key = edge.key.map(entity: { entities[$0] }, predicate: { predicates[$0] })
      if let old = before.key(of: edge.key, in: change).flatMap({ maker.edge($0) }) {
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

  fileprivate mutating func restore(_ document: GraphChange.Document) {
    let place = change.document(document.id)
    guard document.state != .kept else { return }
    let old = graph.row(ofDocument: document.id)
    change.setDocument(place, old.map { .present(GraphContent.Document($0, of: graph)) } ?? .gone)
  }
}
