internal import GraphModel

/// The links of entities as they were last read. What is asked for again is not decoded again; when the room is used
/// up, all of it is given up at once, and from then on only longer lists are kept: they are the ones that cost to read.
struct LinkCache {
  /// Links that are kept at most, 8 bytes each.
  private static let capacity = 7 << 16
  /// Lists of fewer links are not kept.
  private var fewestKept = 8

  private(set) var links: [Link] = []
  /// Whether the links have their relations.
  private var hasRelations = false
  /// How many of ``links`` are kept; those behind are the last ones read.
  private var kept = 0
  /// Open addressing: entity + 1, 0 for free; its size is a power of two.
  private var keys = [UInt32](repeating: 0, count: 1 << 10)
  private var ranges = [(start: UInt32, end: UInt32)](repeating: (0, 0), count: 1 << 10)
  private var count = 0

  /// Says whether the links that are asked for next must have their relations.
  mutating func begin(withRelations: Bool) {
    if withRelations, !hasRelations { removeAll() }
    hasRelations = withRelations || hasRelations && count > 0
  }

  /// Where the links of `entity` stand in ``links``, until the next call.
  @inline(__always)
  mutating func range(of entity: EntityID, in graph: some GraphView) -> Range<Int> {
    let slot = slot(of: entity)
    if keys[slot] != 0 { return Int(ranges[slot].start)..<Int(ranges[slot].end) }
    return read(entity, slot, graph)
  }

  @inline(never)
  private mutating func read(_ entity: EntityID, _ slot: Int, _ graph: some GraphView) -> Range<Int> {
    if kept >= Self.capacity {
      removeAll()
      fewestKept = min(fewestKept * 2, 1 << 10)
    }
    links.removeLast(links.count - kept)
    // Growing by doubling would take twice the room, and the old one beside it.
    if kept > Self.capacity >> 5, links.capacity < Self.capacity { links.reserveCapacity(Self.capacity + (1 << 16)) }
    if hasRelations { graph.appendLinks(of: entity, to: &links) } else { graph.appendBareLinks(of: entity, to: &links) }
    let range = kept..<links.count
    guard range.count >= fewestKept, range.count <= Self.capacity / 2, links.count < UInt32.max else {
      return range
    }
    let slot = keys[slot] == 0 ? self.slot(of: entity) : slot
    keys[slot] = entity.rawValue &+ 1
    ranges[slot] = (UInt32(range.lowerBound), UInt32(range.upperBound))
    kept = links.count
    count += 1
    if count * 2 > keys.count { grow() }
    return range
  }

  /// The slot of `entity`, or the free one where it belongs.
  @inline(__always)
  private func slot(of entity: EntityID) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (UInt64(entity.rawValue) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[slot] != 0, keys[slot] != entity.rawValue &+ 1 { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func removeAll() {
    links.removeAll(keepingCapacity: true)
    kept = 0
    count = 0
    for slot in keys.indices { keys[slot] = 0 }
  }

  private mutating func grow() {
    let old = (keys, ranges)
    keys = [UInt32](repeating: 0, count: old.0.count * 2)
    ranges = [(start: UInt32, end: UInt32)](repeating: (0, 0), count: keys.count)
    for (key, range) in zip(old.0, old.1) where key != 0 {
      let slot = slot(of: EntityID(key &- 1))
      keys[slot] = key
      ranges[slot] = range
    }
  }
}
