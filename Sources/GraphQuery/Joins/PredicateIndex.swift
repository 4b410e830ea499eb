internal import GraphModel

/// All edges of one predicate in memory, by one end: what a join asks that meets very many ends.
///
/// Room for what there is and not for each entity, so that the relations of many queries fit into the memory that is
/// allowed: a bit and a half an entity tell the row of an end, and where each end has one edge the rows need no
/// beginnings.
final class PredicateIndex {
  /// The ends with edges.
  let ends: EntityRanks
  /// Where the list of each end begins in ``others``, and the end of the last one; empty where each has one element.
  private let starts: [UInt32]
  /// The other ends, ascending in each list, each once.
  let others: [EntityID]

  /// - Parameter direction: `outgoing` for the objects of subjects.
  init(_ predicate: PredicateID, _ direction: Direction, showing degrees: StatementDegrees, in graph: some GraphScans) {
    var table = graph.edges(of: predicate, showing: degrees)
    if direction == .incoming { table = table.reversed(entities: graph.entityCount) }
    ends = EntityRanks(table.subjects, entities: graph.entityCount)
    starts = table.subjects.count == table.objects.count ? [] : table.starts
    others = table.objects
  }

  /// Bytes that it takes.
  var bytes: Int { Self.bytes(edges: others.count, ends: starts.count, entities: ends.entityCount) }

  /// Bytes of a relation of so many edges at so many ends.
  static func bytes(edges: Int, ends: Int, entities: Int) -> Int {
    4 * edges + (ends < edges ? 4 * ends : 0) + entities / 16 * 3
  }

  /// Where the other ends of `entity` stand in ``others``.
  @inline(__always)
  func range(of entity: EntityID) -> Range<Int> {
    guard let row = ends.rank(of: entity) else { return 0..<0 }
    return starts.isEmpty ? row..<row + 1 : Int(starts[row])..<Int(starts[row + 1])
  }

  /// How many edges `entities` have.
  func count(from entities: ArraySlice<EntityID>) -> Int {
    var count = 0
    for entity in entities { count += range(of: entity).count }
    return count
  }

  /// How many edges `entities` have to those of `targets`, ascending.
  ///
  /// - Parameter marks: the same targets; nil where they were too many to mark them.
  func count(from entities: ArraySlice<EntityID>, to targets: ArraySlice<EntityID>, _ marks: EntityMarks?) -> Int {
    var count = 0
    for entity in entities {
      let range = range(of: entity)
      // In a much longer list, each target is looked for.
      if let marks, range.count <= 16 * targets.count {
        count += marks.count(others, range)
      } else if !range.isEmpty {
        count += targets.countOfIntersection(others[range])
      }
    }
    return count
  }
}

/// A set of entities that tells how many are before one of them.
struct EntityRanks {
  private var bits: [UInt64]
  /// How many are in the set before each word.
  private var ranks: [UInt32]
  let entityCount: Int

  /// - Parameter members: ascending, each once, below `entities`.
  init(_ members: [EntityID], entities: Int) {
    entityCount = entities
    bits = Array(repeating: 0, count: (entities + 63) / 64)
    ranks = Array(repeating: 0, count: bits.count)
    for member in members { bits[Int(member.rawValue) >> 6] |= 1 &<< UInt64(member.rawValue & 63) }
    var rank: UInt32 = 0
    for word in bits.indices {
      ranks[word] = rank
      rank += UInt32(bits[word].nonzeroBitCount)
    }
  }

  /// How many are before `entity`; nil when it is not in the set.
  @inline(__always)
  func rank(of entity: EntityID) -> Int? {
    let word = bits[Int(entity.rawValue) >> 6]
    let bit: UInt64 = 1 &<< UInt64(entity.rawValue & 63)
    guard word & bit != 0 else { return nil }
    return Int(ranks[Int(entity.rawValue) >> 6]) &+ (word & (bit &- 1)).nonzeroBitCount
  }

  @inline(__always)
  func contains(_ entity: EntityID) -> Bool {
    bits[Int(entity.rawValue) >> 6] &>> UInt64(entity.rawValue & 63) & 1 != 0
  }

  /// Replaces the content of `buffer` by the entities of the set that are in `other` too, ascending.
  func formIntersection(with other: EntityRanks?, into buffer: inout [EntityID]) {
    buffer.removeAll(keepingCapacity: true)
    for word in bits.indices {
      var rest = bits[word]
      if let other { rest &= other.bits[word] }
      while rest != 0 {
        buffer.append(EntityID(UInt32(truncatingIfNeeded: word << 6 + rest.trailingZeroBitCount)))
        rest &= rest &- 1
      }
    }
  }
}
