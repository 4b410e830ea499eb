/// Keys by which names are compared: spelling without what writers vary freely.
package enum NameKey {
  /// `text` without accents, full stops and doubled spaces, with plain hyphens and apostrophes; case is kept.
  package static func cased(_ text: some StringProtocol) -> String { key(text, lowercase: false) }

  /// ``cased(_:)`` in lower case, without a leading article.
  package static func folded(_ text: some StringProtocol) -> String {
    let key = key(text, lowercase: true)
    return key.hasPrefix("the ") ? String(key.dropFirst(4)) : key
  }

  /// Appends what a word adds to a folded name that is written without spaces.
  static func append(_ word: ArraySlice<UInt8>, to name: inout [UInt8]) {
    let start = name.count
    for byte in word {
      switch byte {
      case 0x80...:
        name.removeSubrange(start...)
        name += key(String(decoding: word, as: UTF8.self), lowercase: true).utf8.filter { $0 != 0x20 }
        return
      case 0x2E, 0x09, 0x0A, 0x0D, 0x20: break
      case 0x41...0x5A: name.append(byte | 0x20)
      default: name.append(byte)
      }
    }
  }

  /// Whether `text` is an acronym: two capitals or more and nothing but capitals, digits, full stops, `&` and hyphens.
  package static func isAcronym(_ text: some StringProtocol) -> Bool {
    var capitals = 0
    var count = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      case UInt8(ascii: "."), UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
      default: return false
      }
      count += 1
    }
    return capitals >= 2 && count <= 10
  }

  /// Whether `text` holds letters and none of them is lower case.
  package static func isUppercase(_ text: some StringProtocol) -> Bool {
    var letters = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { letters = true }
    }
    return letters
  }

  /// Base letters of U+0100...U+017F.
  private static let latinExtendedA = Array(
    ("AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTt"
      + "UuUuUuUuUuUuWwYyYZzZzZzs").utf8)
  /// Base letters of U+00C0...U+00FF; `*` where a letter has none.
  private static let latin1 = Array("AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTsaaaaaaaceeeeiiiidnooooo*ouuuuyty".utf8)

  private static func key(_ text: some StringProtocol, lowercase: Bool) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2E: break
      case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x202F:
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      case 0x41...0x5A: bytes.append(UInt8(scalar.value) | (lowercase ? 0x20 : 0))
      case ..<0x80: bytes.append(UInt8(scalar.value))
      case 0xC0...0xFF where latin1[Int(scalar.value) - 0xC0] != UInt8(ascii: "*"):
        bytes.append(letter(latin1[Int(scalar.value) - 0xC0], lowercase: lowercase))
      case 0x100...0x17F: bytes.append(letter(latinExtendedA[Int(scalar.value) - 0x100], lowercase: lowercase))
      case 0x300...0x36F: break
      case 0x2018, 0x2019: bytes.append(UInt8(ascii: "'"))
      case 0x2010...0x2013: bytes.append(UInt8(ascii: "-"))
      default:
        bytes.append(
          contentsOf: lowercase ? Array(scalar.properties.lowercaseMapping.utf8) : Array(String(scalar).utf8))
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func letter(_ byte: UInt8, lowercase: Bool) -> UInt8 { lowercase ? byte | 0x20 : byte }
}
