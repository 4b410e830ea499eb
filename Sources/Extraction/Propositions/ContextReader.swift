import GraphStore
import Language

/// Reads polarity, modality and attribution of every clause, from its own words and from what governs it.
///
/// The distinctions follow MinIE (Gashteovski et al., EMNLP 2017) and FactBank (Saurí and Pustejovsky, 2009).
struct ContextReader {
  let document: Document
  let tree: DependencyTree
  let lexicon: Lexicon
  let list: ClauseList
  let quotations: [Quotation]

  /// One context a clause, in the order of the list, in which governors come first.
  func contexts() -> [ClauseContext] {
    var outer: [ClauseContext] = []
    var full: [ClauseContext] = []
    for clause in list.clauses {
      let around = surroundings(of: clause, outer, full)
      outer.append(around)
      full.append(own(clause, in: around))
    }
    return full
  }

  // MARK: - What governs

  private func surroundings(
    of clause: Clause, _ outer: [ClauseContext], _ full: [ClauseContext]
  ) -> ClauseContext {
    var context = governed(clause, outer, full)
    if context.attribution == nil { context.attribution = speaker(around: clause) }
    return context
  }

  /// What the governing clause makes of this one.
  private func governed(_ clause: Clause, _ outer: [ClauseContext], _ full: [ClauseContext]) -> ClauseContext {
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
      apply(lexicon.nounEffect(of: lemma) ?? .allows, of: governing, to: clause, &context)
      applyRejection(of: governor, by: governing, full[index], to: &context)
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
    case .subject:
      context = full[index]
      // `it is unlikely that …`.
      if governing.form == .copular {
        switch lexicon.effectOnClause(of: document.lemma(of: document.tokens[governing.predicate])) {
        case .negates: context.negate()
        case .allows: context.weaken(to: .possible)
        case .expects: context.weaken(to: .expected)
        case .obliges: context.weaken(to: .obligation)
        case .desires: context.weaken(to: .desired)
        default: break
        }
      }
    case .conjunct, .relative, .participial: context.attribution = full[index].attribution
    case .parataxis: break
    }
    return context
  }

  /// The clause whose predicate is `token` or the nearest above it; nil when there is none.
  private func enclosingClause(of token: Int) -> Int? {
    var current = token
    while true {
      if let index = list.index(ofPredicate: current) { return index }
      let head = document.tokens[current].head
      guard head != Token.noHead else { return nil }
      current = Int(head)
    }
  }

  private func effect(of governing: Clause, on clause: Clause) -> ComplementEffect? {
    let word = document.tokens[governing.predicate]
    let lemma = document.lemma(of: word)
    func look(_ words: String) -> ComplementEffect? {
      clause.link == .clausalComplement
        ? lexicon.effectOnClause(of: words) : lexicon.effectOnOpenComplement(of: words)
    }
    // `called latent heat`, `seems durable`: what completes the verb is its own sense, unless that is mere belief.
    if clause.form == .copular, clause.link == .openComplement, clause.copula == nil {
      return look(lemma) == .believes ? .believes : .implies
    }
    // `is set to`, `is worried that`: the participle may be tagged as an adjective.
    let phrasal = governing.particle.flatMap { look("\(lemma) \(document.form(of: document.tokens[$0]))") }
    let participial = look("be " + document.form(of: word))
    // `is going to visit`: not what `go` does to its complement.
    return phrasal ?? (word.fineTag == .gerund ? participial : nil) ?? look(lemma) ?? look(document.form(of: word))
      ?? participial
  }

  private func apply(
    _ effect: ComplementEffect?, of governing: Clause, to clause: Clause, _ context: inout ClauseContext
  ) {
    let holder = governing.isPassive ? governing.agent : governing.subject
    let isOthers = holder != nil && holder != clause.subject
    func attribute() { if isOthers, let holder, isSpeaker(holder) { context.attribution = holder } }
    func take(_ modality: Modality) {
      context.modality = modality
      if clause.link == .clausalComplement || isOthers { attribute() }
    }
    switch effect {
    case .implies: break
    case .reports:
      if context.polarity == .negated { context.modality = .possible }
      context.polarity = .affirmed
      // Hearsay: `is said to have fled`.
      if governing.isPassive, governing.agent == nil { context.weaken(to: .possible) }
      if let holder, isSpeaker(holder) { context.attribution = holder }
      // `claims to have won`, `accusations that …`, `accused of taking`: nobody vouches for it.
      if clause.link == .nounComplement || clause.link == .adverbial
        || (clause.link == .openComplement && holder == clause.subject)
      {
        context.weaken(to: .possible)
      }
    case .denies where clause.link == .openComplement && isInfinitive(clause):
      // `dismissed to prevent a war`: why, not what.
      context = ClauseContext(modality: .planned, attribution: context.attribution)
    case .denies:
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
        context.prefix.append(governing.predicate)
      } else if context.polarity == .negated {
        // `does not mean that …` says nothing about the complement.
        context.polarity = .affirmed
        context.weaken(to: .possible)
      }
    }
  }

  /// `rejected suggestions that …`, `denied a report that …`: what the noun says is denied by who rejects it.
  private func applyRejection(
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

  private func isPrepositionalComplement(_ clause: Clause) -> Bool {
    ClauseFinder(document: document, tree: tree, lexicon: lexicon).isPrepositionalComplement(clause)
  }

  private func isInfinitive(_ clause: Clause) -> Bool { document.tokens[clause.predicate].fineTag == .baseVerb }

  /// Expletives and relative words say nothing.
  private func isSpeaker(_ token: Int) -> Bool {
    let word = document.tokens[token]
    return
      !(word.tag == .pronoun && ["it", "there", "which", "that", "this", "what"].contains(document.form(of: word)))
  }

  /// The first word that introduces the clause; nil when none does.
  private func marker(of clause: Clause) -> String? {
    tree.children(of: clause.predicate).lazy.map { document.tokens[Int($0)] }
      .first { $0.relation == .marker || $0.relation == .caseMarker }.map(document.form)
  }

  private func applyMarker(of clause: Clause, to context: inout ClauseContext) {
    var isPurpose = false
    for child in tree.children(of: clause.predicate) {
      let word = document.tokens[Int(child)]
      guard word.relation == .marker || word.relation == .caseMarker else { continue }
      let form = document.form(of: word)
      if lexicon.conditionalMarkers.contains(form) { context.modality = .possible }
      if lexicon.negations.contains(form) { context.negate() }
      if word.fineTag == .infinitival { isPurpose = true }
    }
    if isPurpose { context.weaken(to: .planned) }
  }

  /// `will meet and discuss`: the second verb has the first one's auxiliary.
  private func shareAuxiliaries(
    of governing: Clause, _ state: ClauseContext, with clause: Clause, in context: inout ClauseContext
  ) {
    guard clause.subjectSource == .conjunct, tree.child(of: clause.predicate, .auxiliary) == nil else { return }
    context.prefix = state.prefix
    let isBare = document.tokens[clause.predicate].fineTag == document.tokens[governing.predicate].fineTag
    guard isBare, document.tokens[governing.predicate].fineTag == .baseVerb else { return }
    context.modality = state.modality
    if let coordinator = tree.child(of: clause.predicate, .coordinator),
      ["or", "nor"].contains(document.form(of: document.tokens[coordinator]))
    {
      context.polarity = state.polarity
    }
  }

  /// Who utters a clause that no verb of speech governs: the speaker of the quotation in which it stands, the subject of
  /// `…, Rutte said`, or the source of `according to …`.
  private func speaker(around clause: Clause) -> Int? {
    for child in tree.children(of: clause.predicate).lazy.map(Int.init) {
      let word = document.tokens[child]
      if word.relation == .parataxis, lexicon.reportingVerbs.contains(document.lemma(of: word)),
        tree.child(of: child, .clausalComplement) == nil, let subject = tree.child(of: child, .subject)
      {
        return subject
      }
      if word.relation == .oblique, let marker = tree.child(of: child, .caseMarker),
        document.form(of: document.tokens[marker]) == "according"
      {
        return child
      }
    }
    return quotations.first { $0.tokens.contains(clause.predicate) }?.speaker
  }

  // MARK: - The clause's own words

  private func own(_ clause: Clause, in around: ClauseContext) -> ClauseContext {
    var context = around
    for child in tree.children(of: clause.predicate).lazy.map(Int.init) {
      let word = document.tokens[child]
      let lemma = document.lemma(of: word)
      switch word.relation {
      // `nor attended`, where the verb before did not hand its negation on.
      case .coordinator where lemma == "nor":
        context.polarity = .negated
      case .auxiliary:
        if lexicon.possibilityModals.contains(lemma) { context.weaken(to: .possible) }
        if lexicon.obligationModals.contains(lemma) { context.weaken(to: .obligation) }
        if lexicon.futureModals.contains(lemma) {
          context.weaken(to: isCounterfactual(clause, lemma) ? .possible : .expected)
        }
      case .adverbialModifier, .determiner, .preconjunction:
        if lexicon.negations.contains(lemma) || lexicon.negations.contains(words(of: child)) {
          if !isNotOnly(child) { context.negate() }
        } else if lexicon.possibilityAdverbs.contains(lemma) || lexicon.hedgeAdverbs.contains(lemma) {
          context.weaken(to: .possible)
        } else if word.tag == .adjective, lexicon.effectOnOpenComplement(of: lemma) == .expects {
          context.weaken(to: .expected)
        }
      default: break
      }
    }
    for argument in [clause.subject, clause.object, clause.agent] {
      if let argument, isNegated(argument) { context.negate() }
    }
    if isQuestion(clause) { context.weaken(to: .possible) }
    return context
  }

  /// `would have saved`: it did not.
  private func isCounterfactual(_ clause: Clause, _ modal: String) -> Bool {
    guard modal == "would" else { return false }
    return tree.children(of: clause.predicate, .auxiliary).contains { document.form(of: document.tokens[$0]) == "have" }
  }

  /// `did not only approve`: it did.
  private func isNotOnly(_ token: Int) -> Bool {
    let next = token + 1
    return next < document.tokens.count
      && ["only", "just", "merely", "simply"].contains(document.form(of: document.tokens[next]))
  }

  /// The words of a short adverbial: `no longer`.
  private func words(of token: Int) -> String {
    let span = tree.span(of: token)
    guard span.count <= 4 else { return document.form(of: document.tokens[token]) }
    return span.map { document.form(of: document.tokens[$0]) }.joined(separator: " ")
  }

  /// `no resolution`, `nobody`, `none of the allies`.
  private func isNegated(_ argument: Int) -> Bool {
    if document.tokens[argument].tag == .pronoun || document.tokens[argument].tag == .noun,
      lexicon.negations.contains(document.form(of: document.tokens[argument]))
    {
      return true
    }
    // `no ally`, `neither ally`, `not every ally`.
    for child in tree.children(of: argument).lazy.map(Int.init) {
      switch document.tokens[child].relation {
      case .determiner, .preconjunction, .adverbialModifier:
        if lexicon.negations.contains(document.form(of: document.tokens[child])) { return true }
        let inner = tree.children(of: child, .adverbialModifier)
        if inner.contains(where: { lexicon.negations.contains(document.form(of: document.tokens[$0])) }) { return true }
      default: break
      }
    }
    return false
  }

  private func isQuestion(_ clause: Clause) -> Bool {
    guard clause.link == .root || clause.link == .conjunct else { return false }
    return tree.children(of: clause.predicate, .punctuation).contains {
      document.form(of: document.tokens[$0]) == "?"
    }
  }
}
