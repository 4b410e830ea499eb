internal import Bytes
internal import GraphStore

/// All edges of one predicate in memory, by one end: what a join asks that meets very many ends.
final class Relation {
  /// The row of each entity + 1; 0 for none.
  private let rows: ZeroedWords
  /// The ends with edges, ascending.
  let ends: [EntityID]
  /// Where the list of each row begins, and the end of the last one.
  private let starts: [UInt32]
  /// The other ends, ascending in each list, each once.
  let others: [EntityID]

  /// - Parameter direction: `outgoing` for the objects of subjects.
  init(_ predicate: PredicateID, _ direction: Direction, withClaims: Bool, in graph: some GraphView) {
    var table = graph.edges(of: predicate, withClaims: withClaims)
    if direction == .incoming { table = table.reversed(entities: graph.entityCount) }
    rows = ZeroedWords(count: graph.entityCount)
    for (row, end) in table.subjects.enumerated() { rows[Int(end.rawValue)] = UInt32(row + 1) }
    ends = table.subjects
    starts = table.starts
    others = table.objects
  }

  /// Where the other ends of `entity` stand in ``others``.
  @inline(__always)
  func range(of entity: EntityID) -> Range<Int> {
    let row = Int(rows[Int(entity.rawValue)])
    return row == 0 ? 0..<0 : Int(starts[row - 1])..<Int(starts[row])
  }
}

/// The relations that joins have asked for, as long as there is room.
struct RelationCache {
  struct Key: Hashable {
    var predicate: PredicateID
    var direction: Direction
    var withClaims: Bool
  }

  /// Bytes of all relations together.
  private static let capacity = 5 << 20

  private var relations: [Key: Relation] = [:]
  private var bytes = 0

  /// Whether a relation of so many edges has room.
  static func holds(_ size: PredicateSize, in graph: some GraphView) -> Bool { bytes(of: size, graph) <= capacity }

  private static func bytes(of size: PredicateSize, _ graph: some GraphView) -> Int {
    4 * size.edges + 8 * min(size.runs, size.edges) + 4 * graph.entityCount
  }

  func has(_ key: Key) -> Bool { relations[key] != nil }

  /// The relation of `key`, which is of `size`.
  mutating func relation(_ key: Key, _ size: PredicateSize, in graph: some GraphView) -> Relation {
    if let known = relations[key] { return known }
    let needed = Self.bytes(of: size, graph)
    if bytes + needed > Self.capacity {
      relations = [:]
      bytes = 0
    }
    let relation = Relation(key.predicate, key.direction, withClaims: key.withClaims, in: graph)
    relations[key] = relation
    bytes += needed
    return relation
  }
}
