internal import Language

extension Matcher {
  /// Whether all conditions hold for a word.
  mutating func hold(_ conditions: [Condition], _ word: Int32) -> Bool {
    for condition in conditions where !holds(condition, word) { return false }
    return true
  }

  /// Whether a condition holds for a word; never for ``WordTree/none``, nor about a node without a word.
  private mutating func holds(_ condition: Condition, _ word: Int32) -> Bool {
    guard word != WordTree.none else { return false }
    switch condition {
    case .tag(let set): return set.contains(tree[word])
    case .relation(let set): return set.contains(tree[word].relation)
    case .form(let choice): return facts.isAmong(tree[word].form, choice)
    case .lemma(let choice), .type(let choice): return facts.isAmong(tree[word].lemma, choice)
    case .entity(let set): return set.contains(tree[word].entity.label)
    case .known(let set): return facts.isKnown(tree[word].form, as: set, in: tree)
    case .startsSentence: return word == sentence.lowerBound
    case .inHeadline: return tree[sentence.upperBound - 1].tag != .punctuation
    case .leavesName: return leavesName(word)
    case .followedBySpace: return tree[word].flags.contains(.spaceAfter)
    case .sameRelation(let node):
      let other = bindings[Int(node)]
      return other != WordTree.none && tree[other].relation == tree[word].relation
    case .before(let node): return word < bindings[Int(node)]
    case .after(let node): return bindings[Int(node)] != WordTree.none && word > bindings[Int(node)]
    case .endsRightBefore(let node): return tree.span(of: word).upperBound + 1 == bindings[Int(node)]
    case .fact(let fact): return reader?.holds(fact, of: Int(word)) ?? false
    case .entityType(let types): return reader?.isA(types, Int(word)) ?? false
    case .sameEntity(let node): return isSame(word, as: bindings[Int(node)])
    case .preposition(let choice): return hasPreposition(word, choice)
    case .startsName(let node):
      return bindings[Int(node)] != WordTree.none && name(at: word)?.lowerBound == Int(bindings[Int(node)]) + 1
    case .endsName(let node):
      return bindings[Int(node)] != WordTree.none && name(at: word)?.upperBound == Int(bindings[Int(node)])
    case .link(let link): return leads(link, to: word)
    case .has(let neighbor, let conditions): return has(neighbor, conditions, word)
    case .about(let node, let condition): return holds(condition, bindings[Int(node)])
    case .not(let condition): return !holds(condition, word)
    case .any(let alternatives):
      for conditions in alternatives where hold(conditions, word) { return true }
      return false
    }
  }

  private mutating func has(_ neighbor: Condition.Neighbor, _ conditions: [Condition], _ word: Int32) -> Bool {
    switch neighbor {
    case .head: return tree[word].head != Token.noHead && hold(conditions, tree[word].head)
    case .previous: return hasWord(self.neighbor(of: word, -1), conditions)
    case .next: return hasWord(self.neighbor(of: word, 1), conditions)
    case .child(let relations):
      var child = child(of: word, relations, after: WordTree.none)
      while child != WordTree.none, rest > 0 {
        rest -= 1
        if hold(conditions, child) { return true }
        child = self.child(of: word, relations, after: child)
      }
      return false
    }
  }

  private mutating func hasWord(_ word: Int32, _ conditions: [Condition]) -> Bool {
    word != WordTree.none && hold(conditions, word)
  }
}
