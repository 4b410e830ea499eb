extension Range<Int> {
  /// The first number of the range for which `isBefore` is false, as it is for all behind it; the upper bound when
  /// there is none.
  ///
  /// - Complexity: O(log count) calls.
  @inlinable
  @inline(__always)
  public func first(behind isBefore: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = low &+ (high &- low) / 2
      if isBefore(middle) { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
