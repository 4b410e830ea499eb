/// The encodings of mail.
enum MailText {
  /// RFC 2045, section 6.8; other characters are passed over.
  static func base64(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for byte in bytes {
      let value: UInt32
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) + 4
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      default: continue
      }
      (bits, count) = (bits << 6 | value, count + 6)
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// RFC 2045, section 6.7; an escape that is none stands for itself.
  static func quotedPrintable(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "=") else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let rest = bytes[(index + 1)...].prefix(2)
      if rest.first == UInt8(ascii: "\n") {
        index += 2
      } else if Array(rest) == [0x0D, 0x0A] {
        index += 3
      } else if rest.count == 2, let value = UInt8(String(decoding: rest, as: UTF8.self), radix: 16) {
        result.append(value)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return result
  }

  /// The bytes as UTF-8. Of other character sets Latin-1 and Windows-1252 are known; any other is read as UTF-8 with
  /// what does not belong to it replaced.
  static func utf8(_ bytes: [UInt8], charset: String) -> [UInt8] {
    switch charset.lowercased() {
    case "iso-8859-1", "latin1", "windows-1252", "cp1252":
      if String(validating: bytes, as: UTF8.self) != nil, bytes.contains(where: { $0 > 0x7F }) == false { return bytes }
      var text = ""
      for byte in bytes { text.unicodeScalars.append(Self.windows[byte] ?? Unicode.Scalar(byte)) }
      return Array(text.utf8)
    default: return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
  }

  /// What Windows-1252 has where Latin-1 has control characters.
  private static let windows: [UInt8: Unicode.Scalar] = [
    0x80: "€", 0x82: "‚", 0x84: "„", 0x85: "…", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–",
    0x97: "—",
    0x99: "™",
  ]

  /// A header with its encoded words decoded (RFC 2047): `=?utf-8?Q?Gespr=C3=A4ch?=`.
  static func words(_ header: String) -> String {
    var result = ""
    var wasEncoded = false
    for word in header.split(separator: " ") {
      let parts = word.split(separator: "?", omittingEmptySubsequences: false)
      guard parts.count == 5, parts[0] == "=", parts[4] == "=" else {
        if !result.isEmpty { result += " " }
        result += word
        wasEncoded = false
        continue
      }
      let bytes =
        parts[2].lowercased() == "b"
        ? base64(parts[3].utf8) : quotedPrintable(Array(parts[3].utf8).map { $0 == UInt8(ascii: "_") ? 0x20 : $0 })
      // Space between two encoded words only parts them.
      if !result.isEmpty, !wasEncoded { result += " " }
      result += String(decoding: utf8(bytes, charset: String(parts[1])), as: UTF8.self)
      wasEncoded = true
    }
    return result
  }

  /// The day of `Thu, 3 Apr 2025 10:00:00 +0200`; nil when it is no such date.
  static func day(_ header: String) -> String? {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let words = header.split { $0 == " " || $0 == "," }.map(String.init)
    for (index, word) in words.enumerated() where index + 2 < words.count {
      guard let day = Int(word), (1...31).contains(day), let year = Int(words[index + 2]), (1000...9999).contains(year),
        let month = months.firstIndex(of: words[index + 1].prefix(3).lowercased())
      else { continue }
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(year)-\(two(month + 1))-\(two(day))"
    }
    return nil
  }

  /// The text without what it answers (`>` lines, and the line that announces them) and without signature.
  static func withoutQuotes(_ bytes: [UInt8]) -> [UInt8] {
    var lines: [Substring] = []
    for line in String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line == "-- " || line == "--" { break }
      if line.hasPrefix(">") {
        if let last = lines.last, last.hasSuffix(":"), last.hasPrefix("On ") { lines.removeLast() }
        continue
      }
      lines.append(line)
    }
    return Array(lines.joined(separator: "\n").utf8)
  }
}
