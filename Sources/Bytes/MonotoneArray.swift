/// Integers in ascending order (Elias–Fano): about 2 + log2(largest / count) bits each, with direct access and search.
///
/// Each value is cut into low bits, packed, and a high part, written as a bit vector in which one bit is set for each value
/// at (high part + index). In a section, at a multiple of 8: count (4 bytes), width of the low part (4), largest value (8),
/// the low parts (``PackedArray``), the bit vector in 8-byte words, then two packed arrays: positions of every 128th set
/// bit and of every 128th clear bit.
public struct MonotoneArray: Sendable {
  static let sampling = 128

  let section: PagedView
  private let low: PackedArray
  let lowWidth: UInt64
  private let highStart: Int
  let highWords: Int
  let ones: PackedArray
  let zeros: PackedArray
  public let count: Int
  /// The largest value; 0 when empty.
  public let largest: Int

  /// Reads the header at `offset` and moves `offset` behind the array.
  ///
  /// - Throws: when the array does not fit into the section, or its parts into one another.
  public init(_ section: PagedView, at offset: inout Int) throws(BytesError) {
    let start = offset
    guard let count = section.load(offset, as: UInt32.self), let width = section.load(offset + 4, as: UInt32.self),
      let largest = section.load(offset + 8, as: UInt64.self), width <= 48, largest < 1 << 56
    else { throw section.damage("the sequence at byte \(start)") }
    offset += 16
    low = try PackedArray(section, at: &offset)
    let bits = Int(count) + Int(largest >> UInt64(width)) + 1
    highStart = offset
    highWords = (bits + 63) / 64
    guard highWords * 8 <= section.count - offset else { throw section.damage("the sequence at byte \(start)") }
    offset += highWords * 8
    ones = try PackedArray(section, at: &offset)
    zeros = try PackedArray(section, at: &offset)
    self.section = section
    self.count = Int(count)
    self.largest = Int(largest)
    lowWidth = UInt64(width)
    guard low.count == self.count else { throw section.damage("the sequence at byte \(start)") }
  }

  /// The value at `index`, at most ``largest``; zero, with the damage remembered, when there is none.
  ///
  /// - Complexity: O(1) on average.
  public subscript(index: Int) -> Int {
    guard index >= 0, index < count else {
      section.recordDamage("value \(index) of \(count)")
      return 0
    }
    return value(index, highPosition: select(index, of: ones, flip: 0))
  }

  /// The values at `index` and `index + 1` as a range, never turned around.
  public func range(_ index: Int) -> Range<Int> {
    guard index >= 0, index + 1 < count else {
      section.recordDamage("value \(index + 1) of \(count)")
      return 0..<0
    }
    let position = select(index, of: ones, flip: 0)
    let lower = value(index, highPosition: position)
    let upper = value(index + 1, highPosition: nextBit(after: position, flip: 0))
    if upper < lower {
      section.recordDamage("value \(index + 1) is less than the one before")
      return lower..<lower
    }
    return lower..<upper
  }

  /// How many values are at most `bound`.
  ///
  /// - Complexity: O(log *n*) at worst, O(1) on average.
  public func count(atMost bound: Int) -> Int {
    if bound < 0 || count == 0 { return 0 }
    if bound >= largest { return count }
    let high = bound >> Int(lowWidth)
    // Values with a smaller high part stand before clear bit `high - 1`, those with this one between it and the next.
    let before = high == 0 ? -1 : select(high - 1, of: zeros, flip: .max)
    let lower = max(before + 1 - high, 0)
    let upper = min(nextBit(after: before, flip: .max) - high, count)
    let wanted = UInt64(bound) & ((1 << lowWidth) - 1)
    return min(lowerBound(of: wanted + 1, in: lower..<max(lower, upper)), count)
  }

  /// The first index of `range` whose low part is not less than `bound`; values of the range share their high part.
  func lowerBound(of bound: UInt64, in range: Range<Int>) -> Int {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper {
      let middle = (lower + upper) / 2
      if low[middle] < bound { lower = middle + 1 } else { upper = middle }
    }
    return lower
  }

  @inline(__always)
  func value(_ index: Int, highPosition: Int) -> Int {
    let high = max(highPosition - index, 0)
    let value = high << Int(lowWidth) | Int(low[index])
    guard value >= 0, value <= largest else {
      section.recordDamage("value \(index) is over the largest")
      return largest
    }
    return value
  }

  /// Position of bit number `rank` in the vector whose words are xored with `flip`: set bits, or clear ones.
  func select(_ rank: Int, of samples: PackedArray, flip: UInt64) -> Int {
    let position = rank < Self.sampling ? 0 : Int(samples[rank / Self.sampling - 1])
    // A sample is the position of bit number k * 128, so it counts itself.
    var rest = rank < Self.sampling ? rank : rank % Self.sampling
    var word = position / 64
    var bits = (highWord(word) ^ flip) & (UInt64.max << UInt64(position & 63))
    while true {
      let ones = bits.nonzeroBitCount
      if rest < ones { return word * 64 + Self.position(of: rest, in: bits) }
      rest -= ones
      word += 1
      guard word < highWords else {
        section.recordDamage("a sequence has fewer bits than it says")
        return 0
      }
      bits = highWord(word) ^ flip
    }
  }

  /// Position of the first bit behind `position` in the vector whose words are xored with `flip`.
  func nextBit(after position: Int, flip: UInt64) -> Int {
    var word = (position + 1) / 64
    var bits = (highWord(word) ^ flip) & (UInt64.max << UInt64((position + 1) & 63))
    while bits == 0 {
      word += 1
      guard word < highWords else {
        section.recordDamage("a sequence has fewer bits than it says")
        return 0
      }
      bits = highWord(word) ^ flip
    }
    return word * 64 + bits.trailingZeroBitCount
  }

  @inline(__always)
  func highWord(_ index: Int) -> UInt64 {
    guard index < highWords else { return 0 }
    return section.word(at: highStart + 8 * index)
  }

  /// Position of set bit number `rank` of `bits`, which has more than `rank`.
  @inline(__always)
  static func position(of rank: Int, in bits: UInt64) -> Int {
    // Halves, quarters, … of the word: those with too few set bits are passed over.
    var rest = bits
    var rank = rank
    var position = 0
    var width: UInt64 = 32
    while width > 0 {
      let count = (rest & (1 << width &- 1)).nonzeroBitCount
      if rank >= count {
        rank -= count
        rest >>= width
        position += Int(width)
      }
      width >>= 1
    }
    return position
  }
}
