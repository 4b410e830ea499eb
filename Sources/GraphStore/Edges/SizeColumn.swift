internal import Bytes
internal import Succinct

/// How many of something each row has: the newest stores tell where those of each row begin.
struct SizeColumn: Sendable {
  private let numbers: NumberColumn

  init(_ section: PagedView, at offset: inout Int, asStarts: Bool) throws(BytesError) {
    numbers = try NumberColumn(section, at: &offset, isMonotone: asStarts)
  }

  /// Rows; below zero where a damaged file has no starts at all.
  var count: Int {
    switch numbers {
    case .monotone(let starts): starts.count - 1
    case .packed(let sizes): sizes.count
    }
  }

  /// How many row `index` has; zero, with the damage remembered, when there is no such row.
  subscript(index: Int) -> UInt64 {
    switch numbers {
    case .monotone(let starts): UInt64(starts.range(index).count)
    case .packed(let sizes): sizes[index]
    }
  }
}
