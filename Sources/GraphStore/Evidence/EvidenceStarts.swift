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

  /// Writes the table from how many rows each edge has.
  struct Builder {
    private var bare: MonotoneArray.Builder
    private var surplus: MonotoneArray.Builder
    private let hasAny: Bool
    private var edge = 0
    private var sum = 0

    /// How many edges have evidence and how many not, the last of those, and how many rows there are.
    struct Shape {
      private(set) var withEvidence = 0
      private(set) var bare = 0
      private(set) var lastBare = 0
      private(set) var rows = 0

      /// Counts the next edge.
      mutating func add(rows count: Int) {
        rows += count
        if count > 0 {
          withEvidence += 1
        } else {
          lastBare = withEvidence + bare
          bare += 1
        }
      }
    }

    init(_ shape: Shape = Shape()) {
      hasAny = shape.rows > 0
      bare = MonotoneArray.Builder(count: hasAny ? shape.bare : 0, largest: hasAny ? shape.lastBare : 0)
      surplus = MonotoneArray.Builder(count: shape.withEvidence + 1, largest: shape.rows - shape.withEvidence)
      surplus.append(0)
    }

    /// Adds the next edge.
    mutating func append(rows: Int) {
      if rows > 0 {
        sum += rows - 1
        surplus.append(sum)
      } else if hasAny {
        bare.append(edge)
      }
      edge += 1
    }

    func finish(into writer: inout ByteWriter) {
      bare.finish(into: &writer)
      surplus.finish(into: &writer)
    }
  }
}
