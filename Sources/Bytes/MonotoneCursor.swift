/// Walks over the values of a ``MonotoneArray`` in order, each in O(1) on average and without searching.
public struct MonotoneCursor {
  private let array: MonotoneArray
  /// Index of the value that ``next()`` returns.
  public private(set) var index: Int
  private var word: Int
  private var bits: UInt64

  /// - Parameter position: of the bit at which to go on; the set bits before it are those of the values before `index`.
  init(_ array: MonotoneArray, index: Int, position: Int) {
    self.array = array
    self.index = index
    word = position / 64
    bits = array.highWord(word) & (UInt64.max << UInt64(position & 63))
  }

  /// The next value; nil at the end, and with the damage remembered where the array breaks off.
  @inline(__always)
  public mutating func next() -> Int? {
    guard index < array.count else { return nil }
    while bits == 0 {
      word += 1
      guard word < array.highWords else {
        array.section.recordDamage("a sequence has fewer bits than it says")
        index = array.count
        return nil
      }
      bits = array.highWord(word)
    }
    let value = array.value(index, highPosition: word * 64 + bits.trailingZeroBitCount)
    bits &= bits &- 1
    index += 1
    return value
  }
}

extension MonotoneArray {
  /// A walk from the first value that is not less than `bound`.
  ///
  /// - Complexity: as ``count(atMost:)``.
  public func cursor(from bound: Int) -> MonotoneCursor {
    guard bound > 0 else { return MonotoneCursor(self, index: 0, position: 0) }
    guard bound <= largest, count > 0 else { return MonotoneCursor(self, index: count, position: 0) }
    let high = bound >> Int(lowWidth)
    let before = high == 0 ? -1 : select(high - 1, of: zeros, flip: .max)
    let first = max(before + 1 - high, 0)
    let end = min(nextBit(after: before, flip: .max) - high, count)
    let wanted = UInt64(bound) & ((1 << lowWidth) - 1)
    let index = lowerBound(of: wanted, in: first..<max(first, end))
    return MonotoneCursor(self, index: index, position: before + 1 + index - first)
  }

  /// A walk from the value at `index`.
  public func cursor(at index: Int) -> MonotoneCursor {
    guard index > 0, index < count else { return MonotoneCursor(self, index: min(max(index, 0), count), position: 0) }
    return MonotoneCursor(self, index: index, position: select(index, of: ones, flip: 0))
  }
}
