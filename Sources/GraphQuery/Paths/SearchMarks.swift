/// The places that a search has visited: a compact hash table, emptied in O(1), kept from search to search.
///
/// A slot is 8 bytes: key (40 bits: an entity and a state of the path expression), side and level (11 bits), and the
/// generation (13 bits) that tells a slot of this search from an old one. Memory follows the largest search, not the
/// graph.
struct SearchMarks {
  /// From which end a place was reached.
  enum Side: UInt64 {
    /// From the start.
    case forward = 0
    /// From the start, and known to lie on a shortest path.
    case good = 1
    /// From the end.
    case backward = 2
    /// From the end, and known to lie on a shortest path.
    case goodBackward = 3
    /// Must not be entered.
    case banned = 4
  }

  struct Mark: Equatable {
    var side: Side
    /// Edges between the place and the end it was reached from, at most 255.
    var level: Int
  }

  private var slots: [UInt64] = Array(repeating: 0, count: 1 << 10)
  private(set) var count = 0
  /// Bytes that the present search takes.
  var bytes: Int { 32 * count }
  private var generation: UInt64 = 1
  private var shift = UInt64(64 - 10)

  mutating func removeAll() {
    count = 0
    generation += 1
    if generation == 1 << 13 {
      for i in slots.indices { slots[i] = 0 }
      generation = 1
    }
  }

  /// The key of an entity at a state.
  @inline(__always)
  static func key(_ entity: UInt32, _ state: Int) -> UInt64 { UInt64(entity) << 8 | UInt64(state) }

  @inline(__always)
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var i = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while true {
      let word = slots[i]
      if word & 0x1FFF != generation || word >> 24 == key { return i }
      i = (i + 1) & mask
    }
  }

  /// The mark of `key`; nil when the place was not visited.
  @inline(__always)
  subscript(key: UInt64) -> Mark? {
    let word = slots[slot(of: key)]
    guard word & 0x1FFF == generation else { return nil }
    return Mark(side: Side(rawValue: word >> 21 & 7) ?? .banned, level: Int(word >> 13 & 0xFF))
  }

  /// Marks `key` unless it has a mark; returns the mark it had.
  @inline(__always)
  mutating func insert(_ key: UInt64, _ side: Side, level: Int) -> Mark? {
    let i = slot(of: key)
    let word = slots[i]
    if word & 0x1FFF == generation {
      return Mark(side: Side(rawValue: word >> 21 & 7) ?? .banned, level: Int(word >> 13 & 0xFF))
    }
    slots[i] = key << 24 | side.rawValue << 21 | UInt64(level) << 13 | generation
    count += 1
    if count * 2 > slots.count { grow() }
    return nil
  }

  /// Changes the side of a marked place.
  mutating func setSide(_ key: UInt64, _ side: Side) {
    let i = slot(of: key)
    slots[i] = slots[i] & ~(7 << 21) | side.rawValue << 21
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    shift -= 1
    for word in old where word & 0x1FFF == generation { slots[slot(of: word >> 24)] = word }
  }
}
