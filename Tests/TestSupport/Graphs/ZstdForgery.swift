/// Zstandard frames as a store keeps them, written by hand: few bytes that unpack to many.
public enum ZstdForgery {
  public enum Part {
    case bytes([UInt8])
    /// One byte over and over, in 4 bytes for each 128 KiB.
    case run(of: UInt8, count: Int)
  }

  /// A frame that unpacks to `parts`, which are not empty.
  public static func frame(_ parts: [Part]) -> [UInt8] {
    var blocks: [(kind: UInt32, size: Int, bytes: [UInt8])] = []
    var length = 0
    for part in parts {
      switch part {
      case .bytes(let bytes):
        for start in stride(from: 0, to: bytes.count, by: 1 << 17) {
          let block = Array(bytes[start..<min(start + 1 << 17, bytes.count)])
          blocks.append((0, block.count, block))
        }
        length += bytes.count
      case .run(let byte, let count):
        for start in stride(from: 0, to: count, by: 1 << 17) { blocks.append((1, min(1 << 17, count - start), [byte])) }
        length += count
      }
    }
    // One segment, its size in eight bytes.
    var frame: [UInt8] = [0xE0] + (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
    for (number, block) in blocks.enumerated() {
      let header = UInt32(block.size) << 3 | block.kind << 1 | (number + 1 == blocks.count ? 1 : 0)
      frame += StoreForgery.littleEndian(header).prefix(3) + block.bytes
    }
    return frame
  }

  /// A number as the format has it, seven bits a byte.
  public static func varint(_ number: Int) -> [UInt8] {
    number < 128 ? [UInt8(number)] : [UInt8(number & 127 | 128)] + varint(number >> 7)
  }
}
