import Language

/// The words of a clause's predicate: auxiliaries, negation, verb and particle, and the verbs that govern it.
struct VerbGroup: ReadsDocument {
  let reading: Reading
  let lexicon: Lexicon
  let list: ClauseList
  let phrases: PhraseWords
  let style: WordingStyle

  /// The tokens in text order; of a copular clause without the noun or adjective.
  func tokens(of clause: Clause, depth: Int = 0) -> [Int] {
    var words = own(clause)
    if clause.link == .openComplement, clause.copula != nil || clause.form == .verbal, depth < 4,
      let governor = clause.governor, let governing = list.clause(ofPredicate: governor)
    {
      var before = governing.form == .verbal ? tokens(of: governing, depth: depth + 1) : copular(governing, depth)
      if let object = governing.object, object < clause.predicate { before += phrases.tokens(of: object, .core) }
      words = before + tree.children(of: clause.predicate, .marker) + words
    }
    return words
  }

  /// The predicate of a copular clause with its link: `was able`.
  private func copular(_ clause: Clause, _ depth: Int) -> [Int] {
    tokens(of: clause, depth: depth + 1) + phrases.tokens(of: clause.predicate, .core)
  }

  private func own(_ clause: Clause) -> [Int] {
    let predicate = clause.predicate
    var words = clause.form == .verbal ? [predicate] : []
    if let copula = clause.copula { words.append(copula) }
    if let particle = clause.particle { words.append(particle) }
    // `remain open`: the verb that the adjective completes.
    if clause.form == .copular, clause.copula == nil, clause.link == .openComplement, let governor = clause.governor,
      let governing = list.clause(ofPredicate: governor), governing.form == .verbal
    {
      words += tokens(of: governing, depth: 3)
    }
    var auxiliaries = auxiliaries(of: predicate)
    if auxiliaries.isEmpty, clause.link == .conjunct, clause.subjectSource == .conjunct, let governor = clause.governor,
      document.tokens[governor].fineTag == document.tokens[predicate].fineTag
    {
      // `was built and sold`: the second verb has the first one's auxiliaries.
      auxiliaries = self.auxiliaries(of: governor)
    }
    words += auxiliaries
    for child in tree.children(of: predicate, .adverbialModifier) {
      let form = document.form(of: document.tokens[child])
      if ["not", "n't", "never"].contains(form) {
        words.append(child)
      } else if style == .full, clause.form == .verbal, child < predicate, predicate - child <= 2,
        document.tokens[child].fineTag == .adverb
      {
        words.append(child)
      }
    }
    return words.sorted()
  }

  private func auxiliaries(of predicate: Int) -> [Int] {
    tree.children(of: predicate).lazy.map(Int.init).filter {
      document.tokens[$0].relation == .auxiliary || document.tokens[$0].relation == .passiveAuxiliary
    }
  }
}
