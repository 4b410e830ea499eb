/// Finds the headline that a text begins with.
enum Headline {
  static let longest = 160

  /// The first line of `text` when a paragraph ends with it, it is short and no sentence; nil otherwise.
  static func find(in text: [UInt8], layout: Tokenizer.Layout) -> String? {
    guard let block = TextBlock(after: 0, in: text) else { return nil }
    var start = block.bytes.lowerBound
    var end = text[start..<block.bytes.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? block.bytes.upperBound
    let isMarked = layout == .markdown && text[start] == UInt8(ascii: "#")
    if isMarked { while start < end, text[start] == UInt8(ascii: "#") || text[start] == 0x20 { start += 1 } }
    guard isMarked || !TextBlock.isBullet(start, in: text) else { return nil }
    // The rest of the text must be more than this line.
    guard !InputText.isEmpty(text, from: end) else { return nil }
    guard isMarked || end == block.bytes.upperBound || block.breaksParagraph(at: end, in: text) else { return nil }
    while end > start, text[end - 1] <= 0x20 { end -= 1 }
    guard end > start, end - start <= longest, mayBegin(text.glyph(at: start)) else { return nil }
    guard text[end - 1] != UInt8(ascii: "."), text[end - 1] != UInt8(ascii: ":") else { return nil }
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  private static func mayBegin(_ first: Glyph) -> Bool {
    switch first.kind {
    case .upper, .letter, .digit: true
    case .mark: [0x22, 0x27, 0x2018, 0x201C, 0x24].contains(first.value)
    default: false
    }
  }
}
