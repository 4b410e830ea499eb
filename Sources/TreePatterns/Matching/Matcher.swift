internal import Language

/// Finds where rules fit in the trees of one document, and does what they say.
///
/// Candidates are tried in the order that a ``WordLink`` gives, and given up when the rest of the pattern does not fit.
struct Matcher {
  private(set) var tree: WordTree
  var facts: WordFacts
  /// What is known beside the tree; nil while trees are changed.
  let reader: (any PhraseFacts)?
  /// The words of the sentence that rules look at.
  var sentence: Range<Int32> = 0..<0
  /// By node of the rule that is matched: its word, or ``WordTree/none``.
  var bindings = [Int32](repeating: WordTree.none, count: RuleLimits.nodes)
  /// By node: the words of one that stands for several.
  private var groups = [[Int32]](repeating: [], count: RuleLimits.nodes)
  /// How many more candidates the rule may try at this word.
  var rest = 0

  init(_ tree: WordTree, facts: WordFacts, reader: (any PhraseFacts)? = nil) {
    self.tree = tree
    self.facts = facts
    self.reader = reader
  }

  /// Whether the pattern fits with `word` as its anchor; its other words are then found.
  mutating func fits(_ rule: borrowing Rule, at word: Int32) -> Bool {
    rest = RuleLimits.candidates
    for node in rule.nodes.indices { bindings[node] = WordTree.none }
    bindings[0] = word
    guard hold(rule.nodes[0].conditions, word), fill(1, rule.nodes) else { return false }
    for (number, node) in rule.nodes.enumerated() {
      groups[number].removeAll(keepingCapacity: true)
      guard node.quantity == .every else { continue }
      for link in node.links { collect(number, node, link) }
    }
    return rest > 0
  }

  /// Finds words for the nodes from `number` on.
  private mutating func fill(_ number: Int, _ nodes: [NodePattern]) -> Bool {
    guard number < nodes.count else { return true }
    let node = nodes[number]
    if node.quantity != .every {
      for link in node.links {
        var candidate = next(of: link, after: WordTree.none)
        while candidate != WordTree.none, rest > 0 {
          rest -= 1
          bindings[number] = candidate
          if hold(node.conditions, candidate) {
            switch node.quantity {
            case .none: return false
            case .optional: return fill(number + 1, nodes)
            case .one, .every: if fill(number + 1, nodes) { return true }
            }
          }
          candidate = next(of: link, after: candidate)
        }
        bindings[number] = WordTree.none
      }
      if node.quantity == .one { return false }
    }
    return fill(number + 1, nodes)
  }

  private mutating func collect(_ number: Int, _ node: NodePattern, _ link: WordLink) {
    var candidate = next(of: link, after: WordTree.none)
    while candidate != WordTree.none, rest > 0 {
      rest -= 1
      bindings[number] = candidate
      if hold(node.conditions, candidate), !groups[number].contains(candidate) { groups[number].append(candidate) }
      candidate = next(of: link, after: candidate)
    }
    bindings[number] = WordTree.none
  }

  /// The words of a node of the rule that fits; empty when it has none.
  func words(of node: Int) -> [Int] {
    (bindings[node] != WordTree.none ? [bindings[node]] : groups[node]).map(Int.init)
  }

  /// Does what a rule says, whose pattern fits; returns the words that it changed, in the order of the changes.
  mutating func perform(_ actions: [RuleAction]) -> [Int32] {
    var changed: [Int32] = []
    for case .edit(let edit) in actions {
      switch edit {
      case .attach(let node, let head, let relation):
        let head = bindings[Int(head)]
        guard head != WordTree.none else { continue }
        each(node, &changed) { tree, word in tree.attach(word, to: head, relation ?? tree[word].relation) }
      case .raise(let node, let head, let relation):
        let head = bindings[Int(head)]
        guard head != WordTree.none else { continue }
        let count = changed.count
        each(node, &changed) { tree, word in tree.raise(word, over: head, leaving: relation) }
        if changed.count > count { changed.append(head) }
      case .relabel(let node, let relation): each(node, &changed) { tree, word in tree.relabel(word, relation) }
      case .retag(let node, let tag, let fineTag):
        each(node, &changed) { tree, word in tree.retag(word, tag, fineTag) }
      }
    }
    return changed
  }

  private mutating func each(
    _ node: NodeNumber, _ changed: inout [Int32], _ edit: (inout WordTree, Int32) -> Bool
  ) {
    if bindings[Int(node)] != WordTree.none {
      let word = bindings[Int(node)]
      if edit(&tree, word), !changed.contains(word) { changed.append(word) }
      return
    }
    for word in groups[Int(node)] where edit(&tree, word) { if !changed.contains(word) { changed.append(word) } }
  }
}
