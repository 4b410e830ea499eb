internal import GraphModel

extension Evaluator {
  mutating func entity(_ id: EntityID) -> Answer.Entity {
    if let known = entities[id] { return known }
    let entity = Answer.Entity(id: id, name: graph.name(of: id), type: graph.type(of: id))
    entities[id] = entity
    return entity
  }

  mutating func predicate(_ id: PredicateID) -> GraphContent.Predicate {
    if let known = predicates[id] { return known }
    let predicate = graph.predicate(id)
    predicates[id] = predicate
    return predicate
  }

  mutating func statement(_ edge: Edge) -> Answer.Statement {
    let predicate = predicate(edge.predicate)
    return Answer.Statement(
      edge: edge, subject: entity(edge.subject), predicate: predicate.name, relation: predicate.relation,
      object: entity(edge.object), attribution: edge.attribution.map { entity($0) })
  }

  /// - Parameter alias: one that is to be shown rather than the first.
  mutating func candidate(_ id: EntityID, alias: String? = nil) -> Answer.Candidate {
    Answer.Candidate(
      entity: entity(id), degree: graph.degree(of: id, .both), alias: alias ?? graph.aliases(of: id).first?.name)
  }

  /// Leaves a note on rows behind a limit.
  mutating func noteRows(shown: Int, total: Int, limit: Int) {
    if shown < total { notes.append(.rowsLeftOut(total - shown, limit: limit)) }
  }
}

extension Period {
  /// Whether a statement dated `first` to `last` (nil when undated) overlaps the period. Dates of different precision overlap
  /// when the coarser contains the finer.
  func overlaps(_ first: String?, _ last: String?) -> Bool {
    if isUnbounded { return true }
    guard let first = first ?? last else { return false }
    let last = last ?? first
    if let since, last.utf8.lexicographicallyPrecedes(since.utf8.prefix(last.utf8.count)) { return false }
    if let until, until.utf8.lexicographicallyPrecedes(first.utf8.prefix(until.utf8.count)) { return false }
    return true
  }
}
