/// Cuts a script into statements, one when it is asked for, whether the script is there or comes line by line.
///
///     var stream = StatementStream()
///     stream.append("facts NATO; find rutte\n")
///     while let piece = stream.next(isLast: false) { print(piece) }
public struct StatementStream: Sendable {
  public enum Piece: Sendable, Equatable {
    case statement(ScannedStatement)
    /// The script ends inside a statement.
    case unfinished(StatementScanner.Unfinished)
    /// A statement of too many bytes; what follows is read from the next line on.
    case tooLong(QueryError)
  }

  /// Bytes that a statement has at most: four of the longest names. All that is done with a statement takes little time
  /// then, and one that is never closed little memory.
  public static let mostBytes = 256 << 10

  private var lexer = StatementLexer("")
  private var place: PlaceCounter
  /// The first lexeme of the present statement and the end of its last one.
  private var begin: (offset: Int, position: SourcePosition)?
  private var end = 0
  private var isSkipping = false
  private var hasEnded = false

  /// - Parameter start: the place of the first character.
  /// - Complexity: O(1).
  public init(at start: SourcePosition = SourcePosition()) { place = PlaceCounter(at: start) }

  /// Goes on with more of the script: lines, or a part of a long one.
  ///
  /// - Complexity: O(length of `text`).
  public mutating func append(_ text: String) {
    if begin == nil, lexer.offset == lexer.bytes.count {
      place.forget(lexer.bytes)
      lexer = StatementLexer("")
    }
    lexer.append(text)
    if isSkipping { skip(from: lexer.offset) }
  }

  /// Whether more of the line has to come before anything can be told.
  private var isInLine: Bool { lexer.bytes.last.map { $0 != UInt8(ascii: "\n") } ?? false }

  /// The next statement, or what is wrong; nil where more text has to come.
  ///
  /// - Parameter isLast: whether no more text comes.
  /// - Complexity: O(length of the statement and of the comments before it).
  public mutating func next(isLast: Bool) -> Piece? {
    if !isLast, isInLine { return lexer.bytes.count - lexer.offset > Self.mostBytes ? tooLong() : nil }
    while let lexeme = lexer.next() {
      if lexeme.kind == .end {
        guard let begin else { continue }
        self.begin = nil
        return .statement(statement(from: begin, to: end))
      }
      let first = lexeme.bytes.lowerBound
      if begin == nil { begin = (first, place.position(at: first, in: lexer.bytes)) }
      end = lexeme.bytes.upperBound
      if end - (begin?.offset ?? end) > Self.mostBytes { return tooLong() }
      if lexeme.kind == .quotation(isClosed: false) {
        return isLast ? unfinished(first..<first + QuotedText.markLength(of: lexer.bytes[first])) : nil
      }
    }
    guard let begin else { return nil }
    if let bracket = lexer.openBrackets.last {
      if lexer.bytes.count - begin.offset > Self.mostBytes { return tooLong() }
      return isLast ? unfinished(bracket..<bracket + 1) : nil
    }
    guard isLast else { return nil }
    self.begin = nil
    return .statement(statement(from: begin, to: end))
  }

  /// The quote or bracket that is open in the text so far, which is to end with a line; nil between statements.
  ///
  /// - Complexity: O(1).
  public var openMark: String? {
    guard begin != nil, let mark = lexer.open?.start ?? lexer.openBrackets.last else { return nil }
    return String(decoding: lexer.bytes[mark..<mark + QuotedText.markLength(of: lexer.bytes[mark])], as: UTF8.self)
  }

  private func statement(from begin: (offset: Int, position: SourcePosition), to end: Int) -> ScannedStatement {
    ScannedStatement(text: String(decoding: lexer.bytes[begin.offset..<end], as: UTF8.self), start: begin.position)
  }

  private mutating func unfinished(_ mark: Range<Int>) -> Piece? {
    guard let begin else { return nil }
    defer { self.begin = nil }
    // Behind the beginning of the statement, where the counter may have been already.
    var place = place
    place.rewind(to: begin)
    let first = place.position(at: mark.lowerBound, in: lexer.bytes)
    return .unfinished(
      StatementScanner.Unfinished(
        statement: statement(from: begin, to: lexer.bytes.count),
        mark: String(decoding: lexer.bytes[mark], as: UTF8.self),
        range: SourceRange(first, place.position(at: mark.upperBound, in: lexer.bytes))))
  }

  private mutating func tooLong() -> Piece {
    let begin = begin ?? (lexer.offset, place.position(at: lexer.offset, in: lexer.bytes))
    let start = begin.position
    let end = SourcePosition(line: start.line, column: start.column + 1, offset: start.offset + 1)
    skip(from: min(begin.offset + Self.mostBytes, lexer.bytes.count))
    return .tooLong(QueryError(.statementTooLong(Self.mostBytes), at: SourceRange(start, end)))
  }

  private mutating func skip(from offset: Int) {
    lexer.skipLine(from: offset)
    isSkipping = isInLine && lexer.offset == lexer.bytes.count
    begin = nil
    end = 0
  }

  /// The line of a place, in so far as it is still known, and the columns of the range in it, from 0. Of a long line
  /// the part about the place.
  ///
  /// - Complexity: O(1).
  public func excerpt(of range: SourceRange) -> (line: String, columns: Range<Int>)? {
    let bytes = lexer.bytes
    let at = range.start.offset - place.base
    guard (0...bytes.count).contains(at) else { return nil }
    var first = at
    var before = 0
    while first > 0, before < Self.mostColumns, bytes[first - 1] != UInt8(ascii: "\n") {
      first -= 1
      if bytes[first] & 0xC0 != 0x80 { before += 1 }
    }
    var last = at
    var behind = 0
    while last < bytes.count, bytes[last] != UInt8(ascii: "\n") {
      if bytes[last] & 0xC0 != 0x80 {
        if behind == Self.mostColumns { break }
        behind += 1
      }
      last += 1
    }
    let isOneLine = range.end.line == range.start.line
    let width = isOneLine ? min(range.end.column - range.start.column, behind) : behind
    return (String(decoding: bytes[first..<last], as: UTF8.self), before..<before + max(1, width))
  }

  /// Columns of an excerpt to each side of its place, more than anybody shows.
  private static let mostColumns = 300
}

/// The places of ascending byte offsets in a text.
private struct PlaceCounter: Sendable {
  private var offset = 0
  private var position: SourcePosition

  init(at start: SourcePosition) { position = start }

  /// The place in the script of the first byte of the text.
  var base: Int { position.offset - offset }

  /// - Parameter offset: not before the one of the last call.
  mutating func position(at offset: Int, in bytes: [UInt8]) -> SourcePosition {
    while self.offset < offset {
      position.advance(over: bytes[self.offset])
      self.offset += 1
    }
    return position
  }

  mutating func rewind(to place: (offset: Int, position: SourcePosition)) { (offset, position) = place }

  /// Goes on with another text behind `bytes`.
  mutating func forget(_ bytes: [UInt8]) {
    _ = position(at: bytes.count, in: bytes)
    offset = 0
  }
}
