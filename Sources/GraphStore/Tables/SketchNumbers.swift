internal import Bytes
internal import Succinct

/// The numbers of all sketches: the newest stores tell the sum of what each number up to here is above the one before
/// it in its sketch, the first of a sketch above zero.
struct SketchNumbers: Sendable {
  private let numbers: NumberColumn

  init(_ section: PagedView, at offset: inout Int, asSums: Bool) throws(BytesError) {
    numbers = try NumberColumn(section, at: &offset, isMonotone: asSums)
  }

  var count: Int { numbers.count }

  /// The numbers of the sketch at `range`.
  func numbers(at range: Range<Int>) -> [UInt32] {
    guard let first = range.first else { return [] }
    var before = 0
    if case .monotone(let sums) = numbers, first > 0 { before = sums[first - 1] }
    return range.map { UInt32(truncatingIfNeeded: numbers[$0] - before) }
  }
}
