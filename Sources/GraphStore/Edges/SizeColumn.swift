internal import Bytes
internal import Succinct

/// How many of something each row has, as the newest stores tell it and as those up to version 3 do.
enum SizeColumn: Sendable {
  /// Where those of each row begin.
  case starts(MonotoneArray)
  /// Up to version 3.
  case packed(PackedArray)

  init(_ section: PagedView, at offset: inout Int, asStarts: Bool) throws(BytesError) {
    self = asStarts ? .starts(try MonotoneArray(section, at: &offset)) : .packed(try PackedArray(section, at: &offset))
  }

  /// Rows; below zero where a damaged file has no starts at all.
  var count: Int {
    switch self {
    case .starts(let starts): starts.count - 1
    case .packed(let sizes): sizes.count
    }
  }

  /// How many row `index` has; zero, with the damage remembered, when there is no such row.
  subscript(index: Int) -> UInt64 {
    switch self {
    case .starts(let starts): UInt64(starts.range(index).count)
    case .packed(let sizes): sizes[index]
    }
  }
}
