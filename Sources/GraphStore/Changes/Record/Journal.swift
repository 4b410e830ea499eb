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
  /// A change has at most so many bytes: more is not put behind a store, which is written anew instead.
  private static let longestContent = 1 << 30
  /// So many changes may stand behind a store; a writer makes 32 of them one.
  private static let mostChanges = 256
  /// Where a record should begin, so many zeros tell as much as all of them, and so many at the end of the file: what
  /// was committed ends with its mark. A file may end with gigabytes of them.
  private static let lookedAt = (first: 1 << 20, last: 1 << 12)

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
      guard changes.count < Self.mostChanges else {
        throw .damaged(place: place, detail: "over \(Self.mostChanges) changes")
      }
      guard let content = Self.content(payload), let change = GraphChange(encoded: content, packedSize: payload.count)
      else { throw .damaged(place: place, detail: "change \(changes.count + 1) cannot be read") }
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

  /// Whether the bytes from `offset` on are zeros, as far as they are looked at.
  private static func isZero(_ bytes: ByteView, from offset: Int) -> Bool {
    let end = max(offset, bytes.count)
    let first = offset..<min(end, offset + lookedAt.first)
    let last = max(first.upperBound, end - lookedAt.last)..<end
    return [first, last].allSatisfy { $0.allSatisfy { bytes.byte($0) == 0 } }
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

  /// What the frames of `payload` unpack to; nil when it is damaged or more than may be.
  private static func content(_ payload: ByteView) -> ByteView? {
    var frames: [ByteView] = []
    var length = 0
    var offset = 0
    // Nothing is unpacked before all frames have said how much that is.
    while offset < payload.count {
      // All frames but the last are full.
      guard length % frameContent == 0, let size = payload.load(offset, as: UInt32.self),
        let frame = payload.slice(at: UInt64(offset) + 4, count: UInt64(size)),
        let contentSize = StoredFrame.contentSize(of: frame), contentSize <= frameContent,
        length + contentSize <= longestContent
      else { return nil }
      frames.append(frame)
      length += contentSize
      offset += 4 + frame.count
    }
    let unpacker = FrameUnpacker(dictionary: nil)
    var content: [UInt8] = []
    content.reserveCapacity(length)
    for frame in frames {
      guard
        unsafe unpacker.withUnpacked(frame, atMost: frameContent, { unsafe content.append(contentsOf: $0) }) != nil
      else { return nil }
    }
    return ByteView(copying: content)
  }

  /// The record of `change` in the parts in which it has to reach the disk; nil when it is longer than a change may be.
  static func record(_ change: GraphChange) -> [[UInt8]]? {
    let encoded = change.encoded()
    guard encoded.bytes.count <= longestContent else { return nil }
    let packer = FramePacker(level: 9)
    var payload = frames(encoded.bytes) { packer.pack($0) }
    if !EncodedChange.mayHold(encoded.rows, in: payload.count) {
      payload = frames(encoded.bytes) { StoredFrame.unpacked($0) }
    }
    var header = ByteWriter()
    header.append(contentsOf: magic)
    header.append(UInt64(payload.count))
    header.append(crc32c(payload))
    header.append(crc32c(header.bytes))
    return [header.bytes + payload, mark(of: ByteView(copying: header.bytes))]
  }

  private static func frames(_ content: [UInt8], _ pack: ([UInt8]) -> [UInt8]) -> [UInt8] {
    var payload = ByteWriter()
    for start in stride(from: 0, to: content.count, by: frameContent) {
      let frame = pack(Array(content[start..<min(start + frameContent, content.count)]))
      payload.append(UInt32(frame.count))
      payload.append(contentsOf: frame)
    }
    return payload.bytes
  }
}
