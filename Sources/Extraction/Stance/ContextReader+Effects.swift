import GraphModel
import Language

/// What the word that governs a clause does to it.
extension ContextReader {
  func effect(of governing: Clause, on clause: Clause) -> ComplementEffect? {
    let word = document.tokens[governing.predicate]
    let lemma = document.lemma(of: word)
    // `having their accounts hacked`: it happens to them, and nobody has to.
    if lemma == "have", clause.link == .openComplement, !isInfinitive(clause) { return .implies }
    func look(_ words: String) -> ComplementEffect? {
      clause.link == .clausalComplement
        ? lexicon.effectOnClause(of: words) : lexicon.effectOnOpenComplement(of: words)
    }
    // `called latent heat`, `seems durable`: what completes the verb is its own sense, unless that is mere belief.
    if clause.form == .copular, clause.link == .openComplement, clause.copula == nil {
      if governing.isPassive || clause.subject == governing.subject {
        // `is considered a rival`, but `is called Ed`.
        let isJudged = governing.isPassive && lexicon.judgingVerbs.contains(lemma)
        if isJudged, governing.agent != nil { return .reports }
        let isOpinion = isJudged && !lexicon.namingVerbs.contains(lemma)
        return isOpinion || look(lemma) == .believes ? .believes : .implies
      }
      // `called the plan dangerous`: so says who calls it.
      return lexicon.judgingVerbs.contains(lemma) ? .reports : look(lemma) == .believes ? .believes : .implies
    }
    let finder = ClauseFinder(reading, lexicon: lexicon)
    if document.tokens[clause.predicate].fineTag == .gerund,
      let preposition = finder.preposition(ofGerund: clause.predicate),
      let effect = look("\(lemma) \(preposition)")
    {
      return effect
    }
    // `fall short of resolving`.
    let next = governing.predicate + 1
    if next < clause.predicate, let effect = look("\(lemma) \(document.form(of: document.tokens[next]))") {
      return effect
    }
    // `have yet to publish`.
    if let adverb = tree.children(of: governing.predicate, .adverbialModifier).first(where: {
      governing.predicate < $0 && $0 < clause.predicate
    }), let effect = look("\(lemma) \(document.form(of: document.tokens[adverb]))") {
      return effect
    }
    if let controller = finder.controller(of: clause.predicate, by: governing.predicate),
      let effect = look("\(lemma) \(controller.preposition)")
    {
      return effect
    }
    // `is set to`, `is worried that`: the participle may be tagged as an adjective.
    let phrasal = governing.particle.flatMap { look("\(lemma) \(document.form(of: document.tokens[$0]))") }
    let participial = look("be " + document.form(of: word))
    // `is going to visit`: not what `go` does to its complement.
    let effect =
      phrasal ?? (word.fineTag == .gerund ? participial : nil) ?? look(lemma) ?? look(document.form(of: word))
      ?? participial
    // `used tear gas to disperse the crowd`: with an object it says what for.
    let isPurpose = effect == .implies && clause.link == .openComplement && governing.object != nil
    if isPurpose && isInfinitive(clause) && lexicon.raisingVerbs.contains(lemma) { return .plans }
    return effect ?? (isMusing(governing, clause) ? .reports : nil)
  }

  /// `Hale mused that …`: what somebody does with a whole clause, in a verb of which nothing is known, he says or
  /// thinks.
  private func isMusing(_ governing: Clause, _ clause: Clause) -> Bool {
    guard clause.link == .clausalComplement, governing.form == .verbal, !governing.isPassive,
      let subject = governing.subject, subject != clause.subject
    else { return false }
    let word = document.tokens[subject]
    return word.entity.label == .person || ["he", "she", "they", "who"].contains(document.form(of: word))
      || word.tag == .noun && types.type(ofNoun: document.lemma(of: word)).map(types.isPerson) ?? false
  }

