/// A zip archive made by hand, so that tests and forgeries need no other program.
public struct ZipForgery {
  private var content: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  public init() {}

  /// Adds an entry, as it is or as deflate that packs nothing.
  public mutating func add(_ name: String, _ text: String, isPacked: Bool = false, flags: Int = 0) {
    let bytes = Array(text.utf8)
    let data = isPacked ? Self.deflated(bytes) : bytes
    let common =
      Self.number(flags, 2) + Self.number(isPacked ? 8 : 0, 2) + Self.number(0, 4)
      + Self.number(Self.checksum(bytes), 4)
      + Self.number(data.count, 4) + Self.number(bytes.count, 4) + Self.number(name.utf8.count, 2) + Self.number(0, 2)
    directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + Self.number(20, 2) + common
    directory += Self.number(0, 10) + Self.number(content.count, 4) + Array(name.utf8)
    content += [0x50, 0x4B, 3, 4] + Self.number(20, 2) + common + Array(name.utf8) + data
    count += 1
  }

  public var bytes: [UInt8] {
    content + directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(count, 2) + Self.number(count, 2)
      + Self.number(directory.count, 4) + Self.number(content.count, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: $0 < 8 ? value >> (8 * $0) : 0) }
  }

  /// Blocks that are stored (RFC 1951, 3.2.4).
  private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var start = 0
    repeat {
      let end = min(start + 0xFFFF, bytes.count)
      result += [end == bytes.count ? 1 : 0] + number(end - start, 2) + number(~(end - start), 2) + bytes[start..<end]
      start = end
    } while start < bytes.count
    return result
  }

  private static func checksum(_ bytes: [UInt8]) -> Int {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }
}
