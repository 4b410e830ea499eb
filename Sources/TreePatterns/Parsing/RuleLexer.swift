internal import Language

/// A word, text or mark of a file of rules.
struct RuleLexeme: Equatable {
  enum Kind: Equatable {
    /// A run of letters, digits, `-`, `_` and `$`; a `:` inside belongs to it, as in `nsubj:pass`.
    case word
    /// Between double quotes, which are not part of ``text``.
    case quoted
    case mark
    case endOfLine
    case endOfFile
  }

  var kind: Kind
  var text: String
  /// Byte offset.
  var start: Int

  func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }

  /// As errors show it.
  var shown: String {
    switch kind {
    case .endOfLine: "the end of the line"
    case .endOfFile: "the end of the file"
    case .quoted: "\"\(text)\""
    case .word, .mark: text
    }
  }
}

/// Cuts a file of rules into lexemes, one after the other.
struct RuleLexer {
  let source: RuleSource
  private(set) var offset = 0
  /// The bytes whose lines are counted, and the line that they end in.
  private var counted = 0
  private var line = 1
  private var lineStart = 0

  init(_ source: RuleSource) { self.source = source }

  /// The next lexeme; lines that are empty or hold a comment alone give no end of line of their own.
  mutating func next() throws(RuleError) -> RuleLexeme {
    let bytes = source.bytes
    while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
      case UInt8(ascii: "#"): skipLine()
      case UInt8(ascii: "\n"):
        let start = offset
        skipEmptyLines()
        return RuleLexeme(kind: .endOfLine, text: "", start: start)
      case UInt8(ascii: "\""): return try quoted()
      case UInt8(ascii: ":"), UInt8(ascii: ","), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"),
        UInt8(ascii: "@"), UInt8(ascii: "/"):
        offset += 1
        return RuleLexeme(kind: .mark, text: String(UnicodeScalar(byte)), start: offset - 1)
      default:
        guard Self.isWord(byte) else { throw unknownByte() }
        return word()
      }
    }
    return RuleLexeme(kind: .endOfFile, text: "", start: bytes.count)
  }

  /// Goes behind the lines that begin with a digit, and returns where they stand.
  mutating func numberedLines() -> Range<Int> {
    let start = offset
    while offset < source.bytes.count {
      var first = offset
      while first < source.bytes.count, source.bytes[first] == UInt8(ascii: " ") { first += 1 }
      guard first < source.bytes.count, source.bytes[first].isDigit else { break }
      offset = first
      skipLine()
      if offset < source.bytes.count { offset += 1 }
    }
    return start..<offset
  }

  /// Goes behind the lines that hold a byte, and returns where they stand.
  mutating func lines(holding mark: UInt8) -> Range<Int> {
    let start = offset
    while offset < source.bytes.count {
      let line = source.bytes[offset...].prefix { $0 != UInt8(ascii: "\n") }
      guard line.contains(mark) else { break }
      offset = min(line.endIndex + 1, source.bytes.count)
    }
    return start..<offset
  }

  /// Line and column of a byte, not before those asked for earlier.
  ///
  /// - Complexity: O(bytes since the last call).
  mutating func place(of offset: Int) -> RulePlace {
    while counted < min(offset, source.bytes.count) {
      if source.bytes[counted] == UInt8(ascii: "\n") {
        line += 1
        lineStart = counted + 1
      }
      counted += 1
    }
    return RulePlace(file: source.name, line: line, column: offset - lineStart + 1)
  }

  private mutating func word() -> RuleLexeme {
    let start = offset
    let bytes = source.bytes
    while offset < bytes.count {
      let isInner = bytes[offset] == UInt8(ascii: ":") && offset + 1 < bytes.count && bytes[offset + 1].isLetter
      guard Self.isWord(bytes[offset]) || isInner else { break }
      offset += 1
    }
    return RuleLexeme(kind: .word, text: String(decoding: bytes[start..<offset], as: UTF8.self), start: start)
  }

  private mutating func quoted() throws(RuleError) -> RuleLexeme {
    let start = offset
    let bytes = source.bytes
    guard let end = bytes[(start + 1)...].firstIndex(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") }),
      bytes[end] == UInt8(ascii: "\"")
    else {
      throw .unexpected(
        place: place(of: start).description, expected: "a double quote that closes the text on its line",
        got: "the end of the line")
    }
    offset = end + 1
    return RuleLexeme(kind: .quoted, text: String(decoding: bytes[(start + 1)..<end], as: UTF8.self), start: start)
  }

  private mutating func skipLine() {
    while offset < source.bytes.count, source.bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
  }

  private mutating func skipEmptyLines() {
    var lineStart = offset
    while offset < source.bytes.count {
      switch source.bytes[offset] {
      case UInt8(ascii: "\n"):
        offset += 1
        lineStart = offset
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): offset += 1
      case UInt8(ascii: "#"): skipLine()
      default:
        offset = lineStart
        return
      }
    }
  }

  private mutating func unknownByte() -> RuleError {
    let shown = String(decoding: source.bytes[offset..<min(offset + 4, source.bytes.count)], as: UTF8.self)
    return .unexpected(
      place: place(of: offset).description, expected: "a word, a text in double quotes or one of : , ( ) | @ /",
      got: shown.unicodeScalars.first.map { $0.value < 0x20 ? "a control character" : String($0) } ?? "nothing")
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "$")
  }
}

extension UInt8 {
  /// An ASCII letter.
  var isLetter: Bool { self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") }
  /// An ASCII digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
