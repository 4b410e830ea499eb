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
    if shown < total { note(.rowsLeftOut(total - shown, limit: limit)) }
  }

  /// How many entities each type has, most frequent first.
  ///
  /// - Complexity: O(entities), within the limits of time.
  mutating func typeCounts() -> [(name: String, entities: Int)] {
    var counts: [String: Int] = [:]
    for number in 0..<UInt32(graph.entityCount) {
      guard budget.allows() else { break }
      counts[graph.type(of: EntityID(number)), default: 0] += 1
    }
    return counts.map { (name: $0.key, entities: $0.value) }
      .sorted { ($1.entities, $0.name) < ($0.entities, $1.name) }
  }

  /// The edges of `id` that are to be shown, ascending, a loop once; notes how many claims were left out.
  mutating func shownEdges(of id: EntityID) -> [EdgeID] {
    graph.adjacency(of: id, .both, into: &adjacency)
    var result: [EdgeID] = []
    var claims = 0
    for item in adjacency where !(item.isIncoming && item.neighbor == id) {
      if showsClaims || item.isFact { result.append(item.edge) } else { claims += 1 }
    }
    if claims > 0 { note(.claimsLeftOut(claims)) }
    return result.sorted()
  }
}
