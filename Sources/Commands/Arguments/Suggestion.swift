/// Finds what a person probably meant.
enum Suggestion {
  /// The candidate nearest to `word`: within a third of its length in edits, or one that it abbreviates; nil if none is
  /// near.
  ///
  /// - Complexity: O(*n* × *m*²) for *n* candidates of *m* characters.
  static func closest(to word: String, among candidates: [String]) -> String? {
    let lower = Array(word.lowercased().unicodeScalars)
    let allowed = max(1, lower.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      let distance = editDistance(lower, other)
      // With as many edits as letters any short word is any other.
      let isLike = distance == 0 || distance < min(lower.count, other.count)
      let reaches = distance <= allowed && isLike || (lower.count >= 3 && other.starts(with: lower))
      guard reaches else { continue }
      if let known = best, known.distance <= distance { continue }
      best = (candidate, distance)
    }
    return best?.candidate
  }

  /// Number of insertions, deletions, replacements and swaps of neighbors that lead from `a` to `b`.
  static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i]
      row.reserveCapacity(b.count + 1)
      for j in 1...b.count {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
