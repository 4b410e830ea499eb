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
      if clause.link == .nounComplement, let noun = clause.governor { apply(effectOfNoun: noun, &context) }
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
      // `such a loud blast that windows broke`: that is what came of it.
      if ClauseFinder(reading, lexicon: lexicon).isSuch(governor) { break }
      let lemma = document.lemma(of: document.tokens[governor])
      // `a day after the government fell`: when, not what.
      if lexicon.timeNouns.contains(lemma), Self.orders.contains(marker(of: clause) ?? "") { break }
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
      } else if effect == .plans, full[index].polarity == .negated, isAny(governor) {
        // `has not announced any plans to leave`.
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
      applyDemand(of: clause, by: governing, to: &context)
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
    case .relative where isOpen(governor, of: governing, before: clause):
      context.attribution = full[index].attribution
      // `would create a fund that helps farmers`: it is not there yet; `will not sign a bill that cuts taxes`: there
      // may be none.
      if full[index].polarity == .negated {
        context.weaken(to: .possible)
      } else if full[index].modality != .obligation {
        context.weaken(to: full[index].modality)
      }
    case .conjunct, .relative, .participial: context.attribution = full[index].attribution
    case .parataxis: break
    }
    return context
  }

  private static let orders: Set<String> = ["after", "before", "since", "when"]

  /// Whether a noun with a clause that tells which one is of no known thing: `a fund that helps farmers`, `funds that
  /// help`, but not `the fund that helped`, nor what has a name or stands before a comma.
  private func isOpen(_ noun: Int, of governing: Clause, before clause: Clause) -> Bool {
    let word = document.tokens[noun]
    guard word.tag == .noun, [.object, .oblique].contains(word.relation), word.head == Int32(governing.predicate),
      let first = tree.span(of: clause.predicate).first, first > noun,
      document.tokens[first].tag != .punctuation, document.tokens[first - 1].tag != .punctuation, !isOver(clause)
    else { return false }
    return tree.children(of: noun).allSatisfy { child in
      switch document.tokens[Int(child)].relation {
      case .determiner: ["a", "an", "any"].contains(document.form(of: document.tokens[Int(child)]))
      case .possessive, .numericModifier: false
      default: true
      }
    }
  }

  /// Whether a clause is in the past: `helped`, `have helped`.
  private func isOver(_ clause: Clause) -> Bool {
    let auxiliaries = tree.children(of: clause.predicate).lazy.map { document.tokens[Int($0)] }
      .filter { [.auxiliary, .passiveAuxiliary, .copula].contains($0.relation) }
    return document.tokens[clause.predicate].fineTag == .pastVerb
      || auxiliaries.contains { $0.fineTag == .pastVerb || document.lemma(of: $0) == "have" }
  }

  private func isAny(_ noun: Int) -> Bool {
    tree.children(of: noun, .determiner).contains { document.form(of: document.tokens[$0]) == "any" }
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

  /// Whether a clause of time is in the present, so that it tells of what its governor awaits.
  private func isAhead(_ clause: Clause) -> Bool {
    let finite = clause.copula ?? tree.child(of: clause.predicate, .passiveAuxiliary) ?? clause.predicate
    let isPresent = [.presentVerb, .thirdPersonVerb].contains(document.tokens[finite].fineTag)
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
      if lexicon.conditionalMarkers.contains(form) {
        if isContrary(clause) { context.negate() } else { context.modality = .possible }
      }
      if lexicon.negations.contains(form) || lexicon.negations.contains(words(of: Int(child))) { context.negate() }
      if word.fineTag == .infinitival { isPurpose = true }
    }
    if isPurpose, !isOutcome(clause) { context.weaken(to: .planned) }
  }

  /// `beat Chelsea to win the cup`: what came of it.
  private func isOutcome(_ clause: Clause) -> Bool {
    guard clause.link == .adverbial, let governor = clause.governor, governor < clause.predicate else { return false }
    return lexicon.contestVerbs.contains(document.lemma(of: document.tokens[governor]))
      && lexicon.outcomeVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
  }

  /// `called for members to spend more`: who is to do what somebody asks for.
  private func applyDemand(of clause: Clause, by governing: Clause, to context: inout ClauseContext) {
    guard isInfinitive(clause), clause.subjectSource == .own, marker(of: clause) == "for",
      lexicon.askingVerbs.contains(document.lemma(of: document.tokens[governing.predicate]))
    else { return }
    context.modality = .desired
    if let subject = governing.subject, isSpeaker(subject), context.attribution == nil { context.attribution = subject }
  }

  /// `If they had been asked, they would have come`: they were not, where nobody says so of what he does not know.
  func isContrary(_ clause: Clause) -> Bool {
    guard clause.link == .adverbial, marker(of: clause) == "if",
      let main = clause.governor.flatMap({ list.clause(ofPredicate: $0) }), isCounterfactual(main, "would"),
      main.link == .root || main.link == .conjunct,
      tree.children(of: clause.predicate, .auxiliary).contains(where: {
        document.form(of: document.tokens[$0]) == "had"
      })
    else { return false }
    return [clause.predicate, main.predicate].allSatisfy { verb in
      tree.children(of: verb, .adverbialModifier).allSatisfy {
        !lexicon.regardlessAdverbs.contains(document.form(of: document.tokens[$0]))
      }
    }
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
    if state.isContrary { context.polarity = state.polarity }
    let isBare = document.tokens[clause.predicate].fineTag == document.tokens[governing.predicate].fineTag
    guard isBare, document.tokens[governing.predicate].fineTag == .baseVerb else { return }
    context.modality = state.modality
    if let coordinator = tree.child(of: clause.predicate, .coordinator),
      ["or", "nor"].contains(document.form(of: document.tokens[coordinator]))
    {
      context.polarity = state.polarity
    }
  }

  /// `Sweden's bid to join NATO angered Putin`, where the parser found no verb but *join*: what is bid for, planned or
  /// refused is no fact for that.
  private func apply(effectOfNoun noun: Int, _ context: inout ClauseContext) {
    let effect = lexicon.nounEffect(of: document.lemma(of: document.tokens[noun]))
    switch effect {
    case .implies: break
    case .negates, .denies: context.negate()
    case nil where ClauseFinder(reading, lexicon: lexicon).isSingledOut(noun): break
    default: context.weaken(to: effect?.modality ?? .possible)
    }
  }
}
