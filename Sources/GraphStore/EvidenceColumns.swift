internal import Bytes

/// The evidence of all edges, in blocks of 32 rows; within a block each column has the width that its largest value needs.
///
/// FORMAT.md gives the bytes.
struct EvidenceColumns: Sendable {
  static let blockLength = 32

  /// In the order of the file. Starts are relative to the start of the sentence, modulo 2^32.
  enum Column: Int, CaseIterable {
    case sentence, subjectStart, subjectLength, predicateStart, predicateLength, objectStart, objectLength
    case ruleSet, confidence, time, place, quantity
  }

  let section: PagedView
  /// First row of each edge, and the number of rows.
  let firstRow: MonotoneArray
  private let ruleSetStart: MonotoneArray
  /// Numbers in the table of strings.
  private let ruleStrings: PackedArray
  private let offsets: MonotoneArray
  private let start: Int

  var rowCount: Int { firstRow.largest }

  init(_ section: PagedView) throws(BytesError) {
    var offset = 0
    self.section = section
    firstRow = try MonotoneArray(section, at: &offset)
    ruleSetStart = try MonotoneArray(section, at: &offset)
    ruleStrings = try PackedArray(section, at: &offset)
    offsets = try MonotoneArray(section, at: &offset)
    start = offset
    let blocks = (firstRow.largest + Self.blockLength - 1) / Self.blockLength
    // Each block has at least its widths, which bounds the number of rows by the size of the file.
    guard offsets.count == blocks + 1, offsets.largest + 8 <= section.count - start,
      offsets.largest >= blocks * Column.allCases.count, ruleStrings.count == ruleSetStart.largest
    else { throw section.damage("the evidence") }
  }

  /// The value of `column` in `row`.
  subscript(row: Int, column: Column) -> UInt64 {
    guard row >= 0, row < rowCount else {
      section.recordDamage("evidence \(row) of \(rowCount)")
      return 0
    }
    let block = offsets[row / Self.blockLength]
    let rows = min(Self.blockLength, rowCount - row / Self.blockLength * Self.blockLength)
    var bit = (start + block + Column.allCases.count) * 8
    for before in 0..<column.rawValue { bit += width(before, block) * rows }
    let width = width(column.rawValue, block)
    if width == 0 { return 0 }
    bit += row % Self.blockLength * width
    return section.word(at: bit >> 3) >> UInt64(bit & 7) & (1 << UInt64(width) - 1)
  }

  /// Numbers of the strings of rule set `number`, in order.
  func rules(_ number: UInt64) -> [Int] {
    guard number < UInt64(max(ruleSetStart.count - 1, 0)) else {
      section.recordDamage("rule set \(number) is not there")
      return []
    }
    return ruleSetStart.range(Int(number)).map { Int(ruleStrings[$0]) }
  }

  private func width(_ column: Int, _ block: Int) -> Int {
    // Wider than 32 bits cannot be written; taking fewer keeps a damaged file inside the load of eight bytes.
    Int(min(section.load(start + block + column, as: UInt8.self) ?? 0, 32))
  }
}
