internal import Bytes
internal import Succinct

/// Which rows of evidence each edge has.
struct EvidenceStarts: Sendable {
  /// Edges without evidence; empty also when no edge has any.
  private let bare: MonotoneArray
  /// For edge *i* of those with evidence its first row less *i*, and the number of rows less the number of those edges.
  private let surplus: MonotoneArray
  private let rowCount: Int

  init(_ section: PagedView, at offset: inout Int, edges: Int, rows: Int) throws(BytesError) {
    bare = try MonotoneArray(section, at: &offset)
    surplus = try MonotoneArray(section, at: &offset)
    rowCount = rows
    let withEvidence = rows == 0 ? 0 : edges - bare.count
    guard surplus.count == withEvidence + 1, surplus.largest + withEvidence == rows,
      bare.count == 0 || bare.largest < edges
    else { throw section.damage("the rows of the edges") }
  }

  /// The rows of `edge`; empty when it has none.
  func rows(of edge: Int) -> Range<Int> {
    guard rowCount > 0 else { return 0..<0 }
    let before = bare.count == 0 ? 0 : bare.count(atMost: edge)
    if before > 0, bare[before - 1] == edge { return 0..<0 }
    let range = surplus.range(edge - before)
    return range.lowerBound + edge - before..<range.upperBound + edge - before + 1
  }

  /// The edge that `row` belongs to.
  func edge(of row: Int) -> Int {
    // Only a row that is not the first of its edge puts the two apart, which bounds where to look.
    let low = max(row - surplus.largest, 0)
    let place = (low + 1..<max(low, min(row, surplus.count - 2)) + 1).first(behind: { surplus[$0] + $0 <= row }) - 1
    return place + (0..<bare.count).first(behind: { bare[$0] - $0 <= place })
  }

  /// - Parameter counts: how many rows each edge has.
  static func encode(_ counts: [Int], into writer: inout ByteWriter) {
    let hasAny = counts.contains { $0 > 0 }
    MonotoneArray.encode(hasAny ? counts.indices.filter { counts[$0] == 0 } : [], into: &writer)
    var surplus = [0]
    for count in counts where count > 0 { surplus.append((surplus.last ?? 0) + count - 1) }
    MonotoneArray.encode(surplus, into: &writer)
  }
}
