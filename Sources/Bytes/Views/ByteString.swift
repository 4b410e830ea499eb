/// A string that is compared, ordered and hashed by its UTF-8 bytes.
///
/// `String` itself takes composed and decomposed letters for equal, which would merge names that a document tells
/// apart.
@usableFromInline
package struct ByteString: Hashable, Comparable, Sendable {
  @usableFromInline package let string: String

  @inlinable package init(_ string: String) { self.string = string }

  @inlinable package static func == (a: ByteString, b: ByteString) -> Bool {
    var (first, second) = (a.string, b.string)
    return first.withUTF8 { one in second.withUTF8 { unsafe one.count == $0.count && one.elementsEqual($0) } }
  }

  @inlinable package static func < (a: ByteString, b: ByteString) -> Bool {
    a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
  }

  @inlinable package func hash(into hasher: inout Hasher) {
    var copy = string
    copy.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}

/// The first eight bytes as a number, the first of them the highest, zeros behind the end: it orders as the bytes do,
/// as far as they reach.
package func firstEight(_ bytes: [UInt8]) -> UInt64 {
  var value: UInt64 = 0
  for place in 0..<8 { value = value << 8 | UInt64(place < bytes.count ? bytes[place] : 0) }
  return value
}

/// -1, 0 or 1 as `a` stands before, at or after `b`; nil stands first.
package func byteOrder(_ a: String?, _ b: String?) -> Int {
  guard let a else { return b == nil ? 0 : -1 }
  guard let b else { return 1 }
  if a.utf8.elementsEqual(b.utf8) { return 0 }
  return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
}
