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
  /// The nodes of each kind; nil for a graph without documents, whose names say nothing of what they are, and where
  /// counting takes more than the statement may hold.
  ///
  /// - Complexity: O(*n*) for all *n* edges with their evidence and the bytes of all names.
  mutating func nodeCounts() -> Answer.NodeCounts? {
    guard graph.documentCount > 0, budget.mayHold(10 * graph.entityCount) else { return nil }
    let links = links()
    /// By entity one document that speaks of it.
    var first = [DocumentID?](repeating: nil, count: graph.entityCount)
    var isShared = [Bool](repeating: false, count: graph.entityCount)
    var isLinked = isShared
    // In the order of the edges, in which their evidence lies.
    for number in 0..<UInt32(graph.entityCount) {
      guard budget.read(EntityID(number), .outgoing, of: graph, into: &adjacency) else { break }
      for edge in adjacency {
        guard budget.allows(2) else { break }
        if links.contains(edge.predicate), edge.neighbor != nothing { isLinked[Int(number)] = true }
        for document in graph.documents(of: edge.edge) {
          for end in [Int(number), Int(edge.neighbor.rawValue)] {
            if first[end] ?? document != document { isShared[end] = true }
            first[end] = document
          }
        }
      }
    }
    var counts = Answer.NodeCounts()
    for number in 0..<graph.entityCount where EntityID(UInt32(number)) != nothing {
      let name = graph.name(of: EntityID(UInt32(number)))
      guard budget.allows(2 + name.utf8.count / 64) else { break }
      switch NodeKind(name, isLinked: isLinked[number]) {
      case .name: counts.names += 1
      case .phrase: counts.phrases += 1
      case .noun:
        counts.nouns += 1
        if isShared[number], CommonNoun.isOne(name) { counts.sharedNouns += 1 }
      }
    }
    return counts
  }
}
