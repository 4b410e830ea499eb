package import Language

/// Mends what a parser gets wrong again and again in news, where labels and word classes tell better than the tree.
///
/// Every rule only moves a word to another head of its sentence, and none closes a circle.
package struct TreeRepair: Sendable {
  private let types: EntityTypes

  package init(types: EntityTypes) { self.types = types }

  /// - Complexity: O(*n*) in the number of words, for trees of bounded depth.
  package func repair(_ document: inout Document) {
    joinNames(&document)
    let tree = DependencyTree(document)
    for token in document.tokens.indices {
      switch document.tokens[token].relation {
      case .conjunct: mendApposition(token, tree, in: &document)
      case .relativeClause: mendAntecedent(token, tree, in: &document)
      case .copula: mendDueTo(token, in: &document)
      default: break
      }
    }
  }

  /// The words of one labeled name have one head: the other words that reach outside hang on it.
  private func joinNames(_ document: inout Document) {
    var index = 0
    while index < document.tokens.count {
      guard document.tokens[index].entity.isBegin, isName(document.tokens[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < document.tokens.count, document.tokens[end].entity.isInside { end += 1 }
      join(index..<end, in: &document)
      index = end
    }
  }

  private func isName(_ token: Token) -> Bool {
    switch token.entity.label {
    case .person, .organization, .geopoliticalEntity, .location: true
    default: false
    }
  }

  private func join(_ name: Range<Int>, in document: inout Document) {
    let outer = name.filter { !name.contains(Int(document.tokens[$0].head)) && document.tokens[$0].tag != .punctuation }
    guard outer.count > 1, let head = outer.first(where: { !isModifier(document.tokens[$0].relation) }) ?? outer.last
    else { return }
    for token in outer where token != head && document.tokens[token].relation != .caseMarker {
      attach(token, to: head, .flat, in: &document)
    }
  }

  private func isModifier(_ relation: DependencyRelation) -> Bool {
    switch relation {
    case .compound, .flat, .adjectivalModifier, .descriptiveModifier, .dependent, .caseMarker, .determiner: true
    default: false
    }
  }

  /// `Sybiga, Ukraine's foreign minister, and Kallas`: a role right behind a name is said of it, not one more of the list.
  private func mendApposition(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    let word = document.tokens[token]
    guard word.tag == .noun, tree.child(of: token, .coordinator) == nil,
      types.isA(types.type(ofNoun: document.lemma(of: word)) ?? "", ["Person"]),
      tree.child(of: token, .possessive) != nil || tree.child(of: token, .determiner) != nil
    else { return }
    let comma = tree.span(of: token).lowerBound
    let last = document.tokens[comma].fineTag == .comma ? comma - 1 : comma - 2
    guard last >= 0, last + 1 < document.tokens.count, document.tokens[last + 1].fineTag == .comma,
      document.tokens[last].tag == .properNoun
    else { return }
    attach(token, to: nameHead(last, in: document), .apposition, in: &document)
  }

  /// The word of a name that the others hang on.
  private func nameHead(_ token: Int, in document: Document) -> Int {
    var current = token
    while [.flat, .compound].contains(document.tokens[current].relation), document.tokens[current].head != Token.noHead
    {
      let head = Int(document.tokens[current].head)
      guard head <= token, document.tokens[head].tag == .properNoun else { break }
      current = head
    }
    return current
  }

  /// `issues raised by nations, who …`: who refers to the nearest noun that can act.
  private func mendAntecedent(_ token: Int, _ tree: DependencyTree, in document: inout Document) {
    let antecedent = Int(document.tokens[token].head)
    guard antecedent >= 0, !isAnimate(antecedent, in: document),
      let pronoun = tree.child(of: token, .subject), document.form(of: document.tokens[pronoun]) == "who"
    else { return }
    var candidate = pronoun - 1
    if candidate > antecedent, document.tokens[candidate].fineTag == .comma { candidate -= 1 }
    guard candidate > antecedent, isAnimate(candidate, in: document) else { return }
    attach(token, to: candidate, .relativeClause, in: &document)
  }

  /// `was due to announce`: the verb is what is due, and `be` its auxiliary.
  private func mendDueTo(_ copula: Int, in document: inout Document) {
    let verb = Int(document.tokens[copula].head)
    guard verb > copula + 2, document.tokens[verb].fineTag == .baseVerb,
      document.tokens[verb - 1].fineTag == .infinitival, document.form(of: document.tokens[verb - 2]) == "due"
    else { return }
    document.tokens[copula].relation = .auxiliary
    attach(verb - 2, to: verb, .adverbialModifier, in: &document)
    attach(verb - 1, to: verb, .marker, in: &document)
  }

  private func isAnimate(_ token: Int, in document: Document) -> Bool {
    let word = document.tokens[token]
    if word.tag == .properNoun || word.tag == .pronoun { return true }
    guard word.tag == .noun, let type = types.type(ofNoun: document.lemma(of: word)) else { return false }
    return types.isA(type, ["Person", "Group", "Organization", "GeopoliticalEntity"])
  }

  /// Moves `token` below `head`, unless `head` hangs on it.
  private func attach(_ token: Int, to head: Int, _ relation: DependencyRelation, in document: inout Document) {
    var ancestor = head
    while document.tokens[ancestor].head != Token.noHead {
      if ancestor == token { return }
      ancestor = Int(document.tokens[ancestor].head)
    }
    guard ancestor != token else { return }
    document.tokens[token].head = Int32(head)
    document.tokens[token].relation = relation
  }
}
