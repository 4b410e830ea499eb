/// One statement of a script, cut out but not parsed.
public struct ScannedStatement: Sendable, Equatable {
  /// From its first word to its last; may hold line ends and comments.
  public var text: String
  public var start: SourcePosition

  public init(text: String, start: SourcePosition = SourcePosition()) {
    self.text = text
    self.start = start
  }
}

/// Cuts a script into statements: one ends with its line, or at `;`, once its quotes and brackets are closed.
///
/// `#` at the start of a word begins a comment up to the end of the line; `#12` inside a statement is an id.
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
    let bytes = Array(text.utf8)
    var position = start
    var i = 0
    var begin: (index: Int, position: SourcePosition)?
    var lastWordEnd = 0
    var open: [(mark: UInt8, position: SourcePosition)] = []

    func cut(_ from: Int, _ to: Int) -> String { String(decoding: bytes[from..<to], as: UTF8.self) }
    func advance(to end: Int) {
      while i < end {
        position.advance(over: bytes[i])
        i += 1
      }
    }
    func finish() {
      if let begin { statements.append(ScannedStatement(text: cut(begin.index, lastWordEnd), start: begin.position)) }
      begin = nil
      open = []
    }

    while i < bytes.count {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\n"), open.isEmpty { finish() }
      if byte == UInt8(ascii: ";") {
        finish()
        advance(to: i + 1)
        continue
      }
      if Quotation.isSpace(byte) {
        advance(to: i + 1)
        continue
      }
      if Quotation.isComment(bytes, at: i, startsStatement: begin == nil) {
        advance(to: bytes[i...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
        continue
      }
      if begin == nil { begin = (i, position) }
      if let quotation = Quotation(in: bytes, at: i) {
        let mark = position
        let length = byte == UInt8(ascii: "\"") ? 1 : 3
        if !quotation.isClosed, let begin {
          unfinished = Unfinished(
            statement: ScannedStatement(text: cut(begin.index, bytes.count), start: begin.position),
            mark: cut(i, i + length), range: Self.range(of: mark, bytes: length))
          return
        }
        advance(to: quotation.end)
        lastWordEnd = i
        continue
      }
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): open.append((byte, position))
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = open.popLast()
      default: break
      }
      advance(to: i + 1)
      lastWordEnd = i
    }
    if let last = open.last, let begin {
      unfinished = Unfinished(
        statement: ScannedStatement(text: cut(begin.index, bytes.count), start: begin.position),
        mark: String(UnicodeScalar(last.mark)), range: Self.range(of: last.position, bytes: 1))
    } else {
      finish()
    }
  }

  private static func range(of start: SourcePosition, bytes: Int) -> SourceRange {
    var end = start
    end.column += 1
    end.offset += bytes
    return SourceRange(start, end)
  }
}
