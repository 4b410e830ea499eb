/// A byte string put together of texts and numbers, which stands among others as they do, the first part first.
public struct SortKey {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// Appends UTF-8 text. No byte of it is 0xFF, so each can be one higher and a zero can end it.
  public mutating func append(text: some Sequence<UInt8>) {
    for byte in text { bytes.append(byte &+ 1) }
    bytes.append(0)
  }

  public mutating func append(_ number: UInt32) {
    for shift in [24, 16, 8, 0] as [UInt32] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  /// Appends bytes that nothing follows.
  public mutating func append(rest: some Sequence<UInt8>) { bytes.append(contentsOf: rest) }

  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
}

/// Takes the parts of a ``SortKey`` in their order.
public struct SortKeyReader {
  private var left: ArraySlice<UInt8>

  public init(_ key: ArraySlice<UInt8>) { left = key }

  /// What has not been read.
  public var rest: ArraySlice<UInt8> { left }

  public mutating func text() -> [UInt8] {
    let end = left.firstIndex(of: 0) ?? left.endIndex
    let text = left[..<end].map { $0 &- 1 }
    left = left[end...].dropFirst()
    return text
  }

  public mutating func number() -> UInt32 {
    let number = left.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    left = left.dropFirst(4)
    return number
  }
}
