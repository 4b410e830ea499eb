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
      subject: edge.subject, predicate: edge.predicate,
      kind: StatementKind(edge.polarity, edge.modality, isAttributed: edge.attribution != nil), object: edge.object,
      source: edge.attribution)
  }
}
