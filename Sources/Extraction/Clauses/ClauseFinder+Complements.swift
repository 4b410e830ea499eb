import Language

/// Clauses that a parser hangs on a noun, or takes for circumstances, though a verb asks for them.
extension ClauseFinder {
  /// `accused the mayor of taking`: a parser may hang the deed on who is accused.
  func verbOfAccusation(_ token: Int) -> Int? {
    let word = document.tokens[token]
    guard word.relation == .clausalModifier, word.fineTag == .gerund, word.head != Token.noHead,
      let preposition = preposition(ofGerund: token)
    else { return nil }
    let accused = document.tokens[Int(word.head)]
    // `was accused by regulators of misleading`: it may even hang on who accuses.
    guard [.object, .passiveSubject, .agent, .oblique].contains(accused.relation), accused.head != Token.noHead else {
      return nil
    }
    let verb = document.tokens[Int(accused.head)]
    let lemma = document.lemma(of: verb)
    let effect =
      lexicon.effectOnOpenComplement(of: "\(lemma) \(preposition)")
      ?? (preposition == "from" || preposition == "of" && !isTopic(lemma)
        ? lexicon.effectOnOpenComplement(of: lemma) : nil)
    return verb.tag == .verb && effect != nil ? Int(accused.head) : nil
  }

  /// `emphasized the urgency of holding talks`, `set a goal of growing`: the deed is the noun's, not that of somebody
  /// whom the verb accuses.
  private func isTopic(_ verb: String) -> Bool {
    if lexicon.reportingVerbs.contains(verb) { return true }
    switch lexicon.effectOnOpenComplement(of: verb) {
    case .reports, .believes, .denies, .fears, .negates: return false
    default: return true
    }
  }

  /// `said in a statement that it had sold`: what is said is the verb's, whatever it was said in.
  func verbOfStatement(_ token: Int) -> Int? {
    let word = document.tokens[token]
    if word.relation == .relativeClause { return verbOfTelling(token) }
    guard word.relation == .clausalModifier, word.head != Token.noHead,
      tree.children(of: token, .marker).contains(where: { document.form(of: document.tokens[$0]) == "that" })
    else { return nil }
    let noun = document.tokens[Int(word.head)]
    guard noun.relation == .oblique, noun.head != Token.noHead, noun.head < word.head else { return nil }
    let verb = Int(noun.head)
    guard lexicon.reportingVerbs.contains(document.lemma(of: document.tokens[verb])),
      tree.child(of: verb, .clausalComplement) == nil
    else { return nil }
    return verb
  }

  /// `told a rally that Brussels controls the press`: the verb lacks nothing that the rally could be, so it is what was
  /// told.
  private func verbOfTelling(_ token: Int) -> Int? {
    let listener = document.tokens[Int(document.tokens[token].head)]
    guard listener.relation == .object || listener.relation == .indirectObject, listener.head != Token.noHead,
      lexicon.reportingVerbs.contains(document.lemma(of: document.tokens[Int(listener.head)])),
      let subject = tree.child(of: token, .subject), !isThat(subject),
      tree.children(of: token, .object).contains(where: isThat),
      tree.children(of: token, .object).contains(where: { !isThat($0) })
    else { return nil }
    return Int(listener.head)
  }

  func isThat(_ token: Int) -> Bool { document.form(of: document.tokens[token]) == "that" }

  /// `called on the army to protect`: who is to do it stands behind a preposition; nil for other infinitives.
  func controller(of token: Int, by verb: Int) -> Clause.Oblique? {
    guard let marker = tree.children(of: token, .marker).first, document.tokens[marker].fineTag == .infinitival else {
      return nil
    }
    let lemma = document.lemma(of: document.tokens[verb])
    for phrase in tree.children(of: verb, .oblique) where tree.span(of: phrase).upperBound == marker {
      let (words, first) = preposition(of: phrase)
      if !words.isEmpty, lexicon.effectOnOpenComplement(of: "\(lemma) \(words)") != nil {
        return Clause.Oblique(head: phrase, preposition: words, marker: first)
      }
    }
    return nil
  }

  /// `the first woman to lead`, `the only party to oppose`, `one of ten firms to win`: what the infinitive tells of the
  /// noun is so.
  package func isSingledOut(_ noun: Int) -> Bool { isOneOf(noun) || isRanked(noun) }

  /// `the first woman`, `the largest port`: an adjective before it makes it one.
  func isRanked(_ noun: Int) -> Bool {
    tree.children(of: noun).lazy.map(Int.init).contains { child in
      guard child < noun, document.tokens[child].relation == .adjectivalModifier else { return false }
      return document.tokens[child].fineTag == .superlativeAdjective
        || lexicon.singlingAdjectives.contains(document.form(of: document.tokens[child]))
    }
  }

  /// `one of only ten offices`: the noun behind `one of`, or `one` itself.
  private func isOneOf(_ noun: Int) -> Bool {
    let word = document.tokens[noun]
    if document.form(of: word) == "one" {
      return tree.child(of: noun, .nominalModifier).map { preposition(of: $0).words == "of" } ?? false
    }
    guard word.relation == .nominalModifier, word.head != Token.noHead, preposition(of: noun).words == "of" else {
      return false
    }
    return document.form(of: document.tokens[Int(word.head)]) == "one"
  }

