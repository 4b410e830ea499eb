/// Read-only bytes that stay where they are as long as this value lives: a mapped file, a copied array or static data.
///
/// Every read is checked against the bounds; integers are little-endian and need no alignment. Slices share the bytes.
// Sendable: the bytes are never written after the view is made, and `owner` keeps them alive.
@safe
public struct ByteView: @unchecked Sendable {
  @usableFromInline let base: UnsafeRawPointer?
  public let count: Int
  @usableFromInline let owner: AnyObject?

  @usableFromInline
  init(base: UnsafeRawPointer?, count: Int, owner: AnyObject?) {
    unsafe self.base = base
    self.count = count
    self.owner = owner
  }

  /// A view of bytes that live as long as the program, such as data linked into it.
  @unsafe
  public init(staticBytes: UnsafeRawBufferPointer) {
    unsafe self.init(base: staticBytes.baseAddress, count: staticBytes.count, owner: nil)
  }

  /// A view of a copy of `bytes`.
  public init(copying bytes: [UInt8]) {
    let copy = OwnedBytes(bytes)
    unsafe self.init(base: UnsafeRawPointer(copy.start), count: bytes.count, owner: copy)
  }

  public var isEmpty: Bool { count == 0 }

  /// The part `range` of the view; nil unless it lies inside.
  @inlinable
  public func slice(_ range: Range<Int>) -> ByteView? {
    guard range.lowerBound >= 0, range.upperBound <= count else { return nil }
    return unsafe ByteView(base: base.map { unsafe $0 + range.lowerBound }, count: range.count, owner: owner)
  }

  /// The part from `offset`, `count` bytes long; nil unless it lies inside. Values beyond `Int` are outside.
  @inlinable
  public func slice(at offset: UInt64, count length: UInt64) -> ByteView? {
    guard offset <= UInt64(count), length <= UInt64(count) - offset else { return nil }
    return slice(Int(offset)..<Int(offset + length))
  }

  /// The little-endian integer at byte `offset`; nil unless all its bytes lie inside.
  @inlinable
  public func load<T: FixedWidthInteger & BitwiseCopyable>(_ offset: Int, as type: T.Type) -> T? {
    guard offset >= 0, offset <= count - MemoryLayout<T>.size, let base = unsafe base else { return nil }
    return unsafe T(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: T.self))
  }

  /// The byte at `offset`; nil outside.
  @inlinable
  public func byte(_ offset: Int) -> UInt8? { load(offset, as: UInt8.self) }

  /// Calls `body` with the bytes, valid only during the call.
  @inlinable
  public func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
    try unsafe body(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// A copy of all bytes.
  public func array() -> [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }

  /// The bytes as text; invalid UTF-8 is repaired with U+FFFD.
  public func string() -> String { unsafe withUnsafeBytes { unsafe String(decoding: $0, as: UTF8.self) } }
}

/// Memory that one view and its slices share.
// Sendable: written only in `init`.
@safe
private final class OwnedBytes: @unchecked Sendable {
  let start: UnsafeMutableRawPointer

  init(_ bytes: [UInt8]) {
    unsafe start = .allocate(byteCount: max(bytes.count, 1), alignment: 64)
    unsafe bytes.withUnsafeBytes { source in
      if let address = source.baseAddress { unsafe start.copyMemory(from: address, byteCount: source.count) }
    }
  }

  deinit { unsafe start.deallocate() }
}
