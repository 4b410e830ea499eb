/// Lines without a blank one between them, and where among them paragraphs end.
///
/// News comes with one paragraph a line, or wrapped at some width. In wrapped text a line ends because the next word
/// would not fit; where it would have fitted, the writer meant the end of the line.
struct TextBlock {
  /// Lines longer than this are not wrapped ones.
  static let widestWrap = 110

  var bytes: Range<Int>
  /// Length of the longest line in characters; ``widestWrap`` + 1 stands for every greater length.
  var width: Int
  /// Whether it is the first of the text, which may begin with a headline.
  var isFirst: Bool

  /// The next block of `text` from `index` on; nil when nothing but space is left.
  init?(after index: Int, in text: [UInt8]) {
    var start = index
    while start < text.count, text.glyph(at: start).kind.isSpace { start += text.glyph(at: start).length }
    guard start < text.count else { return nil }
    isFirst = index == 0
    width = 0
    var end = start
    var length = 0
    var isBlank = false
    loop: while end < text.count {
      switch text[end] {
      case UInt8(ascii: "\n"):
        if isBlank { break loop }
        width = max(width, min(length, Self.widestWrap + 1))
        length = 0
        isBlank = true
      case UInt8(ascii: "\r"), UInt8(ascii: " "), UInt8(ascii: "\t"): length += 1
      case let byte:
        isBlank = false
        if byte & 0xC0 != 0x80 { length += 1 }
      }
      end += 1
    }
    width = max(width, min(length, Self.widestWrap + 1))
    bytes = start..<end
  }

  /// Whether the newline at `index` ends a paragraph rather than wraps a line.
  func breaksParagraph(at index: Int, in text: [UInt8]) -> Bool {
    var next = index + 1
    while next < bytes.upperBound, text[next] == UInt8(ascii: " ") || text[next] == UInt8(ascii: "\t") { next += 1 }
    guard next < bytes.upperBound else { return true }
    if Self.isBullet(next, in: text) { return true }
    if text.glyph(at: next).kind == .lower && !endsSentence(before: index, in: text) { return false }
    if width > Self.widestWrap { return true }
    var wordEnd = next
    while wordEnd < min(bytes.upperBound, next + width), !text.glyph(at: wordEnd).kind.isSpace { wordEnd += 1 }
    var line = index
    while line > bytes.lowerBound, index - line <= 4 * width, text[line - 1] != UInt8(ascii: "\n") { line -= 1 }
    let length = text[line..<index].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    // Text wrapped by hand is ragged: there the room left must be plain.
    let slack = isFirst && line == bytes.lowerBound ? 0 : width / 8
    return length + 1 + (wordEnd - next) + slack <= width
  }

  private func endsSentence(before index: Int, in text: [UInt8]) -> Bool {
    var last = index - 1
    while last > bytes.lowerBound {
      switch text[last] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
      case UInt8(ascii: " "), UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: ")"), UInt8(ascii: "\""),
        UInt8(ascii: "'"), 0xE2, 0x80, 0x9D, 0x99:
        last -= 1
      default: return false
      }
    }
    return false
  }

  /// Whether a list item begins at `index`.
  static func isBullet(_ index: Int, in text: [UInt8]) -> Bool {
    let first = text.glyph(at: index)
    switch first.value {
    case 0x2A, 0x2D, 0x2013, 0x2014, 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6, 0xB7:
      return text.glyph(at: index + first.length).kind.isSpace
    default: break
    }
    var end = index
    while end < text.count, end - index < 3, text[end].isASCIIDigit { end += 1 }
    guard end > index, end + 1 < text.count else { return false }
    return (text[end] == UInt8(ascii: ".") || text[end] == UInt8(ascii: ")")) && text[end + 1] == UInt8(ascii: " ")
  }
}
