internal import GraphStore

/// The relations that joins have asked for, as long as there is room: those that were not asked for longest give way.
struct RelationCache {
  struct Key: Hashable {
    var predicate: PredicateID
    var direction: Direction
    var withClaims: Bool
  }

  private struct Entry {
    var relation: Relation
    var lastUse: Int
  }

  /// Bytes of all relations together.
  private static let capacity = 4 << 20

  private var entries: [Key: Entry] = [:]
  private var bytes = 0
  private var uses = 0
  private var marks: EntityMarks?

  /// Whether a relation of so many edges has room.
  static func holds(_ size: PredicateSize, in graph: some GraphView) -> Bool {
    Relation.bytes(edges: size.edges, ends: size.runs, entities: graph.entityCount) <= capacity
  }

  func has(_ key: Key) -> Bool { entries[key] != nil }

  /// The relation of `key`.
  mutating func relation(_ key: Key, in graph: some GraphView) -> Relation {
    uses += 1
    if let known = entries[key]?.relation {
      entries[key]?.lastUse = uses
      return known
    }
    let relation = Relation(key.predicate, key.direction, withClaims: key.withClaims, in: graph)
    bytes += relation.bytes
    while bytes > Self.capacity, let (oldest, entry) = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
      bytes -= entry.relation.bytes
      entries[oldest] = nil
    }
    entries[key] = Entry(relation: relation, lastUse: uses)
    return relation
  }

  /// An empty set of entities, which whoever takes it leaves empty.
  mutating func marks(in graph: some GraphView) -> EntityMarks {
    if let marks { return marks }
    let new = EntityMarks(entities: graph.entityCount)
    marks = new
    return new
  }
}
