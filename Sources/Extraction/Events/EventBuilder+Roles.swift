import Language
import SchemaFiles

/// Which phrases of a clause are roles of its event, and which only say how.
extension EventBuilder {
  /// The roles that prepositional phrases of the clause fill.
  func roles(of index: Int) -> [RoleWords] {
    let clause = list.clauses[index]
    // With a predicate complement the phrases belong to that: `remain dangerous due to rain`.
    // `the only group in which deaths increase` has the clause in its name.
    let antecedent = clause.link == .relative ? clause.governor.flatMap { phrases.isSingled($0) ? $0 : nil } : nil
    let obliques = (clause.obliques + ends(of: clause)).filter { isRole($0, of: clause) && $0.head != antecedent }
    return (obliques + scene(of: clause, obliques)).map { oblique in
      let noun = clause.isPassive ? nil : commonNoun(clause.object)
      let phrase =
        clause.isPassive && clause.agent == nil
        ? namer.passive(clause, preposition: oblique)
        : namer.verbal(clause, noun: noun, preposition: oblique)
      return RoleWords(
        name: oblique.preposition, heads: withExamples(heads(oblique.head), isAlike: true), phrase: phrase,
        includesObject: noun != nil)
    }
  }

  /// `rose from 9 to 10`: a parser may hang the end on the beginning.
  private func ends(of clause: Clause) -> [Clause.Oblique] {
    clause.obliques.filter { $0.preposition == "from" && !times.isTime($0.head) && !times.isTimeOfDay($0.head) }.flatMap
    { start in
      tree.children(of: start.head, .nominalModifier).compactMap { end in
        let (preposition, marker) = phrases.prepositionAndMarker(of: end)
        return preposition == "to" ? Clause.Oblique(head: end, preposition: preposition, marker: marker) : nil
      }
    }
  }

  private func isRole(_ oblique: Clause.Oblique, of clause: Clause) -> Bool {
    // `provides airlines with 45 days`, `sentenced to four years of prison`.
    let isTerm =
      oblique.preposition == "to" && times.isDuration(oblique.head)
      && lexicon.frames.words("to", of: namer.verb(of: clause))
    let isTime = oblique.preposition != "with" && !isTerm && times.isTime(oblique.head)
    guard !oblique.preposition.isEmpty, !oblique.isIdiom, oblique.source == nil, isReferential(oblique.head), !isTime,
      !lexicon.exemplifiers.contains(oblique.preposition)
    else { return false }
    if oblique.preposition != "at", times.isTimeOfDay(oblique.head) { return false }
    if isPointing(oblique.head) { return false }
    // `in Yemen among other places`.
    if oblique.preposition == "among",
      tree.children(of: oblique.head, .adjectivalModifier).contains(where: {
        document.form(of: document.tokens[$0]) == "other"
      })
    {
      return false
    }
    if clause.form == .verbal, lexicon.frames.words(oblique.preposition, of: namer.verb(of: clause)) { return true }
    return lexicon.rolePrepositions.contains(oblique.preposition) && !isManner(oblique.head, oblique.preposition)
      && !isBareNumber(oblique.head, oblique.preposition)
  }

  /// `for this reason`, `at that stage`: what stands elsewhere in the text, and nothing without it.
  private func isPointing(_ head: Int) -> Bool {
    lexicon.pointingNouns.contains(document.lemma(of: document.tokens[head]))
      && tree.children(of: head, .determiner).contains {
        ["this", "that", "these", "those", "such"].contains(document.form(of: document.tokens[$0]))
      }
  }

  /// `Turkey with 77 and Iran with 46`, but not `rose to 33`.
  private func isBareNumber(_ head: Int, _ preposition: String) -> Bool {
    let word = document.tokens[head]
    return word.tag == .numeral && word.entity.label == nil && transparent(head) == head
      && !["at", "by", "from", "to"].contains(preposition)
  }

  /// `in cash`, `by force`: one bare noun tells how, not who or what. Not so `set on fire`, `taken to hospital`.
  private func isManner(_ head: Int, _ preposition: String) -> Bool {
    if Self.directions.contains(preposition) { return false }
    let word = document.tokens[head]
    return word.fineTag == .singularNoun && entities.entity(atHead: head).map { !entities.entities[$0].isNamed } ?? true
      && tree.children(of: head).allSatisfy { [.caseMarker, .punctuation].contains(document.tokens[Int($0)].relation) }
  }

