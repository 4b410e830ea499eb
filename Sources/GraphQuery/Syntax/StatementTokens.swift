/// The words of one statement with their places.
struct StatementTokens {
  struct Token {
    /// The word as written, or what stands between its quotes.
    var text: String
    var isQuoted: Bool
    /// Byte range in the statement, marks included.
    var bytes: Range<Int>
  }

  let bytes: [UInt8]
  let start: SourcePosition
  private(set) var tokens: [Token] = []
  /// Number of the next token.
  var position = 0

  /// Splits at white space and at quotes; leaves out comments.
  init(_ text: String, at start: SourcePosition) throws(QueryError) {
    bytes = Array(text.utf8)
    self.start = start
    var i = 0
    while i < bytes.count {
      if Quotation.isSpace(bytes[i]) || bytes[i] == UInt8(ascii: ";") {
        i += 1
      } else if Quotation.isComment(bytes, at: i, startsStatement: i == 0) {
        i = bytes[i...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      } else if let quotation = Quotation(in: bytes, at: i) {
        guard quotation.isClosed else {
          let mark = bytes[i] < 0x80 ? 1 : 3
          throw QueryError(.unclosed(String(decoding: bytes[i..<i + mark], as: UTF8.self)), at: range(i..<i + mark))
        }
        let content = String(decoding: quotation.content, as: UTF8.self)
        tokens.append(Token(text: content, isQuoted: true, bytes: i..<quotation.end))
        i = quotation.end
      } else {
        let begin = i
        while i < bytes.count, !Quotation.isSpace(bytes[i]), bytes[i] != UInt8(ascii: ";") {
          if i > begin, let quotation = Quotation(in: bytes, at: i), quotation.isClosed { break }
          i += 1
        }
        tokens.append(Token(text: String(decoding: bytes[begin..<i], as: UTF8.self), isQuoted: false, bytes: begin..<i))
      }
    }
  }

  /// The token `ahead` places after the next one; nil behind the last.
  func peek(_ ahead: Int = 0) -> Token? {
    position + ahead < tokens.count ? tokens[position + ahead] : nil
  }

  /// The place of a byte range of the statement in the script.
  func range(_ bytes: Range<Int>) -> SourceRange {
    var place = start
    for byte in self.bytes[..<bytes.lowerBound] { place.advance(over: byte) }
    let begin = place
    for byte in self.bytes[bytes] { place.advance(over: byte) }
    return SourceRange(begin, place)
  }

  /// The place of the next token, or the empty one behind the last.
  var nextRange: SourceRange {
    if let token = peek() { return range(token.bytes) }
    let end = tokens.last?.bytes.upperBound ?? 0
    return range(end..<end)
  }

  /// The error that something else was wanted at the next token.
  func expected(_ what: String) -> QueryError {
    QueryError(.expected(what, found: peek()?.text), at: nextRange)
  }

  /// The text of a byte range with runs of white space made single spaces.
  func squeezed(_ range: Range<Int>) -> String {
    bytes[range].split(whereSeparator: Quotation.isSpace).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}
