public import Bytes
internal import Glibc

/// A file for what does not fit into memory. It has no name, so nothing is left of it when the program ends, however it
/// ends.
public final class ScratchFile {
  private static let pieceSize = 1 << 18

  private let folder: String
  private let descriptor: Int32
  private var pending: [UInt8] = []
  private var written = 0

  /// Bytes appended.
  public var count: Int { written + pending.count }

  /// - Parameter folder: where the file takes its space.
  public init(folder: String) throws(BytesError) {
    self.folder = folder
    descriptor = try NamelessFile.open(in: folder)
    pending.reserveCapacity(Self.pieceSize + 64)
  }

  deinit { _ = Glibc.close(descriptor) }

  public func append(contentsOf bytes: some Sequence<UInt8>) throws(BytesError) {
    pending.append(contentsOf: bytes)
    if pending.count >= Self.pieceSize { try flush() }
  }

  public func append(_ value: UInt32) throws(BytesError) {
    unsafe withUnsafeBytes(of: value.littleEndian) { unsafe pending.append(contentsOf: $0) }
    if pending.count >= Self.pieceSize { try flush() }
  }

  /// Appends a number that is mostly small, as a varint.
  public func append(varint value: Int) throws(BytesError) {
    var rest = value
    while rest >= 0x80 {
      pending.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    pending.append(UInt8(rest))
    if pending.count >= Self.pieceSize { try flush() }
  }

  /// Appends bytes with their number before them.
  public func appendCounted(_ bytes: some Collection<UInt8>) throws(BytesError) {
    try append(varint: bytes.count)
    try append(contentsOf: bytes)
  }

  /// Writes what is pending; readers see what was flushed.
  public func flush() throws(BytesError) {
    try unsafe writeWhole(pending, path: folder, action: "write a temporary file in it") { rest, done in
      unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(written + done))
    }
    written += pending.count
    pending.removeAll(keepingCapacity: true)
  }

  /// The bytes `range`, which were flushed.
  ///
  /// - Throws: ``BytesError/io(path:action:errno:)`` when they cannot be read.
  /// - Complexity: O(length of `range`), one call of the system.
  public func bytes(_ range: Range<Int>) throws(BytesError) -> [UInt8] {
    var reader = ScratchReader(self, range)
    return try reader.bytes(range.count)
  }

  /// Up to `capacity` bytes from `offset` on.
  fileprivate func read(at offset: Int, capacity: Int, into buffer: inout [UInt8]) throws(BytesError) {
    buffer.removeAll(keepingCapacity: true)
    var code: Int32 = 0
    while true {
      let count = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { bytes, count in
        let read = unsafe pread(descriptor, bytes.baseAddress, capacity, off_t(offset))
        code = read < 0 ? errno : 0
        count = max(read, 0)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw .io(path: folder, action: "read a temporary file in it", errno: code) }
      buffer = count
      return
    }
  }
}

/// Reads a range of a scratch file from its start to its end.
public struct ScratchReader {
  private static let pieceSize = 1 << 16

  private let file: ScratchFile
  private var offset: Int
  private let end: Int
  private var piece: [UInt8] = []
  private var place = 0

  /// - Parameter range: of bytes that were flushed.
  public init(_ file: ScratchFile, _ range: Range<Int>) {
    self.file = file
    offset = range.lowerBound
    end = range.upperBound
  }

  public var isAtEnd: Bool { place == piece.count && offset == end }

  /// The next byte; 0 behind the end.
  @inline(__always)
  public mutating func byte() throws(BytesError) -> UInt8 {
    if place == piece.count { try refill() }
    guard place < piece.count else { return 0 }
    place += 1
    return piece[place - 1]
  }

  public mutating func number() throws(BytesError) -> UInt32 {
    var value: UInt32 = 0
    for shift in 0..<4 { value |= UInt32(try byte()) << UInt32(8 * shift) }
    return value
  }

  /// As ``ScratchFile/append(varint:)`` wrote it.
  public mutating func varint() throws(BytesError) -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = Int(try byte())
      value |= (byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  /// As ``ScratchFile/appendCounted(_:)`` wrote it.
  public mutating func counted() throws(BytesError) -> [UInt8] { try bytes(try varint()) }

  public mutating func bytes(_ count: Int) throws(BytesError) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    while result.count < count, !isAtEnd {
      if place == piece.count { try refill() }
      let part = min(count - result.count, piece.count - place)
      result.append(contentsOf: piece[place..<place + part])
      place += part
    }
    return result
  }

  private mutating func refill() throws(BytesError) {
    try file.read(at: offset, capacity: min(Self.pieceSize, end - offset), into: &piece)
    offset += piece.count
    place = 0
  }
}
