/// Builds bytes: little-endian integers and varints.
public struct ByteWriter {
  public var bytes: [UInt8] = []

  @inlinable
  public init() {}

  @inlinable
  public mutating func append<T: FixedWidthInteger & BitwiseCopyable>(_ value: T) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe bytes.append(contentsOf: $0) }
  }

  @inlinable
  public mutating func append(contentsOf more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

  /// Appends as many zeros as `gap` is long.
  @inlinable
  public mutating func pad(_ gap: Range<Int>) { bytes.append(contentsOf: repeatElement(0, count: gap.count)) }

  /// Appends zeros up to a multiple of `alignment`.
  @inlinable
  public mutating func align(to alignment: Int) {
    while bytes.count % alignment != 0 { bytes.append(0) }
  }

  /// Seven bits a byte, lowest first, the high bit set on all bytes but the last (LEB128): 1 to 10 bytes.
  @inlinable
  public mutating func appendVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}