  /// `dropped a bid to acquire the rival`: what is to be done completes the bid, not the dropping; nil for other
  /// infinitives.
  func nounOfInfinitive(_ token: Int) -> Int? {
    let word = document.tokens[token]
    guard word.relation == .adverbialClause || word.relation == .openComplement, isInfinitive(token),
      word.head != Token.noHead, tree.child(of: token, .subject) == nil,
      let marker = tree.children(of: token, .marker).first, document.tokens[marker].fineTag == .infinitival,
      let object = tree.child(of: Int(word.head), .object), tree.span(of: object).upperBound == marker,
      let effect = lexicon.nounEffect(of: document.lemma(of: document.tokens[object]))
    else { return nil }
    switch effect {
    case .plans, .obliges, .allows, .negates, .expects: return object
    default: return nil
    }
  }

  /// `set goals of deploying turbines`: the gerund tells what the goals are of, where the verb asks for none; nil for
  /// others.
  func nounOfGerund(_ token: Int) -> Int? {
    let word = document.tokens[token]
    guard word.relation == .adverbialClause, word.fineTag == .gerund, word.head != Token.noHead,
      preposition(ofGerund: token) == "of", let object = tree.child(of: Int(word.head), .object), object < token,
      document.tokens[object].tag == .noun, tree.span(of: object).upperBound == tree.span(of: token).lowerBound
    else { return nil }
    let verb = document.lemma(of: document.tokens[Int(word.head)])
    return (lexicon.effectOnOpenComplement(of: "\(verb) of") ?? lexicon.effectOnOpenComplement(of: verb)) == nil
      ? object : nil
  }

  /// `to leave`, `to be closed`, `to be open`.
  package func isInfinitive(_ predicate: Int) -> Bool {
    if document.tokens[predicate].fineTag == .baseVerb { return true }
    let link = tree.child(of: predicate, .passiveAuxiliary) ?? tree.child(of: predicate, .copula)
    return link.map { document.tokens[$0].fineTag == .baseVerb } ?? false
      && tree.children(of: predicate, .marker).contains { document.tokens[$0].fineTag == .infinitival }
  }

  /// `avoided answering`, `obliged companies to report`: no circumstance, but what the verb does something to.
  func isComplement(_ token: Int) -> Bool {
    let word = document.tokens[token]
    guard word.head != Token.noHead, Int(word.head) < token else { return false }
    let verb = Int(word.head)
    let markers = tree.children(of: token, .marker)
    let lemma = document.lemma(of: document.tokens[verb])
    if isInfinitive(token), markers.count == 1, controller(of: token, by: verb) != nil { return true }
    // `ruled out sending`.
    let particle = tree.child(of: verb, .particle)
    let next = particle ?? tree.children(of: verb, .adverbialModifier).first { $0 == verb + 1 }
    let phrase = next.map { "\(lemma) \(document.form(of: document.tokens[$0]))" } ?? lemma
    // `was surprised to find`: the participle, not what surprises do.
    let isPassive = tree.child(of: verb, .passiveAuxiliary) != nil
    let participle = isPassive ? document.form(of: document.tokens[verb]) : lemma
    guard
      lexicon.effectOnOpenComplement(of: phrase) ?? lexicon.effectOnOpenComplement(of: lemma)
        ?? lexicon.effectOnOpenComplement(of: participle) != nil
    else { return false }
    switch word.fineTag {
    case .gerund: return markers.isEmpty && token == (particle ?? verb) + 1
    case _ where isInfinitive(token):
      guard markers.count == 1, document.tokens[markers[0]].fineTag == .infinitival else { return false }
      // `used to export`.
      if lexicon.raisingVerbs.contains(lemma), markers[0] == verb + 1 { return true }
      // `went on to say`.
      if let next, phrase != lemma, markers[0] == next + 1, lexicon.effectOnOpenComplement(of: phrase) != nil {
        return true
      }
      if participle != lemma, markers[0] == verb + 1, lexicon.effectOnOpenComplement(of: participle) != nil {
        return true
      }
      // `is set to fine`.
      if document.tokens[verb].tag == .adjective || tree.child(of: verb, .copula) != nil {
        return markers[0] == verb + 1
      }
      // Behind the object; elsewhere the infinitive tells what for.
      return tree.child(of: verb, .object).map { tree.span(of: $0).upperBound == markers[0] } ?? false
    default: return false
    }
  }

  /// `a video of a man confessing`: who does it is shown, and does not show; nil for other nouns.
  func shown(in noun: Int, by clause: Clause) -> Int? {
    guard clause.form == .verbal, !clause.isPassive, document.tokens[clause.predicate].fineTag == .gerund,
      lexicon.depictionNouns.contains(document.lemma(of: document.tokens[noun])),
      !lexicon.depictionVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
    else { return nil }
    return tree.children(of: noun, .nominalModifier).first {
      $0 > noun && $0 < clause.predicate && preposition(of: $0).words == "of"
        && (document.tokens[$0].entity.label == .person
          || lexicon.actorNouns.contains(document.lemma(of: document.tokens[$0])))
    }
  }
}
