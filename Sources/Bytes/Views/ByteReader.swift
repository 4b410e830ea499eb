/// Reads bytes in order; every read is nil when what it asks for is not there whole.
public struct ByteReader {
  private let view: ByteView
  public private(set) var offset: Int

  public init(_ view: ByteView, at offset: Int = 0) {
    self.view = view
    self.offset = offset
  }

  public var isAtEnd: Bool { offset >= view.count }

  public mutating func read<T: FixedWidthInteger & BitwiseCopyable>(_ type: T.Type) -> T? {
    guard let value = view.load(offset, as: type) else { return nil }
    offset += MemoryLayout<T>.size
    return value
  }

  /// A varint as ``ByteWriter/appendVarint(_:)`` writes it; nil also when it is longer than 64 bits.
  public mutating func readVarint() -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    var at = offset
    while let byte = view.byte(at), shift < 64 {
      guard shift < 63 || byte <= 1 else { return nil }
      value |= UInt64(byte & 0x7F) << shift
      at += 1
      if byte < 0x80 {
        offset = at
        return value
      }
      shift += 7
    }
    return nil
  }

  /// The next `count` bytes.
  public mutating func readBytes(_ count: UInt64) -> ByteView? {
    guard offset >= 0, let part = view.slice(at: UInt64(offset), count: count) else { return nil }
    offset += part.count
    return part
  }
}
