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
  /// - Complexity: O(length of `text`).
  public init(_ text: String, at start: SourcePosition = SourcePosition()) {
    var stream = StatementStream(at: start)
    stream.append(text)
    while let piece = stream.next(isLast: true) {
      switch piece {
      case .statement(let statement): statements.append(statement)
      case .unfinished(let unfinished): self.unfinished = unfinished
      case .tooLong: break
      }
    }
  }
}
