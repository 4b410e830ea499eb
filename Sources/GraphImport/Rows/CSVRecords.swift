internal import Bytes

/// Puts lines of comma-separated values together to records, as they come: a field in quotes may hold line breaks.
struct CSVRecords {
  /// The line on which the record begins that is not whole yet; nil where there is none.
  private(set) var begun: Int?
  private var bytes: [UInt8] = []
  private var isQuoted = false

  /// Bytes of the longest record of several lines; what is longer has a quote too many.
  private static let longest = 1 << 20

  /// The record that ends with a line; nil where it goes on with the next.
  ///
  /// - Throws: when it is too long; then it is forgotten.
  mutating func record(_ number: Int, _ line: ArraySlice<UInt8>) throws(ImportProblem) -> ArraySlice<UInt8>? {
    isQuoted = CSVReader.isOpen(line, isQuoted)
    if begun == nil, !isQuoted { return line }
    if begun != nil { bytes.append(UInt8(ascii: "\n")) }
    let start = begun ?? number
    begun = start
    guard bytes.count + line.count <= Self.longest else {
      self = CSVRecords()
      throw ImportProblem(
        "expected a row of at most \(Self.longest) bytes, found a quote on line \(start) that is not closed")
    }
    bytes += line
    if isQuoted { return nil }
    let record = bytes[...]
    self = CSVRecords()
    return record
  }
}
