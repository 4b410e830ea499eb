public import Bytes

/// A place in a ``MonotoneArray`` from which its values are read in order, each in O(1) on average and without
/// searching.
///
/// Plain integers: the array is given to every call, so that a walk shares it for nothing.
public struct MonotoneCursor: Sendable {
  @usableFromInline var place: Int
  /// Index of the value that ``MonotoneArray/next(_:)`` returns.
  public var index: Int { place }
  @usableFromInline var word: Int
  @usableFromInline var bits: UInt64

  public init(index: Int, word: Int, bits: UInt64) {
    place = index
    self.word = word
    self.bits = bits
  }

}

extension MonotoneArray {
  /// The value at `cursor`, which goes on to the next one; nil at the end, and with the damage remembered where the
  /// array breaks off.
  @inlinable
  @inline(__always)
  public func next(_ cursor: inout MonotoneCursor) -> Int? {
    guard cursor.place < count else { return nil }
    while cursor.bits == 0 {
      cursor.word += 1
      guard cursor.word < highWords else {
        section.recordDamage("a sequence has fewer bits than it says")
        return nil
      }
      cursor.bits = highWord(cursor.word)
    }
    let value = value(cursor.place, highPosition: cursor.word &* 64 &+ cursor.bits.trailingZeroBitCount)
    cursor.bits &= cursor.bits &- 1
    cursor.place += 1
    return value
  }

  /// Takes `cursor` over `steps` values without reading them.
  @inlinable
  @inline(__always)
  public func skip(_ steps: Int, _ cursor: inout MonotoneCursor) {
    var left = steps
    while left > 0 {
      let here = cursor.bits.nonzeroBitCount
      if here > left { break }
      left -= here
      guard cursor.word + 1 < highWords else {
        cursor.bits = 0
        break
      }
      cursor.word += 1
      cursor.bits = highWord(cursor.word)
    }
    for _ in 0..<left { cursor.bits &= cursor.bits &- 1 }
    cursor.place += steps
  }

  /// A cursor at the first value that is not less than `bound`.
  ///
  /// - Complexity: as ``count(atMost:)``.
  public func cursor(from bound: Int) -> MonotoneCursor {
    guard bound > 0 else { return cursor(index: 0, position: 0) }
    guard bound <= largest, count > 0 else { return MonotoneCursor(index: count, word: 0, bits: 0) }
    let high = bound >> Int(lowWidth)
    let before = high == 0 ? -1 : select(high - 1, of: zeros, flip: .max)
    let first = max(before + 1 - high, 0)
    let end = min(nextBit(after: before, flip: .max) - high, count)
    let wanted = UInt64(bound) & ((1 << lowWidth) - 1)
    let index = lowerBound(of: wanted, in: first..<max(first, end))
    return cursor(index: index, position: before + 1 + index - first)
  }

  /// A cursor at the value with `index`.
  public func cursor(at index: Int) -> MonotoneCursor {
    guard index > 0 else { return cursor(index: 0, position: 0) }
    guard index < count else { return MonotoneCursor(index: count, word: 0, bits: 0) }
    return cursor(index: index, position: select(index, of: ones, flip: 0))
  }

  /// A cursor at the bit `position`; the set bits before it are those of the values before `index`.
  private func cursor(index: Int, position: Int) -> MonotoneCursor {
    MonotoneCursor(
      index: index, word: position >> 6, bits: highWord(position >> 6) & (UInt64.max &<< UInt64(position & 63)))
  }
}
