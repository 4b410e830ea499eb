internal import Bytes

/// Sorted strings, front coded: each string of a block names only how much of the one before it repeats.
///
/// FORMAT.md gives the bytes. Reading never fails; what is damaged reads as empty, and the page guard remembers it.
struct StringList: Sendable {
  static let blockLength = 16

  let section: PagedView
  let count: Int
  private let offsets: MonotoneArray
  private let start: Int

  /// Reads the header at `offset` and moves `offset` behind the list.
  init(_ section: PagedView, at offset: inout Int) throws(BytesError) {
    guard let count = section.load(offset, as: UInt32.self), section.load(offset + 4, as: UInt32.self) == 0,
      let length = section.load(offset + 8, as: UInt64.self)
    else { throw section.damage("the list of strings at byte \(offset)") }
    offset += 16
    offsets = try MonotoneArray(section, at: &offset)
    self.section = section
    self.count = Int(count)
    start = offset
    let blocks = (self.count + Self.blockLength - 1) / Self.blockLength
    guard offsets.count == blocks + 1, UInt64(offsets.largest) == length, offset <= section.count,
      length <= UInt64(section.count - offset)
    else { throw section.damage("the list of strings at byte \(offset)") }
    offset += (Int(length) + 7) / 8 * 8
  }

  subscript(index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// The UTF-8 of string `index`; empty when there is none.
  func bytes(_ index: Int) -> [UInt8] {
    guard index >= 0, index < count else {
      section.recordDamage("string \(index) of \(count)")
      return []
    }
    var block = block(index / Self.blockLength)
    for _ in 0...index % Self.blockLength where !block.next() { return [] }
    return block.current
  }

  /// Number of the first string that does not stand before `key`; `count` when all do.
  func lowerBound(_ key: [UInt8]) -> Int {
    // The last block whose first string stands before the key holds the place, or ends at it.
    var low = 0
    var high = (count + Self.blockLength - 1) / Self.blockLength
    while low < high {
      let middle = (low + high) / 2
      var block = block(middle)
      if block.next(), byteOrder(block.current, key) < 0 { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return 0 }
    var index = (low - 1) * Self.blockLength
    var block = block(low - 1)
    let end = min(index + Self.blockLength, count)
    while index < end, block.next(), byteOrder(block.current, key) < 0 { index += 1 }
    return index
  }

  /// Calls `body` with each string of `range` in order until it returns false.
  func forEach(in range: Range<Int>, _ body: (Int, [UInt8]) -> Bool) {
    var index = range.lowerBound / Self.blockLength * Self.blockLength
    while index < range.upperBound {
      var block = block(index / Self.blockLength)
      for _ in 0..<Self.blockLength where index < range.upperBound {
        guard block.next() else { return }
        if index >= range.lowerBound, !body(index, block.current) { return }
        index += 1
      }
    }
  }

  private func block(_ number: Int) -> StringBlock {
    let range = offsets.range(number)
    let bytes = section.bytes(start + range.lowerBound..<start + range.upperBound)
    return StringBlock(bytes ?? ByteView(copying: []), section: section)
  }
}

/// Walks over the strings of one block.
struct StringBlock {
  private var reader: ByteReader
  private let section: PagedView
  private var isFirst = true
  /// The string that ``next()`` came to.
  private(set) var current: [UInt8] = []

  init(_ bytes: ByteView, section: PagedView) {
    reader = ByteReader(bytes)
    self.section = section
  }

  /// Moves to the next string; false, with the damage remembered, when there is none.
  mutating func next() -> Bool {
    let shared = isFirst ? 0 : reader.readVarint()
    guard let shared, shared <= current.count, let length = reader.readVarint(), let rest = reader.readBytes(length)
    else {
      section.recordDamage("a block of strings is too short")
      return false
    }
    isFirst = false
    current.removeSubrange(Int(shared)...)
    unsafe rest.withUnsafeBytes { unsafe current.append(contentsOf: $0) }
    return true
  }
}
