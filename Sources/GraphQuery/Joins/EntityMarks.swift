internal import Bytes
internal import GraphModel

/// A set of entities that is filled and emptied again and again: a bit for each entity of the graph.
final class EntityMarks {
  private let words: ZeroedWords<UInt64>

  init(entities: Int) { words = ZeroedWords(count: entities >> 6 + 1) }

  func insert(_ entities: ArraySlice<EntityID>) {
    for entity in entities { words[Int(entity.rawValue) >> 6] |= 1 &<< (UInt64(entity.rawValue & 63)) }
  }

  /// Takes out `entities`, which are all that the set has.
  func remove(_ entities: ArraySlice<EntityID>) {
    for entity in entities { words[Int(entity.rawValue) >> 6] = 0 }
  }

  /// How many of `entities` are in the set.
  @inline(__always)
  func count(_ entities: [EntityID], _ range: Range<Int>) -> Int {
    var count: UInt64 = 0
    for place in range {
      let entity = entities[place].rawValue
      count &+= words[Int(entity) >> 6] &>> UInt64(entity & 63) & 1
    }
    return Int(count)
  }
}
