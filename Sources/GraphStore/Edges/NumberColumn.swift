internal import Bytes
internal import Succinct

/// Numbers of which the newest stores tell something that ascends, and those up to version 3 each as it is.
enum NumberColumn: Sendable {
  case monotone(MonotoneArray)
  /// Up to version 3.
  case packed(PackedArray)

  init(_ section: PagedView, at offset: inout Int, isMonotone: Bool) throws(BytesError) {
    self =
      isMonotone
      ? .monotone(try MonotoneArray(section, at: &offset)) : .packed(try PackedArray(section, at: &offset))
  }

  /// Numbers as they stand in the file.
  var count: Int {
    switch self {
    case .monotone(let values): values.count
    case .packed(let values): values.count
    }
  }

  /// What stands at `index`; zero, with the damage remembered, when there is none.
  subscript(index: Int) -> Int {
    switch self {
    case .monotone(let values): values[index]
    case .packed(let values): Int(values[index])
    }
  }

  /// How many of the numbers are less than `bound`, where they ascend in any store.
  ///
  /// - Complexity: O(1) on average, packed O(log *n*).
  func count(below bound: Int) -> Int {
    switch self {
    case .monotone(let values): values.count(atMost: bound - 1)
    case .packed(let values): (0..<values.count).first(behind: { Int(values[$0]) < bound })
    }
  }
}
