internal import Bytes

/// The changes that stand behind a store in its file, one record each.
///
/// A record is written whole and synced before the mark that commits it: what is cut off at the end of the file was
/// never committed, and anything else that is wrong is damage. FORMAT.md, “Changes”, gives the bytes.
struct Journal: Sendable {
  private static let magic = Array("TERCETJR".utf8)
  private static let mark = Array("COMMITED".utf8)
  private static let headerSize = 24
  private static let markSize = 16
  /// Frames unpack to at most so much.
  private static let frameContent = 1 << 24

  /// The committed changes, the first one first.
  private(set) var changes: [GraphChange] = []
  /// Where the next record goes.
  private(set) var end: Int

  /// Reads what stands from `start` on.
  ///
  /// - Throws: when a committed record is damaged.
  init(_ bytes: ByteView, from start: Int, place: String?) throws(StoreError) {
    end = start
    while let (payload, next) = try Self.record(bytes, at: end, number: changes.count + 1, place: place) {
      guard let change = Self.change(payload) else {
        throw .damaged(place: place, detail: "change \(changes.count + 1) cannot be read")
      }
      changes.append(change)
      end = next
    }
  }

  /// The payload of the record at `offset` and where it ends; nil when there is none that was committed.
  private static func record(
    _ bytes: ByteView, at offset: Int, number: Int, place: String?
  ) throws(StoreError) -> (payload: ByteView, end: Int)? {
    guard let header = bytes.slice(offset..<offset + headerSize) else { return nil }
    // A file may have grown before what was written reached the disk.
    if isZero(bytes, from: offset + headerSize) { return nil }
    guard header.slice(0..<8)?.array() == magic, let size = header.load(8, as: UInt64.self),
      let checksum = header.load(16, as: UInt32.self), let own = header.load(20, as: UInt32.self),
      let checked = header.slice(0..<20)
    else { throw .damaged(place: place, detail: "change \(number) does not begin as one") }
    try compare(crc32c(checked), own, "the header of change \(number)", place)
    guard size <= UInt64(bytes.count), let payload = bytes.slice(at: UInt64(offset + headerSize), count: size),
      let mark = bytes.slice(offset + headerSize + payload.count..<offset + headerSize + payload.count + markSize)
    else { return nil }
    let written = zip(mark.array(), self.mark(of: header)).prefix { $0 == $1 }.count
    if written < markSize, isZero(bytes, from: offset + headerSize + payload.count + written) { return nil }
    guard written == markSize else {
      throw .damaged(place: place, detail: "the mark behind change \(number)")
    }
    try compare(crc32c(payload), checksum, "change \(number)", place)
    return (payload, offset + headerSize + payload.count + markSize)
  }

  private static func isZero(_ bytes: ByteView, from offset: Int) -> Bool {
    (offset..<max(offset, bytes.count)).allSatisfy { bytes.byte($0) == 0 }
  }

  private static func compare(
    _ found: UInt32, _ expected: UInt32, _ what: String, _ place: String?
  ) throws(StoreError) {
    guard found == expected else {
      throw .checksum(place: place, section: what, expected: expected, found: found)
    }
  }

  private static func mark(of header: ByteView) -> [UInt8] {
    var writer = ByteWriter()
    writer.append(contentsOf: mark)
    writer.append(crc32c(header))
    // Not a zero at the end: it could not be told from what was not written.
    writer.append(contentsOf: "END\n".utf8)
    return writer.bytes
  }

  private static func change(_ payload: ByteView) -> GraphChange? {
    let unpacker = FrameUnpacker(dictionary: nil)
    var content: [UInt8] = []
    var offset = 0
    while offset < payload.count {
      // All frames but the last are full.
      guard content.count % frameContent == 0, let size = payload.load(offset, as: UInt32.self),
        let frame = payload.slice(at: UInt64(offset) + 4, count: UInt64(size)),
        unsafe unpacker.withUnpacked(frame, atMost: frameContent, { unsafe content.append(contentsOf: $0) }) != nil
      else { return nil }
      offset += 4 + frame.count
    }
    return GraphChange(encoded: ByteView(copying: content))
  }

  /// The record of `change` in the parts in which it has to reach the disk.
  static func record(_ change: GraphChange) -> [[UInt8]] {
    let content = change.encoded()
    let packer = FramePacker(level: 9)
    var payload = ByteWriter()
    for start in stride(from: 0, to: content.count, by: frameContent) {
      let frame = packer.pack(Array(content[start..<min(start + frameContent, content.count)]))
      payload.append(UInt32(frame.count))
      payload.append(contentsOf: frame)
    }
    var header = ByteWriter()
    header.append(contentsOf: magic)
    header.append(UInt64(payload.bytes.count))
    header.append(crc32c(payload.bytes))
    header.append(crc32c(header.bytes))
    return [header.bytes + payload.bytes, mark(of: ByteView(copying: header.bytes))]
  }
}
