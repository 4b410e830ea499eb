internal import GraphModel

// `/` stands between two relations of a walk, and in `attack/in` before the role of an event. It is a role where the
// graph has such a role and no relation is called as the role is but links between names; a relation keeps its meaning.
extension RelationNames {
  /// The expression with each `attack/in` that is a role in the place of the two names.
  ///
  /// - Throws: for names of which the second is neither a relation nor a role of the first.
  func joiningRoles(
    _ pattern: PathExpression, _ budget: inout WorkBudget
  ) throws(Interruption) -> PathExpression {
    switch pattern {
    case .any, .relation: return pattern
    case .inverse(let inner): return .inverse(try joiningRoles(inner, &budget))
    case .repeated(let inner, let minimum, let maximum):
      return .repeated(try joiningRoles(inner, &budget), minimum: minimum, maximum: maximum)
    case .alternatives(let parts):
      var joined: [PathExpression] = []
      for part in parts { joined.append(try joiningRoles(part, &budget)) }
      return .alternatives(joined)
    case .sequence(let parts):
      var joined: [PathExpression] = []
      for part in parts {
        if let last = joined.last, let role = try role(last, part, &budget) {
          joined[joined.count - 1] = role
        } else {
          joined.append(try joiningRoles(part, &budget))
        }
      }
      return joined.count == 1 ? joined[0] : .sequence(joined)
    }
  }

  /// Verb and role as one relation: `attack/in`, `^attack/in`, `attack/in*`; nil for anything else.
  private func role(
    _ verb: PathExpression, _ role: PathExpression, _ budget: inout WorkBudget
  ) throws(Interruption) -> PathExpression? {
    switch (verb, role) {
    case (.inverse(let inner), _): return try self.role(inner, role, &budget).map { .inverse($0) }
    case (_, .repeated(let inner, let minimum, let maximum)):
      return try self.role(verb, inner, &budget).map { .repeated($0, minimum: minimum, maximum: maximum) }
    case (.relation(let verb), .relation(let role)):
      let walked = meanings(of: role.spelling, &budget)
      guard walked.allSatisfy({ links.contains($0.predicate) }), budget.cutOff == nil else { return nil }
      let name = NameReference(
        spelling: "\(verb.spelling)/\(role.spelling)",
        range: SourceRange(verb.range.start, role.range.end))
      guard meanings(of: name.spelling, &budget).isEmpty else { return .relation(name) }
      guard walked.isEmpty else { return nil }
      // Neither a relation nor a role of this verb: of others perhaps.
      let suggestions = suggestions(for: verb.spelling, role: role.spelling, &budget)
      if suggestions.isEmpty { return nil }
      throw .error(QueryError(.unknownRelation(name.spelling), at: name.range, suggestions: suggestions))
    default: return nil
    }
  }
}
