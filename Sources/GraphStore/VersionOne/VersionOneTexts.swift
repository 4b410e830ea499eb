internal import Bytes
internal import CZstd

/// The texts of a store of version 1, in blocks that are whole frames of zstd.
struct VersionOneTexts {
  let section: PagedView
  /// Bytes of all texts together.
  let length: Int
  private let blockSize: Int
  private let offsets: MonotoneArray
  private let start: Int

  init(_ section: PagedView) throws(BytesError) {
    guard let length = section.load(0, as: UInt64.self), let blockSize = section.load(8, as: UInt32.self),
      (1...1 << 20).contains(blockSize), length < 1 << 50
    else { throw section.damage("the header of the texts") }
    var offset = 16
    offsets = try MonotoneArray(section, at: &offset)
    self.section = section
    self.length = Int(length)
    self.blockSize = Int(blockSize)
    start = offset
    let blocks = (self.length + self.blockSize - 1) / self.blockSize
    guard offsets.count == blocks + 1, offsets.largest <= section.count - start else {
      throw section.damage("the texts")
    }
  }

  /// The bytes `range`; empty, with the damage remembered, when they cannot be had.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    guard range.lowerBound >= 0, range.upperBound <= length else {
      section.recordDamage("text bytes \(range) of \(length)")
      return []
    }
    var result: [UInt8] = []
    var position = range.lowerBound
    while position < range.upperBound {
      guard let block = block(position / blockSize) else { return [] }
      let from = position % blockSize
      let upTo = min(block.count, from + range.upperBound - position)
      result.append(contentsOf: block[from..<upTo])
      position += upTo - from
    }
    return result
  }

  /// The content of block `number`, exactly as long as it must be.
  private func block(_ number: Int) -> [UInt8]? {
    let expected = min(blockSize, length - number * blockSize)
    let range = offsets.range(number)
    guard let frame = section.bytes(start + range.lowerBound..<start + range.upperBound) else { return nil }
    var isWhole = false
    let block = unsafe [UInt8](unsafeUninitializedCapacity: expected) { buffer, count in
      let size = unsafe frame.withUnsafeBytes {
        unsafe ZSTD_decompress(buffer.baseAddress, expected, $0.baseAddress, $0.count)
      }
      isWhole = ZSTD_isError(size) == 0 && size == expected
      count = isWhole ? expected : 0
    }
    guard isWhole else {
      section.recordDamage("text block \(number) cannot be unpacked")
      return nil
    }
    return block
  }
}
