/// Finds the best tree hanging on node 0 by contracting cycles (Chu & Liu 1965, Edmonds 1967), growing one path at a
/// time as Gabow, Galil, Spencer & Tarjan 1986 do for dense graphs.
///
/// Nodes 1 … *n* are words; each contracted cycle becomes a node of its own behind them.
struct TreeContraction {
  /// An arc from a head to the word by which it enters a node.
  private struct Arc {
    var head: Int
    var word: Int
    /// What taking it gains over the arc that it would replace.
    var gain: Double
  }

  private let count: Int
  /// For each node the arc from each head, `count` + 1 in a row.
  private var arcs: [Arc] = []
  /// The arc taken into each node; nil before one is.
  private var taken: [Arc?]
  /// The contracted node that a node is part of; 0 for none.
  private var whole: [Int]
  /// The outermost node that each word is in.
  private var outermost: [Int]

  /// - Parameter score: the score of a head (0 the root) for a word (from 0).
  init(count: Int, score: (_ word: Int, _ head: Int) -> Double) {
    self.count = count
    arcs.reserveCapacity((count + 1) * (2 * count + 1))
    arcs.append(contentsOf: (0...count).map { Arc(head: $0, word: 0, gain: -.infinity) })
    for word in 1...max(count, 1) where word <= count {
      for head in 0...count {
        arcs.append(Arc(head: head, word: word, gain: head == word ? -.infinity : score(word - 1, head)))
      }
    }
    taken = Array(repeating: nil, count: count + 1)
    whole = Array(repeating: 0, count: count + 1)
    outermost = Array(0...count)
  }

  /// The head of each word in the best tree.
  ///
  /// - Complexity: O(words²).
  mutating func heads() -> [Int] {
    var done = [Bool](repeating: false, count: 2 * count + 2)
    done[0] = true
    for start in 1...max(count, 1) where start <= count {
      var path: [Int] = []
      var node = outermost[start]
      while !done[node] {
        path.append(node)
        let arc = best(into: node)
        taken[node] = arc
        let source = outermost[arc.head]
        if let first = path.firstIndex(of: source) {
          node = contract(path[first...])
          path.removeSubrange(first...)
        } else {
          node = source
        }
      }
      for node in path { done[node] = true }
    }
    expand()
    return taken[1..<(count + 1)].map { $0?.head ?? 0 }
  }

  /// The best arc into a node from outside it, the first of equals.
  private func best(into node: Int) -> Arc {
    let row = node * (count + 1)
    var best = arcs[row]
    for head in 1..<(count + 1) where arcs[row + head].gain > best.gain && outermost[head] != node {
      best = arcs[row + head]
    }
    return best
  }

  /// Makes one node of the nodes of a cycle, and returns it.
  private mutating func contract(_ cycle: ArraySlice<Int>) -> Int {
    let node = taken.count
    for head in 0...count {
      var best = Arc(head: head, word: 0, gain: -.infinity)
      for part in cycle {
        var arc = arcs[part * (count + 1) + head]
        arc.gain -= taken[part]?.gain ?? 0
        if best.word == 0 || arc.gain > best.gain { best = arc }
      }
      arcs.append(best)
    }
    taken.append(nil)
    whole.append(0)
    for part in cycle { whole[part] = node }
    let parts = Set(cycle)
    for word in 1...count where parts.contains(outermost[word]) { outermost[word] = node }
    return node
  }

  /// Lets the arc into each contracted node replace the arc into its part that it enters.
  private mutating func expand() {
    for node in stride(from: taken.count - 1, to: count, by: -1) {
      guard let arc = taken[node] else { continue }
      var part = arc.word
      while whole[part] != node { part = whole[part] }
      taken[part] = arc
    }
  }
}
