/// The encodings of mail.
enum MailText {
  /// RFC 2045, section 6.8; other characters are passed over. No more than `most` bytes come of it.
  static func base64(_ bytes: ArraySlice<UInt8>, upTo most: Int = .max) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(min(most, bytes.count / 4 * 3))
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
        if result.count == most { break }
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// RFC 2045, section 6.7; an escape that is none stands for itself. No more than `most` bytes come of it.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, upTo most: Int = .max) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(min(most, bytes.count))
    var index = bytes.startIndex
    while index < bytes.endIndex, result.count < most {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "="), index < bytes.endIndex else {
        result.append(byte)
        continue
      }
      let next = bytes[index]
      let second = index + 1 < bytes.endIndex ? bytes[index + 1] : nil
      if next == UInt8(ascii: "\n") {
        index += 1
      } else if next == UInt8(ascii: "\r"), second == UInt8(ascii: "\n") {
        index += 2
      } else if let high = digit(next), let low = second.flatMap(digit) {
        result.append(high << 4 | low)
        index += 2
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"): byte & 0x0F + 9
    default: nil
    }
  }

  /// The bytes as UTF-8. Of other character sets Latin-1 and Windows-1252 are known; any other is read as UTF-8 with
  /// what does not belong to it replaced.
  static func utf8(_ bytes: [UInt8], charset: String) -> [UInt8] {
    switch charset.lowercased() {
    case "iso-8859-1", "latin1", "windows-1252", "cp1252":
      return TextEncoding.windows1252.utf8(bytes) ?? bytes
    default: return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
  }

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
        ? base64(Array(parts[3].utf8)[...])
        : quotedPrintable(parts[3].utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
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
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 1)
    /// Where the last line begins that was kept.
    var last: Int?
    var start = 0
    while start <= bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var line = bytes[start..<end]
      start = end + 1
      if line.last == UInt8(ascii: "\r"), end < bytes.count { line = line.dropLast() }
      if line.elementsEqual("-- ".utf8) || line.elementsEqual("--".utf8) { break }
      if line.first == UInt8(ascii: ">") {
        if let place = last, result[place...].starts(with: "On ".utf8), result.dropLast().last == UInt8(ascii: ":") {
          result.removeLast(result.count - place)
          last = nil
        }
        continue
      }
      last = result.count
      result += line
      result.append(UInt8(ascii: "\n"))
    }
    if !result.isEmpty { result.removeLast() }
    return result
  }
}
