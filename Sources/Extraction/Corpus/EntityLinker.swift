import GraphModel

/// Finds the entities of new documents in a graph that was made without them: by name and type, and by the short names
/// that hold across documents. What only all texts together tell, `compact` settles.
struct EntityLinker {
  /// The rules by which a name of one document is another's in a second one.
  private static let rules: Set<String> = ["acronym", "surname", "suffix", "middle name", "nickname"]

  let types: EntityTypes

  /// `content` with the names that `graph` has for its entities.
  ///
  /// - Complexity: O(*n* log *m*) for *n* entities and a graph of *m*.
  func link(_ content: GraphContent, to graph: some GraphView) -> GraphContent {
    var linked = content
    for index in linked.entities.indices {
      let entity = linked.entities[index]
      let known = known(entity, in: graph)
      if let known {
        linked.entities[index].name = graph.name(of: known)
        linked.entities[index].type = graph.type(of: known)
      }
      // Its votes are those of the texts that were read together.
      if known != nil || graph.entities(named: entity.name).contains(where: { isThere(entity, as: $0, in: graph) }) {
        linked.entities[index].aliases.removeAll { !$0.isName }
      }
    }
    // Two names of one entity may stand on both sides of a statement.
    linked.statements.removeAll { statement in
      let (subject, object) = (linked.entities[statement.subject], linked.entities[statement.object])
      return subject.name == object.name && subject.type == object.type
    }
    return linked
  }

  /// The one entity of `graph` that `entity` is under another type or name; nil when it is there as it is, or in none
  /// or several ways.
  private func known(_ entity: GraphContent.Entity, in graph: some GraphView) -> EntityID? {
    let candidates = graph.entities(named: entity.name)
    // What somebody decided holds for whatever is read later.
    let merged = candidates.filter { candidate in
      graph.aliases(of: candidate).contains { $0.name == entity.name && $0.rule == NamingDecision.rule }
    }
    if merged.count == 1, !candidates.contains(where: { isThere(entity, as: $0, in: graph) }) { return merged[0] }
    guard entity.name.first?.isUppercase == true else { return nil }
    var fitting: [EntityID] = []
    for candidate in candidates {
      if isThere(entity, as: candidate, in: graph) { return nil }
      let isCanonical = graph.name(of: candidate) == entity.name
      let type = graph.type(of: candidate)
      let isShort = graph.aliases(of: candidate).contains { $0.name == entity.name && Self.rules.contains($0.rule) }
      if isCanonical || isShort, areCompatible(type, entity.type) { fitting.append(candidate) }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  private func isThere(_ entity: GraphContent.Entity, as candidate: EntityID, in graph: some GraphView) -> Bool {
    graph.name(of: candidate) == entity.name && graph.type(of: candidate) == entity.type
  }

  private func areCompatible(_ a: String, _ b: String) -> Bool {
    a == EntityTypes.unknown || b == EntityTypes.unknown || types.isA(a, [b]) || types.isA(b, [a])
  }
}
