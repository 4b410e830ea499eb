/// Rows of comma-separated values (RFC 4180): fields in double quotes may hold commas, line breaks and doubled quotes.
///
///     let rows = CSVReader.rows(of: Array("name,type\r\n\"Ada, Lady\",Person\n".utf8))
///     print(rows[1].fields)  // ["Ada, Lady", "Person"]
public enum CSVReader {
  public struct Row: Sendable, Equatable {
    /// The line on which it begins, from 1.
    public var line: Int
    public var fields: [String]
    /// Whether a quote of it is never closed, so that it goes on to the end.
    public var isUnclosed = false
  }

  /// The rows of `bytes`, UTF-8 with or without a byte order mark; empty lines are none. A quote that is never closed
  /// goes on to the end.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public static func rows(of bytes: [UInt8]) -> [Row] {
    var rows: [Row] = []
    var rest = bytes[(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...]
    var line = 1
    while !rest.isEmpty {
      let start = line
      var end = rest.startIndex
      var isQuoted = false
      repeat {
        let lineEnd = rest[end...].firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        isQuoted = isOpen(rest[end..<lineEnd], isQuoted)
        end = min(lineEnd + 1, rest.endIndex)
        line += 1
      } while isQuoted && end < rest.endIndex
      var record = rest[..<end]
      rest = rest[end...]
      if !isQuoted {
        if record.last == UInt8(ascii: "\n") { record.removeLast() }
        if record.last == UInt8(ascii: "\r") { record.removeLast() }
      }
      if record.isEmpty { continue }
      let fields = fields(of: record).map { String(decoding: $0, as: UTF8.self) }
      rows.append(Row(line: start, fields: fields, isUnclosed: isQuoted))
    }
    return rows
  }

  /// Whether a field in quotes goes on behind a line.
  ///
  /// - Parameter isQuoted: whether one goes on from the line before.
  /// - Complexity: O(*n*) for *n* bytes.
  public static func isOpen(_ line: ArraySlice<UInt8>, _ isQuoted: Bool) -> Bool {
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

  /// The fields of a row without their quotes, as many as `most` at most; what is behind those is left out.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  public static func fields(of row: ArraySlice<UInt8>, upTo most: Int = .max) -> [ArraySlice<UInt8>] {
    var fields: [ArraySlice<UInt8>] = []
    var field: [UInt8] = []
    var (isQuoted, isStart, isClosed) = (false, true, false)
    for byte in row {
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

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
}
