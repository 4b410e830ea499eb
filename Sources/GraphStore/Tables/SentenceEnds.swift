internal import Bytes
internal import Succinct

/// Where sentences end, as the newest stores tell it and as those up to version 3 do.
enum SentenceEnds: Sendable {
  /// Bytes that stand between the sentences before each one, and before the end of the texts.
  case gaps(MonotoneArray)
  /// Up to version 3: the byte behind the last of each.
  case ends(MonotoneArray)

  init(_ section: PagedView, at offset: inout Int, asGaps: Bool) throws(BytesError) {
    let values = try MonotoneArray(section, at: &offset)
    self = asGaps ? .gaps(values) : .ends(values)
  }

  /// Sentences; below zero where a damaged file has not even the first gap.
  var count: Int {
    switch self {
    case .gaps(let gaps): gaps.count - 1
    case .ends(let ends): ends.count
    }
  }

  /// The byte behind the last of sentence `index`, when the next one begins at `next`; of a damaged file any number.
  func end(of index: Int, next: Int) -> Int {
    switch self {
    case .gaps(let gaps): next - gaps.range(index).count
    case .ends(let ends): ends[index]
    }
  }
}
