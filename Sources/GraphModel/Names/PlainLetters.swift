/// `name` as somebody types it who has no accents on the keyboard: in lower case, letters of the Latin script without
/// their marks, whether a mark is a character of its own or not: *Sánchez* is `sanchez`, *Łódź* is `lodz`. Other
/// scripts stay as they are.
///
/// The plain letter is what the name of a character in the Unicode Standard says: LATIN SMALL LETTER A WITH ACUTE.
///
/// - Complexity: O(length of `name`).
package func plainLetters(_ name: some Sequence<UInt8>) -> [UInt8] {
  let bytes = Array(name)
  guard bytes.contains(where: { $0 >= 0x80 }) else { return caseFolded(bytes) }
  var plain: [UInt8] = []
  plain.reserveCapacity(bytes.count)
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    if scalar.isASCII {
      plain.append(contentsOf: caseFolded([UInt8(scalar.value)]))
    } else if !PlainLetters.marks.contains(scalar.value) {
      plain.append(contentsOf: PlainLetters.table[scalar.value] ?? Array(scalar.properties.lowercaseMapping.utf8))
    }
  }
  return plain
}

private enum PlainLetters {
  /// Combining Diacritical Marks.
  static let marks: ClosedRange<UInt32> = 0x300...0x36F

  /// Latin-1 Supplement, Latin Extended-A and -B, Latin Extended Additional.
  private static let blocks: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]

  /// The letters of the blocks that have a plain one.
  static let table: [UInt32: [UInt8]] = {
    var table: [UInt32: [UInt8]] = [:]
    for value in blocks.joined() {
      guard let name = Unicode.Scalar(value)?.properties.name, let letter = plain(name) else { continue }
      table[value] = Array(letter.utf8)
    }
    return table
  }()

  /// Letters whose names are words.
  private static let named = ["SHARP S": "ss", "ETH": "d", "THORN": "th", "DOTLESS I": "i", "LONG S": "s", "ENG": "n"]

  /// Nil for what is no letter of the Latin alphabet with something about it.
  private static func plain(_ name: String) -> String? {
    var words = name.split(separator: " ")[...]
    guard words.popFirst() == "LATIN", let size = words.popFirst(), size == "SMALL" || size == "CAPITAL",
      let kind = words.popFirst(), kind == "LETTER" || kind == "LIGATURE"
    else { return nil }
    let letter = words.prefix { $0 != "WITH" }.joined(separator: " ")
    if let plain = named[letter] { return plain }
    return letter.utf8.count <= 2 && letter.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) ? letter.lowercased() : nil
  }
}
