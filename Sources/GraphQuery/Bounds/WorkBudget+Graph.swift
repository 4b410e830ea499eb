internal import GraphModel

extension WorkBudget {
  /// Whether the edges of an entity may be read at once: an entity may have any number of them.
  @inline(__always)
  mutating func mayRead(_ entity: EntityID, in graph: some GraphScans) -> Bool {
    // In most graphs those of all entities may.
    graph.edgeCount <= memory / 4 / MemoryLayout<Adjacency>.stride
      || mayHold(graph.degree(of: entity, .both) * MemoryLayout<Adjacency>.stride)
  }
}
