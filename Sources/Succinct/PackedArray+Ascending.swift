internal import Bytes

extension PackedArray {
  /// Whether the values at `range` may ascend, no two of them the same but for `repetitions`; remembers the damage when
  /// they cannot.
  ///
  /// The first and the last tell it: between them there must be as many numbers as values. So a list of values that
  /// take no bits, whatever number of them the file says it has, is known from one that is there.
  public func mayAscend(at range: Range<Int>, repetitions: Int = 0) -> Bool {
    guard let last = range.last, range.count - 1 > repetitions else { return true }
    let (first, end) = (self[range.lowerBound], self[last])
    if first <= end, UInt64(range.count - 1 - repetitions) <= end - first { return true }
    section.recordDamage("\(range.count) values from \(first) to \(end)")
    return false
  }
}
