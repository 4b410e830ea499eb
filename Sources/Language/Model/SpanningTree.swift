/// The best dependency tree of a sentence with one root.
enum SpanningTree {
  /// Larger than any difference of scores: keeps the number of arcs from the root at one.
  private static let rootPenalty = 1e5
  private static let impossible = -1e30

  /// The head of each word: 0 is the root, *j* the *j*-th word (from 1).
  ///
  /// The best head of each word where that gives a tree with one root, otherwise the best such tree
  /// (Chu & Liu 1965, Edmonds 1967). Of equal scores the first head wins.
  ///
  /// - Parameters:
  ///   - count: number of words.
  ///   - score: the score of a head (0 the root) for a word (from 0).
  /// - Complexity: O(words²) where the best heads give a tree, O(words³) at worst.
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
    var matrix = Matrix(size: count + 1)
    for word in 0..<count {
      for head in 0...count where head != word + 1 {
        matrix[word + 1, head] = Double(score(word, head)) - (head == 0 ? rootPenalty : 0)
      }
    }
    return Array(best(matrix).dropFirst())
  }

  /// Whether `heads` (0 the root) makes a tree with one root.
  static func isTree(_ heads: [Int]) -> Bool {
    guard heads.count(where: { $0 == 0 }) == 1 else { return false }
    return cycle(in: [-1] + heads) == nil
  }

  /// Scores dependent × head.
  private struct Matrix {
    let size: Int
    private var values: [Double]

    init(size: Int) {
      self.size = size
      values = [Double](repeating: impossible, count: size * size)
    }

    subscript(dependent: Int, head: Int) -> Double {
      get { values[dependent * size + head] }
      set { values[dependent * size + head] = newValue }
    }
  }

  /// The best heads of all nodes, node 0 the root with head -1.
  private static func best(_ scores: Matrix) -> [Int] {
    var heads = [-1]
    for dependent in 1..<scores.size {
      var head = 0
      for candidate in 1..<scores.size where scores[dependent, candidate] > scores[dependent, head] {
        head = candidate
      }
      heads.append(head)
    }
    guard let cycle = cycle(in: heads) else { return heads }

    // The cycle becomes the last node of a smaller graph.
    let inside = Set(cycle)
    let outside = (0..<scores.size).filter { !inside.contains($0) }
    let last = outside.count
    var contracted = Matrix(size: last + 1)
    var entry = [Int](repeating: cycle[0], count: last)
    var source = entry
    let whole = cycle.reduce(0.0) { $0 + scores[$1, heads[$1]] }
    for (i, dependent) in outside.enumerated() where i > 0 {
      for (j, head) in outside.enumerated() where j != i { contracted[i, j] = scores[dependent, head] }
      for head in cycle where scores[dependent, head] > contracted[i, last] {
        contracted[i, last] = scores[dependent, head]
        source[i] = head
      }
    }
    for (j, head) in outside.enumerated() {
      var gain = -Double.infinity
      for dependent in cycle {
        let value = scores[dependent, head] - scores[dependent, heads[dependent]]
        if value > gain { (gain, entry[j]) = (value, dependent) }
      }
      contracted[last, j] = gain + whole
    }
    let part = best(contracted)
    for (i, node) in outside.enumerated() where i > 0 {
      heads[node] = part[i] == last ? source[i] : outside[part[i]]
    }
    heads[entry[part[last]]] = outside[part[last]]
    return heads
  }

  /// The nodes of a cycle; nil when there is none. Node 0 is the root.
  private static func cycle(in heads: [Int]) -> [Int]? {
    // 0 not seen, 1 on the path now, 2 done.
    var state = [UInt8](repeating: 0, count: heads.count)
    state[0] = 2
    for start in 1..<max(heads.count, 1) {
      var path: [Int] = []
      var node = start
      while state[node] == 0 {
        state[node] = 1
        path.append(node)
        node = heads[node]
      }
      if state[node] == 1, let first = path.firstIndex(of: node) { return Array(path[first...]) }
      for visited in path { state[visited] = 2 }
    }
    return nil
  }
}
