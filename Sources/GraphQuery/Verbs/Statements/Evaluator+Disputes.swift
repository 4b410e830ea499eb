internal import GraphModel

/// What two edges of an entity have in common that say and deny the same.
private struct SidesKey: Hashable {
  var predicate: PredicateID
  var neighbor: EntityID
  var isIncoming: Bool
}

extension Evaluator {
  /// What is disputed of an entity, in the order of the edges.
  ///
  /// - Complexity: O(its edges), and the evidence of those that tell of offices, its own and those of others in it.
  mutating func disputes(about id: EntityID) throws(Interruption) -> [Dispute] {
    guard readAdjacency(of: id) else { throw .stopped }
    let edges = adjacency
    var found = denials(among: edges) + numbers(among: edges.filter { !$0.isIncoming })
    found += offices(disputedIn: id, among: holders(among: edges))
    for body in careers.career(of: id, in: graph).offices.filter(\.isSole).compactMap(\.body) where body != id {
      guard budget.read(body, .incoming, of: graph, into: &adjacency) else { break }
      found += offices(disputedIn: body, among: holders(among: adjacency)).filter { dispute in
        [dispute.first, dispute.second].contains { graph.edge($0).subject == id }
      }
    }
    return Self.once(found)
  }

  /// What is disputed in the whole graph, in the order of the edges.
  ///
  /// - Complexity: O(*n*) for all *n* edges, in the order in which their evidence stands, and the evidence of those
  ///   that tell of offices.
  mutating func disputes() -> [Dispute] {
    var found: [Dispute] = []
    var holders: [EntityID: [EntityID]] = [:]
    for number in 0..<UInt32(graph.entityCount) where EntityID(number) != nothing {
      let id = EntityID(number)
      guard budget.mayHold(MemoryLayout<Dispute>.stride * found.count + 40 * holders.count),
        budget.read(id, .outgoing, of: graph, into: &adjacency)
      else { break }
      let edges = adjacency
      found += denials(among: edges) + numbers(among: edges)
      for item in edges where item.neighbor != nothing && tellsSoleOffice(item) {
        if holders[item.neighbor]?.last != id { holders[item.neighbor, default: []].append(id) }
      }
    }
    for body in holders.keys.sorted() {
      found += offices(disputedIn: body, among: holders[body] ?? [])
    }
    return Self.once(found)
  }

  private static func once(_ disputes: [Dispute]) -> [Dispute] {
    var seen: Set<[EdgeID]> = []
    return disputes.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
      .filter { seen.insert([$0.first, $0.second]).inserted }
  }

  // MARK: - Denials

  /// The pairs of edges that say and deny the same, the best supported of each side.
  private mutating func denials(among edges: [Adjacency]) -> [Dispute] {
    // Only where something uncertain or denied stands beside something certain is there anything to look at.
    var groups: [SidesKey: (certain: [EdgeID], claims: [EdgeID])] = [:]
    guard edges.contains(where: { $0.degree == .claim }), budget.allows(edges.count) else { return [] }
    for item in edges {
      let key = SidesKey(predicate: item.predicate, neighbor: item.neighbor, isIncoming: item.isIncoming)
      if item.degree == .claim {
        groups[key, default: ([], [])].claims.append(item.edge)
      } else {
        groups[key, default: ([], [])].certain.append(item.edge)
      }
    }
    var found: [Dispute] = []
    for group in groups.values where !group.certain.isEmpty && !group.claims.isEmpty {
      guard budget.allows(5 * (group.certain.count + group.claims.count)) else { break }
      let denials = group.claims.map { graph.edge($0) }.filter { $0.polarity == .negated && $0.modality == .certain }
      guard let denied = Self.best(denials), let said = Self.best(group.certain.map { graph.edge($0) }),
        isOfOneThing(said, denied), isOfOneTime(saying: said, denying: denied)
      else { continue }
      found.append(Dispute(kind: .denial, first: said, second: denied))
    }
    return found
  }

  /// Whether two edges of the same names speak of the same: of nouns of several documents only where one says both.
  private func isOfOneThing(_ first: EdgeID, _ second: EdgeID) -> Bool {
    let edge = graph.edge(first)
    // The object of events without one is no noun, though many documents use it.
    let ends: [EntityID] = [edge.subject, edge.object].filter { $0 != nothing }
    guard let nouns, ends.contains(where: { nouns.contains($0, in: graph) }) else { return true }
    let documents = Set(graph.documents(of: first))
    return graph.documents(of: second).contains { documents.contains($0) }
  }

  /// Whether some sentence of the one may speak of the time of one of the other: not of Sunday and of Monday.
  private func isOfOneTime(saying said: EdgeID, denying denied: EdgeID) -> Bool {
    let denials = graph.evidenceWithoutRanges(of: denied)
    let evidence = graph.evidenceWithoutRanges(of: said)
    guard !denials.isEmpty, !evidence.isEmpty else { return true }
    return evidence.contains { piece in
      denials.contains { other in
        guard let one = piece.time.flatMap({ DaySpan($0) }), let two = other.time.flatMap({ DaySpan($0) }) else {
          return true
        }
        return one.first <= two.last && two.first <= one.last
      }
    }
  }

  private static func best(_ edges: [Edge]) -> EdgeID? {
    edges.max { a, b in (a.witnesses.rank, b.id) < (b.witnesses.rank, a.id) }?.id
  }
}
