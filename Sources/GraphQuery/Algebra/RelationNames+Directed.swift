internal import GraphModel

extension RelationNames.Meaning {
  /// The same predicate read the other way round.
  var inverse: RelationNames.Meaning { RelationNames.Meaning(predicate: predicate, isInverse: !isInverse) }
}

extension RelationNames {
  /// The predicates that a relation or alternatives of relations, each perhaps with `^`, allow from subject to object,
  /// those that say the same in both directions in both; nil for `.` and for expressions with other operators.
  ///
  /// - Throws: for a relation that the graph does not have.
  func directed(_ pattern: PathExpression, _ budget: inout WorkBudget) throws(Interruption) -> Set<Meaning>? {
    switch pattern {
    case .relation(let reference):
      var result: Set<Meaning> = []
      for meaning in try resolve(reference, &budget) {
        result.insert(meaning)
        if symmetric.contains(meaning.predicate) { result.insert(meaning.inverse) }
      }
      return result
    case .alternatives(let parts):
      var result: Set<Meaning> = []
      for part in parts {
        guard let some = try directed(part, &budget) else { return nil }
        result.formUnion(some)
      }
      return result
    case .inverse(let inner): return try directed(inner, &budget).map { Set($0.map(\.inverse)) }
    case .any, .sequence, .repeated: return nil
    }
  }
}

extension PathExpression {
  /// The expression with `other` in the place of each `.`.
  func replacingAny(by other: PathExpression) -> PathExpression {
    switch self {
    case .any: other
    case .relation: self
    case .inverse(let inner): .inverse(inner.replacingAny(by: other))
    case .sequence(let parts): .sequence(parts.map { $0.replacingAny(by: other) })
    case .alternatives(let parts): .alternatives(parts.map { $0.replacingAny(by: other) })
    case .repeated(let inner, let minimum, let maximum):
      .repeated(inner.replacingAny(by: other), minimum: minimum, maximum: maximum)
    }
  }

  /// The names of all relations in it.
  var names: [NameReference] {
    switch self {
    case .any: []
    case .relation(let name): [name]
    case .inverse(let inner), .repeated(let inner, _, _): inner.names
    case .sequence(let parts), .alternatives(let parts): parts.flatMap(\.names)
    }
  }
}

extension Direction {
  /// The same edges from their other end.
  var reversed: Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .both: .both
    }
  }
}
