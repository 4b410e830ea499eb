/// Finds lines, columns and the written form of statements in a file, only when an error or example asks.
struct TurtlePlaces {
  enum Part { case subject, predicate, object }

  private let source: SchemaSource
  /// Offsets of the first byte of each line.
  private let lineStarts: [Int]

  init(_ source: SchemaSource) {
    self.source = source
    var starts = [0]
    for (offset, byte) in source.bytes.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    lineStarts = starts
  }

  func place(at offset: Int) -> SchemaPlace {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SchemaPlace(file: source.name, line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// Where a part of a statement is written. In an object list the subject and predicate are not repeated: then where
  /// the statement begins.
  func place(of part: Part, in triple: Triple) -> SchemaPlace {
    place(at: token(of: part, in: triple).lowerBound)
  }

  /// A part of a statement as it is written.
  func text(of part: Part, in triple: Triple) -> String {
    String(decoding: source.bytes[token(of: part, in: triple)], as: UTF8.self)
  }

  private func token(of part: Part, in triple: Triple) -> Range<Int> {
    let tokens = tokens(in: triple.start..<triple.end)
    let back =
      switch part {
      case .subject: 3
      case .predicate: 2
      case .object: 1
      }
    return tokens.isEmpty ? triple.start..<triple.end : tokens[max(0, tokens.count - back)]
  }

  /// The terms, literals and opening brackets in a range that holds one statement, and perhaps directives before it.
  private func tokens(in range: Range<Int>) -> [Range<Int>] {
    let bytes = source.bytes
    var tokens: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let start = at
      switch bytes[at] {
      case UInt8(ascii: "#"):
        while at < range.upperBound && bytes[at] != UInt8(ascii: "\n") { at += 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        at = endOfLiteral(from: at, limit: range.upperBound)
        // A language tag or datatype belongs to the literal.
        while at < range.upperBound && !Self.separators.contains(bytes[at]) { at += 1 }
        tokens.append(start..<at)
      case UInt8(ascii: "<"):
        while at < range.upperBound && bytes[at] != UInt8(ascii: ">") { at += 1 }
        at = min(at + 1, range.upperBound)
        tokens.append(start..<at)
      case UInt8(ascii: "["):
        at += 1
        tokens.append(start..<at)
      case let byte where Self.separators.contains(byte):
        at += 1
      default:
        while at < range.upperBound && !Self.separators.contains(bytes[at]) { at += 1 }
        tokens.append(start..<at)
      }
    }
    return tokens
  }

  private func endOfLiteral(from start: Int, limit: Int) -> Int {
    let bytes = source.bytes
    let quote = bytes[start]
    let isLong = start + 2 < limit && bytes[start + 1] == quote && bytes[start + 2] == quote
    var at = start + (isLong ? 3 : 1)
    while at < limit {
      if bytes[at] == UInt8(ascii: "\\") {
        at += 2
      } else if bytes[at] == quote
        && (!isLong || (at + 2 < limit && bytes[at + 1] == quote && bytes[at + 2] == quote))
      {
        return min(at + (isLong ? 3 : 1), limit)
      } else {
        at += 1
      }
    }
    return limit
  }

  /// White space and punctuation between terms; a dot is taken for the end of a statement, which names have not inside.
  private static let separators = Set(" \t\r\n;,.]()".utf8)
}
