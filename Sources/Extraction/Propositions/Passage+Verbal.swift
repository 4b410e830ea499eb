import Language
import SchemaFiles

extension Passage {
  /// Propositions of a clause whose predicate is a verb.
  mutating func proposeVerbal(_ index: Int) {
    let clause = list.clauses[index]
    let rules = clause.rules
    let actors = heads(clause.isPassive ? clause.agent : clause.subject)
    let undergoers = heads(clause.isPassive ? clause.subject : clause.object)
    let prefix = contexts[index].prefix

    let predicate = namer.verbal(clause, prefix: prefix)
    if !isMerelyCausative(clause) || namer.isKnown(predicate.keys) {
      emit(actors, predicate, undergoers, clause: index, rules: rules)
    }
    if clause.isPassive, let thing = clause.object, !times.isTime(thing) {
      // `was awarded a medal`.
      let bare = Clause.Oblique(head: thing, preposition: "", marker: nil)
      emit(undergoers, namer.passive(clause, preposition: bare), heads(thing), clause: index, rules: rules)
    }
    if clause.object == nil, !clause.isPassive, let listener = clause.indirectObject, clause.complements.isEmpty {
      // `warned investors`.
      emit(actors, namer.verbal(clause, prefix: prefix), heads(listener), clause: index, rules: rules)
    }
    if !clause.isPassive, clause.object != nil, let receiver = clause.indirectObject {
      // `gave Ukraine guarantees`: the receiver is who the thing is given to.
      let to = Clause.Oblique(head: receiver, preposition: "to", marker: nil)
      emit(
        actors, namer.verbal(clause, prefix: prefix, noun: predicateNoun(clause.object), preposition: to),
        heads(receiver), clause: index, rules: rules + [.indirectObject])
    }
    proposeReciprocal(index, actors, rules)
    // With a predicate complement the phrases belong to that: `remain dangerous due to rain`.
    if !hasPredicateComplement(clause) {
      for oblique in clause.obliques { propose(oblique, of: index, actors, undergoers, rules) }
    }
    proposeComplementsOfObject(index, actors, rules)
  }

  /// `led the crane to fall`, `let Russia sell gas`: what is done to the object is told by its complement.
  private func isMerelyCausative(_ clause: Clause) -> Bool {
    guard !clause.isPassive, let object = clause.object,
      clause.complements.contains(where: { list.clause(ofPredicate: $0)?.subject == object })
    else { return false }
    switch lexicon.effectOnOpenComplement(of: document.lemma(of: document.tokens[clause.predicate])) {
    case .implies, .allows, .expects: return true
    default: return false
    }
  }

  private mutating func propose(
    _ oblique: Clause.Oblique, of index: Int, _ actors: [Int], _ undergoers: [Int], _ rules: [RuleName]
  ) {
    let clause = list.clauses[index]
    guard !times.isTime(oblique.head), !oblique.preposition.isEmpty, isArgument(oblique), !oblique.isIdiom else {
      return
    }
    if exemplify(oblique) { return }
    let objects = heads(oblique.head)
    let prefix = contexts[index].prefix
    if !actors.isEmpty {
      let noun = clause.isPassive ? nil : clause.object
      emit(
        actors,
        namer.verbal(clause, prefix: prefix, noun: predicateNoun(noun ?? undergoers.first), preposition: oblique),
        objects, clause: index, rules: rules + [.oblique])
    }
    if clause.isPassive {
      emit(
        undergoers, namer.passive(clause, preposition: oblique), objects, clause: index, rules: rules + [.oblique])
    }
  }

  /// `Merz and Macron met`: each met the other.
  private mutating func proposeReciprocal(_ index: Int, _ actors: [Int], _ rules: [RuleName]) {
    let clause = list.clauses[index]
    guard !clause.isPassive, clause.object == nil, (2...4).contains(actors.count),
      lexicon.reciprocalVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
    else { return }
    var predicate = namer.verbal(clause, prefix: contexts[index].prefix)
    predicate.keys += predicate.keys.map { WordingKey(.verb, "\($0.words) with") }
    for (position, actor) in actors.enumerated() {
      emit(
        [actor], predicate, Array(actors[(position + 1)...]), clause: index, rules: rules + [.reciprocal])
    }
  }

  private func hasPredicateComplement(_ clause: Clause) -> Bool {
    clause.object == nil
      && clause.complements.contains {
        list.clause(ofPredicate: $0).map { $0.form == .copular && $0.copula == nil } ?? false
      }
  }

  /// Sources of reports are attribution, not arguments.
  private func isArgument(_ oblique: Clause.Oblique) -> Bool {
    oblique.source == nil && isReferential(oblique.head)
  }

  /// An object that names nothing takes part in the predicate: `send troops to`.
  private func predicateNoun(_ object: Int?) -> Int? {
    guard let object = object.map(transparent), !isNamed(object), document.tokens[object].tag == .noun else {
      return nil
    }
    return object
  }

  /// The prepositional phrase of an object noun that makes one predicate with the verb: `express concern | over X`.
  private mutating func proposeComplementsOfObject(_ index: Int, _ actors: [Int], _ rules: [RuleName]) {
    let clause = list.clauses[index]
    if let nothing = clause.object, document.tokens[nothing].tag == .pronoun, !clause.isPassive,
      lexicon.negations.contains(document.form(of: document.tokens[nothing]))
    {
      // `said nothing about the hostages`.
      for phrase in tree.children(of: nothing, .nominalModifier) where isReferential(phrase) && !times.isTime(phrase) {
        let (words, marker) = phrases.prepositionAndMarker(of: phrase)
        let oblique = Clause.Oblique(head: phrase, preposition: words, marker: marker)
        let predicate = namer.verbal(clause, prefix: contexts[index].prefix, preposition: oblique)
        emit(actors, predicate, heads(phrase), clause: index, rules: rules + [.oblique])
      }
    }
    guard let noun = clause.isPassive ? clause.subject : clause.object, !actors.isEmpty, !isNamed(noun) else { return }
    let isLight = lexicon.lightVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
    // A parser may hang the topic on the holder: `unease felt by allies regarding X`.
    let holder = clause.isPassive ? clause.agent : nil
    for phrase in [noun, holder].compactMap({ $0 }).flatMap({ tree.children(of: $0, .nominalModifier) }) {
      let (words, marker) = phrases.prepositionAndMarker(of: phrase)
      guard !words.isEmpty, isReferential(phrase), !times.isTime(phrase) else { continue }
      let oblique = Clause.Oblique(head: phrase, preposition: words, marker: marker)
      let predicate = namer.verbal(clause, prefix: contexts[index].prefix, noun: noun, preposition: oblique)
      let isOfNoun = Int(document.tokens[phrase].head) == noun
      guard namer.isKnown(predicate.keys) || (isLight && isOfNoun && words != "of") else { continue }
      emit(actors, predicate, heads(phrase), clause: index, rules: rules + [.lightVerb])
    }
  }

  /// `allies such as Poland` attached to the verb by the parser: handled with the noun phrases.
  private func exemplify(_ oblique: Clause.Oblique) -> Bool { lexicon.exemplifiers.contains(oblique.preposition) }
}
