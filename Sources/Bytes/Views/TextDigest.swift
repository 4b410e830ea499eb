/// Half of the SHA-256 of some bytes, by which texts are told apart without holding them.
public struct TextDigest: Hashable, Sendable {
  /// Bytes of ``bytes``.
  public static let size = 16

  private var first: UInt64
  private var second: UInt64

  /// - Parameter parts: which follow one another.
  public init(_ parts: [UInt8]...) {
    var hash = SHA256()
    for part in parts { hash.update(part) }
    let bytes = hash.digest()
    first = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
    second = bytes[8..<16].reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The 16 bytes that `bytes` begin with; nil when there are fewer.
  public init?(reading bytes: ByteView) {
    guard let first = bytes.load(0, as: UInt64.self), let second = bytes.load(8, as: UInt64.self) else { return nil }
    self.first = first.byteSwapped
    self.second = second.byteSwapped
  }

  /// The 16 bytes, as SHA-256 gives them.
  public var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(first.byteSwapped)
    writer.append(second.byteSwapped)
    return writer.bytes
  }
}
