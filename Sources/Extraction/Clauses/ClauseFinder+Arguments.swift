import Language

extension ClauseFinder {
  /// Reads the arguments that stand below the predicate.
  func readArguments(of clause: inout Clause) {
    let predicate = clause.predicate
    for child in tree.children(of: predicate).lazy.map(Int.init) {
      let word = document.tokens[child]
      switch word.relation {
      // Of two, the one before the predicate is it.
      case .subject, .passiveSubject: if clause.subject.map({ $0 > predicate }) ?? true { clause.subject = child }
      // A clause can have an outer subject beside its own; the inner one is nearer.
      case .outerSubject: clause.subject = clause.subject ?? child
      case .expletive:
        if document.form(of: word) == "there" { clause.isExistential = true } else { clause.isImpersonal = true }
      case .object where clause.link == .clausalComplement && child < predicate && isThat(child): break
      case .object: clause.object = clause.object ?? child
      case .indirectObject: clause.indirectObject = child
      case .agent where isManner(child) || isLoneNumber(child): append(child, to: &clause)
      case .agent: clause.agent = child
      // `was called for by`: a preposition whose phrase is the subject.
      case .oblique where word.tag == .adposition && child == predicate + 1: clause.particle = clause.particle ?? child
      case .oblique, .unmarkedOblique: append(child, to: &clause)
      case .nominalModifier where clause.form == .copular && document.tokens[predicate].tag == .adjective:
        append(child, to: &clause)
      case .openComplement, .clausalComplement: clause.complements.append(child)
      default: break
      }
    }
  }

  private func append(_ head: Int, to clause: inout Clause) {
    let (preposition, marker) = preposition(of: head)
    if preposition == "by", clause.isPassive, clause.agent == nil, document.tokens[head].entity.label != .date,
      !isManner(head), !isLoneNumber(head)
    {
      clause.agent = head
    } else {
      var oblique = Clause.Oblique(head: head, preposition: preposition, marker: marker, source: source(in: head))
      readIdiom(of: &oblique)
      clause.obliques.append(oblique)
    }
  }

  /// `was restored by 20:21`: when or by how much, not by whom; but `by one of them`.
  private func isLoneNumber(_ head: Int) -> Bool {
    document.tokens[head].tag == .numeral && tree.child(of: head, .nominalModifier) == nil
  }

  /// `by force`: how, not by whom.
  private func isManner(_ head: Int) -> Bool {
    lexicon.mannerNouns.contains(document.form(of: document.tokens[head]))
      && tree.children(of: head).allSatisfy { document.tokens[Int($0)].relation == .caseMarker }
  }

  /// `in line with the treaty` is a preposition of three words before the treaty, `in fact` an adverb of two.
  private func readIdiom(of oblique: inout Clause.Oblique) {
    let words = "\(oblique.preposition) \(document.form(of: document.tokens[oblique.head]))"
    for phrase in tree.children(of: oblique.head, .nominalModifier) {
      let whole = "\(words) \(preposition(of: phrase).words)"
      guard lexicon.complexPrepositions.contains(whole) else { continue }
      oblique.head = phrase
      oblique.preposition = whole
      return
    }
    let content = tree.children(of: oblique.head).filter {
      let relation = document.tokens[Int($0)].relation
      return relation != .caseMarker && relation != .determiner && relation != .punctuation
    }
    oblique.isIdiom = content.isEmpty && lexicon.adverbialPhrases.contains(words)
  }

  /// The head of the source that the phrase at `head` names; nil when it begins with no phrase of attribution.
  private func source(in head: Int) -> Int? {
    if document.tokens[head].tag == .noun, lexicon.basisNouns.contains(document.lemma(of: document.tokens[head])) {
      return nil
    }
    let span = tree.span(of: head)
    guard let start = span.first(where: { document.tokens[$0].tag != .punctuation }) else { return nil }
    // `in Orban's view`.
    if document.form(of: document.tokens[start]) == "in",
      lexicon.viewNouns.contains(document.form(of: document.tokens[head])),
      let holder = tree.child(of: head, .possessive)
    {
      return holder
    }
    for phrase in lexicon.attributionPhrases where phrase.count < span.upperBound - start {
      let begins = phrase.indices.allSatisfy { document.form(of: document.tokens[start + $0]) == phrase[$0] }
      guard begins else { continue }
      let name = start + phrase.count
      return head >= name ? head : tree.children(of: head, .nominalModifier).first { tree.span(of: $0).contains(name) }
    }
    return nil
  }

