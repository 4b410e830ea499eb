internal import GraphModel

extension Evaluator {
  /// An edge met on the walk, before its names are read.
  private struct Met {
    var edge: Edge
    var neighbor: EntityID
    var depth: Int
  }

  private struct GroupKey: Hashable {
    var predicate: PredicateID
    var isIncoming: Bool
  }

  mutating func neighbors(_ query: NeighborsQuery, limit: Int) throws(Interruption) -> Answer.Neighbors {
    let center = try resolve(query.entity)
    let type = query.type.map { RelationNames.key($0.spelling) }
    var allowed: Set<RelationNames.Meaning>?
    if let via = query.via { allowed = try listed(via.pattern) }
    var symmetry = Symmetry()

    var groups: [GroupKey: [Met]] = [:]
    var seenEdges: Set<EdgeID> = []
    var reached: Set<EntityID> = [center]
    var frontier = [center]
    var claims = 0
    var undated = 0
    walk: for depth in 1...query.depth {
      var next: [EntityID] = []
      for node in frontier {
        graph.adjacency(of: node, .both, into: &adjacency)
        guard budget.allows(adjacency.count + 1) else { break walk }
        for item in adjacency {
          let isSymmetric = symmetry.isSymmetric(item.predicate, in: graph)
          guard Self.follows(item, query.direction, allowed, isSymmetric) else { continue }
          guard seenEdges.insert(item.edge).inserted else { continue }
          guard showsClaims || item.isFact else {
            claims += 1
            continue
          }
          guard budget.allows(5) else { break walk }
          if seenEdges.count > limits.searchPlaces / 8 { budget.stop(.memoryLimit(limits.searchPlaces / 8)) }
          let edge = graph.edge(item.edge)
          guard edge.support >= query.minimumSupport else { continue }
          guard query.period.overlaps(edge.firstDate, edge.lastDate) else {
            if edge.firstDate == nil, edge.lastDate == nil { undated += 1 }
            continue
          }
          if reached.insert(item.neighbor).inserted { next.append(item.neighbor) }
          guard type == nil || RelationNames.key(graph.type(of: item.neighbor)) == type else { continue }
          let key = GroupKey(predicate: item.predicate, isIncoming: item.isIncoming && !isSymmetric)
          groups[key, default: []].append(Met(edge: edge, neighbor: item.neighbor, depth: depth))
        }
      }
      if next.isEmpty { break }
      frontier = next.sorted()
    }
    if groups.isEmpty, let type = query.type { try checkType(type) }
    if claims > 0 { notes.append(.claimsLeftOut(claims)) }
    if undated > 0 { notes.append(.undatedLeftOut(undated)) }
    return Answer.Neighbors(
      entity: entity(center), groups: rows(of: groups, limit: limit), total: groups.values.reduce(0) { $0 + $1.count })
  }

  /// Whether the query asks for this edge as to direction and relation.
  private static func follows(
    _ item: Adjacency, _ direction: Direction, _ allowed: Set<RelationNames.Meaning>?, _ isSymmetric: Bool
  ) -> Bool {
    let forward = RelationNames.Meaning(predicate: item.predicate, isInverse: false)
    let backward = RelationNames.Meaning(predicate: item.predicate, isInverse: true)
    guard let allowed else {
      return direction == .both || isSymmetric || item.isIncoming == (direction == .incoming)
    }
    if direction == .both || isSymmetric { return allowed.contains(forward) || allowed.contains(backward) }
    // The inverse's name turns the direction round: `out via ledBy` are the edges that come in as `leads`.
    return allowed.contains(item.isIncoming == (direction == .incoming) ? forward : backward)
  }

  /// The meanings of a plain list of relations; nil when it has `.`, which allows every relation.
  mutating func listed(_ pattern: RelationPattern) throws(Interruption) -> Set<RelationNames.Meaning>? {
    switch pattern {
    case .relation(let reference): return Set(try knownRelations().resolve(reference))
    case .alternatives(let parts):
      var result: Set<RelationNames.Meaning> = []
      for part in parts {
        guard let meanings = try listed(part) else { return nil }
        result.formUnion(meanings)
      }
      return result
    case .any, .inverse, .sequence, .repeated: return nil
    }
  }

  /// Groups with the most edges first; the rows within the limit, dealt out so that every group shows its best.
  private mutating func rows(of groups: [GroupKey: [Met]], limit: Int) -> [Answer.Neighbors.Group] {
    let sorted = groups.map { (key: $0.key, met: $0.value, predicate: predicate($0.key.predicate)) }
      .sorted { a, b in
        if a.met.count != b.met.count { return a.met.count > b.met.count }
        if a.predicate.name != b.predicate.name { return a.predicate.name < b.predicate.name }
        return !a.key.isIncoming && b.key.isIncoming
      }
    let shares = RowShares.deal(limit, among: sorted.map(\.met.count))
    let shown = shares.reduce(0, +)
    noteRows(shown: shown, total: sorted.reduce(0) { $0 + $1.met.count }, limit: limit)
    return zip(sorted, shares).map { group, share in
      let best = group.met.sorted { a, b in
        if a.depth != b.depth { return a.depth < b.depth }
        if a.edge.support != b.edge.support { return a.edge.support > b.edge.support }
        return (a.neighbor, a.edge.id) < (b.neighbor, b.edge.id)
      }
      return Answer.Neighbors.Group(
        predicate: group.predicate.name, relation: group.predicate.relation, isIncoming: group.key.isIncoming,
        total: group.met.count,
        rows: best.prefix(share).map {
          Answer.Neighbors.Row(statement: statement($0.edge), neighbor: entity($0.neighbor), depth: $0.depth)
        })
    }
  }
}

/// Which predicates say the same in both directions, of those asked for so far.
private struct Symmetry {
  private var known: [PredicateID: Bool] = [:]

  mutating func isSymmetric(_ predicate: PredicateID, in graph: some GraphView) -> Bool {
    if let known = known[predicate] { return known }
    let isSymmetric = graph.predicate(predicate).isSymmetric
    known[predicate] = isSymmetric
    return isSymmetric
  }
}
