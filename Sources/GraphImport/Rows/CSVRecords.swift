/// Puts lines of comma-separated values (RFC 4180) together to records: a field in quotes may hold line breaks, and
/// commas and doubled quotes.
struct CSVRecords {
  /// The line on which the record begins that is not whole yet; nil where there is none.
  private(set) var begun: Int?
  private var bytes: [UInt8] = []
  private var isQuoted = false

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  /// Bytes of the longest record of several lines; what is longer has a quote too many.
  private static let longest = 1 << 20

  /// The record that ends with a line; nil where it goes on with the next.
  ///
  /// - Throws: when it is too long; then it is forgotten.
  mutating func record(_ number: Int, _ line: ArraySlice<UInt8>) throws(ImportProblem) -> ArraySlice<UInt8>? {
    isQuoted = Self.isOpen(line, isQuoted)
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

  /// Whether a field in quotes goes on behind a line.
  private static func isOpen(_ line: ArraySlice<UInt8>, _ isQuoted: Bool) -> Bool {
    var (isQuoted, isStart, isClosed) = (isQuoted, !isQuoted, false)
    for byte in line {
      if byte == quote {
        // Within a field it closes, a second one opens again; elsewhere it is a character.
        (isQuoted, isClosed) = isQuoted ? (false, true) : (isStart || isClosed, false)
        isStart = false
      } else if !isQuoted {
        (isStart, isClosed) = (byte == comma, false)
      }
    }
    return isQuoted
  }

  /// The fields of a record without their quotes, as many as `most` at most; what is behind those is left out.
  static func fields(of record: ArraySlice<UInt8>, upTo most: Int) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    var field: [UInt8] = []
    var (isQuoted, isStart, isClosed) = (false, true, false)
    for byte in record {
      if byte == comma, !isQuoted {
        fields.append(field[...])
        if fields.count == most { return fields }
        field = []
        (isStart, isClosed) = (true, false)
        continue
      }
      if byte == quote, isQuoted {
        (isQuoted, isClosed) = (false, true)
      } else if byte == quote, isStart {
        isQuoted = true
      } else {
        // The second of two quotes is one of the text, which goes on.
        if byte == quote, isClosed { isQuoted = true }
        field.append(byte)
        isClosed = false
      }
      isStart = false
    }
    fields.append(field[...])
    return fields
  }
}