  /// The preposition of a phrase with its fixed parts, lower case; empty when it has none.
  package func preposition(of head: Int) -> (words: String, marker: Int?) {
    var words: [String] = []
    var marker: Int?
    for token in tree.children(of: head, .caseMarker) {
      // A possessive ending is a case marker, too.
      guard document.tokens[token].fineTag != .possessiveEnding else { continue }
      // `in 14 of 22 districts`: the second one belongs to the number.
      if marker != nil, document.tokens[token - 1].tag == .numeral { continue }
      marker = marker ?? token
      words.append(document.form(of: document.tokens[token]))
      for part in tree.children(of: token, .fixed) { words.append(document.form(of: document.tokens[part])) }
    }
    return (words.joined(separator: " "), marker)
  }

  // MARK: - Borrowed arguments

  /// Fills in what the clause leaves unsaid because its environment say it.
  func borrowArguments(for clause: inout Clause, from list: ClauseList) {
    guard let governor = clause.governor else { return }
    if clause.link == .relative { return fillGap(of: &clause, with: named(governor)) }
    // `Moe said no, and paying it back seems easy`.
    guard clause.subject == nil, !clause.isExistential, !clause.isImpersonal,
      tree.child(of: clause.predicate, .clausalSubject) == nil
    else { return }
    if clause.link == .participial {
      clause.subject = named(shown(in: governor, by: clause) ?? governor)
      clause.subjectSource = .antecedent
      return
    }
    if clause.link == .nounComplement, let possessor = tree.child(of: governor, .possessive) {
      // `its bid`: of all that a pronoun may mean, the subject of the verb of giving up or taking on is nearest.
      let isPronoun = document.tokens[possessor].tag == .pronoun
      clause.subject = (isPronoun ? doer(of: governor, in: list) : nil) ?? possessor
      clause.subjectSource = .control
      return
    }
    if clause.link == .nounComplement, isSingledOut(governor),
      lexicon.nounEffect(of: document.lemma(of: document.tokens[governor])) == nil
    {
      let top = document.tokens[governor].relation == .nominalModifier ? Int(document.tokens[governor].head) : governor
      clause.subject = list.clause(ofPredicate: top)?.subject ?? named(governor)
      clause.subjectSource = .antecedent
      return
    }
    if clause.link == .nounComplement {
      clause.subject = doer(of: governor, in: list)
      clause.subjectSource = .control
      return
    }
    guard let governing = list.clause(ofPredicate: governor) else { return }
    switch clause.link {
    case .conjunct:
      clause.subject = governing.subject
      clause.subjectSource = .conjunct
      // `pick up, carry and deposit balls`: a parser may hang what stands behind all verbs on the first.
      if let object = governing.object, object > clause.predicate, clause.object == nil, clause.form == .verbal,
        !clause.isPassive, !governing.isPassive
      {
        clause.object = object
      }
    case .openComplement:
      if let controller = controller(of: clause.predicate, by: governing.predicate) {
        clause.subject = controller.head
        clause.subjectSource = .control
        return
      }
      let verb = document.lemma(of: document.tokens[governing.predicate])
      // `recommended closing the mine`: whoever is to do it.
      if document.tokens[clause.predicate].fineTag == .gerund, governing.object == nil,
        lexicon.effectOnOpenComplement(of: verb) == .desires
      {
        return
      }
      clause.subject =
        lexicon.subjectControlVerbs.contains(verb) || isMeans(of: clause, governing, verb)
        ? governing.subject : governing.object ?? governing.indirectObject ?? governing.subject
      clause.subjectSource = .control
    case .adverbial:
      // `as reported by the BBC`: nobody in the clause is reported.
      if clause.isPassive, preposition(ofGerund: clause.predicate) == "as" { return }
      // `warned against eating raw fish`: whoever might.
      if preposition(ofGerund: clause.predicate) == "against", governing.object == nil,
        [.desires, .reports].contains(
          lexicon.effectOnOpenComplement(of: document.lemma(of: document.tokens[governing.predicate])))
      {
        return
      }
      // `according to Yonhap, quoting KCNA, …`: the source quotes.
      if lexicon.reportingVerbs.contains(document.lemma(of: document.tokens[clause.predicate])),
        let source = governing.obliques.first(where: { $0.source != nil && endsBefore(clause.predicate, $0.head) })?
          .source
      {
        clause.subject = source
        clause.subjectSource = .antecedent
        return
      }
      if isResult(clause, of: governing) {
        clause.subject = governing.object
        clause.subjectSource = .adverbial
        return
      }
      // `prevent Spain from signing`, `accused Moscow of delaying`, `blamed Rome for blocking`, `quoted her as saying`,
      // but `such a step as firing shells`.
      let isOfObject =
        isPrepositionalComplement(clause) && !isSource(clause, governing)
        || preposition(ofGerund: clause.predicate) == "as" && governing.object.map { !isSuch($0) } ?? false
      clause.subject = isOfObject ? governing.object ?? governing.subject : governing.subject
      clause.subjectSource = .adverbial
    case .root, .clausalComplement, .relative, .participial, .nounComplement, .parataxis, .subject: break
    }
  }

