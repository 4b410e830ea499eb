@testable internal import Bytes
@testable internal import Language

extension FuzzTarget {
  /// Unpacks the input, and then the input packed by us and damaged in one place, from memory and in pieces.
  static let gzip = FuzzTarget("gzip") { input in
    _ = unpacked(input)
    guard input.count > 4 else { return }
    let content = Array(input.dropFirst(4))
    let middle = Int(input[0]) * content.count / 255
    var packed = member(content[..<middle]) + member(content[middle...])
    expect(unpacked(packed) == content, "what is packed unpacks to the same")
    packed[(Int(input[1]) << 8 + Int(input[2])) % packed.count] ^= input[3]
    _ = unpacked(packed)
  }

  private static func unpacked(_ packed: [UInt8]) -> [UInt8]? {
    let whole = try? InputStream(packed, path: "fuzz").readAll(limit: 1 << 20)
    // In pieces there is no limit.
    guard whole.map({ $0.count < 1 << 20 }) ?? true else { return whole }
    let streamed = try? read(InputStream(path: FuzzFile.path(of: packed)))
    expect(streamed == whole, "in memory and in pieces the same is unpacked")
    return whole
  }

  private static func read(_ stream: InputStream) throws -> [UInt8]? {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1_000)
    while bytes.count < 1 << 21 {
      let count = try unsafe piece.withUnsafeMutableBytes { try unsafe stream.read(into: $0) }
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
    return nil
  }

  /// A member with `content` in one block that is not packed (RFC 1951, 3.2.4).
  private static func member(_ content: ArraySlice<UInt8>) -> [UInt8] {
    let size = UInt16(content.count)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1] + littleEndian(size) + littleEndian(~size) + content
      + littleEndian(crc32(content)) + littleEndian(UInt32(size))
  }

  private static func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var checksum = UInt32.max
    for byte in bytes {
      checksum ^= UInt32(byte)
      for _ in 0..<8 { checksum = checksum >> 1 ^ (checksum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~checksum
  }
}
