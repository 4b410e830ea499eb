internal import GraphModel

extension Evaluator {
  /// The entity that `reference` means: by id; by exact name or alias; else in any case, with or without `the`, without
  /// the possessive ending; else without accents, or by another name of it that is known; else by some words of its
  /// name. `Jordan (Person)` chooses by type.
  ///
  /// - Parameter byWords: whether some words of a name are enough.
  mutating func resolve(_ reference: EntityReference, byWords: Bool = true) throws(Interruption) -> EntityID {
    if let id = reference.id {
      guard Int(id.rawValue) < graph.entityCount else {
        throw .error(
          QueryError(.unknownID("entity \(reference.spelling)", count: graph.entityCount), at: reference.range))
      }
      guard id != nothing else { throw .error(QueryError(.unknownEntity(reference.spelling), at: reference.range)) }
      return id
    }
    // All names are searched once for each way to read the reference.
    var near: [String: [EntityID]] = [:]
    if let id = try resolve(reference, as: reference.spelling, type: nil, &near) { return id }
    if let (name, type) = EntityNames<Graph>.typed(reference.spelling),
      let id = try resolve(reference, as: name, type: type, &near)
    {
      return id
    }
    for name in otherNames(reference.spelling) {
      guard let id = try resolve(reference, as: name, type: nil, &near) else { continue }
      note(.readAs(reference.spelling, entity(id)))
      return id
    }
    if byWords, let id = try resolveByWords(reference, near) { return id }
    let names = EntityNames(graph: graph)
    throw .error(
      QueryError(
        .unknownEntity(reference.spelling), at: reference.range,
        suggestions: suggestsNames ? names.suggestions(for: reference.spelling, budget: &budget) : []))
  }

  /// The entity called `name`; nil when there is none.
  private mutating func resolve(
    _ reference: EntityReference, as name: String, type: String?, _ near: inout [String: [EntityID]]
  ) throws(Interruption) -> EntityID? {
    let names = EntityNames(graph: graph)
    var matches = names.matches(name)
    if matches.isEmpty {
      let pool = names.near(name, &budget)
      near[name] = pool
      matches = names.unaccented(name, among: pool, &budget)
    }
    let found = matches.filter {
      $0 != nothing && (type == nil || graph.type(of: $0).lowercased() == type?.lowercased())
    }
    if found.count <= 1 { return found.first }
    let canonical = found.filter { graph.name(of: $0) == name }
    if canonical.count == 1 {
      if type == nil {
        // `NATO chief` is somebody rather than the node of these words.
        if NodeKind(name, isLinked: false) != .name, let best = ranked(found).first, best.id != canonical[0],
          best.degree >= Self.clearLead * max(1, graph.degree(of: canonical[0], .both))
        {
          note(.readAsOneOf(name, entity(best.id), [entity(canonical[0])]))
          return best.id
        }
        let others = found.filter { $0 != canonical[0] }.prefix(Self.mostNoted).map { entity($0) }
        note(.alsoAliasOf(name: name, others: others))
      }
      return canonical[0]
    }
    var candidates: [Answer.Candidate] = []
    for (_, id) in ranked(found).prefix(Self.mostCandidates) {
      guard candidates.isEmpty || budget.allows(50) else { break }
      candidates.append(candidate(id, alias: alias(of: id, like: name)))
    }
    throw .ambiguous(Answer.Ambiguity(reference: reference, candidates: candidates))
  }

  /// Those with the most edges first.
  private mutating func ranked(_ found: [EntityID]) -> [(degree: Int, id: EntityID)] {
    var ranked = found.map { (degree: graph.degree(of: $0, .both), id: $0) }
    budget.sort(&ranked) { ($1.degree, $0.id) < ($0.degree, $1.id) }
    return ranked
  }

  /// The entity of whose name `reference` has several words in their order, a name before a description: the only one,
  /// or the one of by far the most edges; nil where there is none, or too many to choose from.
  ///
  /// - Parameter near: what has been found near the ways to read it.
  private mutating func resolveByWords(
    _ reference: EntityReference, _ near: [String: [EntityID]]
  ) throws(Interruption) -> EntityID? {
    let (name, type) = EntityNames<Graph>.typed(reference.spelling) ?? (reference.spelling, nil)
    guard let pool = near[name] else { return nil }
    var found = EntityNames(graph: graph).havingWords(of: name, among: pool).filter {
      type == nil || graph.type(of: $0.id).lowercased() == type?.lowercased()
    }
    if found.contains(where: { $0.kind == .name }) { found.removeAll { $0.kind != .name } }
    guard !found.isEmpty, found.count <= Self.mostByWords else { return nil }
    let ranked = ranked(found.map(\.id))
    if ranked.count > 1, ranked[0].degree < max(1, Self.clearLead * ranked[1].degree) {
      throw .ambiguous(
        Answer.Ambiguity(
          reference: reference, candidates: ranked.map { candidate($0.id, alias: alias(of: $0.id, like: name)) }))
    }
    let taken = entity(ranked[0].id)
    let others = ranked.dropFirst().prefix(Self.mostNoted).map { entity($0.id) }
    note(others.isEmpty ? .readAs(reference.spelling, taken) : .readAsOneOf(reference.spelling, taken, others))
    return taken.id
  }

  /// Entities among which some words of a name leave a choice: of more one has to say more of the name.
  private static var mostByWords: Int { 20 }
  /// So many times the edges of the next has the one that is meant.
  private static var clearLead: Int { 4 }

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
