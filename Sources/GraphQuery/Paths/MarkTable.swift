internal import Bytes
internal import GraphModel

/// A small number for each entity, forgotten all at once.
///
/// Two bytes an entity, because a search comes to entities all over the table: what fits into the caches of the
/// processor is read several times as fast.
struct MarkTable {
  private final class Words {
    let words: ZeroedWords<UInt16>
    init(count: Int) { words = ZeroedWords(count: count) }
  }

  private var words = Words(count: 0)
  /// The mark 0 of the present search; words below it are from searches before.
  private var base: UInt16 = 1
  private var step: UInt16 = 0

  /// Forgets all marks.
  ///
  /// - Parameter perSearch: marks are below it; at most 1000.
  mutating func begin(entities: Int, perSearch: Int) {
    base += step
    step = UInt16(perSearch)
    // A copy of this table may still use the words.
    if words.words.count != entities || !isKnownUniquelyReferenced(&words) {
      words = Words(count: entities)
      base = 1
    } else if base > .max - 1000 - step {
      words.words.clear()
      base = 1
    }
  }

  /// The mark of an entity; nil when it has none.
  @inline(__always)
  subscript(entity: EntityID) -> UInt16? {
    get {
      let word = words.words[Int(entity.rawValue)]
      return word < base ? nil : word &- base
    }
    nonmutating set { words.words[Int(entity.rawValue)] = newValue.map { base &+ $0 } ?? 0 }
  }
}

/// The degrees of the entities that were asked for last: those with many edges are met again and again.
struct DegreeCache {
  private static let size = 1 << 13

  /// Entity + 1 above, degree below; 0 for free.
  private var slots = [UInt64](repeating: 0, count: size)

  /// Number of edges of an entity.
  mutating func degree(of entity: EntityID, in graph: some GraphView) -> Int {
    let key = UInt64(entity.rawValue) + 1
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 51)
    if slots[slot] >> 32 == key { return Int(slots[slot] & 0xFFFF_FFFF) }
    let degree = graph.degree(of: entity, .both)
    if degree < 1 << 32, key < 1 << 32 { slots[slot] = key << 32 | UInt64(degree) }
    return degree
  }
}
