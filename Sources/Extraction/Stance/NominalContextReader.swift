import GraphModel
import Language

/// Tells whether what a noun names took place: `Russia's invasion of Ukraine` did, the one that `NATO fears` did not.
struct NominalContextReader: ReadsDocument {
  let reading: Reading
  let lexicon: Lexicon
  let list: ClauseList
  let contexts: [ClauseContext]

  /// Polarity, modality and source of the event: facts are events that are presupposed, or told by a clause that is a
  /// fact.
  func context(of noun: Int) -> ClauseContext {
    var context = ClauseContext()
    for child in tree.children(of: noun).lazy.map(Int.init) { modify(&context, by: child) }
    let top = topOfCoordination(noun)
    // `the goal is the destruction of the camp`.
    if let clause = list.clause(ofPredicate: top), clause.form == .copular, let subject = clause.subject,
      lexicon.aimNouns.contains(lemma(subject))
    {
      context.weaken(to: .desired)
    }
    guard document.tokens[top].head != Token.noHead else { return context }
    let governor = Int(document.tokens[top].head)
    if let index = enclosingClause(of: top) {
      context.attribution = contexts[index].attribution
      let clause = list.clauses[index]
      if clause.predicate == governor {
        govern(&context, noun: top, by: clause, in: contexts[index])
      } else {
        // `fears of an invasion`, `plans for the withdrawal`.
        apply(effect(ofNoun: governor), to: &context)
        if contexts[index].modality != .certain, !isDefinite(noun) { context.weaken(to: contexts[index].modality) }
      }
    }
    return context
  }

  /// `a lack of support`, but not `a refusal of the request`: the request was made.
  private func effect(ofNoun noun: Int) -> ComplementEffect? {
    guard document.tokens[noun].tag == .noun, let effect = lexicon.nounEffect(of: lemma(noun)) else { return nil }
    return effect == .negates && !["absence", "lack"].contains(lemma(noun)) ? nil : effect
  }

  private func lemma(_ token: Int) -> String { document.lemma(of: document.tokens[token]) }

  private func modify(_ context: inout ClauseContext, by child: Int) {
    let form = document.form(of: document.tokens[child])
    switch document.tokens[child].relation {
    case .determiner where lexicon.negations.contains(form): context.negate()
    case .adjectivalModifier, .compound:
      if let effect = lexicon.effectOnModified(of: form) {
        apply(effect, to: &context)
      } else if lexicon.nonSubsectiveAdjectives.contains(form) {
        context.weaken(to: .possible)
      }
    default: break
    }
  }

  /// What the verb makes of an event that is its argument.
  private func govern(_ context: inout ClauseContext, noun: Int, by clause: Clause, in state: ClauseContext) {
    let isSubject = clause.subject == noun
    if isSubject, clause.form == .copular, lexicon.aimNouns.contains(lemma(clause.predicate)) {
      context.weaken(to: .desired)
    }
    if isSubject != clause.isPassive {
      // `the withdrawal will begin`: as sure as the clause; `an invasion would …` is only thought of.
      if state.isContrary { context.negate() }
      if state.modality != .certain {
        context.weaken(to: !isDefinite(noun) && state.modality == .expected ? .possible : state.modality)
      }
      return
    }
    if !isDefinite(noun), state.modality != .certain { context.weaken(to: state.modality) }
    if !isDefinite(noun), state.polarity == .negated { context.polarity = .negated }
    guard clause.form == .verbal else { return }
    let verb = lemma(clause.predicate)
    let preposition = clause.obliques.first { $0.head == noun }?.preposition ?? ""
    let effect =
      preposition.isEmpty
      ? lexicon.effectOnObject(of: verb) ?? lexicon.effectOnOpenComplement(of: verb) ?? lexicon.effectOnClause(of: verb)
      : lexicon.effectOnOpenComplement(of: "\(verb) \(preposition)")
    switch effect {
    case .denies:
      context.negate()
      context.attribution = clause.isPassive ? clause.agent : clause.subject
    case .reports: context.attribution = clause.isPassive ? clause.agent : clause.subject
    default: apply(effect, to: &context)
    }
    // `praise Bennett for his leadership`, but `call for an inquiry`.
    if preposition == "against" || preposition == "for" && !isPossessed(noun) { context.weaken(to: .possible) }
  }

  private func apply(_ effect: ComplementEffect?, to context: inout ClauseContext) {
    switch effect {
    case .implies, nil: break
    case .reports, .believes, .fears, .allows: context.weaken(to: .possible)
    case .denies, .negates: context.negate()
    case .expects: context.weaken(to: .expected)
    case .plans: context.weaken(to: .planned)
    case .desires: context.weaken(to: .desired)
    case .obliges: context.weaken(to: .obligation)
    }
  }

  private func isPossessed(_ noun: Int) -> Bool { tree.child(of: noun, .possessive) != nil }

  /// Whether the reader is expected to know of it: `the`, a possessor, or who did it behind `by`.
  func isDefinite(_ noun: Int) -> Bool {
    tree.children(of: noun).lazy.map(Int.init).contains { child in
      switch document.tokens[child].relation {
      case .possessive: true
      case .determiner: ["the", "this", "that", "these", "those"].contains(document.form(of: document.tokens[child]))
      default: false
      }
    }
  }

  private func topOfCoordination(_ token: Int) -> Int {
    var current = token
    while document.tokens[current].relation == .conjunct, document.tokens[current].head != Token.noHead {
      current = Int(document.tokens[current].head)
    }
    return current
  }

  private func enclosingClause(of token: Int) -> Int? {
    var current = token
    while document.tokens[current].head != Token.noHead {
      current = Int(document.tokens[current].head)
      if let index = list.index(ofPredicate: current) { return index }
    }
    return nil
  }
}
