internal import GraphModel

/// What tells an edge of a graph from all others.
struct EdgeIdentity: Hashable {
  var subject: EntityID
  var predicate: PredicateID
  var kind: StatementKind
  var object: EntityID
  var source: EntityID?

  init(subject: EntityID, predicate: PredicateID, kind: StatementKind, object: EntityID, source: EntityID?) {
    self.subject = subject
    self.predicate = predicate
    self.kind = kind
    self.object = object
    self.source = source
  }

  init(_ edge: Edge) {
    self.init(
      subject: edge.subject, predicate: edge.predicate, kind: edge.kind, object: edge.object, source: edge.attribution)
  }

  /// What `key` of a change is; nil when one of the rows that it consists of is not there.
  init?(
    _ key: GraphChange.EdgeKey, entity: (Int) -> EntityID?, predicate: (Int) -> PredicateID?
  ) {
    guard let subject = entity(key.subject), let object = entity(key.object), let predicate = predicate(key.predicate)
    else { return nil }
    var source: EntityID?
    if let place = key.source {
      guard let known = entity(place) else { return nil }
      source = known
    }
    self.init(subject: subject, predicate: predicate, kind: key.kind, object: object, source: source)
  }
}

extension GraphView {
  /// What `key` of `change` is in this graph; nil when the graph has not all that it consists of.
  func identity(of key: GraphChange.EdgeKey, in change: GraphChange) -> EdgeIdentity? {
    EdgeIdentity(
      key, entity: { entity(change.entities[$0].name, type: change.entities[$0].type) },
      predicate: { predicate(named: change.predicates[$0].name) })
  }
}
