internal import Bytes
internal import GraphModel
internal import Succinct
internal import Synchronization

/// Strings in order, front coded in blocks of 32, each block packed by zstd with a dictionary of the list.
///
/// Between the blocks stand separators, so that a string is found by unpacking one block. FORMAT.md gives the bytes.
/// Reading never fails; what is damaged reads as empty, and the page guard remembers it.
struct StringList: Sendable {
  static let blockLength = 32

  /// By what the strings ascend.
  enum Order: Sendable {
    /// By their bytes.
    case bytes
    /// By their lower-case forms, then by their bytes.
    case folded

    /// What decides the place of a string first.
    func key(_ string: [UInt8]) -> [UInt8] { self == .folded ? caseFolded(string) : string }
  }

  let section: PagedView
  let count: Int
  private let order: Order
  private let frames: MonotoneArray
  private let separators: MonotoneArray
  private let firstSeparator: Int
  private let firstFrame: Int
  private let cache: StringBlockCache
  private let separatorStarts: SeparatorIndex

  /// Reads the list that `section` is.
  init(_ section: PagedView, order: Order) throws(BytesError) {
    guard let count = section.load(0, as: UInt32.self), let dictionary = section.load(4, as: UInt32.self),
      let unpacked = section.load(8, as: UInt64.self)
    else { throw section.damage("the list of strings") }
    var offset = 16
    frames = try MonotoneArray(section, at: &offset)
    separators = try MonotoneArray(section, at: &offset)
    self.section = section
    self.count = Int(count)
    self.order = order
    let blocks = (self.count + Self.blockLength - 1) / Self.blockLength
    let lengths = [Int(dictionary), separators.largest, frames.largest]
    // Each length is below 2^56, so the sum does not overflow. What frames take bounds how many strings there are.
    guard frames.count == blocks + 1, separators.count == max(blocks, 1), unpacked < 1 << 50,
      dictionary <= StoredFrame.largestDictionary, frames.largest >= blocks * StoredFrame.smallestSize,
      offset <= section.count, lengths.reduce(0, +) == section.count - offset
    else { throw section.damage("the list of strings") }
    cache = StringBlockCache(
      dictionary: section.bytes(offset..<offset + lengths[0]), blocks: blocks, unpackedLength: Int(unpacked))
    firstSeparator = offset + lengths[0]
    firstFrame = firstSeparator + lengths[1]
    separatorStarts = SeparatorIndex()
  }

  subscript(index: Int) -> String {
    unsafe withBytes(index) { unsafe String(decoding: $0, as: UTF8.self) }
  }

  /// The UTF-8 of string `index`; empty when there is none.
  func bytes(_ index: Int) -> [UInt8] { unsafe withBytes(index) { unsafe Array($0) } }

  /// Calls `body` with the UTF-8 of string `index`, valid only during the call; with nothing when there is none.
  @inline(__always)
  func withBytes<R>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> R) -> R {
    guard index >= 0, index < count else {
      section.recordDamage("string \(index) of \(count)")
      return unsafe body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    guard let block = block(index / Self.blockLength) else {
      return unsafe body(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    return unsafe block.withBytes(index % Self.blockLength, body)
  }

  /// Number of the first string whose key does not stand before `key`; `count` when all do.
  ///
  /// - Parameter key: as ``Order/key(_:)`` makes it, or any bytes to compare it with.
  /// - Complexity: O(log *n*) and one block.
  func lowerBound(_ key: [UInt8]) -> Int {
    guard count > 0 else { return 0 }
    let number = separatorStarts.first(notBefore: key, count: separators.count - 1, separator)
    guard let block = block(number) else { return number * Self.blockLength }
    let first = (0..<block.count).first(behind: { place in
      unsafe block.withBytes(place) { unsafe order.compare($0, key) } < 0
    })
    return number * Self.blockLength + first
  }

  /// Numbers of the strings that are `string`, byte by byte.
  func places(of string: [UInt8]) -> Range<Int> {
    let key = order.key(string)
    var first = lowerBound(key)
    // Strings of the same key, among them the one wanted, stand together.
    while first < count, !has(string, at: first) {
      guard order == .folded, unsafe withBytes(first, { unsafe order.compare($0, key) }) == 0 else {
        return first..<first
      }
      first += 1
    }
    var end = first
    while end < count, has(string, at: end) { end += 1 }
    return first..<end
  }

  private func has(_ string: [UInt8], at index: Int) -> Bool {
    unsafe withBytes(index) { unsafe $0.elementsEqual(string) }
  }

  /// Calls `body` with the blocks in order and the number of the first string of each, until it returns false or a
  /// block is damaged.
  func forEachBlock(_ body: (Int, StringBlock) -> Bool) {
    for start in stride(from: 0, to: count, by: Self.blockLength) {
      guard let block = block(start / Self.blockLength), body(start, block) else { return }
    }
  }

  /// What stands between block `index` and the next one; empty when it is damaged.
  private func separator(_ index: Int) -> ByteView {
    let range = separators.range(index)
    return section.bytes(firstSeparator + range.lowerBound..<firstSeparator + range.upperBound)
      ?? ByteView(copying: [])
  }

  private func block(_ number: Int) -> StringBlock? {
    let block = cache.block(number, count: min(Self.blockLength, count - number * Self.blockLength)) {
      let range = frames.range(number)
      return section.bytes(firstFrame + range.lowerBound..<firstFrame + range.upperBound)
    }
    if block == nil { section.recordDamage("block \(number) of the strings cannot be unpacked") }
    return block
  }
}

extension StringList.Order {
  /// -1, 0 or 1 as the key of `string` stands before, at or after `key`.
  func compare(_ string: UnsafeRawBufferPointer, _ key: [UInt8]) -> Int {
    var index = 0
    let isFolded = self == .folded
    while index < string.count, index < key.count {
      var byte = unsafe string[index]
      if isFolded {
        if byte >= 0x80 { return byteOrder(caseFolded(unsafe Array(string)), key) }
        if byte &- UInt8(ascii: "A") < 26 { byte |= 0x20 }
      }
      if byte != key[index] { return byte < key[index] ? -1 : 1 }
      index += 1
    }
    return string.count == key.count ? 0 : index == key.count ? 1 : -1
  }
}

/// Searches among separators: in the file itself at first, then by the first eight bytes of each as a number, which are
/// read once, so that who looks up many strings does not walk through the file for each.
// Sendable: what changes is behind the lock.
private final class SeparatorIndex: @unchecked Sendable {
  private struct State {
    var starts: [UInt64] = []
    var searches = 0
  }

  /// A search of the file reads so many separators, about.
  private static let readsOfSearch = 16

  private let state = Mutex(State())

  /// Number of the first of `count` ascending separators that does not stand before `key`.
  func first(notBefore key: [UInt8], count: Int, _ separator: (Int) -> ByteView) -> Int {
    let wanted = firstEight(key)
    let alike = state.withLock { state in
      if state.starts.count < count {
        state.searches += 1
        guard state.searches * Self.readsOfSearch > count else { return 0..<count }
        state.starts = (0..<count).map { firstEight(separator($0).array()) }
      }
      let all = 0..<state.starts.count
      return all.first(behind: { state.starts[$0] < wanted })..<all.first(behind: { state.starts[$0] <= wanted })
    }
    // Those whose first eight bytes are the same are compared whole.
    return alike.first(behind: { place in
      unsafe separator(place).withUnsafeBytes { unsafe $0.lexicographicallyPrecedes(key) }
    })
  }
}
