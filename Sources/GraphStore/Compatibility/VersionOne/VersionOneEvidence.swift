internal import Bytes
internal import GraphModel
internal import Succinct

/// The evidence of all edges in a store of version 1, in blocks of 32 rows; within a block each column has the width
/// that its largest value needs, and what is rarely said (time, place, quantity) takes a bit a row and a value only
/// where it is said.
///
/// FORMAT.md gives the bytes.
struct VersionOneEvidence: Sendable {
  static let blockLength = 32

  /// In the order of the file. Starts are relative to the start of the sentence, modulo 2^32.
  enum Column: Int, CaseIterable {
    case sentence, subjectStart, subjectLength, predicateStart, predicateLength, objectStart, objectLength
    case ruleSet, confidence, time, place, quantity

    /// Whether a bit a row tells which rows have a value; the others are 0.
    var isSparse: Bool { rawValue >= Column.time.rawValue }
  }

  private static let columns = Column.allCases

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
      offsets.largest >= blocks * Self.columns.count, ruleStrings.count == ruleSetStart.largest
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
    var bit = (start + block + Self.columns.count) * 8
    for before in Self.columns[..<column.rawValue] { bit += size(before, block, at: bit, rows: rows) }
    let width = width(column, block)
    if width == 0 { return 0 }
    let place = row % Self.blockLength
    guard column.isSparse else { return value(at: bit + place * width, width: width) }
    let present = value(at: bit, width: rows)
    guard present >> UInt64(place) & 1 == 1 else { return 0 }
    let rank = (present & (1 << UInt64(place) - 1)).nonzeroBitCount
    return value(at: bit + rows + rank * width, width: width)
  }

  /// Bits that `column` takes in the block that begins at `block`.
  private func size(_ column: Column, _ block: Int, at bit: Int, rows: Int) -> Int {
    let width = width(column, block)
    guard column.isSparse, width > 0 else { return width * rows }
    return rows + value(at: bit, width: rows).nonzeroBitCount * width
  }

  private func value(at bit: Int, width: Int) -> UInt64 {
    section.word(at: bit >> 3) >> UInt64(bit & 7) & (1 << UInt64(width) - 1)
  }

  /// Numbers of the strings of rule set `number`, in order.
  func rules(_ number: UInt64) -> [Int] {
    guard number < UInt64(max(ruleSetStart.count - 1, 0)) else {
      section.recordDamage("rule set \(number) is not there")
      return []
    }
    return ruleSetStart.range(Int(number)).prefix(GraphContent.Evidence.mostRules).map { Int(ruleStrings[$0]) }
  }

  private func width(_ column: Column, _ block: Int) -> Int {
    // Wider than 32 bits cannot be written; taking fewer keeps a damaged file inside the load of eight bytes.
    Int(min(section.load(start + block + column.rawValue, as: UInt8.self) ?? 0, 32))
  }
}
