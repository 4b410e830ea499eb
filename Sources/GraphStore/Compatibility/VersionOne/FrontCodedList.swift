internal import Bytes
internal import GraphModel
internal import Succinct

/// A list of strings in a store of version 1: front coded in blocks of 16, not packed.
struct FrontCodedList: Sendable {
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
    // Each string takes a byte at least.
    guard offsets.count == blocks + 1, UInt64(offsets.largest) == length, count <= length, offset <= section.count,
      length <= UInt64(section.count - offset)
    else { throw section.damage("the list of strings at byte \(offset)") }
    offset += (Int(length) + 7) / 8 * 8
  }

  subscript(index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// All strings, in order.
  var all: [String] { (0..<count).map { self[$0] } }

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

  private func block(_ number: Int) -> FrontCodedBlock {
    let range = offsets.range(number)
    let bytes = section.bytes(start + range.lowerBound..<start + range.upperBound)
    return FrontCodedBlock(bytes ?? ByteView(copying: []), section: section)
  }
}

/// Walks over the strings of one block.
struct FrontCodedBlock {
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
    guard let shared, shared <= current.count, let length = reader.readVarint(), let rest = reader.readBytes(length),
      Int(shared) + rest.count <= GraphContent.longestString
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
