import GraphModel
import Language

/// What the clauses and nouns that govern a clause make of it.
extension ContextReader {
  func environment(
    of clause: Clause, _ outer: [ClauseContext], _ full: [ClauseContext]
  ) -> ClauseContext {
    var context = governed(clause, outer, full)
    if context.attribution == nil { context.attribution = speaker(around: clause) }
    if let speaker = context.attribution, !hasVoice(speaker) {
      // Somebody says so, and the text does not tell who.
      context.attribution = nil
      context.weaken(to: .possible)
    }
    // `As Heald told the paper, …`: nobody says of himself that he says it.
    if let speaker = context.attribution, speaker == clause.subject, isSaying(clause.predicate), !isQuoted(clause) {
      context.attribution = nil
    }
    return context
  }

  /// What the governing clause makes of this one.
  func governed(_ clause: Clause, _ outer: [ClauseContext], _ full: [ClauseContext]) -> ClauseContext {
    var context = ClauseContext()
    guard let governor = clause.governor, let index = enclosingClause(of: governor), index < full.count else {
      return context
    }
    let governing = list.clauses[index]
    switch clause.link {
    case .root: break
    case .conjunct where governing.predicate == governor:
      context = outer[index]
      shareAuxiliaries(of: governing, full[index], with: clause, in: &context)
    case .openComplement, .clausalComplement:
      context = full[index]
      apply(effect(of: governing, on: clause), of: governing, to: clause, &context)
      // `asked whether`: an open question.
      if clause.link == .clausalComplement, ["if", "whether"].contains(marker(of: clause)) {
        context.modality = .possible
      }
    case .nounComplement:
      context.attribution = full[index].attribution
      let lemma = document.lemma(of: document.tokens[governor])
      let finder = ClauseFinder(reading, lexicon: lexicon)
      let effect = lexicon.nounEffect(of: lemma) ?? (finder.isSingledOut(governor) ? .implies : .allows)
      // `will be the last country to sign`.
      if effect == .implies, governing.form == .copular, full[index].modality != .certain {
        context.weaken(to: full[index].modality)
      }
      apply(effect, of: governing, to: clause, &context)
      applyRejection(of: governor, by: governing, full[index], to: &context)
      if effect != .implies, effect != .reports, isRuledOut(governor, by: governing) {
        // `has no plans to leave`, `dropped its bid to buy`.
        context.negate()
      } else if effect == .implies, isNegated(governor) {
        // `no proof that …` says nothing about the content.
        context.modality = .possible
      }
      // `there is no doubt that`: what nobody doubts is so.
      if lexicon.doubtNouns.contains(lemma), isNegated(governor) {
        context.modality = .certain
        context.polarity = .affirmed
      }
    case .adverbial where isPrepositionalComplement(clause):
      context = full[index]
      apply(effect(of: governing, on: clause), of: governing, to: clause, &context)
      // `advised against cutting`.
      if marker(of: clause) == "against" { context.negate() }
    case .adverbial:
      context.attribution = full[index].attribution
      // What goes along with an event that is not certain is not certain either.
      if clause.subjectSource == .adverbial {
        context.modality = full[index].modality
        if full[index].polarity == .negated { context.weaken(to: .possible) }
      }
      applyMarker(of: clause, to: &context)
      applyAim(of: clause, by: governing, to: &context)
      // `will return once they sign`: that is still to come, too.
      if [.expected, .planned, .obligation, .desired].contains(full[index].modality), isAhead(clause) {
        context.weaken(to: .expected)
      }
    case .subject:
      context = full[index]
      // `it was alleged that …`.
      if governing.form == .verbal, governing.isPassive {
        apply(
          lexicon.effectOnClause(of: document.lemma(of: document.tokens[governing.predicate])), of: governing,
          to: clause, &context)
      }
      // `it is unlikely that …`.
      if governing.form == .copular {
        switch lexicon.effectOnClause(of: document.lemma(of: document.tokens[governing.predicate])) {
        case .negates: context.negate()
        case .allows: context.weaken(to: .possible)
        case .expects: context.weaken(to: .expected)
        case .obliges: context.weaken(to: .obligation)
        case .desires: context.weaken(to: .desired)
        // `it is dangerous for them to leave`.
        case nil where isInfinitive(clause): context.weaken(to: .possible)
        default: break
        }
      }
    case .conjunct, .relative, .participial: context.attribution = full[index].attribution
    case .parataxis: break
    }
    return context
  }

  /// Whether the plan, wish or duty that `noun` is does not exist, or is given up by the verb that governs it.
  private func isRuledOut(_ noun: Int, by governing: Clause) -> Bool {
    if isNegated(noun) { return true }
    let isArgument =
      (governing.isPassive ? governing.subject : governing.object) == noun
      || governing.obliques.contains { $0.head == noun && $0.preposition == "in" }
    return governing.form == .verbal && isArgument
      && lexicon.effectOnOpenComplement(of: document.lemma(of: document.tokens[governing.predicate])) == .negates
  }

  /// The clause whose predicate is `token` or the nearest above it; nil when there is none.
  func enclosingClause(of token: Int) -> Int? {
    var current = token
    while true {
      if let index = list.index(ofPredicate: current) { return index }
      let head = document.tokens[current].head
      guard head != Token.noHead else { return nil }
      current = Int(head)
    }
  }

