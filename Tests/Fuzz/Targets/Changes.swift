@testable internal import GraphStore
internal import Bytes

extension FuzzTarget {
  /// Reads the input as a change behind a store, packed and with right checksums.
  static let changes = FuzzTarget("changes") { input in
    if let change = GraphChange(encoded: ByteView(copying: input), packedSize: input.count) {
      let bytes = change.encoded().bytes
      let again = GraphChange(encoded: ByteView(copying: bytes), packedSize: bytes.count)
      expect(again == change, "a change is read as it was written")
    }
    // A frame is never empty.
    if input.isEmpty { return }
    let frame = FramePacker(level: 1).pack(input)
    readStore(GoldenStore.bytes + record(littleEndian(UInt32(frame.count)) + frame))
  }

  /// Reads the input as what stands behind a store, and as the payload of a change with right checksums.
  static let journal = FuzzTarget("journal") { input in
    readStore(GoldenStore.bytes + input)
    readStore(GoldenStore.bytes + record(input))
  }

  /// A committed record, as FORMAT.md, “Changes”, gives it.
  private static func record(_ payload: [UInt8]) -> [UInt8] {
    var header = Array("TERCETJR".utf8) + littleEndian(UInt64(payload.count)) + littleEndian(crc32c(payload))
    header += littleEndian(crc32c(header))
    return header + payload + Array("COMMITED".utf8) + littleEndian(crc32c(header)) + Array("END\n".utf8)
  }
}
