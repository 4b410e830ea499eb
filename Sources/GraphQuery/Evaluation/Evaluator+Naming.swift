public import GraphModel

/// What a ``NamingStatement`` means in a graph.
public enum NamingTarget: Sendable, Equatable {
  /// A name of several entities; nothing is to be done.
  case ambiguous(Answer.Ambiguity)
  case merge(EntityID, into: EntityID)
  /// The name is one of the other names of the entity, as it has it.
  case split(String, from: EntityID)
  case undo
}

extension Evaluator {
  /// Looks up the names of `statement`.
  ///
  /// - Throws: `QueryError` for a name that nobody has, that is no other name, or for two names of one entity.
  public mutating func target(of statement: NamingStatement) throws(QueryError) -> NamingTarget {
    budget = WorkBudget(cancellation: cancellation, limit: limits.time)
    notes = []
    do {
      return try lookUp(statement)
    } catch {
      switch error {
      case .ambiguous(let ambiguity): return .ambiguous(ambiguity)
      case .error(let error): throw error
      }
    }
  }

  private mutating func lookUp(_ statement: NamingStatement) throws(Interruption) -> NamingTarget {
    switch statement {
    case .merge(let first, let second):
      let entity = try resolve(first)
      let other = try resolve(second)
      guard entity != other else {
        throw .error(
          QueryError(.sameEntity(first.spelling, second.spelling, graph.name(of: entity)), at: second.range))
      }
      return .merge(entity, into: other)
    case .split(let name, let owner):
      let (alias, entity) = try otherName(name, of: owner)
      return .split(alias, from: entity)
    case .undo: return .undo
    }
  }

  private mutating func otherName(
    _ reference: EntityReference, of owner: EntityReference?
  ) throws(Interruption) -> (String, EntityID) {
    var candidates: [EntityID]
    if let owner {
      candidates = [try resolve(owner)]
    } else {
      candidates = EntityNames(graph: graph).matches(reference.spelling)
    }
    let bearers = candidates.compactMap { id in alias(of: id, like: reference.spelling).map { (name: $0, id: id) } }
      .filter { $0.name != graph.name(of: $0.id) }
    if bearers.count == 1 { return bearers[0] }
    if bearers.count > 1 {
      throw .ambiguous(
        Answer.Ambiguity(
          reference: reference,
          candidates: bearers.map { candidate($0.id, alias: $0.name) }
            .sorted { ($1.degree, $0.entity.id) < ($0.degree, $1.entity.id) }))
    }
    let owned = owner == nil ? [] : graph.aliases(of: candidates[0]).map { VerbSyntax.typed($0.name) }
    throw .error(
      QueryError(
        .noOtherName(reference.spelling, of: owner.map { _ in graph.name(of: candidates[0]) }), at: reference.range,
        suggestions: Array(owned.prefix(3))))
  }
}
