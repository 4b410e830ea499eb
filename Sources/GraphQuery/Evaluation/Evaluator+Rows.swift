internal import Bytes
internal import GraphModel

extension Evaluator {
  func entity(_ id: EntityID) -> Answer.Entity { reader.entity(id) }
  func predicate(_ id: PredicateID) -> GraphContent.Predicate { reader.predicate(id) }

  /// Statements that are read when they are asked for.
  func statements(_ edges: [EdgeID]) -> AnswerRows<Answer.Statement> {
    AnswerRows(count: edges.count) { [reader] in reader.statement(edges[$0]) }
  }

  /// - Parameter alias: one that is to be shown rather than the first.
  func candidate(_ id: EntityID, alias: String? = nil) -> Answer.Candidate { reader.candidate(id, alias: alias) }

  /// Leaves notes on what the settings leave out.
  mutating func note(_ leftOut: Answer.DegreeCounts) {
    if leftOut.claims > 0 { note(.claimsLeftOut(leftOut.claims)) }
    if leftOut.reported > 0 { note(.reportedLeftOut(leftOut.reported)) }
  }

  /// Leaves a note on rows behind a limit.
  mutating func noteRows(shown: Int, total: Int, limit: Int) {
    if shown < total { note(.rowsLeftOut(total - shown, limit: limit)) }
  }

  /// How many entities each type has, most frequent first.
  ///
  /// - Complexity: O(entities), within the limits of time.
  mutating func typeCounts() -> [(name: String, entities: Int)] {
    if let knownTypes { return knownTypes }
    var counts: [String: Int] = [:]
    var bytes = 0
    for number in 0..<UInt32(graph.entityCount) where EntityID(number) != nothing {
      let type = graph.type(of: EntityID(number))
      let count = counts[type, default: 0]
      // There may be as many types as entities, of any length.
      if count == 0 { bytes += Self.bytesPerType + type.utf8.count }
      guard budget.allows(1 + type.utf8.count / 64), budget.mayHold(bytes) else { break }
      counts[type] = count + 1
    }
    var sorted = counts.map { (name: $0.key, entities: $0.value) }
    budget.sort(&sorted) { ($1.entities, $0.name) < ($0.entities, $1.name) }
    if budget.cutOff == nil { knownTypes = sorted }
    return sorted
  }

  /// With its entry in a hash table.
  private static var bytesPerType: Int { 100 }

  /// The edges of `id` by these predicates, or by any, that are to be shown, ascending, a loop once; notes how many
  /// claims were left out.
  ///
  /// - Parameter orClaims: whether claims are shown where nothing else is stated.
  mutating func shownEdges(
    of id: EntityID, by predicates: Set<PredicateID>? = nil, orClaims: Bool = false
  ) -> [EdgeID] {
    guard readAdjacency(of: id) else { return [] }
    var result: [EdgeID] = []
    var claims: [EdgeID] = []
    var left = Answer.DegreeCounts()
    var linked = 0
    for item in adjacency where !(item.isIncoming && item.neighbor == id) {
      if predicates == nil, isLink(item.predicate) {
        linked += item.neighbor == nothing ? max(1, graph.edge(item.edge).witnesses.sentences) : 1
        continue
      }
      guard predicates?.contains(item.predicate) ?? true else { continue }
      if degrees.contains(item.degree) {
        result.append(item.edge)
      } else {
        left.add(item.degree)
        if orClaims, item.degree == .claim { claims.append(item.edge) }
      }
    }
    if result.isEmpty, !claims.isEmpty {
      result = claims
      if left.reported > 0 { note(.reportedLeftOut(left.reported)) }
    } else {
      note(left)
    }
    if result.isEmpty, linked > 0 { note(.linksBeside(linked)) }
    // The edges that leave it ascend, and so do those that enter it.
    budget.sort(&result, by: <)
    return result
  }

  /// The predicates that say no more than that a name stands in a description.
  ///
  /// - Complexity: O(*p*) for *p* predicates at the first call.
  mutating func links() -> Set<PredicateID> {
    if let knownLinks { return knownLinks }
    var found = Set<PredicateID>()
    for number in 0..<UInt32(graph.predicateCount) where graph.predicate(PredicateID(number)).isLink {
      found.insert(PredicateID(number))
    }
    knownLinks = found
    return found
  }

  /// Whether a predicate says no more than that a name stands in a description.
  func isLink(_ predicate: PredicateID) -> Bool { reader.predicate(predicate).isLink }

  /// The edges that are the word of `source` and are to be shown, ascending.
  ///
  /// - Parameter degrees: which; nil for those that answers show.
  /// - Complexity: O(*k* log *k*) for all *k* edges of the graph that are somebody's word, at the first call.
  mutating func words(of source: EntityID, showing degrees: StatementDegrees? = nil) -> [EdgeID] {
    let degrees = degrees ?? self.degrees
    if attributions == nil {
      attributions = graph.attributions().sorted { ($0.source, $0.edge) < ($1.source, $1.edge) }
    }
    guard let all = attributions else { return [] }
    var found: [EdgeID] = []
    var place = all.indices.first(behind: { all[$0].source < source })
    while place < all.count, all[place].source == source {
      defer { place += 1 }
      guard budget.allows(5), budget.mayHold(8 * found.count) else { break }
      if degrees.contains(graph.edge(all[place].edge).degree) { found.append(all[place].edge) }
    }
    return found
  }

  /// Reads the edges of an entity into ``adjacency``; false where they take more than the statement may hold.
  mutating func readAdjacency(of id: EntityID) -> Bool {
    guard budget.read(id, .both, of: graph, into: &adjacency) else { return false }
    return budget.allows(adjacency.count / 16 + 1)
  }

  /// The evidence of an edge; none where it takes more than the statement may hold.
  mutating func evidence(of edge: EdgeID) -> [Evidence] {
    // Counted only in a graph that has so much.
    if graph.evidenceCount > budget.memory / 2 / Self.bytesPerEvidence,
      !budget.mayHold(graph.edge(edge).witnesses.sentences * Self.bytesPerEvidence)
    {
      return []
    }
    return graph.evidence(of: edge)
  }

  private static var bytesPerEvidence: Int { 256 }
}
