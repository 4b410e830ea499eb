internal import GraphModel

extension Answer {
  /// How many nodes are names, phrases with a name in them, and nouns.
  public struct NodeCounts: Sendable, Equatable {
    public var names = 0
    public var phrases = 0
    public var nouns = 0
    /// The nouns that several documents use, where nothing is joined from one to another.
    public var sharedNouns = 0
  }
}

extension Evaluator {
  /// The nodes of each kind; nil for a graph without documents, whose names say nothing of what they are.
  ///
  /// - Complexity: O(*n*) for all *n* edges and the bytes of all names.
  mutating func nodeCounts() -> Answer.NodeCounts? {
    guard graph.documentCount > 0 else { return nil }
    let links = links()
    var counts = Answer.NodeCounts()
    for number in 0..<UInt32(graph.entityCount) where EntityID(number) != nothing {
      let entity = EntityID(number)
      let name = graph.name(of: entity)
      guard budget.allows(2 + name.utf8.count / 64) else { break }
      var kind = NodeKind(name, isLinked: false)
      if kind == .name, !links.isEmpty, readsLink(of: entity, links) { kind = .phrase }
      switch kind {
      case .name: counts.names += 1
      case .phrase: counts.phrases += 1
      case .noun:
        counts.nouns += 1
        if nouns?.contains(entity, in: graph) == true { counts.sharedNouns += 1 }
      }
    }
    return counts
  }

  /// Whether a link leads from an entity to another.
  private mutating func readsLink(of entity: EntityID, _ links: Set<PredicateID>) -> Bool {
    guard budget.read(entity, .outgoing, of: graph, into: &adjacency) else { return false }
    _ = budget.allows(adjacency.count)
    return adjacency.contains { links.contains($0.predicate) && $0.neighbor != nothing }
  }
}
