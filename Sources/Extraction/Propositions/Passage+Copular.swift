import Language
import SchemaFiles

extension Passage {
  /// Propositions of a clause whose predicate is a noun, an adjective or a prepositional phrase.
  mutating func proposeCopular(_ index: Int) {
    let clause = list.clauses[index]
    let predicate = clause.predicate
    let subjects = heads(clause.subject)
    guard !subjects.isEmpty, !clause.isExistential else { return }
    let governing = clause.governor.flatMap { list.clause(ofPredicate: $0) }
    let link = namer.link(clause, governing: governing)
    let rules = clause.rules + (clause.copula == nil ? [.noCopula] : [])

    let (preposition, marker) = phrases.prepositionAndMarker(of: predicate)
    let word = document.tokens[predicate]
    if !preposition.isEmpty, isReferential(predicate) {
      proposeLocation(index, subjects, link, preposition, marker, rules)
    } else if word.tag == .adjective || word.tag == .verb || word.tag == .adverb {
      proposeQuality(index, subjects, link, rules)
    } else if isReferential(predicate) {
      proposeIdentity(index, subjects, link, rules)
    }
  }

  /// `is in Brussels`, `is in charge of the talks`.
  private mutating func proposeLocation(
    _ index: Int, _ subjects: [Int], _ link: (lemma: String, token: Int?), _ preposition: String, _ marker: Int?,
    _ rules: [RuleName]
  ) {
    let predicate = list.clauses[index].predicate
    for phrase in tree.children(of: predicate, .nominalModifier) where isReferential(phrase) {
      let (inner, innerMarker) = phrases.prepositionAndMarker(of: phrase)
      let words = "\(link.lemma) \(preposition) \(document.lemma(of: document.tokens[predicate])) \(inner)"
      let phraseOfPredicate = PredicatePhrase(
        name: words, keys: [WordingKey(.verb, words)], bytes: namer.bytes([link.token, marker, innerMarker]))
      guard namer.isKnown(phraseOfPredicate.keys) else { continue }
      emit(subjects, phraseOfPredicate, heads(phrase), clause: index, rules: rules)
      return
    }
    guard !times.isTime(predicate) else { return }
    let words = "\(link.lemma) \(preposition)"
    let phrase = PredicatePhrase(
      name: words, keys: [WordingKey(.verb, words)], bytes: namer.bytes([link.token, marker]))
    emit(subjects, phrase, heads(predicate), clause: index, rules: rules + [.oblique])
  }

  /// `is worried about X`, `is durable`.
  private mutating func proposeQuality(
    _ index: Int, _ subjects: [Int], _ link: (lemma: String, token: Int?), _ rules: [RuleName]
  ) {
    let clause = list.clauses[index]
    var hasPhrase = false
    for oblique in clause.obliques
    where !oblique.preposition.isEmpty && isReferential(oblique.head) && !times.isTime(oblique.head)
      && oblique.source == nil
    {
      hasPhrase = true
      emit(
        subjects, namer.adjectival(clause, link: link, preposition: oblique), heads(oblique.head), clause: index,
        rules: rules + [.adjective])
    }
    // A quality with a complement clause is told by that clause: `eager to hear assurances`.
    guard !hasPhrase, clause.complements.isEmpty, document.tokens[clause.predicate].tag == .adjective,
      clause.copula != nil || clause.link == .openComplement
    else { return }
    let bytes = namer.bytes([link.token ?? clause.predicate])
    let words = PredicatePhrase(name: link.lemma, keys: [], bytes: bytes)
    emit(subjects, words, [clause.predicate], clause: index, rules: rules + [.quality])
  }

  /// `is secretary general of NATO`, `is the foreign minister`.
  private mutating func proposeIdentity(
    _ index: Int, _ subjects: [Int], _ link: (lemma: String, token: Int?), _ rules: [RuleName]
  ) {
    let clause = list.clauses[index]
    // A coordinated noun with a subject of its own is a clause of its own.
    for noun in heads(clause.predicate) where noun == clause.predicate || list.index(ofPredicate: noun) == nil {
      proposeRoles(of: noun, subjects, link: link, clause: index, rules: rules)
      let bytes = namer.bytes([link.token ?? noun])
      let name = PredicatePhrase(name: link.lemma, keys: [], bytes: bytes)
      emit(subjects, name, [noun], clause: index, rules: rules)
    }
  }

  /// What a role noun says by its possessor or its prepositional phrases: `NATO's secretary general`, `member of the
  /// EU`.
  mutating func proposeRoles(
    of noun: Int, _ holders: [Int], link: (lemma: String, token: Int?), clause: Int?, rules: [RuleName]
  ) {
    guard document.tokens[noun].tag == .noun || document.tokens[noun].tag == .properNoun else { return }
    for child in tree.children(of: noun).lazy.map(Int.init) {
      let word = document.tokens[child]
      switch word.relation {
      case .nominalModifier:
        let (words, marker) = phrases.prepositionAndMarker(of: child)
        guard !words.isEmpty, isReferential(child), !times.isTime(child) else { continue }
        let predicate = namer.nominal(
          noun, link: link.lemma, linkToken: link.token, preposition: words, marker: marker)
        guard words == "of" || namer.isKnown(predicate.keys) else { continue }
        emit(holders, predicate, heads(child), clause: clause, rules: rules + [.role])
      case .possessive, .compound, .adjectivalModifier:
        guard isNamed(child), isReferential(child) else { continue }
        let predicate = namer.nominal(
          noun, without: child, link: link.lemma, linkToken: link.token, preposition: "of", marker: nil)
        // `the French minister` is France's; `a Danish maker` is only in Denmark.
        guard word.relation == .possessive || namer.isTitle(predicate.keys) else { continue }
        emit(holders, predicate, heads(child), clause: clause, rules: rules + [.role])
      default: continue
      }
    }
  }
}
