/// How the bytes of a text that is not UTF-8 are read.
public enum TextEncoding: String, Sendable {
  case utf16 = "UTF-16"
  /// ISO 8859-1: no byte is one that it leaves to control characters.
  case latin1 = "Latin-1"
  case windows1252 = "Windows-1252"

  /// The encoding that bytes which are not UTF-8 most likely have; nil where they are damaged UTF-8, or no text.
  ///
  /// - Complexity: O(*n*).
  static func guess(_ bytes: [UInt8]) -> TextEncoding? {
    if isUTF16(bytes) { return bytes.count % 2 == 0 ? .utf16 : nil }
    if isUnmarkedUTF16(bytes) { return .utf16 }
    var (high, controls, others) = (0, 0, 0)
    for byte in bytes {
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20..<0x7F: break
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x00..<0x20, 0x7F: others += 1
      case 0x80..<0xA0: controls += 1
      default: high += 1
      }
    }
    // A text in a language with the letters of English is mostly ASCII.
    guard others == 0, (high + controls) * 4 <= bytes.count || bytes.count < 16, !isDamagedUTF8(bytes) else {
      return nil
    }
    return controls > 0 ? .windows1252 : .latin1
  }

  /// Whether `bytes` begin as UTF-16 does.
  static func isUTF16(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
  }

  /// Bytes at the start that tell UTF-16 without a mark, and as many as it has at least.
  private static let headSize = 512
  private static let leastSize = 8

  /// Whether `bytes` are a text in UTF-16 that does not say so: nearly every second byte at the start is zero, as with
  /// the letters of English, and no character steers a terminal.
  ///
  /// - Complexity: O(*n*) of such a text, otherwise O(1).
  static func isUnmarkedUTF16(_ bytes: [UInt8]) -> Bool {
    guard !isUTF16(bytes), let order = units(of: bytes) else { return false }
    return stride(from: 0, to: bytes.count, by: 2).allSatisfy { place in
      let (low, high) = order.isLittle ? (bytes[place], bytes[place + 1]) : (bytes[place + 1], bytes[place])
      return high != 0 || low >= 0x20 && low != 0x7F || [0x09, 0x0A, 0x0C, 0x0D].contains(low)
    }
  }

  /// Whether the first byte of each unit is the low one, and where the first unit begins; nil where the start of
  /// `bytes` is none of UTF-16.
  private static func units(of bytes: [UInt8]) -> (isLittle: Bool, start: Int)? {
    if isUTF16(bytes) { return (bytes[0] == 0xFF, 2) }
    guard bytes.count >= leastSize, bytes.count % 2 == 0 else { return nil }
    let head = bytes.prefix(headSize)
    var zeros = (even: 0, odd: 0)
    for (place, byte) in head.enumerated() where byte == 0 {
      if place % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    // Others are quotation marks and dashes, and halves of pairs.
    let (least, most) = (max(head.count / 2 * 9 / 10, 1), head.count / 40)
    if zeros.odd >= least, zeros.even <= most { return (true, 0) }
    return zeros.even >= least && zeros.odd <= most ? (false, 0) : nil
  }

  /// Whether as many characters are whole UTF-8 as bytes are none: pairs such as `Ã©` are rare in texts of one byte a
  /// character.
  private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    var (whole, broken, index) = (0, 0, 0)
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      let glyph = bytes.glyph(at: index)
      if glyph.length > 1 { whole += 1 } else { broken += 1 }
      index += glyph.length
    }
    return whole >= broken
  }

  /// The text in UTF-8.
  ///
  /// - Returns: nil where bytes are no text of this encoding.
  func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    switch self {
    case .utf16: Self.utf8(units: bytes)
    case .latin1, .windows1252: Self.utf8(windows: bytes)
    }
  }

  private static func utf8(units bytes: [UInt8]) -> [UInt8]? {
    guard let (isLittle, start) = units(of: bytes) else { return nil }
    let codes = stride(from: start, to: bytes.count - 1, by: 2).lazy.map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2)
    let isBroken = transcode(
      codes.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
    ) { text.append($0) }
    return isBroken ? nil : text
  }

  private static func utf8(windows bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar = byte < 0xA0 ? high[Int(byte) - 0x80] : Unicode.Scalar(byte)
        text += UTF8.encode(scalar) ?? .encodedReplacementCharacter
      }
    }
    return text
  }

  /// What Windows-1252 has from 0x80 to 0x9F; the control character where it has nothing.
  ///
  /// Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
  static let high: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}
