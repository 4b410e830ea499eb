/// One statement of a script, cut out but not parsed.
public struct ScannedStatement: Sendable, Equatable {
  /// From its first word to its last; may hold line ends and comments.
  public var text: String
  public var start: SourcePosition

  public init(text: String, start: SourcePosition = SourcePosition()) {
    self.text = text
    self.start = start
  }

  /// The place of the whole statement, up to the end of its first line.
  ///
  /// - Complexity: O(length of the line).
  public var firstLine: SourceRange {
    var end = start
    for byte in text.utf8.prefix(while: { $0 != UInt8(ascii: "\n") }) { end.advance(over: byte) }
    return SourceRange(start, end)
  }
}

/// Cuts a script into statements: one ends with its line, or at `;`, once its quotes and brackets are closed.
///
///     let scanner = StatementScanner("facts NATO; find rutte\nwhy “Mark")
///     for statement in scanner.statements { print(statement.start.line, statement.text) }
///     if let unfinished = scanner.unfinished { print("still open:", unfinished.mark) }
public struct StatementScanner: Sendable, Equatable {
  /// The statement at the end of the text that wants more lines.
  public struct Unfinished: Sendable, Equatable {
    public var statement: ScannedStatement
    /// The quote or bracket that is open: `"`, `(`.
    public var mark: String
    public var range: SourceRange

    /// The error where no more lines come.
    public var error: QueryError { QueryError(.unclosed(mark), at: range) }
  }

  /// The finished statements, in order.
  public private(set) var statements: [ScannedStatement] = []
  /// Nil when the text ends between statements: a prompt need not ask for another line.
  public private(set) var unfinished: Unfinished?

  /// - Parameter start: the place of the first character in the script that `text` is part of.
  /// - Complexity: O(length of `text`), as ``StatementLexer/next()`` says.
  public init(_ text: String, at start: SourcePosition = SourcePosition()) {
    var lexer = StatementLexer(text)
    var place = PlaceCounter(lexer.bytes, at: start)
    /// The first lexeme of the present statement and the end of its last one.
    var begin: (offset: Int, position: SourcePosition)?
    var end = 0

    func statement(from begin: (offset: Int, position: SourcePosition), to end: Int) -> ScannedStatement {
      ScannedStatement(
        text: String(decoding: lexer.bytes[begin.offset..<end], as: UTF8.self), start: begin.position)
    }
    func finish() {
      if let begin { statements.append(statement(from: begin, to: end)) }
      begin = nil
    }
    func leaveOpen(_ mark: Range<Int>) {
      guard let begin else { return }
      let first = place.position(at: mark.lowerBound)
      unfinished = Unfinished(
        statement: statement(from: begin, to: lexer.bytes.count),
        mark: String(decoding: lexer.bytes[mark], as: UTF8.self),
        range: SourceRange(first, place.position(at: mark.upperBound)))
    }

    while let lexeme = lexer.next() {
      if lexeme.kind == .end {
        finish()
        continue
      }
      let first = lexeme.bytes.lowerBound
      if begin == nil { begin = (first, place.position(at: first)) }
      if lexeme.kind == .quotation(isClosed: false) {
        leaveOpen(first..<first + QuotedText.markLength(of: lexer.bytes[first]))
        return
      }
      end = lexeme.bytes.upperBound
    }
    if let bracket = lexer.openBrackets.last {
      // Behind the beginning of the statement, where the counter has been already.
      place = PlaceCounter(lexer.bytes, at: start)
      leaveOpen(bracket..<bracket + 1)
    } else {
      finish()
    }
  }
}

/// The places of ascending byte offsets in a text.
private struct PlaceCounter {
  private let bytes: [UInt8]
  private var offset = 0
  private var position: SourcePosition

  init(_ bytes: [UInt8], at start: SourcePosition) {
    self.bytes = bytes
    position = start
  }

  /// - Parameter offset: not before the one of the last call.
  mutating func position(at offset: Int) -> SourcePosition {
    while self.offset < offset {
      position.advance(over: bytes[self.offset])
      self.offset += 1
    }
    return position
  }
}
