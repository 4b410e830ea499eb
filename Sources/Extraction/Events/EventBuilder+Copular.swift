import Language
import SchemaFiles

extension EventBuilder {
  /// Events of a clause whose predicate is a noun, an adjective or a prepositional phrase.
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
    // `Sweden 1, South Korea 0`, `her sons, aged 17`: a number beside a noun counts something else.
    if word.tag == .numeral, clause.copula == nil { return }
    // `gave Trump the victory and Rutte the summit`, `won gold and Sweden silver`: the verb is left out, not a copula.
    if clause.copula == nil, clause.link == .conjunct, isReferential(predicate), governing?.form != .copular { return }
    if !preposition.isEmpty, isReferential(predicate) {
      proposeLocation(index, subjects, link, preposition, marker, rules)
    } else if word.tag == .adjective || word.tag == .verb || word.tag == .adverb {
      // `were at large`: no quality.
      if !preposition.isEmpty, word.tag == .adjective, marker == predicate - 1 { return }
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
      return emit(subjects, phraseOfPredicate, heads(phrase), clause: index, rules: rules)
    }
    guard !times.isTime(predicate) else { return }
    let bytes = namer.bytes([link.token, marker])
    let words = "\(link.lemma) \(preposition)"
    let role = RoleWords(
      name: preposition, heads: heads(predicate),
      phrase: PredicatePhrase(name: words, keys: [WordingKey(.verb, words)], bytes: bytes))
    emit(
      subjects, PredicatePhrase(name: link.lemma, keys: [], bytes: bytes), roles: [role] + roles(of: index),
      adjuncts: adjuncts(of: index), clause: index, rules: rules + [.oblique])
  }

  /// `is worried about X`, `is durable`.
  private mutating func proposeQuality(
    _ index: Int, _ subjects: [Int], _ link: (lemma: String, token: Int?), _ rules: [RuleName]
  ) {
    let clause = list.clauses[index]
    // What was called is told by the verb that calls it so; a quality with a clause is told by that: `eager to hear`.
    let roles = qualityRoles(of: clause, link)
    let isStated = (document.tokens[clause.predicate].tag == .adjective || clause.copula != nil) && !isMeasured(clause)
    guard !roles.isEmpty || clause.complements.isEmpty && isStated,
      clause.copula != nil || clause.link == .openComplement || !roles.isEmpty
    else { return }
    let bytes = namer.bytes([link.token, clause.predicate])
    let name = "\(link.lemma) \(namer.quality(clause.predicate, isWritten: true))"
    let keys = [WordingKey(.adjective, namer.quality(clause.predicate))]
    // A parser may take the mayor of `elected mayor of Kelmar` for an adjective.
    let isOffice = roles.contains { $0.name == "of" } && namer.isOffice(clause.predicate)
    emit(
      subjects, PredicatePhrase(name: name, keys: keys, bytes: bytes), roles: roles,
      office: isOffice ? namer.office(clause.predicate) : nil, adjuncts: adjuncts(of: index),
      clause: index, rules: rules + [roles.isEmpty ? .quality : .adjective])
  }

  /// `old enough to own`, `too small to see`: not what it seems to say.
  private func isMeasured(_ clause: Clause) -> Bool {
    tree.children(of: clause.predicate, .adverbialModifier).contains {
      lexicon.measuringAdverbs.contains(document.form(of: document.tokens[$0]))
    }
  }

  private func qualityRoles(of clause: Clause, _ link: (lemma: String, token: Int?)) -> [RoleWords] {
    clause.obliques.compactMap { oblique in
      guard !oblique.preposition.isEmpty, isReferential(oblique.head), !times.isTime(oblique.head),
        oblique.preposition == "at" || !times.isTimeOfDay(oblique.head),
        oblique.source == nil, !oblique.isIdiom, lexicon.rolePrepositions.contains(oblique.preposition)
      else { return nil }
      return RoleWords(
        name: oblique.preposition, heads: heads(oblique.head),
        phrase: namer.adjectival(clause, link: link, preposition: oblique))
    }
  }

  /// `is secretary general of NATO`, `is the foreign minister`.
  private mutating func proposeIdentity(
    _ index: Int, _ subjects: [Int], _ link: (lemma: String, token: Int?), _ rules: [RuleName]
  ) {
    let clause = list.clauses[index]
    if let group = clause.subject, let named = membersByIdentity[group] {
      // `the candidates were Chan and Wu`: each was one.
      let phrase = PredicatePhrase(name: link.lemma, keys: [], bytes: namer.bytes([link.token ?? group]))
      return emit(named, phrase, [group], adjuncts: adjuncts(of: index), clause: index, rules: rules)
    }
    let isList = isList(clause)
    // A coordinated noun with a subject of its own is a clause of its own.
    for noun in heads(clause.predicate) where noun == clause.predicate || list.index(ofPredicate: noun) == nil {
      if proposeRoles(of: noun, subjects, link: link, clause: index, rules: rules) { continue }
      if proposeGivenOffice(noun, subjects, index, rules) { continue }
      // `is an act that violates customs`: the clause tells what, and the noun nothing.
      let isBare = !phrases.phrase(at: noun).key.contains(" ") && clause.copula != nil
      if isBare, document.tokens[noun].tag == .noun, tree.child(of: noun, .relativeClause) != nil { continue }
      let bytes = namer.bytes([link.token ?? noun])
      // `was originally the running mate`: no longer.
      let former = namer.isFormer(noun) || namer.isFormer(clause.predicate) ? " former" : ""
      let words = link.lemma + former + (isOneOf(noun, subjects.count) ? " one of" : "")
      let name = PredicatePhrase(name: isList ? lexicon.listingVerb : words, keys: [], bytes: bytes)
      emit(subjects, name, [noun], adjuncts: adjuncts(of: index), clause: index, rules: rules)
    }
  }

  /// `the dead were fourteen civilians and five soldiers`: all of them together, and none of them alone.
  private func isList(_ clause: Clause) -> Bool {
    guard let subject = clause.subject, clause.copula != nil, document.tokens[subject].fineTag == .pluralNoun else {
      return false
    }
    let members = heads(clause.predicate)
    return members.count > 1
      && members.allSatisfy {
        document.tokens[$0].tag == .noun && ($0 == clause.predicate || list.index(ofPredicate: $0) == nil)
      }
  }

  /// `is one of the pillars`; and `China and Turkey were the two largest buyers`: none of them is both.
  func isOneOf(_ noun: Int, _ members: Int) -> Bool {
    if transparent(noun) != noun, document.form(of: document.tokens[noun]) == "one" { return true }
    return members > 1 && tree.child(of: noun, .numericModifier) != nil
      && [.pluralNoun, .pluralProperNoun].contains(document.tokens[noun].fineTag)
  }

  /// What a role noun says by its possessor or its prepositional phrases: `NATO's secretary general`, `member of the
  /// EU`; false when the schema knows no such role, and nothing is said.
  mutating func proposeRoles(
    of noun: Int, _ holders: [Int], link: (lemma: String, token: Int?), clause: Int?, rules: [RuleName]
  ) -> Bool {
    guard document.tokens[noun].tag == .noun || document.tokens[noun].tag == .properNoun else { return false }
    if proposePortfolio(of: noun, holders, link: link, clause: clause, rules: rules) { return true }
    var isTold = false
    for child in tree.children(of: noun).lazy.map(Int.init) {
      let word = document.tokens[child]
      var predicate: PredicatePhrase
      switch word.relation {
      case .nominalModifier:
        let (words, marker) = phrases.prepositionAndMarker(of: child)
        guard !words.isEmpty, isReferential(child), !times.isTime(child) else { continue }
        // `Moe, a member of the panel, along with Dahl`.
        if words.hasPrefix("along") || lexicon.exemplifiers.contains(words) { continue }
        // `Obama's secretary of state`: of no state.
        let title = [noun, child].map { document.lemma(of: document.tokens[$0]) }.joined(separator: " \(words) ")
        if lexicon.soleOffices.contains(title) || child == namer.complement(ofOffice: noun) { continue }
        predicate = namer.nominal(noun, link: link.lemma, linkToken: link.token, preposition: words, marker: marker)
      case .possessive, .compound, .adjectivalModifier:
        // `the company's chief executive`.
        let isOwner = word.relation == .possessive && document.tokens[child].tag == .noun && namer.isOffice(noun)
        // `the world's oldest president` is not its president.
        if lexicon.bodilessNouns.contains(document.lemma(of: document.tokens[child])) { continue }
        // Not `Lord` of `the Lord Mayor`.
        let isName = isInName(child) || document.tokens[child].tag == .pronoun
        guard isName || isOwner && !times.isTime(child), isReferential(child) else { continue }
        predicate = namer.nominal(
          noun, without: child, link: link.lemma, linkToken: link.token, preposition: "of", marker: nil)
        // `the French minister` is France's; `a Danish maker` is only in Denmark.
        guard word.relation == .possessive || namer.isTitle(predicate.keys) else { continue }
      default: continue
      }
      guard namer.isKnown(predicate.keys) || namer.isOffice(noun) else { continue }
      isTold = true
      let office = namer.isOffice(noun) ? namer.office(noun, without: child) : nil
      emit(
        holders, predicate, heads(child), office: office, clause: clause, rules: rules + [.role])
    }
    return isTold
  }
}
