/// A text with the references to characters that old pages leave in it (`&amp;`, `&#8217;`) replaced, and the way back
/// to the bytes of the text.
struct ReferenceView {
  private(set) var bytes: [UInt8] = []
  private(set) var references: [CharacterReference] = []
  /// By reference: where the character ends in ``bytes``.
  private var ends: [Int] = []

  /// The longest reference, and how often `&amp;` may stand in the place of its `&`.
  private static let longest = 10
  private static let deepest = 3

  /// Nil when the text has no reference.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  init?(_ source: [UInt8], lexicon: TokenizerLexicon) {
    var copied = 0
    var index = 0
    while let found = source[index...].firstIndex(of: UInt8(ascii: "&")) {
      guard let (end, text) = Self.reference(at: found, in: source, lexicon) else {
        index = found + 1
        continue
      }
      bytes += source[copied..<found]
      bytes += text
      references.append(CharacterReference(bytes: UInt32(found)..<UInt32(end), text: text))
      ends.append(bytes.count)
      copied = end
      index = end
    }
    if references.isEmpty { return nil }
    bytes += source[copied...]
  }

  /// Where in the source the character at `offset` of ``bytes`` begins.
  ///
  /// - Complexity: O(log of the number of references).
  func source(of offset: UInt32) -> UInt32 {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= Int(offset) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? offset : references[low - 1].bytes.upperBound + offset - UInt32(ends[low - 1])
  }

  /// The end of the reference at `index` and the character that it stands for; nil when none does.
  private static func reference(
    at index: Int, in source: [UInt8], _ lexicon: TokenizerLexicon
  ) -> (end: Int, text: [UInt8])? {
    var start = index + 1
    // `&amp;#8217;`, of a page that was escaped twice.
    for _ in 0..<deepest where source.matches("amp;", at: start) {
      guard let inner = name(from: start + 4, in: source), let text = character(inner, in: source, lexicon) else {
        break
      }
      if !source.matches("amp;", at: start + 4) { return (inner.upperBound + 1, text) }
      start += 4
    }
    guard let name = name(from: start, in: source), let text = character(name, in: source, lexicon) else { return nil }
    return (name.upperBound + 1, text)
  }

  /// What stands before the `;`.
  private static func name(from start: Int, in source: [UInt8]) -> Range<Int>? {
    var end = start
    while end < source.count, end - start <= longest,
      source[end].isASCIILetter || source[end].isASCIIDigit || source[end] == UInt8(ascii: "#")
    { end += 1 }
    return end > start && end < source.count && source[end] == UInt8(ascii: ";") ? start..<end : nil
  }

  private static func character(_ name: Range<Int>, in source: [UInt8], _ lexicon: TokenizerLexicon) -> [UInt8]? {
    if let number = lexicon.references.number(of: source, name) {
      let text = lexicon.referredCharacters[number]
      // `&Eacute;` and `&eacute;`.
      return Array((source[name.lowerBound] < 0x60 ? text.uppercased() : text).utf8)
    }
    guard source[name.lowerBound] == UInt8(ascii: "#") else { return nil }
    let digits = String(decoding: source[name].dropFirst(), as: UTF8.self)
    let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
    guard let value = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits), value > 0x20,
      !(0x7F..<0xA0).contains(value), let scalar = Unicode.Scalar(value)
    else { return nil }
    return Array(String(Character(scalar)).utf8)
  }
}
