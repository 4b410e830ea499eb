/// A quoted stretch of a statement: `"…"`, `“…”` or `'…'`.
struct QuotedText {
  /// Offset behind the closing mark, or the end of the text when it is missing.
  var end: Int
  /// The words without marks and escapes.
  var content: [UInt8]
  var isClosed: Bool

  /// Reads the quotation that begins at `start`; nil when no quote opens there. A quote opens only where a word could
  /// begin, and an apostrophe only if another one ends a word on the same line, so that `O'Brien` and `6" pipe` are
  /// plain words.
  init?(in bytes: [UInt8], at start: Int) {
    guard start < bytes.count, Self.mayOpen(bytes, at: start) else { return nil }
    let closing: [UInt8]
    let opening: Int
    switch bytes[start] {
    case UInt8(ascii: "\""): (opening, closing) = (1, [UInt8(ascii: "\"")])
    case UInt8(ascii: "'"): (opening, closing) = (1, [UInt8(ascii: "'")])
    case 0xE2 where bytes[start...].starts(with: Array("“".utf8)): (opening, closing) = (3, Array("”".utf8))
    default: return nil
    }
    let isApostrophe = bytes[start] == UInt8(ascii: "'")
    content = []
    isClosed = false
    var i = start + opening
    while i < bytes.count {
      if isApostrophe, bytes[i] == UInt8(ascii: "\n") { break }
      if bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count, !isApostrophe {
        content.append(bytes[i + 1])
        i += 2
        continue
      }
      if bytes[i...].starts(with: closing), !isApostrophe || Self.followsWord(bytes, i + 1) {
        i += closing.count
        isClosed = true
        break
      }
      content.append(bytes[i])
      i += 1
    }
    end = i
    if isApostrophe, !isClosed { return nil }
  }

  /// Whether a word could begin at `start`.
  static func mayOpen(_ bytes: [UInt8], at start: Int) -> Bool {
    start == 0 || isSpace(bytes[start - 1]) || Array("([{,/|^;".utf8).contains(bytes[start - 1])
  }

  private static func followsWord(_ bytes: [UInt8], _ i: Int) -> Bool {
    i >= bytes.count || isSpace(bytes[i]) || Array(")]},/|*+?{;".utf8).contains(bytes[i])
  }

  /// Bytes of the quote that begins with `byte`.
  static func markLength(of byte: UInt8) -> Int { byte < 0x80 ? 1 : 3 }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
