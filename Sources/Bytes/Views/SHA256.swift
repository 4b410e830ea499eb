internal import CChecksum

/// A running SHA-256 (FIPS 180-4), for ids that depend on content alone.
public struct SHA256 {
  private var state = tercet_sha256()

  public init() { unsafe tercet_sha256_init(&state) }

  public mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBytes { unsafe tercet_sha256_update(&state, $0.baseAddress, $0.count) }
  }

  /// The 32 bytes of the hash of everything given so far.
  public func digest() -> [UInt8] {
    var copy = state
    var digest = [UInt8](repeating: 0, count: 32)
    unsafe digest.withUnsafeMutableBufferPointer { unsafe tercet_sha256_final(&copy, $0.baseAddress) }
    return digest
  }
}