  /// `earned millions from selling`, `those wearing a scarf from entering`: the verb keeps nobody from anything, so the
  /// object does not do what stands behind `from`.
  private func isSource(_ clause: Clause, _ governing: Clause) -> Bool {
    guard preposition(ofGerund: clause.predicate) == "from" else { return false }
    let verb = document.lemma(of: document.tokens[governing.predicate])
    return ["\(verb) from", verb].allSatisfy { lexicon.effectOnOpenComplement(of: $0) == nil }
  }

  /// `needs patience to wait`: whoever needs the thing is to wait, and not the thing; a person or a name may be.
  private func isMeans(of clause: Clause, _ governing: Clause, _ verb: String) -> Bool {
    guard lexicon.purposeVerbs.contains(verb), isInfinitive(clause.predicate), !governing.isPassive,
      let object = governing.object
    else { return false }
    let word = document.tokens[object]
    return word.tag == .noun && word.entity.label == nil && !lexicon.actorNouns.contains(document.lemma(of: word))
  }

  /// Whether `such` points to what is told behind the noun: `such a loud blast that windows broke`.
  func isSuch(_ noun: Int) -> Bool {
    [.predeterminer, .determiner, .adjectivalModifier].contains { relation in
      tree.children(of: noun, relation).contains { document.form(of: document.tokens[$0]) == "such" }
    }
  }

  /// `reports 119 deaths, bringing the toll to 900`: the deaths do, and not who reports them.
  private func isResult(_ clause: Clause, of governing: Clause) -> Bool {
    let verb = document.lemma(of: document.tokens[governing.predicate])
    return document.tokens[clause.predicate].fineTag == .gerund && governing.predicate < clause.predicate
      && lexicon.resultingVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
      && (lexicon.recordingVerbs.contains(verb) || lexicon.reportingVerbs.contains(verb))
      && tree.child(of: clause.predicate, .marker) == nil
  }

  /// Whether the head of a phrase stands at a comma right before a token.
  private func endsBefore(_ token: Int, _ head: Int) -> Bool {
    head == token - 2 && document.tokens[token - 1].tag == .punctuation
  }

  /// `announced plans to close`, `is in talks to buy`: who announces, or is in talks, is to do it; nil for other verbs.
  private func doer(of noun: Int, in list: ClauseList) -> Int? {
    if let governing = list.clause(ofPredicate: noun) {
      return tree.child(of: noun, .caseMarker) == nil ? nil : governing.subject
    }
    guard document.tokens[noun].head != Token.noHead,
      let governing = list.clause(ofPredicate: Int(document.tokens[noun].head)), governing.form == .verbal,
      !governing.isPassive, governing.object == noun || governing.obliques.contains(where: { $0.head == noun }),
      lexicon.nounControlVerbs.contains(document.lemma(of: document.tokens[governing.predicate]))
    else { return nil }
    // `gave him the option to come`, `gave the right to him`.
    if let receiver = governing.indirectObject { return receiver }
    let isGiving = ["give", "grant", "offer"].contains(document.lemma(of: document.tokens[governing.predicate]))
    if isGiving { return governing.obliques.first { $0.preposition == "to" }?.head }
    return governing.subject
  }

