extension WordScanner {
  /// End of the web or mail address that begins at `start`; nil when none does.
  func addressEnd(_ start: Int) -> Int? {
    switch bytes[start].asciiLowercased {
    case UInt8(ascii: "h"), UInt8(ascii: "f"), UInt8(ascii: "m"), UInt8(ascii: "w"):
      for scheme in ["http://", "https://", "ftp://", "mailto:", "www."] as [StaticString]
      where bytes.matches(scheme, at: start) {
        let end = urlEnd(start)
        if end > start + scheme.utf8CodeUnitCount { return end }
      }
    default: break
    }
    return mailEnd(start)
  }

  /// End of the address from `start` on, without the punctuation of the sentence around it.
  func urlEnd(_ start: Int) -> Int {
    var end = start
    var openBrackets = 0
    let bound = min(limit, start + Self.longestAddress)
    while end < bound {
      let glyph = bytes.glyph(at: end)
      switch glyph.value {
      case 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B...0x7D, 0xAB, 0xBB, 0x201C...0x201E: return trimmed(start..<end)
      case 0x28: openBrackets += 1
      case 0x29:
        if openBrackets == 0 { return trimmed(start..<end) }
        openBrackets -= 1
      default: if glyph.kind.isSpace { return trimmed(start..<end) }
      }
      end += glyph.length
    }
    return trimmed(start..<end)
  }

  private func trimmed(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound {
      switch bytes[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "?"), UInt8(ascii: "'"), UInt8(ascii: "]"), UInt8(ascii: "*"):
        end -= 1
      default: return end
      }
    }
    return end
  }

  private func mailEnd(_ start: Int) -> Int? {
    let bound = min(limit, start + Self.longestWord)
    var end = start
    while end < bound, isMailByte(bytes[end]) { end += 1 }
    guard end > start, byte(end) == UInt8(ascii: "@"), byte(end + 1).isASCIILetter || byte(end + 1).isASCIIDigit
    else { return nil }
    end += 1
    while end < bound, isMailByte(bytes[end]) { end += 1 }
    while bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    return end
  }

  private func isMailByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    default: byte.isASCIILetter || byte.isASCIIDigit
    }
  }
}