  func apply(
    _ effect: ComplementEffect?, of governing: Clause, to clause: Clause, _ context: inout ClauseContext
  ) {
    let holder = holder(of: clause, by: governing)
    let isOthers = holder != nil && holder != clause.subject
    // `KCNA said Kim ordered the units to enter`: so says KCNA.
    func attribute() {
      if isOthers, context.attribution == nil, let holder, isSpeaker(holder) { context.attribution = holder }
    }
    func take(_ modality: Modality) {
      context.modality = modality
      if clause.link == .clausalComplement || isOthers { attribute() }
    }
    switch effect {
    case .implies:
      // `did not know that it leaked`: it did, known or not.
      if clause.link == .clausalComplement { context.polarity = .affirmed }
      // `was not forced to stay`: whether they stayed, nobody says.
      if context.polarity == .negated, clause.link == .openComplement, isInfinitive(clause),
        governing.isPassive || governing.object != nil && governing.object == clause.subject
      {
        context.polarity = .affirmed
        context.isUnderNegation = true
        context.weaken(to: .possible)
      }
    case .reports where context.attribution != nil && isShown(by: governing): break
    case .reports:
      if context.polarity == .negated {
        // `did not say why they left`: they did, and nobody says so.
        if clause.link != .clausalComplement || !isOpenQuestion(clause) { context.modality = .possible }
        context.isUnderNegation = true
        context.polarity = .affirmed
        if clause.link == .clausalComplement { return }
      }
      // Hearsay: `is said to have fled`; but `it was revealed that`.
      let verb = document.lemma(of: document.tokens[governing.predicate])
      if governing.isPassive, governing.agent == nil, !lexicon.factiveVerbs.contains(verb) {
        context.weaken(to: .possible)
      }
      if let holder, isSpeaker(holder) { context.attribution = holder }
      // `announced a coalition to patrol the Gulf`.
      if clause.link == .openComplement, clause.form == .verbal, isInfinitive(clause), governing.object != nil,
        clause.subject == governing.object
      {
        context.weaken(to: .planned)
      }
      // `claims to have won`, `accusations that …`, `accused of taking`: nobody vouches for it.
      if clause.link == .nounComplement || clause.link == .adverbial
        || (clause.link == .openComplement && holder == clause.subject && clause.form == .verbal
          && !lexicon.factiveVerbs.contains(document.lemma(of: document.tokens[governing.predicate])))
      {
        context.weaken(to: .possible)
      }
    case .denies where clause.link == .openComplement && isInfinitive(clause):
      // `dismissed to prevent a war`: why, not what.
      context = ClauseContext(modality: .planned, attribution: context.attribution)
    case .denies:
      // `has not ruled out`: it may be.
      if context.polarity == .negated { context.weaken(to: .possible) }
      context.negate()
      if let holder, isSpeaker(holder) { context.attribution = holder }
    case .negates: context.negate()
    case .allows: context.weaken(to: .possible)
    case .believes, .fears, .expects, .plans, .desires, .obliges: take(effect?.modality ?? .possible)
    case nil:
      if clause.link == .openComplement, isInfinitive(clause) {
        // `struggle to meet`: nothing is known of the verb.
        context.weaken(to: .possible)
      } else if context.polarity == .negated {
        // `does not mean that …` says nothing about the complement.
        context.polarity = .affirmed
        context.isUnderNegation = true
        context.weaken(to: .possible)
      }
    }
  }

  /// `the attack shows that …`: of who tells of it and the attack, the former says so.
  private func isShown(by governing: Clause) -> Bool {
    guard let subject = governing.subject, !governing.isPassive, document.tokens[subject].tag == .noun else {
      return false
    }
    let noun = document.lemma(of: document.tokens[subject])
    // What is found out by a survey, it may well show.
    return !lexicon.personalVerbs.contains(document.lemma(of: document.tokens[governing.predicate])) && isDeed(noun)
      && !lexicon.inquiryNouns.contains(noun)
  }

  /// Who says, plans or wishes what the clause tells: who does what its noun or verb names.
  private func holder(of clause: Clause, by governing: Clause) -> Int? {
    if clause.link == .nounComplement, let noun = clause.governor {
      // `visits Lebanon amid reports that …`: whoever reports.
      if governing.form == .verbal, governing.obliques.contains(where: { $0.head == noun && $0.preposition != "in" }) {
        return tree.child(of: noun, .possessive)
      }
      if let possessor = tree.child(of: noun, .possessive) { return possessor }
      // `received an assurance that …`: whoever gave it says so.
      if lexicon.receivingVerbs.contains(document.lemma(of: document.tokens[governing.predicate])),
        noun == governing.object
      {
        return nil
      }
      // `the strategy to win succeeds`: the strategy plans nothing.
      if noun == (governing.isPassive ? governing.object : governing.subject) { return nil }
    }
    if let speaker = quoted(by: governing.predicate) { return speaker }
    if let speaker = governing.subject, !governing.isPassive, isAboutSubject(speaker, clause) { return clause.subject }
    return governing.isPassive ? governing.agent : governing.subject
  }

  /// `rejected suggestions that …`, `denied a report that …`: what the noun says is denied by who rejects it.
  func applyRejection(
    of noun: Int, by governing: Clause, _ state: ClauseContext, to context: inout ClauseContext
  ) {
    // `rumors that … are false`.
    if governing.form == .copular, governing.subject == noun, state.polarity == .affirmed, state.modality == .certain,
      lexicon.effectOnClause(of: document.lemma(of: document.tokens[governing.predicate])) == .negates
    {
      context.negate()
      context.modality = .certain
      return
    }
    let undergoer = governing.isPassive ? governing.subject : governing.object
    guard undergoer == noun, state.polarity == .affirmed, state.modality == .certain,
      lexicon.effectOnClause(of: document.lemma(of: document.tokens[governing.predicate])) == .denies
    else { return }
    context.negate()
    context.modality = .certain
    if let holder = governing.isPassive ? governing.agent : governing.subject, isSpeaker(holder) {
      context.attribution = holder
    }
  }

  /// `why they left`, but not `whether they left`.
  private func isOpenQuestion(_ clause: Clause) -> Bool {
    guard let first = tree.span(of: clause.predicate).first else { return false }
    return [.whAdverb, .whPronoun, .whDeterminer, .possessiveWh].contains(document.tokens[first].fineTag)
  }
}
