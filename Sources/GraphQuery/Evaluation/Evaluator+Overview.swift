internal import GraphModel

extension Evaluator {
  /// The types of entities, most frequent first.
  mutating func types() -> [Answer.TypeRow] {
    var counts: [String: Int] = [:]
    for number in 0..<UInt32(graph.entityCount) {
      guard budget.allows() else { break }
      counts[graph.type(of: EntityID(number)), default: 0] += 1
    }
    return counts.map { Answer.TypeRow(name: $0.key, entities: $0.value) }
      .sorted { ($1.entities, $0.name) < ($0.entities, $1.name) }
  }

  /// The predicates, most frequent first.
  mutating func relations(limit: Int) -> [Answer.RelationRow] {
    var facts = Array(repeating: 0, count: graph.predicateCount)
    var claims = facts
    for number in 0..<UInt32(graph.entityCount) {
      graph.adjacency(of: EntityID(number), .outgoing, into: &adjacency)
      guard budget.allows(adjacency.count + 1) else { break }
      for item in adjacency {
        if item.isFact { facts[Int(item.predicate.rawValue)] += 1 } else { claims[Int(item.predicate.rawValue)] += 1 }
      }
    }
    let ranked = facts.indices.sorted { (facts[$1] + claims[$1], $0) < (facts[$0] + claims[$0], $1) }
    noteRows(shown: min(limit, ranked.count), total: ranked.count, limit: limit)
    return ranked.prefix(limit).map { number in
      let predicate = predicate(PredicateID(UInt32(number)))
      return Answer.RelationRow(
        predicate: predicate.name, relation: predicate.relation, inverse: predicate.inverse,
        isSymmetric: predicate.isSymmetric, facts: facts[number], claims: claims[number])
    }
  }

  mutating func statistics() -> Answer.Statistics {
    let rows = relations(limit: .max)
    var hubs: [(degree: Int, id: EntityID)] = []
    for number in 0..<UInt32(graph.entityCount) {
      guard budget.allows() else { break }
      let hub = (degree: graph.degree(of: EntityID(number), .both), id: EntityID(number))
      if hubs.count == 10, let last = hubs.last, hub.degree <= last.degree { continue }
      let place = hubs.firstIndex { $0.degree < hub.degree } ?? hubs.endIndex
      hubs.insert(hub, at: place)
      if hubs.count > 10 { hubs.removeLast() }
    }
    return Answer.Statistics(
      entities: graph.entityCount, predicates: graph.predicateCount, edges: graph.edgeCount,
      claims: rows.reduce(0) { $0 + $1.claims }, documents: graph.documentCount, evidence: graph.evidenceCount,
      hubs: hubs.filter { $0.degree > 0 }.map { candidate($0.id) }, relations: Array(rows.prefix(10)))
  }
}
