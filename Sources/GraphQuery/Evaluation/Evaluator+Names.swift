internal import GraphModel

extension Evaluator {
  /// The entity that `reference` means: by id; by exact name or alias; else in any case, with or without `the`, without
  /// the possessive ending. `Jordan (Person)` chooses by type.
  mutating func resolve(_ reference: EntityReference) throws(Interruption) -> EntityID {
    if let id = reference.id {
      guard Int(id.rawValue) < graph.entityCount else {
        throw .error(
          QueryError(.unknownID("entity \(reference.spelling)", count: graph.entityCount), at: reference.range))
      }
      return id
    }
    if let id = try resolve(reference, as: reference.spelling, type: nil) { return id }
    if let (name, type) = EntityNames<Graph>.typed(reference.spelling),
      let id = try resolve(reference, as: name, type: type)
    {
      return id
    }
    let names = EntityNames(graph: graph)
    throw .error(
      QueryError(
        .unknownEntity(reference.spelling), at: reference.range,
        suggestions: suggestsNames ? names.suggestions(for: reference.spelling, budget: &budget) : []))
  }

  /// The entity called `name`; nil when there is none.
  private mutating func resolve(
    _ reference: EntityReference, as name: String, type: String?
  ) throws(Interruption) -> EntityID? {
    let found = EntityNames(graph: graph).matches(name).filter {
      type == nil || graph.type(of: $0).lowercased() == type?.lowercased()
    }
    if found.count <= 1 { return found.first }
    let canonical = found.filter { graph.name(of: $0) == name }
    if canonical.count == 1 {
      if type == nil {
        let others = found.filter { $0 != canonical[0] }.map { entity($0) }
        note(.alsoAliasOf(name: name, others: others))
      }
      return canonical[0]
    }
    let candidates = found.map { candidate($0, alias: self.alias(of: $0, like: name)) }
      .sorted { ($1.degree, $0.entity.id) < ($0.degree, $1.entity.id) }
    throw .ambiguous(Answer.Ambiguity(reference: reference, candidates: candidates))
  }

  /// The alias of `id` that is `name` in any case; nil when it is none.
  func alias(of id: EntityID, like name: String) -> String? {
    let folded = name.lowercased()
    return graph.aliases(of: id).first { $0.name.lowercased() == folded }?.name
  }

  /// Throws when no entity has the type.
  mutating func checkType(_ reference: NameReference) throws(Interruption) {
    let types = typeCounts().map(\.name)
    let wanted = RelationNames.key(reference.spelling)
    guard budget.cutOff == nil, !types.contains(where: { RelationNames.key($0) == wanted }) else { return }
    throw .error(
      QueryError(
        .unknownType(reference.spelling), at: reference.range,
        suggestions: Spelling(reference.spelling).closest(in: types)))
  }
}
