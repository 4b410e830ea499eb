/// How the rows within a limit are shared among groups.
public enum RowShares {
  /// Deals `limit` out: every group gets the same, what a small one does not need goes to the others.
  ///
  ///     RowShares.deal(10, among: [100, 2, 7])  // [4, 2, 4]
  ///
  /// - Returns: a share for each group, at most its size.
  /// - Complexity: O(*g*²) at worst for *g* groups.
  public static func deal(_ limit: Int, among sizes: [Int]) -> [Int] {
    var shares = sizes.map { _ in 0 }
    var left = limit
    var open = sizes.indices.filter { sizes[$0] > 0 }
    while left > 0, !open.isEmpty {
      let part = max(1, left / open.count)
      for group in open where left > 0 {
        let more = min(part, sizes[group] - shares[group], left)
        shares[group] += more
        left -= more
      }
      open = open.filter { shares[$0] < sizes[$0] }
    }
    return shares
  }
}
