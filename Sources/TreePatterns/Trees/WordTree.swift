package import Language

/// The words of a document as trees that change: the children of each word, in text order, always as they are now.
package struct WordTree: Sendable {
  /// The value where there is no word.
  static let none: Int32 = -1

  package private(set) var tokens: [Token]
  /// The first child of each word, and the next child of the same head.
  private var firstChild: [Int32]
  private var nextSibling: [Int32]

  /// - Parameter tokens: each sentence is one tree.
  /// - Complexity: O(*n*) in the number of words. A head outside the document counts as none.
  package init(_ tokens: [Token]) {
    self.tokens = tokens
    firstChild = [Int32](repeating: Self.none, count: tokens.count)
    nextSibling = firstChild
    for index in tokens.indices.reversed() where tokens.indices.contains(Int(tokens[index].head)) {
      let head = Int(tokens[index].head)
      nextSibling[index] = firstChild[head]
      firstChild[head] = Int32(index)
    }
  }

  /// The first word that hangs on another; ``none`` when none does.
  func firstChild(of word: Int32) -> Int32 { firstChild[Int(word)] }

  /// The next word of the same head; ``none`` behind the last.
  func nextSibling(of word: Int32) -> Int32 { nextSibling[Int(word)] }

  subscript(word: Int32) -> Token { tokens[Int(word)] }

  /// The first and the last of the words that hang on one, directly or not, itself among them.
  ///
  /// - Complexity: O(size of the subtree).
  func span(of word: Int32) -> ClosedRange<Int32> {
    var (first, last) = (word, word)
    var current = word
    while true {
      first = min(first, current)
      last = max(last, current)
      if firstChild[Int(current)] != Self.none {
        current = firstChild[Int(current)]
        continue
      }
      while current != word, nextSibling[Int(current)] == Self.none { current = tokens[Int(current)].head }
      if current == word { return first...last }
      current = nextSibling[Int(current)]
    }
  }

  /// Moves `word` below `head` by `relation`; false, with nothing changed, when it is a root, `head` hangs on it or
  /// stands in another sentence, or all is so already.
  ///
  /// - Complexity: O(depth of the tree + children of both heads).
  package mutating func attach(_ word: Int32, to head: Int32, _ relation: DependencyRelation) -> Bool {
    if tokens[Int(word)].head == head, tokens[Int(word)].relation == relation { return false }
    var ancestor = head
    while tokens[Int(ancestor)].head != Token.noHead {
      if ancestor == word { return false }
      ancestor = tokens[Int(ancestor)].head
    }
    guard ancestor != word, ancestor == root(of: word) else { return false }
    move(word, to: head)
    tokens[Int(word)].relation = relation
    return true
  }

  /// Puts `word` in the place of its head, with its relation, and the head below it by `relation`; false, with nothing
  /// changed, when `head` is not its head.
  ///
  /// - Complexity: O(children of both and of the head above).
  package mutating func raise(_ word: Int32, over head: Int32, leaving relation: DependencyRelation) -> Bool {
    guard tokens[Int(word)].head == head, head != Token.noHead else { return false }
    let above = tokens[Int(head)].head
    let place = tokens[Int(head)].relation
    unlink(word)
    if above != Token.noHead { unlink(head) }
    tokens[Int(word)].head = above
    tokens[Int(word)].relation = place
    if above != Token.noHead { link(word) }
    tokens[Int(head)].head = word
    tokens[Int(head)].relation = relation
    link(head)
    return true
  }

  /// Gives `word` another relation to its head; false when it has that already, or is a root.
  package mutating func relabel(_ word: Int32, _ relation: DependencyRelation) -> Bool {
    guard tokens[Int(word)].head != Token.noHead, tokens[Int(word)].relation != relation else { return false }
    tokens[Int(word)].relation = relation
    return true
  }

  /// Gives `word` other tags; nil leaves one. False when it has them already.
  package mutating func retag(_ word: Int32, _ tag: UniversalTag?, _ fineTag: PennTag?) -> Bool {
    let old = tokens[Int(word)]
    if let tag { tokens[Int(word)].tag = tag }
    if let fineTag { tokens[Int(word)].fineTag = fineTag }
    return tokens[Int(word)] != old
  }

  private func root(of word: Int32) -> Int32 {
    var root = word
    while tokens[Int(root)].head != Token.noHead { root = tokens[Int(root)].head }
    return root
  }

  private mutating func move(_ word: Int32, to head: Int32) {
    unlink(word)
    tokens[Int(word)].head = head
    link(word)
  }

  private mutating func unlink(_ word: Int32) {
    let head = Int(tokens[Int(word)].head)
    if firstChild[head] == word {
      firstChild[head] = nextSibling[Int(word)]
    } else {
      var before = firstChild[head]
      while nextSibling[Int(before)] != word { before = nextSibling[Int(before)] }
      nextSibling[Int(before)] = nextSibling[Int(word)]
    }
    nextSibling[Int(word)] = Self.none
  }

  private mutating func link(_ word: Int32) {
    let head = Int(tokens[Int(word)].head)
    guard firstChild[head] != Self.none, firstChild[head] < word else {
      nextSibling[Int(word)] = firstChild[head]
      firstChild[head] = word
      return
    }
    var before = firstChild[head]
    while nextSibling[Int(before)] != Self.none, nextSibling[Int(before)] < word { before = nextSibling[Int(before)] }
    nextSibling[Int(word)] = nextSibling[Int(before)]
    nextSibling[Int(before)] = word
  }
}