  private static let directions: Set<String> = ["against", "from", "into", "on", "onto", "to", "under"]

  /// The phrases of an object noun that its name does not keep: `from Rubio` of `seek reassurance from Rubio`.
  func rolesOfObject(_ noun: Int, _ clause: Clause) -> [RoleWords] {
    // A parser may hang the topic on the holder: `unease felt by allies regarding X`.
    let holder = clause.isPassive ? clause.agent : nil
    return [noun, holder].compactMap { $0 }.flatMap { tree.children(of: $0, .nominalModifier) }.compactMap { phrase in
      let (words, marker) = phrases.prepositionAndMarker(of: phrase)
      guard !words.isEmpty, isReferential(phrase), !times.isTime(phrase), !lexicon.exemplifiers.contains(words) else {
        return nil
      }
      let oblique = Clause.Oblique(head: phrase, preposition: words, marker: marker)
      let predicate = namer.verbal(clause, noun: noun, preposition: oblique)
      guard
        namer.isKnown(predicate.keys)
          || words != "of" && lexicon.rolePrepositions.contains(words) && !phrases.isComplement(phrase, of: noun)
      else { return nil }
      return RoleWords(name: words, heads: heads(phrase), phrase: predicate, includesObject: true)
    }
  }

  /// The object of `said nothing about the hostages`; nil for others.
  func nothing(of clause: Clause) -> Int? {
    guard let object = clause.object, !clause.isPassive, document.tokens[object].tag == .pronoun,
      lexicon.negations.contains(document.form(of: document.tokens[object]))
    else { return nil }
    return object
  }

  /// What the clause says beside its roles and times, each of at most ``longestAdjunct`` words.
  func adjuncts(of index: Int) -> [Range<UInt32>] {
    let clause = list.clauses[index]
    var found: [Range<UInt32>] = []
    let amount = clause.object == nil ? amount(of: clause) : nil
    for oblique in clause.obliques
    where oblique.head != amount && !isRole(oblique, of: clause) && oblique.source == nil && !oblique.isIdiom
      && (!times.isTime(oblique.head) || oblique.preposition == "for" && times.isDuration(oblique.head))
      && !lexicon.exemplifiers.contains(oblique.preposition)
    {
      found += words(from: oblique.marker ?? oblique.head, below: oblique.head)
    }
    for complement in clause.complements where completes(complement, clause) {
      found += words(from: complement, below: complement)
    }
    // `continues to lead on providing support`.
    for child in gerunds(of: clause, behind: clause.isPassive ? Self.ways.union(Self.reasons) : Self.ways) {
      found += words(from: child, below: child)
    }
    // `five were killed after a roof collapsed`: what happens to them alone says little.
    if clause.object == nil, found.isEmpty, clause.complements.isEmpty,
      !(clause.obliques + ends(of: clause)).contains(where: { isRole($0, of: clause) })
    {
      // `are killed and three injured after …`.
      let both =
        [clause.predicate]
        + tree.children(of: clause.predicate, .conjunct).filter {
          clause.isPassive && clause.obliques.isEmpty && list.clause(ofPredicate: $0)?.object == nil
        }
      for child in both.flatMap({ tree.children(of: $0, .adverbialClause) }) where child > clause.predicate {
        guard let marker = tree.child(of: child, .marker) ?? tree.child(of: child, .adverbialModifier),
          marker == tree.span(of: child).lowerBound, document.tokens[child].fineTag != .gerund,
          Self.occasions.contains(document.form(of: document.tokens[marker]))
        else { continue }
        found += words(from: marker, below: child)
      }
    }
    // `a responsibility to ensure that …`: a parser may hang on the noun what its name does not keep.
    if let noun = commonNoun(clause.object) {
      for content in tree.children(of: noun, .clausalModifier)
      where content > noun && list.clause(ofPredicate: content)?.link == .nounComplement
        && !phrases.keeps(content, of: noun)
      {
        found += words(from: content, below: content)
      }
    }
    // `is enough to restore trust`, `free to go`.
    if clause.form == .copular, document.tokens[clause.predicate].tag == .adjective {
      for child in tree.children(of: clause.predicate, .adverbialClause)
      where child > clause.predicate && document.tokens[child].fineTag == .baseVerb {
        found += words(from: child, below: child)
      }
    }
    return found.filter { inner in
      !found.contains { $0 != inner && $0.lowerBound <= inner.lowerBound && inner.upperBound <= $0.upperBound }
    }
  }

