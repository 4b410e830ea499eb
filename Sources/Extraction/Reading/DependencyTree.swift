package import Language

/// The dependents of every word of a document, in text order.
package struct DependencyTree: Sendable {
  package let tokens: [Token]
  private let starts: [Int32]
  private let dependents: [Int32]

  /// - Complexity: O(*n*) in the number of words. A head outside the document counts as none.
  package init(_ document: Document) {
    tokens = document.tokens
    var starts = [Int32](repeating: 0, count: tokens.count + 1)
    for token in tokens where tokens.indices.contains(Int(token.head)) { starts[Int(token.head) + 1] += 1 }
    for index in tokens.indices { starts[index + 1] += starts[index] }
    var next = starts
    var dependents = [Int32](repeating: 0, count: Int(starts[tokens.count]))
    for (index, token) in tokens.enumerated() where tokens.indices.contains(Int(token.head)) {
      let head = Int(token.head)
      dependents[Int(next[head])] = Int32(index)
      next[head] += 1
    }
    self.starts = starts
    self.dependents = dependents
  }

  /// The dependents of `token` in text order.
  package func children(of token: Int) -> ArraySlice<Int32> {
    dependents[Int(starts[token])..<Int(starts[token + 1])]
  }

  /// The first dependent of `token` by `relation`; nil when there is none.
  package func child(of token: Int, _ relation: DependencyRelation) -> Int? {
    for child in children(of: token) where tokens[Int(child)].relation == relation { return Int(child) }
    return nil
  }

  /// The dependents of `token` by `relation`, in text order.
  package func children(of token: Int, _ relation: DependencyRelation) -> [Int] {
    children(of: token).lazy.map(Int.init).filter { tokens[$0].relation == relation }
  }

  /// `token` and the words coordinated with it, in text order; at most 32.
  package func conjuncts(of token: Int) -> [Int] {
    var all = [token]
    var index = 0
    while index < all.count, all.count < 32 {
      for child in children(of: all[index]) where tokens[Int(child)].relation == .conjunct { all.append(Int(child)) }
      index += 1
    }
    return all.sorted()
  }

  /// The tokens from the first to the last descendant of `token`, itself included.
  ///
  /// - Complexity: O(size of the subtree).
  package func span(of token: Int) -> Range<Int> {
    var first = token
    var last = token
    var pending = [token]
    while let next = pending.popLast() {
      first = min(first, next)
      last = max(last, next)
      for child in children(of: next) { pending.append(Int(child)) }
    }
    return first..<(last + 1)
  }
}
