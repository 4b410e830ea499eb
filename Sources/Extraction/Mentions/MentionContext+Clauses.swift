import Language

extension MentionContext {
  /// The head of the relative clause that the relative pronoun `token` opens; nil when it opens none.
  func relativeClause(of token: Int) -> Int? {
    var word = token
    for _ in 0..<5 {
      if tokens[word].relation == .relativeClause { return head(word) == nil ? nil : word }
      guard let parent = head(word) else { return nil }
      // The pronoun opens the clause: nothing but it and a preposition stands before the verb on the way up.
      word = parent
    }
    return nil
  }

  /// The clause of `token`: the verb, adjective or noun up to which it is an argument or inside one.
  func predicate(of token: Int) -> Int? {
    var word = token
    for _ in 0..<12 {
      guard let parent = head(word) else { return nil }
      switch tokens[word].relation {
      case .subject, .passiveSubject, .outerSubject, .object, .indirectObject, .oblique, .agent, .unmarkedOblique,
        .clausalComplement, .openComplement, .adverbialClause, .clausalSubject:
        return parent
      default: word = parent
      }
    }
    return nil
  }

  /// The first of a chain of coordinated words: the one whose relation holds for all.
  func firstConjunct(of token: Int) -> Int {
    var word = token
    for _ in 0..<16 {
      guard tokens[word].relation == .conjunct, let parent = head(word) else { break }
      word = parent
    }
    return word
  }

  /// The relation of `token`, through coordination.
  func role(of token: Int) -> DependencyRelation { tokens[firstConjunct(of: token)].relation }
}
