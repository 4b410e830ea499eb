/// Cuts text into words, quotations and ends of statements.
///
/// Whoever reads statements reads them through it, so that all agree on quotes, comments and ends: the scanner of
/// scripts, the parser, completion, and the prompt that asks whether something is still open. It refuses nothing.
///
/// A statement ends with its line, or at `;`, once its brackets are closed. `#` at the start of a word begins a comment
/// up to the end of the line; `#12` inside a statement is an id.
public struct StatementLexer: Sendable {
  /// A piece of text with its place.
  public struct Lexeme: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
      case word
      /// `"…"`, `“…”` or `'…'`; not closed where the text ends before the mark.
      case quotation(isClosed: Bool)
      /// `;` or the end of a line.
      case end
    }

    public var kind: Kind
    /// Byte range in the text, marks included.
    public var bytes: Range<Int>
    /// The word as written, or what stands between its quotes; empty at an end.
    public var text: String

    /// Whether it stands in quotes.
    ///
    /// - Complexity: O(1).
    public var isQuoted: Bool {
      if case .quotation = kind { return true }
      return false
    }
  }

  private(set) var bytes: [UInt8]
  private(set) var offset = 0
  private var startsStatement = true
  private var quotations = QuotedTextFinder()
  /// A quotation that is not closed in the text so far: where it begins, and up to where its end was looked for.
  private(set) var open: (start: Int, searched: Int)?
  /// Byte offsets of the brackets that are open in the present statement, outermost first.
  private(set) var openBrackets: [Int] = []

  /// - Complexity: O(length of `text`).
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// Goes on with more text, as if it had stood behind the text so far; that must end with a line.
  mutating func append(_ text: String) {
    bytes += text.utf8
    if let open { offset = open.start }
  }

  /// Begins anew behind the line in which `offset` is, whatever is open.
  mutating func skipLine(from offset: Int) {
    let newline = bytes[offset...].firstIndex(of: UInt8(ascii: "\n"))
    self.offset = newline.map { $0 + 1 } ?? bytes.count
    openBrackets = []
    open = nil
    startsStatement = true
  }

  /// The lexemes of the last statement in `text`, which may be unfinished: what a person is typing.
  ///
  /// - Complexity: O(length of `text`).
  public static func lastStatement(of text: String) -> [Lexeme] {
    var lexer = StatementLexer(text)
    var lexemes: [Lexeme] = []
    while let lexeme = lexer.next() {
      if lexeme.kind == .end { lexemes = [] } else { lexemes.append(lexeme) }
    }
    return lexemes
  }

  /// The word that `text`, a statement, begins with; nil where it begins with none.
  ///
  /// - Complexity: O(length of `text`), to copy it.
  public static func firstWord(of text: String) -> Lexeme? {
    var lexer = StatementLexer(text)
    guard let first = lexer.next(), first.kind == .word else { return nil }
    return first
  }

  /// The next lexeme; nil at the end of the text.
  ///
  /// - Complexity: O(length of the lexeme and of the white space and comments before it); the first apostrophe of a
  ///   line that opens no quotation costs a look along the line.
  public mutating func next() -> Lexeme? {
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: ";") || bytes[offset] == UInt8(ascii: "\n") && openBrackets.isEmpty {
        offset += 1
        openBrackets = []
        startsStatement = true
        return Lexeme(kind: .end, bytes: offset - 1..<offset, text: "")
      }
      if QuotedText.isSpace(bytes[offset]) {
        offset += 1
      } else if isComment {
        offset = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      } else {
        startsStatement = false
        return quotation() ?? word()
      }
    }
    return nil
  }

  private mutating func quotation() -> Lexeme? {
    let searched = open?.start == offset ? open?.searched : nil
    guard let quoted = quotations.quotation(in: bytes, at: offset, searched: searched) else { return nil }
    let range = offset..<quoted.end
    open = quoted.isClosed ? nil : (offset, quoted.searched)
    offset = quoted.end
    // What was open before is handed out once more, and read when it is whole.
    let text = quoted.isClosed || searched == nil ? quoted.text(in: bytes) : ""
    return Lexeme(kind: .quotation(isClosed: quoted.isClosed), bytes: range, text: text)
  }

  /// A word ends at white space, at `;`, and where a quotation opens inside it: `leads|"member of"`.
  private mutating func word() -> Lexeme {
    let begin = offset
    repeat {
      switch bytes[offset] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): openBrackets.append(offset)
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): _ = openBrackets.popLast()
      default: break
      }
      offset += 1
    } while offset < bytes.count && !QuotedText.isSpace(bytes[offset]) && bytes[offset] != UInt8(ascii: ";")
      && quotations.quotation(in: bytes, at: offset) == nil
    return Lexeme(
      kind: .word, bytes: begin..<offset, text: String(decoding: bytes[begin..<offset], as: UTF8.self))
  }

  /// Whether a comment begins here: a `#` at the start of a word, unless a digit makes it an id such as `#12`.
  private var isComment: Bool {
    guard bytes[offset] == UInt8(ascii: "#") else { return false }
    if startsStatement { return true }
    guard QuotedText.isSpace(bytes[offset - 1]) else { return false }
    return offset + 1 == bytes.count || !(0x30...0x39).contains(bytes[offset + 1])
  }
}