  func effect(of governing: Clause, on clause: Clause) -> ComplementEffect? {
    let word = document.tokens[governing.predicate]
    let lemma = document.lemma(of: word)
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
        let isOpinion = isJudged && !Self.namingVerbs.contains(lemma)
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

  /// Verbs by which a thing gets its name or office.
  private static let namingVerbs: Set<String> = ["brand", "call", "declare", "label", "proclaim", "pronounce", "term"]

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
    case .reports where context.attribution != nil && isShown(by: governing): break
    case .reports:
      if context.polarity == .negated {
        context.modality = .possible
        context.isUnderNegation = true
      }
      context.polarity = .affirmed
      // Hearsay: `is said to have fled`.
      if governing.isPassive, governing.agent == nil { context.weaken(to: .possible) }
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
    case .believes, .fears: take(.possible)
    case .allows: context.weaken(to: .possible)
    case .expects: take(.expected)
    case .plans: take(.planned)
    case .desires: take(.desired)
    case .obliges: take(.obligation)
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
      // `the strategy to win succeeds`: the strategy plans nothing.
      if noun == (governing.isPassive ? governing.object : governing.subject) { return nil }
    }
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

  /// Whether a clause of time is in the present, so that it tells of what its governor awaits.
  private func isAhead(_ clause: Clause) -> Bool {
    let isPresent = [.presentVerb, .thirdPersonVerb].contains(
      document.tokens[clause.copula ?? clause.predicate].fineTag)
    return isPresent && tree.child(of: clause.predicate, .auxiliary) == nil
      && ["after", "before", "once", "until", "when", "till"].contains(marker(of: clause) ?? "")
  }

  func isPrepositionalComplement(_ clause: Clause) -> Bool {
    ClauseFinder(reading, lexicon: lexicon).isPrepositionalComplement(clause)
  }

  func isInfinitive(_ clause: Clause) -> Bool {
    ClauseFinder(reading, lexicon: lexicon).isInfinitive(clause.predicate)
  }

  /// Expletives and relative words say nothing.
  func isSpeaker(_ token: Int) -> Bool {
    let word = document.tokens[token]
    return
      !(word.tag == .pronoun && ["it", "there", "which", "that", "this", "what"].contains(document.form(of: word)))
  }

  /// The first word that introduces the clause; nil when none does.
  func marker(of clause: Clause) -> String? {
    tree.children(of: clause.predicate).lazy.map { document.tokens[Int($0)] }
      .first { $0.relation == .marker || $0.relation == .caseMarker }.map(document.form)
  }

  func applyMarker(of clause: Clause, to context: inout ClauseContext) {
    var isPurpose = false
    if isInvertedCondition(clause) { context.modality = .possible }
    for child in tree.children(of: clause.predicate) {
      let word = document.tokens[Int(child)]
      // A parser may take `rather than` for a conjunction.
      guard [.marker, .caseMarker, .coordinator].contains(word.relation) else { continue }
      let form = document.form(of: word)
      if lexicon.conditionalMarkers.contains(form) { context.modality = .possible }
      if lexicon.negations.contains(form) || lexicon.negations.contains(words(of: Int(child))) { context.negate() }
      if word.fineTag == .infinitival { isPurpose = true }
    }
    if isPurpose { context.weaken(to: .planned) }
  }

  /// `dangerous for predators to hit the frog`, `sharing ideas on improving schools`: what may be done, or is thought
  /// of.
  private func applyAim(of clause: Clause, by governing: Clause, to context: inout ClauseContext) {
    if isInfinitive(clause), governing.form == .copular, document.tokens[governing.predicate].tag == .adjective,
      context.modality == .planned
    {
      context.modality = .possible
    }
    if document.tokens[clause.predicate].fineTag == .gerund, let preposition = marker(of: clause),
      ["about", "at", "on", "to", "toward", "towards"].contains(preposition)
    {
      context.weaken(to: .possible)
    }
  }

  /// `Had the army guarded the bridge, …`, `Should the talks fail, …`.
  private func isInvertedCondition(_ clause: Clause) -> Bool {
    guard let auxiliary = tree.child(of: clause.predicate, .auxiliary) ?? clause.copula, let subject = clause.subject,
      clause.subjectSource == .own, auxiliary < subject, subject < clause.predicate,
      clause.governor.map({ clause.predicate < $0 }) ?? false
    else { return false }
    return ["had", "should", "were"].contains(document.form(of: document.tokens[auxiliary]))
  }

  /// `will meet and discuss`: the second verb has the first one's auxiliary.
  func shareAuxiliaries(
    of governing: Clause, _ state: ClauseContext, with clause: Clause, in context: inout ClauseContext
  ) {
    guard clause.subjectSource == .conjunct, tree.child(of: clause.predicate, .auxiliary) == nil else { return }
    let isBare = document.tokens[clause.predicate].fineTag == document.tokens[governing.predicate].fineTag
    guard isBare, document.tokens[governing.predicate].fineTag == .baseVerb else { return }
    context.modality = state.modality
    if let coordinator = tree.child(of: clause.predicate, .coordinator),
      ["or", "nor"].contains(document.form(of: document.tokens[coordinator]))
    {
      context.polarity = state.polarity
    }
  }
}
