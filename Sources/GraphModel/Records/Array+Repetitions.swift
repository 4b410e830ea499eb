extension Array {
  /// Keeps the first of each run of elements that are the `same`.
  ///
  /// - Complexity: O(*n*).
  @inlinable
  package mutating func removeRepetitions(_ same: (Element, Element) -> Bool) {
    var kept = 0
    for index in indices where kept == 0 || !same(self[kept - 1], self[index]) {
      if kept != index { self[kept] = self[index] }
      kept += 1
    }
    removeLast(count - kept)
  }
}
