public import Bytes

/// Packs values of any width from the lowest bit of the first byte upwards.
public struct BitWriter {
  private var words: [UInt64] = []
  /// Bits written so far.
  public private(set) var count = 0

  public init() {}

  /// Appends the lowest `width` bits of `value`, whose other bits are zero.
  public mutating func append(_ value: UInt64, width: Int) {
    guard width > 0 else { return }
    let shift = count & 63
    if shift == 0 { words.append(0) }
    words[words.count - 1] |= value << UInt64(shift)
    if shift + width > 64 { words.append(value >> UInt64(64 - shift)) }
    count += width
  }

  /// Makes room for `bits` bits.
  public mutating func reserve(_ bits: Int) { words.reserveCapacity((bits + 63) / 64) }

  /// Appends the bits to `writer`, the last byte filled with zeros.
  public func finish(into writer: inout ByteWriter) {
    let start = writer.bytes.count
    for word in words { writer.append(word) }
    writer.bytes.removeLast(writer.bytes.count - start - (count + 7) / 8)
  }
}
