/// What the tokenizer needs to know of one character.
enum GlyphKind: UInt8 {
  case space, newline, paragraph
  case lower, upper
  /// A letter without case, or a mark that continues a word.
  case letter
  case digit
  case emoji
  /// Punctuation and symbols.
  case mark

  /// Whether words are made of it.
  var isWord: Bool {
    switch self {
    case .lower, .upper, .letter, .digit: true
    default: false
    }
  }

  var isSpace: Bool { self == .space || self == .newline || self == .paragraph }
}

/// One character of the source: its kind, its code and how many bytes it takes.
struct Glyph {
  var kind: GlyphKind
  var length: Int
  var value: UInt32

  /// What stands beyond the end of a text.
  static let end = Glyph(kind: .space, length: 0, value: 0)
}

extension [UInt8] {
  /// The character at `index`; a byte that belongs to none is a mark of its own.
  func glyph(at index: Int) -> Glyph {
    guard index < count else { return .end }
    let first = self[index]
    if first < 0x80 { return Glyph(kind: asciiKinds[Int(first)], length: 1, value: UInt32(first)) }
    let length = first < 0xC2 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 1
    guard length > 1, index + length <= count else { return Glyph(kind: .mark, length: 1, value: 0xFFFD) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      let byte = self[index + offset]
      guard byte & 0xC0 == 0x80 else { return Glyph(kind: .mark, length: 1, value: 0xFFFD) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value), value >= (length == 3 ? 0x800 : length == 4 ? 0x10000 : 0) else {
      return Glyph(kind: .mark, length: 1, value: 0xFFFD)
    }
    return Glyph(kind: kind(of: scalar), length: length, value: value)
  }

  /// Whether the ASCII text `pattern`, in lower case, stands at `index` in whatever case.
  func matches(_ pattern: StaticString, at index: Int) -> Bool {
    let length = pattern.utf8CodeUnitCount
    guard index + length <= count else { return false }
    return pattern.withUTF8Buffer { buffer in
      for offset in 0..<length where unsafe self[index + offset].asciiLowercased != buffer[offset] { return false }
      return true
    }
  }
}

extension UInt8 {
  /// The lower-case letter of an ASCII capital; every other byte as it is.
  var asciiLowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
  var isASCIIDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isASCIILetter: Bool { asciiLowercased >= 0x61 && asciiLowercased <= 0x7A }
}

/// Kinds of the 128 ASCII characters; a form feed ends a paragraph.
private let asciiKinds: [GlyphKind] = (UInt8(0)..<0x80).map { byte in
  switch byte {
  case UInt8(ascii: "\n"): .newline
  case 0x0C: .paragraph
  case 0...0x20, 0x7F: .space
  case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): .upper
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): .lower
  default: .mark
  }
}

private func kind(of scalar: Unicode.Scalar) -> GlyphKind {
  switch scalar.value {
  case 0x85, 0xA0, 0x2028, 0xFEFF, 0x200B: return .space
  case 0x2029: return .paragraph
  case 0x1F1E6...0x1FAFF, 0x2600...0x27BF, 0x2B50: return .emoji
  default: break
  }
  switch scalar.properties.generalCategory {
  case .uppercaseLetter, .titlecaseLetter: return .upper
  case .lowercaseLetter: return .lower
  case .modifierLetter, .otherLetter, .letterNumber, .format, .nonspacingMark, .spacingMark, .enclosingMark:
    return .letter
  case .decimalNumber: return .digit
  case .spaceSeparator, .lineSeparator, .control: return .space
  default: return .mark
  }
}
