internal import Bytes

/// `bytes` of UTF-8 text in lower case, scalar by scalar, as names are compared when somebody types them.
///
/// ASCII letters are mapped directly; all others by Unicode's lower-case mapping without context.
func caseFolded(_ bytes: [UInt8]) -> [UInt8] {
  guard bytes.contains(where: { $0 >= 0x80 }) else {
    return bytes.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
  }
  var folded: [UInt8] = []
  folded.reserveCapacity(bytes.count)
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    folded.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
  }
  return folded
}

/// Where `needle` first occurs in `text`; nil when it does not. The empty needle occurs at 0.
func firstOccurrence(of needle: [UInt8], in text: [UInt8]) -> Int? {
  guard let first = needle.first else { return 0 }
  var start = 0
  while start + needle.count <= text.count {
    if text[start] == first, text[start..<start + needle.count].elementsEqual(needle) { return start }
    start += 1
  }
  return nil
}

/// A string that stands in the order of names: by its lower-case form, then by its bytes.
struct FoldedString: Hashable, Comparable, Sendable {
  let string: String
  private let folded: [UInt8]

  init(_ string: String) {
    self.string = string
    folded = caseFolded(Array(string.utf8))
  }

  static func == (a: FoldedString, b: FoldedString) -> Bool { a.string.utf8.elementsEqual(b.string.utf8) }

  static func < (a: FoldedString, b: FoldedString) -> Bool {
    let order = byteOrder(a.folded, b.folded)
    return order != 0 ? order < 0 : a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(ByteString(string)) }
}
