import Language

/// Finds the clauses of a document in its dependency trees: the arguments that stand in the tree, and those that a
/// clause borrows (control, coordination, relative and participial clauses).
///
/// Goes from predicate roots to argument roots to argument resolution, as PredPatt does (White et al., "Universal
/// Decompositional Semantics on Universal Dependencies", EMNLP 2016).
package struct ClauseFinder: ReadsDocument {
  let reading: Reading
  let lexicon: Lexicon

  package init(_ reading: Reading, lexicon: Lexicon) {
    self.reading = reading
    self.lexicon = lexicon
  }

  /// The clauses, governors before governed within each sentence, sentences in text order.
  ///
  /// - Complexity: O(*n*) in the number of words.
  package func clauses() -> ClauseList {
    var list = ClauseList(tokenCount: document.tokens.count)
    for sentence in document.sentences {
      for root in sentence.tokens where document.tokens[root].head == Token.noHead { visit(root, into: &list) }
    }
    return list
  }

  private func visit(_ root: Int, into list: inout ClauseList) {
    // Breadth first, so that a governor's arguments are known before its dependents borrow them.
    var queue = [root]
    var next = 0
    while next < queue.count {
      let token = queue[next]
      next += 1
      if isPredicate(token) {
        var clause = makeClause(token)
        readArguments(of: &clause)
        borrowArguments(for: &clause, from: list)
        shareObject(of: clause, in: &list)
        shareObliques(of: clause, in: &list)
        list.append(clause)
      }
      for child in tree.children(of: token) { queue.append(Int(child)) }
    }
  }

  // MARK: - Predicates

  private func isPredicate(_ token: Int) -> Bool {
    let word = document.tokens[token]
    if tree.child(of: token, .copula) != nil { return true }
    let isVerb = word.tag == .verb || word.tag == .auxiliary
    let hasSubject = tree.child(of: token, .subject) != nil || tree.child(of: token, .passiveSubject) != nil
    switch word.relation {
    case .root, .conjunct, .clausalComplement, .adverbialClause, .adverbialRelativeClause, .relativeClause, .parataxis,
      .clausalSubject, .passiveClausalSubject, .outerClausalSubject:
      return isVerb || hasSubject
    case .openComplement: return true
    case .clausalModifier: return isVerb || word.tag == .adjective
    // `officials, anxious about the withdrawal, …`: an adjective with a phrase of its own, behind its noun.
    case .adjectivalModifier:
      return word.tag == .adjective && word.head != Token.noHead && Int(word.head) < token
        && tree.child(of: token, .oblique) != nil
    case .compound, .auxiliary, .passiveAuxiliary, .copula, .caseMarker, .marker, .fixed:
      return false
    default: return isVerb && (hasSubject || tree.child(of: token, .object) != nil)
    }
  }

  private func makeClause(_ token: Int) -> Clause {
    let word = document.tokens[token]
    let copula = tree.child(of: token, .copula)
    let isVerb = (word.tag == .verb || word.tag == .auxiliary) && copula == nil
    var clause = Clause(
      predicate: token, form: isVerb ? .verbal : .copular, link: link(of: token),
      governor: word.head == Token.noHead ? nil : Int(word.head))
    if let verb = verbOfAccusation(token) {
      clause.link = .adverbial
      clause.governor = verb
    } else if let verb = verbOfStatement(token) {
      clause.link = .clausalComplement
      clause.governor = verb
    } else if let noun = nounOfInfinitive(token) ?? nounOfGerund(token) {
      clause.link = .nounComplement
      clause.governor = noun
    }
    clause.copula = copula
    clause.particle = tree.child(of: token, .particle) ?? adverbOfDirection(token)
    clause.isPassive = isVerb && isPassive(token, clause.link)
    return clause
  }

  /// `turned away`, `sent back`: an adverb right behind the verb that is part of its sense.
  private func adverbOfDirection(_ token: Int) -> Int? {
    tree.children(of: token, .adverbialModifier).first {
      $0 == token + 1
        && ["ahead", "aside", "apart", "away", "back", "down", "off", "out"].contains(
          document.form(of: document.tokens[$0]))
    }
  }

  private func link(of token: Int) -> Clause.Link {
    let word = document.tokens[token]
    return switch word.relation {
    case .conjunct: .conjunct
    case .openComplement: .openComplement
    case .clausalComplement: .clausalComplement
    // `accusations that Spain was a free rider`: a conjunction, not a pronoun.
    case .relativeClause: hasConjunction(token) ? .nounComplement : .relative
    case .clausalModifier:
      isInfinitive(token) || preposition(ofGerund: token) != nil || isContent(token) ? .nounComplement : .participial
    case .adverbialClause: isComplement(token) ? .openComplement : .adverbial
    case .adverbialRelativeClause: .adverbial
    case .adjectivalModifier: .participial
    case .clausalSubject, .passiveClausalSubject, .outerClausalSubject: .subject
    case .root: .root
    default: .parataxis
    }
  }

  /// `fears they would stay`: what is feared.
  private func isContent(_ token: Int) -> Bool {
    tree.child(of: token, .subject) != nil && tree.child(of: token, .object).map { $0 > token } ?? true
      && lexicon.nounEffect(of: document.lemma(of: document.tokens[Int(document.tokens[token].head)])) != nil
  }

  /// `have designed and manufactured`: the auxiliary of the first verb is the second one's.
  private func isPerfect(_ token: Int, _ link: Clause.Link) -> Bool {
    let head = document.tokens[token].head
    return link == .conjunct && head != Token.noHead && document.tokens[Int(head)].fineTag == .pastParticiple
      && tree.child(of: Int(head), .auxiliary) != nil && tree.child(of: Int(head), .passiveAuxiliary) == nil
  }

  private func hasConjunction(_ token: Int) -> Bool {
    tree.children(of: token, .marker).contains { document.form(of: document.tokens[$0]) == "that" }
  }

  /// A passive shows by its auxiliary or subject; a bare participle that modifies a noun is passive by its form.
  private func isPassive(_ token: Int, _ link: Clause.Link) -> Bool {
    var hasAuxiliary = false
    for child in tree.children(of: token) {
      switch document.tokens[Int(child)].relation {
      case .passiveAuxiliary, .passiveSubject, .passiveClausalSubject, .agent: return true
      case .auxiliary: hasAuxiliary = true
      default: break
      }
    }
    guard document.tokens[token].fineTag == .pastParticiple, !hasAuxiliary else { return false }
    return switch link {
    case .participial, .adverbial: true
    case .openComplement, .conjunct:
      tree.child(of: token, .object) == nil && tree.child(of: token, .subject) == nil && !isPerfect(token, link)
    default: false
    }
  }
}
