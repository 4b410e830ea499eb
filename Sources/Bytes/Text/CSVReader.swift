/// Rows of comma-separated values (RFC 4180): fields in double quotes may hold commas, line breaks and doubled quotes.
///
///     let rows = CSVReader.rows(of: Array("name,type\r\n\"Ada, Lady\",Person\n".utf8))
///     print(rows[1].fields)  // ["Ada, Lady", "Person"]
public enum CSVReader {
  public struct Row: Sendable, Equatable {
    /// The line on which it begins, from 1.
    public var line: Int
    public var fields: [String]
  }

  /// The rows of `bytes`, UTF-8 with or without a byte order mark; empty lines are none. A quote that is never closed
  /// goes on to the end.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public static func rows(of bytes: [UInt8]) -> [Row] {
    var rows: [Row] = []
    var row = Row(line: 1, fields: [])
    var field: [UInt8] = []
    var (line, isQuoted, wasQuoted) = (1, false, false)
    var place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0

    func endField() {
      row.fields.append(String(decoding: field, as: UTF8.self))
      field.removeAll(keepingCapacity: true)
      wasQuoted = false
    }
    func endRow() {
      let isEmpty = row.fields.isEmpty && field.isEmpty && !wasQuoted
      endField()
      if !isEmpty { rows.append(row) }
      row = Row(line: line, fields: [])
    }
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      switch byte {
      case UInt8(ascii: "\"") where isQuoted:
        if place < bytes.count, bytes[place] == UInt8(ascii: "\"") {
          field.append(byte)
          place += 1
        } else {
          isQuoted = false
        }
      case _ where isQuoted: field.append(byte)
      case UInt8(ascii: "\"") where field.isEmpty && !wasQuoted: (isQuoted, wasQuoted) = (true, true)
      case UInt8(ascii: ","): endField()
      case UInt8(ascii: "\n"): endRow()
      case UInt8(ascii: "\r") where place == bytes.count || bytes[place] == UInt8(ascii: "\n"): break
      default: field.append(byte)
      }
    }
    endRow()
    return rows
  }
}
