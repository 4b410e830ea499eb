public import Bytes

/// Integers in ascending order (Elias–Fano): about 2 + log2(largest / count) bits each, with direct access and search.
///
/// Each value is cut into low bits, packed, and a high part, written as a bit vector in which one bit is set for each
/// value at (high part + index). In a section, at a multiple of 8: count (4 bytes), width of the low part (4), largest
/// value (8), the low parts (``PackedArray``), the bit vector in 8-byte words, then two packed arrays: positions of
/// every 128th set bit and of every 128th clear bit.
public struct MonotoneArray: Sendable {
  static let sampling = 128

  @usableFromInline let section: PagedView
  @usableFromInline let low: PackedLayout
  @usableFromInline let lowWidth: UInt64
  @usableFromInline let highStart: Int
  @usableFromInline let highWords: Int
  let ones: PackedLayout
  let zeros: PackedLayout
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
    low = try PackedLayout(section, at: &offset)
    let bits = Int(count) + Int(largest >> UInt64(width)) + 1
    highStart = offset
    highWords = (bits + 63) / 64
    guard highWords * 8 <= section.count - offset else { throw section.damage("the sequence at byte \(start)") }
    offset += highWords * 8
    ones = try PackedLayout(section, at: &offset)
    zeros = try PackedLayout(section, at: &offset)
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

  /// The values at `index` and `index + step` as a range, never turned around.
  ///
  /// - Complexity: O(1) on average.
  public func range(_ index: Int, count step: Int = 1) -> Range<Int> {
    guard index >= 0, step >= 0, index + step < count else {
      section.recordDamage("value \(index + step) of \(count)")
      return 0..<0
    }
    let position = select(index, of: ones, flip: 0)
    let lower = value(index, highPosition: position)
    if step == 0 { return lower..<lower }
    let last = step < Self.near ? bit(step - 1, after: position, flip: 0) : select(index + step, of: ones, flip: 0)
    return ordered(lower, value(index + step, highPosition: last))
  }

  /// So many bits on, a walk over the words is shorter than a search.
  private static let near = 1024

  private func ordered(_ lower: Int, _ upper: Int) -> Range<Int> {
    if lower <= upper { return lower..<upper }
    recordDisorder()
    return lower..<lower
  }

  /// Remembers the damage that a value is less than one before it, which whoever walks over the values may meet.
  public func recordDisorder() { section.recordDamage("a value is less than one before") }

  /// How many values are at most `bound`.
  ///
  /// - Complexity: O(log *n*) at worst, O(1) on average.
  public func count(atMost bound: Int) -> Int {
    if bound < 0 || count == 0 { return 0 }
    if bound >= largest { return count }
    let high = bound >> Int(lowWidth)
    return count(atMost: bound, before: high == 0 ? -1 : select(high - 1, of: zeros, flip: .max))
  }

  /// How many values are in `range`; none, with the damage remembered, where the values do not ascend.
  ///
  /// - Complexity: as ``count(atMost:)`` when the range is short.
  public func count(in range: Range<Int>) -> Int {
    let count = difference(range)
    if count < 0 { recordDisorder() }
    return max(count, 0)
  }

  /// What ``count(in:)`` finds; below zero where the values do not ascend.
  @inline(__always)
  private func difference(_ range: Range<Int>) -> Int {
    let first = range.lowerBound - 1
    let last = range.upperBound - 1
    guard first >= 0, last < largest, count > 0 else { return count(atMost: last) - count(atMost: first) }
    let high = first >> Int(lowWidth)
    let before = high == 0 ? -1 : select(high - 1, of: zeros, flip: .max)
    let further = last >> Int(lowWidth) - high
    // The second place is near the first: a few words on, not a search of its own.
    var lastBefore = before
    if further >= Self.near {
      lastBefore = select(high + further - 1, of: zeros, flip: .max)
    } else if further > 0 {
      lastBefore = bit(further - 1, after: before, flip: .max)
    }
    return count(atMost: last, before: lastBefore) - count(atMost: first, before: before)
  }

  /// How many values are at most `bound`, where `before` is the position of the clear bit before those of its high
  /// part.
  @inline(__always)
  private func count(atMost bound: Int, before: Int) -> Int {
    let high = bound >> Int(lowWidth)
    // Values with a smaller high part stand before clear bit `high - 1`, those with this one between it and the next.
    let lower = max(before + 1 - high, 0)
    let upper = min(nextBit(after: before, flip: .max) - high, count)
    let wanted = UInt64(bound) & ((1 << lowWidth) - 1)
    return min(lowerBound(of: wanted + 1, in: lower..<max(lower, upper)), count)
  }

  /// The first index of `range` whose low part is not less than `bound`; values of the range share their high part.
  func lowerBound(of bound: UInt64, in range: Range<Int>) -> Int {
    range.first(behind: { low.value($0, in: section) < bound })
  }

  @inlinable
  @inline(__always)
  func value(_ index: Int, highPosition: Int) -> Int {
    let high = max(highPosition - index, 0)
    let value = high << Int(lowWidth) | Int(low.value(index, in: section))
    guard value >= 0, value <= largest else {
      section.recordDamage("value \(index) is over the largest")
      return largest
    }
    return value
  }

  /// Position of bit number `rank` in the vector whose words are xored with `flip`: set bits, or clear ones.
  @inline(__always)
  func select(_ rank: Int, of samples: PackedLayout, flip: UInt64) -> Int {
    let sample = rank / Self.sampling
    // A sample is the position of bit number k * 128, so it counts itself.
    let position = sample == 0 ? 0 : Int(samples.value(sample - 1, in: section))
    return bit(rank % Self.sampling, after: position - 1, flip: flip)
  }

  /// Position of the first bit behind `position` in the vector whose words are xored with `flip`.
  @inline(__always)
  func nextBit(after position: Int, flip: UInt64) -> Int { bit(0, after: position, flip: flip) }

  /// Position of bit number `rank`, counted from 0, behind `position` in the vector whose words are xored with `flip`.
  @inline(__always)
  func bit(_ rank: Int, after position: Int, flip: UInt64) -> Int {
    var rest = rank
    var word = (position + 1) >> 6
    var bits = BitSelection((highWord(word) ^ flip) & (UInt64.max &<< UInt64((position + 1) & 63)))
    while true {
      if rest < bits.count { return word << 6 + bits.position(of: rest) }
      rest -= bits.count
      word += 1
      guard word < highWords else {
        section.recordDamage("a sequence has fewer bits than it says")
        return 0
      }
      bits = BitSelection(highWord(word) ^ flip)
    }
  }

  @inlinable
  @inline(__always)
  func highWord(_ index: Int) -> UInt64 {
    guard index < highWords else { return 0 }
    return section.word(at: highStart &+ 8 &* index)
  }
}
