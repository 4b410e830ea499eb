internal import Bytes
internal import Succinct

/// The numbers of all sketches, as the newest stores have them and as those up to version 3 do.
enum SketchNumbers: Sendable {
  /// The sum of what each number up to here is above the one before it in its sketch, the first of a sketch above zero.
  case sums(MonotoneArray)
  /// Up to version 3.
  case packed(PackedArray)

  init(_ section: PagedView, at offset: inout Int, asSums: Bool) throws(BytesError) {
    self = asSums ? .sums(try MonotoneArray(section, at: &offset)) : .packed(try PackedArray(section, at: &offset))
  }

  var count: Int {
    switch self {
    case .sums(let sums): sums.count
    case .packed(let numbers): numbers.count
    }
  }

  /// The numbers of the sketch at `range`.
  func numbers(at range: Range<Int>) -> [UInt32] {
    switch self {
    case .sums(let sums):
      let before = range.lowerBound > 0 && !range.isEmpty ? sums[range.lowerBound - 1] : 0
      return range.map { UInt32(truncatingIfNeeded: sums[$0] - before) }
    case .packed(let numbers): return range.map { UInt32(truncatingIfNeeded: numbers[$0]) }
    }
  }
}
