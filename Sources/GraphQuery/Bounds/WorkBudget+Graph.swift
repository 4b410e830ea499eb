internal import GraphModel

extension WorkBudget {
  /// Whether the edges of an entity may be read at once: an entity may have any number of them.
  @inline(__always)
  mutating func mayRead(_ entity: EntityID, in graph: some GraphScans) -> Bool {
    // In most graphs those of all entities may.
    graph.edgeCount <= memory / 4 / MemoryLayout<Adjacency>.stride
      || mayHold(graph.degree(of: entity, .both) * MemoryLayout<Adjacency>.stride)
  }

  /// Reads the edges of an entity; false where that takes more than the statement may hold, or the time it has.
  @inline(__always)
  mutating func read(
    _ entity: EntityID, _ direction: Direction, of graph: some GraphView, into buffer: inout [Adjacency]
  ) -> Bool {
    guard mayRead(entity, in: graph) else { return false }
    // In a small graph they are read before anybody could look at the clock.
    guard graph.edgeCount > 1 << 16 else {
      graph.adjacency(of: entity, direction, into: &buffer)
      return true
    }
    graph.adjacency(of: entity, direction, into: &buffer) { allows(Self.interval) }
    return cutOff == nil
  }
}
