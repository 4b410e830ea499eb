internal import GraphModel

/// Descriptions without a name that several documents use: the `court` of one text is not that of another, so no path
/// goes through it.
///
/// What was looked up is kept.
final class SharedNouns {
  private var known: [UInt32: Bool] = [:]
  private var adjacency: [Adjacency] = []

  /// Whether `entity` is such a noun.
  ///
  /// - Complexity: O(length of the name); for a noun O(*d*) for *d* edges, mostly O(1), as two documents are enough.
  func contains(_ entity: EntityID, in graph: some GraphView) -> Bool {
    if let found = known[entity.rawValue] { return found }
    let isShared = CommonNoun.isOne(graph.name(of: entity)) && isInSeveralDocuments(entity, graph)
    known[entity.rawValue] = isShared
    return isShared
  }

  private func isInSeveralDocuments(_ entity: EntityID, _ graph: some GraphView) -> Bool {
    graph.adjacency(of: entity, .both, into: &adjacency)
    var first: DocumentID?
    for edge in adjacency {
      for evidence in graph.evidence(of: edge.edge) {
        if let first, first != evidence.document { return true }
        first = evidence.document
      }
    }
    return false
  }
}
