/// The words of one statement with their places.
struct StatementTokens {
  typealias Token = StatementLexer.Lexeme

  let bytes: [UInt8]
  let start: SourcePosition
  private(set) var tokens: [Token] = []
  /// Number of the next token.
  var position = 0

  /// The places of every so many bytes, so that none is looked for from the beginning.
  private let places: [SourcePosition]
  private static let step = 64

  /// Leaves out comments and ends of lines.
  ///
  /// - Throws: ``QueryError`` for a quotation that is never closed, and for too long a text.
  init(_ text: String, at start: SourcePosition) throws(QueryError) {
    guard text.utf8.count <= StatementStream.mostBytes else {
      throw QueryError(.statementTooLong(StatementStream.mostBytes), at: SourceRange(start, start))
    }
    var lexer = StatementLexer(text)
    bytes = lexer.bytes
    self.start = start
    var places: [SourcePosition] = []
    var place = start
    for (offset, byte) in bytes.enumerated() {
      if offset % Self.step == 0 { places.append(place) }
      place.advance(over: byte)
    }
    self.places = places
    while let lexeme = lexer.next() {
      if lexeme.kind == .quotation(isClosed: false) {
        let first = lexeme.bytes.lowerBound
        let mark = first..<first + QuotedText.markLength(of: bytes[first])
        throw QueryError(.unclosed(String(decoding: bytes[mark], as: UTF8.self)), at: range(mark))
      }
      if lexeme.kind != .end { tokens.append(lexeme) }
    }
  }

  /// Some of the tokens by themselves, at their places.
  func part(_ range: Range<Int>) -> StatementTokens {
    var part = self
    part.tokens = Array(tokens[range])
    part.position = 0
    return part
  }

  /// The token `ahead` places after the next one; nil behind the last.
  func peek(_ ahead: Int = 0) -> Token? {
    position + ahead < tokens.count ? tokens[position + ahead] : nil
  }

  /// The place of a byte range of the statement in the script.
  func range(_ bytes: Range<Int>) -> SourceRange {
    SourceRange(place(bytes.lowerBound), place(bytes.upperBound))
  }

  private func place(_ offset: Int) -> SourcePosition {
    guard !places.isEmpty else { return start }
    let number = min(offset / Self.step, places.count - 1)
    var place = places[number]
    for byte in bytes[number * Self.step..<offset] { place.advance(over: byte) }
    return place
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
    bytes[range].split(whereSeparator: QuotedText.isSpace).map { String(decoding: $0, as: UTF8.self) }
      .joined(separator: " ")
  }
}
