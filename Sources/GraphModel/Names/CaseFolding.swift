internal import Bytes

/// `bytes` of UTF-8 text in lower case, scalar by scalar, as names are compared when somebody types them.
///
/// ASCII letters are mapped directly; all others by Unicode's lower-case mapping without context.
///
/// - Complexity: O(length of `bytes`).
package func caseFolded(_ bytes: [UInt8]) -> [UInt8] {
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

/// A text that is looked for in names whatever its case; anywhere in them also whatever the accents.
package struct FoldedText {
  /// In lower case.
  package let bytes: [UInt8]
  /// In plain letters (``plainLetters(_:)``).
  private let plain: [UInt8]

  /// - Complexity: O(length of `text`).
  package init(_ text: String) {
    bytes = caseFolded(Array(text.utf8))
    plain = plainLetters(text.utf8)
  }

  /// The byte offset at which the text first stands in `name` at `place`, both in lower case, or for one anywhere both
  /// in plain letters; nil when it does not. The empty text stands at 0; the whole of a name it is only where that is
  /// empty too.
  ///
  /// - Complexity: O(length of `name` · length of the text) at worst, mostly O(length of `name`).
  package func position(in name: String, at place: NamePlace) -> Int? {
    let name = Array(name.utf8)
    switch place {
    case .anywhere: return unsafe name.withUnsafeBytes { unsafe position(in: $0) }
    case .start: return caseFolded(name).starts(with: bytes) ? 0 : nil
    case .whole: return caseFolded(name) == bytes ? 0 : nil
    }
  }

  /// The byte offset at which the text first stands in `name`, UTF-8, both in plain letters; nil when it does not.
  ///
  /// - Complexity: O(length of `name` · length of the text) at worst, mostly O(length of `name`).
  package func position(in name: UnsafeRawBufferPointer) -> Int? {
    let all = unsafe name.reduce(0 as UInt8) { $0 | $1 }
    if all < 0x80 { return unsafe position(inASCII: name) }
    let folded = unsafe plainLetters(name)
    return unsafe folded.withUnsafeBytes { unsafe position(inASCII: $0) }
  }

  /// The same where only ASCII letters may be capitals.
  @inline(__always)
  private func position(inASCII name: UnsafeRawBufferPointer) -> Int? {
    guard let first = plain.first else { return 0 }
    var start = 0
    while start + plain.count <= name.count {
      if unsafe folded(name[start]) == first {
        var length = 1
        while length < plain.count, unsafe folded(name[start + length]) == plain[length] { length += 1 }
        if length == plain.count { return start }
      }
      start += 1
    }
    return nil
  }

  @inline(__always)
  private func folded(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
}

/// A string that stands in the order of names: by its lower-case form, then by its bytes.
package struct FoldedString: Hashable, Comparable, Sendable {
  package let string: String
  private let folded: [UInt8]

  /// - Complexity: O(length of `string`).
  package init(_ string: String) {
    self.string = string
    folded = caseFolded(Array(string.utf8))
  }

  package static func == (a: FoldedString, b: FoldedString) -> Bool { a.string.utf8.elementsEqual(b.string.utf8) }

  package static func < (a: FoldedString, b: FoldedString) -> Bool {
    let order = byteOrder(a.folded, b.folded)
    return order != 0 ? order < 0 : a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(ByteString(string)) }
}
