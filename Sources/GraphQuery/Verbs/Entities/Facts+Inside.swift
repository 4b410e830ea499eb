internal import GraphModel

extension Evaluator {
  /// What is told of the descriptions that have their place in an entity, *attack on the station in Chabahar*, without
  /// `known` edges: best supported first, then the latest; and the links by which it was found.
  ///
  /// A description is of the documents that link it: of a noun that others use, too, only what these say is told.
  ///
  /// - Complexity: O(links of the entity and edges of at most 1,000 descriptions), within the budget.
  mutating func statementsInside(
    _ place: EntityID, by predicates: Set<PredicateID>?, without known: Set<EdgeID>
  ) -> (edges: [EdgeID], links: [EdgeID]) {
    guard readAdjacency(of: place) else { return ([], []) }
    var near: [Adjacency] = []
    var tells: [PredicateID: Bool] = [:]
    for item in adjacency where item.isIncoming && item.neighbor != place {
      guard budget.allows(1), near.count < Self.mostInside else { break }
      let isPlacing = tells[item.predicate] ?? Self.tellsPlace(predicate(item.predicate))
      tells[item.predicate] = isPlacing
      if isPlacing, isDescription(item.neighbor, by: predicate(item.predicate)) { near.append(item) }
    }
    var found: [(rank: UInt32, last: String, edge: EdgeID)] = []
    var links: [EdgeID] = []
    var seen = known
    for item in near {
      guard budget.allows(20), budget.mayHold(96 * found.count), readAdjacency(of: item.neighbor) else { break }
      let documents = Set(graph.documents(of: item.edge))
      let before = found.count
      for own in adjacency where degrees.contains(own.degree) && own.neighbor != place {
        guard budget.allows(5) else { break }
        guard predicates?.contains(own.predicate) ?? !isLink(own.predicate), !seen.contains(own.edge),
          !documents.isDisjoint(with: graph.documents(of: own.edge))
        else { continue }
        let edge = graph.edge(own.edge)
        seen.insert(own.edge)
        found.append((edge.witnesses.rank, edge.lastDate ?? "", own.edge))
      }
      if found.count > before { links.append(item.edge) }
    }
    budget.sort(&found) { a, b in
      if a.rank != b.rank { return a.rank > b.rank }
      return a.last != b.last ? a.last > b.last : a.edge < b.edge
    }
    return (found.map(\.edge), links)
  }

  /// Descriptions that are looked at.
  private static var mostInside: Int { 1_000 }

  /// Whether a link tells where something is.
  private static func tellsPlace(_ predicate: GraphContent.Predicate) -> Bool {
    predicate.isLink && ["in", "at"].contains(predicate.linkWords)
  }

  /// Whether a node is no name of its own: `attack in Chabahar`, not `Kampala Parliament`.
  private func isDescription(_ entity: EntityID, by link: GraphContent.Predicate) -> Bool {
    let name = graph.name(of: entity)
    return NodeKind(name, isLinked: false) != .name || name.contains(" \(link.linkWords) ")
  }
}
