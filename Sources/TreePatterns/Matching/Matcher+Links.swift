internal import Language

/// Candidates, one after the other.
extension Matcher {
  /// The candidate behind `previous`, or the first for ``WordTree/none``; that again when there is none, and when the
  /// node that the link begins at has no word.
  func next(of link: WordLink, after previous: Int32) -> Int32 {
    let isFirst = previous == WordTree.none
    switch link {
    case .head(let node): return isFirst ? head(of: bindings[Int(node)]) : WordTree.none
    case .child(let relations, let node): return child(of: bindings[Int(node)], relations, after: previous)
    case .firstChild(let relations, let node):
      return isFirst ? child(of: bindings[Int(node)], relations, after: previous) : WordTree.none
    case .lastChild(let relations, let node):
      guard isFirst else { return WordTree.none }
      var last = WordTree.none
      var child = child(of: bindings[Int(node)], relations, after: WordTree.none)
      while child != WordTree.none {
        last = child
        child = self.child(of: bindings[Int(node)], relations, after: child)
      }
      return last
    case .conjunct(let node): return conjunct(of: bindings[Int(node)], after: previous)
    case .sibling(let node):
      let word = bindings[Int(node)]
      let next = child(of: head(of: word), .all, after: previous)
      return next == word ? child(of: head(of: word), .all, after: next) : next
    case .ancestor(let node): return head(of: isFirst ? bindings[Int(node)] : previous)
    case .rightBefore(let node): return isFirst ? neighbor(of: bindings[Int(node)], -1) : WordTree.none
    case .rightAfter(let node): return isFirst ? neighbor(of: bindings[Int(node)], 1) : WordTree.none
    case .between(let first, let last):
      let word = neighbor(of: isFirst ? bindings[Int(first)] : previous, 1)
      return word < bindings[Int(last)] ? word : WordTree.none
    case .startOfPhrase(let node):
      let word = bindings[Int(node)]
      return isFirst && word != WordTree.none ? tree.span(of: word).lowerBound : WordTree.none
    case .rightBeforePhrase(let node):
      let word = bindings[Int(node)]
      return isFirst && word != WordTree.none ? neighbor(of: tree.span(of: word).lowerBound, -1) : WordTree.none
    case .nameHead(let node): return isFirst ? nameHead(of: bindings[Int(node)]) : WordTree.none
    case .inName(let node):
      if isFirst { return nameStart(of: bindings[Int(node)]) }
      let word = neighbor(of: previous, 1)
      return word != WordTree.none && tree[word].entity.isInside && word - bindings[Int(node)] < RuleLimits.nameLength
        ? word : WordTree.none
    }
  }

  /// Whether a link leads to `word`.
  func leads(_ link: WordLink, to word: Int32) -> Bool {
    switch link {
    case .child(let relations, let node):
      return tree[word].head == bindings[Int(node)] && bindings[Int(node)] != WordTree.none
        && relations.contains(tree[word].relation)
    case .sibling(let node):
      let other = bindings[Int(node)]
      return other != WordTree.none && other != word && tree[word].head != Token.noHead
        && tree[word].head == tree[other].head
    case .between(let first, let last):
      return bindings[Int(first)] != WordTree.none && bindings[Int(first)] < word && word < bindings[Int(last)]
    default:
      var candidate = next(of: link, after: WordTree.none)
      while candidate != WordTree.none {
        if candidate == word { return true }
        candidate = next(of: link, after: candidate)
      }
      return false
    }
  }

  func head(of word: Int32) -> Int32 { word == WordTree.none ? WordTree.none : tree[word].head }

  /// The word at some distance in the same sentence.
  func neighbor(of word: Int32, _ distance: Int32) -> Int32 {
    word != WordTree.none && sentence.contains(word + distance) ? word + distance : WordTree.none
  }

  /// The child by one of the relations behind `previous`, or the first for ``WordTree/none``.
  func child(of word: Int32, _ relations: RelationSet, after previous: Int32) -> Int32 {
    guard word != WordTree.none else { return WordTree.none }
    var child = previous == WordTree.none ? tree.firstChild(of: word) : tree.nextSibling(of: previous)
    while child != WordTree.none, !relations.contains(tree[child].relation) { child = tree.nextSibling(of: child) }
    return child
  }

  /// Up from a word through the relations of names, as long as proper nouns stand at or before it.
  private func nameHead(of word: Int32) -> Int32 {
    guard word != WordTree.none else { return WordTree.none }
    var current = word
    while tree[current].relation == .flat || tree[current].relation == .compound {
      let head = tree[current].head
      guard head != Token.noHead, head <= word, tree[head].tag == .properNoun else { break }
      current = head
    }
    return current
  }

  /// The first word of the labeled name in which a word stands.
  func nameStart(of word: Int32) -> Int32 {
    var start = word
    while start != WordTree.none, tree[start].entity.isInside, word - start < RuleLimits.nameLength {
      start = neighbor(of: start, -1)
    }
    return start != WordTree.none && tree[start].entity.isBegin ? start : WordTree.none
  }

  /// Whether a word stands in a labeled name, and its head outside.
  func leavesName(_ word: Int32) -> Bool {
    let start = nameStart(of: word)
    guard start != WordTree.none else { return false }
    let head = tree[word].head
    if head < start { return true }
    var end = start + 1
    while end <= head, sentence.contains(end), tree[end].entity.isInside { end += 1 }
    return head >= end
  }
}
