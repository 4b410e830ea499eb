/// The best dependency tree of a sentence with one root.
enum SpanningTree {
  /// Larger than any difference of scores: keeps the number of arcs from the root at one.
  private static let rootPenalty = 1e5

  /// The head of each word: 0 is the root, *j* the *j*-th word (from 1).
  ///
  /// The best head of each word where that gives a tree with one root, otherwise the best such tree
  /// (``TreeContraction``). Of equal scores the first head wins. Where scores are beyond all bounds or no numbers, the
  /// other words hang on the first one.
  ///
  /// - Parameters:
  ///   - count: number of words.
  ///   - score: the score of a head (0 the root) for a word (from 0).
  /// - Complexity: O(words²).
  static func heads(count: Int, score: (_ word: Int, _ head: Int) -> Float) -> [Int] {
    var heads = [Int](repeating: 0, count: count)
    for word in 0..<count {
      var best = -Float.infinity
      for head in 0...count where head != word + 1 {
        let value = score(word, head)
        if value > best { (best, heads[word]) = (value, head) }
      }
    }
    if isTree(heads) { return heads }
    var contraction = TreeContraction(count: count) { word, head in
      Double(score(word, head)) - (head == 0 ? rootPenalty : 0)
    }
    let best = contraction.heads()
    // From weights of a stranger come scores beyond the penalty, and some that are no numbers.
    return isTree(best) ? best : heads.indices.map { $0 == 0 ? 0 : 1 }
  }

  /// Whether `heads` (0 the root) makes a tree with one root.
  static func isTree(_ heads: [Int]) -> Bool {
    guard heads.count(where: { $0 == 0 }) == 1 else { return false }
    // In which walk towards the root a word was met; 0 for none yet.
    var walk = [Int](repeating: 0, count: heads.count)
    for start in heads.indices {
      var word = start
      while walk[word] == 0 {
        walk[word] = start + 1
        guard heads[word] > 0 else { break }
        word = heads[word] - 1
      }
      if walk[word] == start + 1, heads[word] > 0 { return false }
    }
    return true
  }
}
