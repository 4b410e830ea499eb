internal import GraphModel

extension Evaluator {
  /// The entity that `reference` means: by id; by exact name or alias; else in any case, with or without `the`, without
  /// the possessive ending; else without accents, or by another name of it that is known. `Jordan (Person)` chooses by
  /// type.
  mutating func resolve(_ reference: EntityReference) throws(Interruption) -> EntityID {
    if let id = reference.id {
      guard Int(id.rawValue) < graph.entityCount else {
        throw .error(
          QueryError(.unknownID("entity \(reference.spelling)", count: graph.entityCount), at: reference.range))
      }
      guard id != nothing else { throw .error(QueryError(.unknownEntity(reference.spelling), at: reference.range)) }
      return id
    }
    if let id = try resolve(reference, as: reference.spelling, type: nil) { return id }
    if let (name, type) = EntityNames<Graph>.typed(reference.spelling),
      let id = try resolve(reference, as: name, type: type)
    {
      return id
    }
    for name in otherNames(reference.spelling) {
      guard let id = try resolve(reference, as: name, type: nil) else { continue }
      note(.readAs(reference.spelling, entity(id)))
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
    let names = EntityNames(graph: graph)
    let exact = names.matches(name)
    let found = (exact.isEmpty ? names.unaccented(name, &budget) : exact).filter {
      $0 != nothing && (type == nil || graph.type(of: $0).lowercased() == type?.lowercased())
    }
    if found.count <= 1 { return found.first }
    let canonical = found.filter { graph.name(of: $0) == name }
    if canonical.count == 1 {
      if type == nil {
        let others = found.filter { $0 != canonical[0] }.prefix(Self.mostNoted).map { entity($0) }
        note(.alsoAliasOf(name: name, others: others))
      }
      return canonical[0]
    }
    var ranked = found.map { (degree: graph.degree(of: $0, .both), id: $0) }
    budget.sort(&ranked) { ($1.degree, $0.id) < ($0.degree, $1.id) }
    var candidates: [Answer.Candidate] = []
    for (_, id) in ranked.prefix(Self.mostCandidates) {
      guard candidates.isEmpty || budget.allows(50) else { break }
      candidates.append(candidate(id, alias: alias(of: id, like: name)))
    }
    throw .ambiguous(Answer.Ambiguity(reference: reference, candidates: candidates))
  }

  /// Entities that a note names.
  private static var mostNoted: Int { 10 }
  /// Entities of one name that are shown, those with the most edges: to choose among more, one asks `find`.
  private static var mostCandidates: Int { 1_000 }

  /// The alias of `id` that is `name` in any case; nil when it is none.
  func alias(of id: EntityID, like name: String) -> String? {
    let folded = name.lowercased()
    return graph.otherNames(of: id).first { $0.name.lowercased() == folded }?.name
  }

  /// Throws when no entity has the type.
  mutating func checkType(_ reference: NameReference) throws(Interruption) {
    guard !hasType(reference.spelling), budget.cutOff == nil else { return }
    throw .error(
      QueryError(.unknownType(reference.spelling), at: reference.range, suggestions: types(like: reference.spelling)))
  }

  /// Whether an entity has the type; perhaps false where the budget ends.
  mutating func hasType(_ spelling: String) -> Bool {
    let wanted = RelationNames.key(spelling)
    for type in typeCounts() {
      guard budget.allows(2 + type.name.utf8.count / 16) else { return false }
      if RelationNames.key(type.name) == wanted { return true }
    }
    return false
  }

  /// Types that `spelling` may have meant.
  mutating func types(like spelling: String) -> [String] {
    let types = typeCounts()
    return Spelling(spelling).closest(in: types.lazy.map(\.name)) { budget.allows($0) }
  }
}
