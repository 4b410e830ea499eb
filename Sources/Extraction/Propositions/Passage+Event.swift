import GraphModel
import Language
import SchemaFiles

/// Propositions of nouns that name an event: `Russia's invasion of Ukraine`, `the withdrawal of troops from Mali`,
/// `talks between Iran and Iraq`.
///
/// The arguments of nominalizations follow NOMLEX (Macleod et al., EURALEX 1998).
extension Passage {
  mutating func proposeEvent(_ noun: Int) {
    guard document.tokens[noun].tag == .noun else { return }
    let lemma = document.lemma(of: document.tokens[noun])
    proposeBetween(noun, lemma)
    guard let verb = lexicon.verbOfNominalization[lemma] else { return }
    let event = EventReader(document: document, tree: tree, lexicon: lexicon, list: list, contexts: contexts)
    let context = event.context(of: noun)
    let phrases = tree.children(of: noun, .nominalModifier).filter { isReferential($0) && !times.isTime($0) }
    let theme = phrases.first { self.phrases.preposition(of: $0) == "of" }
    let doer = doer(of: noun)
    let before = propositions.count
    defer { if propositions.count > before { toldEvents.insert(noun) } }

    if let doer, let theme, doer != theme, !lexicon.ergativeVerbs.contains(verb) {
      let marker = self.phrases.prepositionAndMarker(of: theme).marker
      let phrase = PredicatePhrase(name: verb, keys: [WordingKey(.verb, verb)], bytes: namer.bytes([noun, marker]))
      emit([doer], phrase, heads(theme), clause: nil, context: context, rules: [.event])
    }
    // `the withdrawal of troops from Mali`: a parser may hang the place on the troops.
    let places = theme.map { tree.children(of: $0, .nominalModifier) } ?? []
    let ways = places.filter { ["from", "into", "to"].contains(self.phrases.preposition(of: $0)) && isReferential($0) }
    for phrase in phrases + ways where phrase != theme && phrase != doer {
      let (preposition, marker) = self.phrases.prepositionAndMarker(of: phrase)
      guard !preposition.isEmpty, preposition != "by" else { continue }
      let bytes = namer.bytes([noun, marker])
      if let theme, lexicon.ergativeVerbs.contains(verb) {
        // `the withdrawal of troops from Mali`: they withdraw from it.
        let predicate = PredicatePhrase(
          name: "\(verb) \(preposition)", keys: [WordingKey(.verb, "\(verb) \(preposition)")], bytes: bytes)
        emit(heads(theme), predicate, heads(phrase), clause: nil, context: context, rules: [.event])
      } else if let doer, doer != phrase, theme == nil {
        // `Russia's attack on Kyiv`: worded as `launch attack on`, `attack on` or `attack`.
        let wordings =
          ["* \(lemma) \(preposition)", "\(verb) \(preposition)"] + (Self.ofObject.contains(preposition) ? [verb] : [])
        let predicate = PredicatePhrase(
          name: "\(verb) \(preposition)", keys: wordings.map { WordingKey(.verb, $0) }, bytes: bytes)
        guard namer.isKnown(predicate.keys) else { continue }
        emit([doer], predicate, heads(phrase), clause: nil, context: context, rules: [.event])
      }
    }
  }

  /// Prepositions before what a transitive verb would have as its object: attack on, support for, visit to.
  private static let ofObject: Set<String> = ["against", "for", "of", "on", "to"]

  /// Who does it: behind `by`, or the named possessor or modifier before the noun.
  private func doer(of noun: Int) -> Int? {
    let agent = tree.children(of: noun, .nominalModifier).first {
      phrases.preposition(of: $0) == "by" && isReferential($0) && !times.isTime($0)
    }
    if let agent { return agent }
    let owner = tree.children(of: noun).lazy.map(Int.init).first { child in
      switch document.tokens[child].relation {
      case .possessive: isReferential(child) && !times.isTime(child)
      // `the Paris meeting` is only there.
      case .compound, .adjectivalModifier, .nominalModifier: child < noun && isActor(child) && !isGathering(noun)
      default: false
      }
    }
    return owner ?? doerByVerb(of: noun)
  }

  /// `announced the purchase of a rival`, `began the invasion of Iraq`: who announces or begins it.
  private func doerByVerb(of noun: Int) -> Int? {
    guard document.tokens[noun].relation == .object, document.tokens[noun].head != Token.noHead,
      let governing = list.clause(ofPredicate: Int(document.tokens[noun].head)), governing.form == .verbal,
      !governing.isPassive, let subject = governing.subject, isReferential(subject)
    else { return nil }
    let verb = document.lemma(of: document.tokens[governing.predicate])
    let isDoing =
      lexicon.nounControlVerbs.contains(verb)
      || [.implies, .plans].contains(lexicon.effectOnOpenComplement(of: verb))
    return isDoing && verb != "see" ? subject : nil
  }

  private func isGathering(_ noun: Int) -> Bool {
    lexicon.reciprocalVerbs.contains(lexicon.verbOfNominalization[document.lemma(of: document.tokens[noun])] ?? "")
  }

  private func isActor(_ token: Int) -> Bool {
    guard let number = entities.entity(atHead: token), entities.entities[number].isNamed else { return false }
    return !["Location", "Event", "Work", "Product", "Concept"].contains(entities.entities[number].type)
  }

  /// `an agreement between Iran and Iraq`: each has it with the other.
  private mutating func proposeBetween(_ noun: Int, _ lemma: String) {
    for phrase in tree.children(of: noun, .nominalModifier) where phrases.preposition(of: phrase) == "between" {
      let parties = heads(phrase)
      guard (2...4).contains(parties.count),
        parties.allSatisfy({ !times.isTime($0) && document.tokens[$0].tag != .numeral })
      else { continue }
      let verb = lexicon.verbOfNominalization[lemma] ?? lemma
      let keys =
        [WordingKey(.noun, "\(lemma) with"), WordingKey(.verb, "* \(lemma) with")]
        + ["\(verb) with", verb].map { WordingKey(.verb, $0) }
      let marker = phrases.prepositionAndMarker(of: phrase).marker
      let predicate = PredicatePhrase(name: "have \(lemma) with", keys: keys, bytes: namer.bytes([noun, marker]))
      let event = EventReader(document: document, tree: tree, lexicon: lexicon, list: list, contexts: contexts)
      for (position, party) in parties.enumerated() {
        emit(
          [party], predicate, Array(parties[(position + 1)...]), clause: nil, context: event.context(of: noun),
          rules: [.event, .reciprocal])
      }
    }
  }
}
