internal import Bytes
internal import Succinct

/// Numbers that ascend, as the newest stores have them and as those up to version 3 do.
enum AscendingColumn: Sendable {
  case monotone(MonotoneArray)
  /// Up to version 3.
  case packed(PackedArray)

  init(_ section: PagedView, at offset: inout Int, isMonotone: Bool) throws(BytesError) {
    self =
      isMonotone
      ? .monotone(try MonotoneArray(section, at: &offset)) : .packed(try PackedArray(section, at: &offset))
  }

  var count: Int {
    switch self {
    case .monotone(let values): values.count
    case .packed(let values): values.count
    }
  }

  /// The number at `index`; zero, with the damage remembered, when there is none.
  subscript(index: Int) -> Int {
    switch self {
    case .monotone(let values): values[index]
    case .packed(let values): Int(values[index])
    }
  }

  /// How many of the numbers are less than `bound`.
  ///
  /// - Complexity: O(1) on average, packed O(log *n*).
  func count(below bound: Int) -> Int {
    switch self {
    case .monotone(let values): values.count(atMost: bound - 1)
    case .packed(let values): (0..<values.count).first(behind: { Int(values[$0]) < bound })
    }
  }
}