  /// Words before a clause that tells on what occasion something happens.
  private static let occasions: Set<String> = ["after", "as", "because", "when", "while"]

  /// Prepositions before a gerund that tells in what something is done.
  private static let ways: Set<String> = ["about", "against", "at", "by", "for", "from", "in", "of", "on", "to"]

  /// `was arrested for taking bribes`, `was charged with killing Brown`: the gerunds of what somebody did, or is said
  /// to have done, behind a passive.
  func reasons(of clause: Clause) -> [Int] { gerunds(of: clause, behind: Self.reasons) }

  /// The gerunds without a subject of their own that stand behind the verb and one of the prepositions.
  private func gerunds(of clause: Clause, behind prepositions: Set<String>) -> [Int] {
    let finder = ClauseFinder(reading, lexicon: lexicon)
    return tree.children(of: clause.predicate, .adverbialClause).filter { child in
      child > clause.predicate && document.tokens[child].fineTag == .gerund && tree.child(of: child, .subject) == nil
        && finder.preposition(ofGerund: child).map(prepositions.contains) ?? false
    }
  }

  /// Prepositions before a deed for which something is done to somebody.
  private static let reasons: Set<String> = ["for", "of", "over", "with"]

  /// Whether the words of a complement say what the clause alone does not: `ask them to leave`, `spent years watching
  /// birds`, `make the country a beacon of hope`.
  private func completes(_ complement: Int, _ clause: Clause) -> Bool {
    guard let inner = list.clause(ofPredicate: complement) else { return false }
    // `are concerned the government will change the law`.
    if inner.link == .clausalComplement { return clause.form == .copular || isQuestion(complement) }
    if inner.form == .copular { return inner.copula == nil && clause.object != nil && !clause.isPassive }
    switch document.tokens[complement].fineTag {
    case .baseVerb: return true
    case .gerund: return clause.object != nil
    default: return false
    }
  }

  /// Longer ones are read in the sentence.
  private static let longestAdjunct = 16

  func words(from first: Int, below head: Int) -> [Range<UInt32>] {
    let span = tree.span(of: head)
    var (start, end) = (min(first, span.lowerBound), span.upperBound)
    while start < end, document.tokens[start].tag == .punctuation { start += 1 }
    while end > start, document.tokens[end - 1].tag == .punctuation { end -= 1 }
    guard start < end else { return [] }
    if end - start > Self.longestAdjunct {
      // A part that ends where a clause, the next of several or a comma begins.
      guard
        let cut = (start + 3...start + Self.longestAdjunct).last(where: { token in
          document.tokens[token].fineTag == .comma || begins(token, [.relativeClause, .adverbialClause])
            || document.tokens[token].fineTag == .coordinatingConjunction && begins(token, [.conjunct])
        })
      else { return [] }
      end = cut
      while end > start, document.tokens[end - 1].tag == .punctuation { end -= 1 }
    }
    return [document.tokens[start].start..<document.tokens[end - 1].end]
  }

  /// Whether a word begins a clause that hangs by one of the relations.
  private func begins(_ token: Int, _ relations: Set<DependencyRelation>) -> Bool {
    var word = token
    while document.tokens[word].head != Token.noHead, tree.span(of: word).lowerBound == token {
      if relations.contains(document.tokens[word].relation) { return true }
      word = Int(document.tokens[word].head)
    }
    return false
  }

  /// A noun that is no name, so that it may be one of the words of a predicate: `troops` of `send troops to`.
  func commonNoun(_ object: Int?) -> Int? {
    guard let object = object.map(transparent), !isNamed(object), document.tokens[object].tag == .noun else {
      return nil
    }
    return object
  }
}
