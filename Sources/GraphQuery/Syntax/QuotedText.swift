/// A quoted stretch of a statement: `"…"`, `“…”` or `'…'`.
struct QuotedText {
  /// Offset behind the closing mark, or the end of the text when it is missing.
  let end: Int
  let isClosed: Bool
  /// Where the search for the closing mark goes on when more text comes.
  let searched: Int
  /// The words without marks.
  private let inner: Range<Int>
  private let hasEscapes: Bool

  /// Reads the quotation that begins at `start`; nil when no quote opens there. A quote opens only where a word could
  /// begin, and an apostrophe only if another one ends a word on the same line, so that `O'Brien` and `6" pipe` are
  /// plain words.
  ///
  /// - Parameter searched: up to where the closing mark has been looked for already; nil for not at all.
  init?(in bytes: [UInt8], at start: Int, searched: Int? = nil) {
    guard start < bytes.count, Self.mayOpen(bytes, at: start) else { return nil }
    let opening: Int
    switch bytes[start] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): opening = 1
    case 0xE2 where start + 2 < bytes.count && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x9C: opening = 3
    default: return nil
    }
    let isApostrophe = bytes[start] == UInt8(ascii: "'")
    var i = searched ?? start + opening
    var close: Int?
    loop: while i < bytes.count {
      switch bytes[i] {
      case UInt8(ascii: "\n") where isApostrophe: break loop
      case UInt8(ascii: "\\") where !isApostrophe && i + 1 < bytes.count:
        i += 2
        continue
      // What it escapes may be still to come.
      case UInt8(ascii: "\\") where !isApostrophe: break loop
      case UInt8(ascii: "'") where isApostrophe && Self.followsWord(bytes, i + 1),
        UInt8(ascii: "\"") where opening == 1 && !isApostrophe:
        close = i
        break loop
      // ”
      case 0xE2 where opening == 3 && i + 2 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x9D:
        close = i
        break loop
      default: i += 1
      }
    }
    if isApostrophe, close == nil { return nil }
    isClosed = close != nil
    self.searched = i
    inner = start + opening..<(close ?? bytes.count)
    end = close.map { $0 + opening } ?? bytes.count
    hasEscapes = !isApostrophe
  }

  /// The words without marks and escapes.
  ///
  /// - Complexity: O(length of the quotation).
  func text(in bytes: [UInt8]) -> String {
    guard hasEscapes, bytes[inner].contains(UInt8(ascii: "\\")) else {
      return String(decoding: bytes[inner], as: UTF8.self)
    }
    var content: [UInt8] = []
    var i = inner.lowerBound
    while i < inner.upperBound {
      if bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count { i += 1 }
      content.append(bytes[i])
      i += 1
    }
    return String(decoding: content, as: UTF8.self)
  }

  /// Whether a word could begin at `start`.
  static func mayOpen(_ bytes: [UInt8], at start: Int) -> Bool {
    if start == 0 || isSpace(bytes[start - 1]) { return true }
    return switch bytes[start - 1] {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: "/"),
      UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: ";"):
      true
    default: false
    }
  }

  private static func followsWord(_ bytes: [UInt8], _ i: Int) -> Bool {
    if i >= bytes.count || isSpace(bytes[i]) { return true }
    return switch bytes[i] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "/"),
      UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "{"),
      UInt8(ascii: ";"):
      true
    default: false
    }
  }

  /// Bytes of the quote that begins with `byte`.
  static func markLength(of byte: UInt8) -> Int { byte < 0x80 ? 1 : 3 }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}

/// Finds quotations from the beginning of a text to its end, without looking along a line for each of its apostrophes.
struct QuotedTextFinder {
  /// The end of a line in which no apostrophe closes a quotation any more, so that none opens one.
  private var endOfPlainApostrophes = 0

  /// The quotation that opens at `offset`; nil when none does.
  mutating func quotation(in bytes: [UInt8], at offset: Int, searched: Int? = nil) -> QuotedText? {
    let isApostrophe = bytes[offset] == UInt8(ascii: "'")
    if isApostrophe, offset < endOfPlainApostrophes { return nil }
    if let quoted = QuotedText(in: bytes, at: offset, searched: searched) { return quoted }
    if isApostrophe, QuotedText.mayOpen(bytes, at: offset) {
      endOfPlainApostrophes = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    }
    return nil
  }
}
