internal import Bytes

/// The bytes of a section, and a hash of what they mean.
struct EncodedSection {
  /// They follow one another.
  var parts: [EncodedPart]
  /// The SHA-256 of the content, which compressors that differ do not change.
  var digest: [UInt8]

  init(parts: [EncodedPart], digest: [UInt8]) {
    self.parts = parts
    self.digest = digest
  }

  init(bytes: [UInt8], digest: [UInt8]) { self.init(parts: [.memory(bytes)], digest: digest) }

  /// A section in which nothing is packed.
  init(_ bytes: [UInt8]) {
    var hash = SHA256()
    hash.update(bytes)
    self.init(bytes: bytes, digest: hash.digest())
  }
}