  /// Whether a preposition makes the clause a complement of its governor: `of`, `from`, or what its verb asks for.
  package func isPrepositionalComplement(_ clause: Clause) -> Bool {
    guard clause.link == .adverbial, document.tokens[clause.predicate].fineTag == .gerund,
      let preposition = preposition(ofGerund: clause.predicate)
    else { return false }
    if ["of", "from", "against", "about"].contains(preposition) { return true }
    return clause.governor.map {
      lexicon.effectOnOpenComplement(of: "\(document.lemma(of: document.tokens[$0])) \(preposition)") != nil
    } ?? false
  }

  /// The word before a gerund that makes it a complement: `from` of `from signing`; nil without one.
  package func preposition(ofGerund token: Int) -> String? {
    tree.children(of: token).lazy.map { document.tokens[Int($0)] }
      .first { $0.relation == .marker || $0.relation == .caseMarker }.map(document.form)
  }

  /// What is said of `a think tank` in `the Harbor Institute, a think tank based in Tallinn` is said of the institute.
  private func named(_ noun: Int) -> Int {
    if let subject = identified(noun) { return subject }
    let word = document.tokens[noun]
    // `Clinton, a Democrat who …`.
    let isDescription =
      word.tag == .noun
      || word.tag == .properNoun
        && tree.children(of: noun, .determiner).contains {
          ["a", "an"].contains(document.form(of: document.tokens[$0]))
        }
    guard word.relation == .apposition, isDescription, word.head != Token.noHead,
      document.tokens[Int(word.head)].tag == .properNoun
    else { return noun }
    return Int(word.head)
  }

  /// `Imamoglu is a businessman and politician serving as mayor`: who is said to be that serves; nil where the sentence
  /// doubts or denies it, or no name or pronoun stands there.
  private func identified(_ noun: Int) -> Int? {
    let word = document.tokens[noun]
    guard word.fineTag == .singularNoun else { return nil }
    var predicate = noun
    while document.tokens[predicate].relation == .conjunct, Int(document.tokens[predicate].head) < predicate {
      predicate = Int(document.tokens[predicate].head)
    }
    guard tree.child(of: predicate, .copula) != nil, let subject = tree.child(of: predicate, .subject),
      document.tokens[subject].tag == .properNoun
        || ["he", "she"].contains(document.form(of: document.tokens[subject])),
      tree.child(of: predicate, .auxiliary) == nil,
      !tree.children(of: predicate, .adverbialModifier).contains(where: {
        lexicon.negations.contains(document.form(of: document.tokens[$0]))
      })
    else { return nil }
    return subject
  }

  /// Puts the noun that a relative clause modifies in place of the relative pronoun, or in the gap.
  private func fillGap(of clause: inout Clause, with antecedent: Int) {
    // `an oath whose power …`: the noun is a possessor inside an argument.
    for argument in [clause.subject, clause.object] + clause.obliques.map(\.head) {
      guard let argument else { continue }
      if tree.children(of: argument, .possessive).contains(where: { document.tokens[$0].fineTag == .possessiveWh }) {
        return
      }
    }
    // `suggestions that the U.S. was preparing to leave`: the verb lacks nothing, so the clause is what is suggested.
    if let object = clause.object, document.form(of: document.tokens[object]) == "that", !clause.complements.isEmpty,
      lexicon.nounEffect(of: document.lemma(of: document.tokens[antecedent])) != nil
    {
      clause.object = nil
      clause.link = .nounComplement
      return
    }
    if let subject = clause.subject, isRelativePronoun(subject) {
      clause.subject = antecedent
      clause.subjectSource = .antecedent
    } else if let object = clause.object, isRelativePronoun(object) {
      clause.object = antecedent
    } else if let index = clause.obliques.firstIndex(where: { isRelativePronoun($0.head) }) {
      clause.obliques[index].head = antecedent
    } else if clause.subject == nil {
      clause.subject = antecedent
      clause.subjectSource = .antecedent
    } else if clause.object == nil, clause.form == .verbal, !clause.isPassive, clause.complements.isEmpty,
      !hasRelativeAdverb(clause.predicate)
    {
      clause.object = antecedent
    }
  }

  private func isRelativePronoun(_ token: Int) -> Bool {
    let word = document.tokens[token]
    return switch word.fineTag {
    case .whDeterminer, .whPronoun: true
    default: word.tag == .pronoun && document.form(of: word) == "that" && word.fineTag == .preposition
    }
  }

  private func hasRelativeAdverb(_ predicate: Int) -> Bool {
    tree.children(of: predicate).contains { document.tokens[Int($0)].fineTag == .whAdverb }
  }
}
