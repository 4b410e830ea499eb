/// A text in Markdown with its marks blanked out, byte for byte, so that offsets stay those of the text.
///
/// A mark that ends a paragraph (of headings, list items, table cells) becomes a form feed, every other one a space.
/// Light by design: headings, emphasis, links, images, code, quotes, lists, tables, rules, tags; no nesting.
struct MarkdownView {
  private(set) var bytes: [UInt8]

  private static let paragraph: UInt8 = 0x0C
  private static let space = UInt8(ascii: " ")
  /// How far the end of a link or tag is looked for.
  private static let reach = 1_024

  init(_ source: [UInt8]) {
    bytes = source
    var start = 0
    var isCode = false
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let text = firstByte(start..<end)
      if bytes.matches("```", at: text) || bytes.matches("~~~", at: text) {
        isCode.toggle()
        blank(start..<end)
      } else if isCode {
        blank(start..<end)
      } else {
        maskLine(start: start, text: text, end: end)
      }
      start = end + 1
    }
  }

  private func firstByte(_ range: Range<Int>) -> Int {
    range.first { bytes[$0] != Self.space && bytes[$0] != UInt8(ascii: "\t") } ?? range.upperBound
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range { bytes[index] = Self.space }
  }

  /// Ends a paragraph before `line` and after it.
  private mutating func isolate(_ line: Range<Int>) {
    if line.lowerBound > 0 { bytes[line.lowerBound - 1] = Self.paragraph }
    if line.upperBound < bytes.count { bytes[line.upperBound] = Self.paragraph }
  }

  private mutating func maskLine(start: Int, text: Int, end: Int) {
    guard text < end else { return }
    if isRule(text..<end) || bytes.matches("[", at: text) && isDefinition(text..<end) {
      blank(text..<end)
      isolate(start..<end)
      return
    }
    var content = text
    while content < end, bytes[content] == UInt8(ascii: ">") {
      bytes[content] = Self.space
      content = firstByte(content..<end)
    }
    var marks = content
    while marks < end, bytes[marks] == UInt8(ascii: "#") { marks += 1 }
    if marks > content, marks - content <= 6, marks == end || bytes[marks] == Self.space {
      blank(content..<marks)
      isolate(start..<end)
      content = marks
    } else if content < end, let item = itemEnd(content..<end) {
      blank(content..<item)
      bytes[content] = Self.paragraph
      content = item
    }
    let isTable = content < end && bytes[content] == UInt8(ascii: "|")
    maskInline(content..<end, isTable: isTable)
  }

  /// Whether the line is an underline or a rule: three or more of one mark.
  private func isRule(_ range: Range<Int>) -> Bool {
    let mark = bytes[range.lowerBound]
    guard [UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_")].contains(mark) else {
      return false
    }
    var count = 0
    for index in range {
      if bytes[index] == mark {
        count += 1
      } else if bytes[index] != Self.space && bytes[index] != UInt8(ascii: "\r") {
        return false
      }
    }
    return count >= 3
  }

  /// Whether the line is the definition of a link: `[1]: https://…`.
  private func isDefinition(_ range: Range<Int>) -> Bool {
    guard let close = range.prefix(Self.reach).first(where: { bytes[$0] == UInt8(ascii: "]") }) else { return false }
    return bytes.matches("]: ", at: close)
  }

  /// End of the mark of a list item; nil when the line is none.
  private func itemEnd(_ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(bytes[index]) {
      index += 1
    } else {
      while index < range.upperBound, index - range.lowerBound < 3, bytes[index].isASCIIDigit { index += 1 }
      guard index > range.lowerBound, index < range.upperBound,
        bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
      else { return nil }
      index += 1
    }
    return index < range.upperBound && bytes[index] == Self.space ? index : nil
  }

  private mutating func maskInline(_ range: Range<Int>, isTable: Bool) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\") where index + 1 < range.upperBound && !bytes[index + 1].isASCIILetter:
        bytes[index] = Self.space
        index += 1
      case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "~"):
        bytes[index] = Self.space
      case UInt8(ascii: "_") where !isInWord(index, range):
        bytes[index] = Self.space
      case UInt8(ascii: "|") where isTable:
        bytes[index] = Self.paragraph
      case UInt8(ascii: "-") where isTable && bytes.matches("---", at: index):
        while index < range.upperBound, bytes[index] == UInt8(ascii: "-") {
          bytes[index] = Self.space
          index += 1
        }
        continue
      case UInt8(ascii: "!") where index + 1 < range.upperBound && bytes[index + 1] == UInt8(ascii: "["):
        if let end = linkEnd(index + 1..<range.upperBound)?.target { blank(index..<end) }
      case UInt8(ascii: "["):
        if let link = linkEnd(index..<range.upperBound) {
          bytes[index] = Self.space
          blank(link.text..<link.target)
        }
      case UInt8(ascii: "<"):
        if let end = tagEnd(index..<range.upperBound) { blank(index..<end) }
      default: break
      }
      index += 1
    }
  }

  private func isInWord(_ index: Int, _ range: Range<Int>) -> Bool {
    guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
    return bytes.glyph(at: index + 1).kind.isWord && (bytes[index - 1].isASCIILetter || bytes[index - 1].isASCIIDigit)
  }

  /// Where the text and where the target of the link that begins at `range` end; nil when none does.
  private func linkEnd(_ range: Range<Int>) -> (text: Int, target: Int)? {
    let bound = min(range.upperBound, range.lowerBound + Self.reach)
    guard let close = (range.lowerBound + 1..<bound).first(where: { isBracket(bytes[$0]) }),
      bytes[close] == UInt8(ascii: "]"), close + 1 < range.upperBound
    else { return nil }
    let closing: UInt8
    switch bytes[close + 1] {
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    default: return nil
    }
    let reach = min(range.upperBound, close + Self.reach)
    // A bracket that opens before the end breaks off, so that hostile text costs no more than its length.
    guard
      let end = (close + 2..<max(reach, close + 2)).first(where: {
        bytes[$0] == closing || bytes[$0] == UInt8(ascii: "[")
      }), bytes[end] == closing
    else { return nil }
    return (close, end + 1)
  }

  private func isBracket(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") }

  /// End of the tag or comment at `range`; nil when it is a sign of comparison.
  private func tagEnd(_ range: Range<Int>) -> Int? {
    let next = range.lowerBound + 1
    guard next < range.upperBound,
      bytes[next].isASCIILetter || bytes[next] == UInt8(ascii: "/") || bytes[next] == UInt8(ascii: "!")
    else { return nil }
    if bytes.matches("http", at: next) || bytes.matches("mailto", at: next) { return nil }
    let bound = min(range.upperBound, next + Self.reach)
    guard let end = (next..<bound).first(where: { bytes[$0] == UInt8(ascii: ">") || bytes[$0] == UInt8(ascii: "<") }),
      bytes[end] == UInt8(ascii: ">")
    else { return nil }
    return end + 1
  }
}
