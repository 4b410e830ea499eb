import GraphModel
import Language
import SchemaFiles

extension EventBuilder {
  /// The event of a clause whose predicate is a verb.
  mutating func proposeVerbal(_ index: Int) {
    let clause = list.clauses[index]
    if isAheadOfNoActor(clause) || isRelating(clause) || isBareReport(clause) { return }
    let agents = clause.isPassive ? heads(clause.agent) : subjects(of: clause)
    let undergoers = clause.isPassive ? subjects(of: clause) : objects(of: clause)
    proposeTenure(index, agents, undergoers)
    // With examples nobody acts together: `officials, including Moe, met` does not say whom Moe met.
    let hasExamples = !clause.isPassive && agents.count > 1 && agents.count > heads(clause.subject).count
    if !hasExamples && proposeReciprocal(index, agents) || proposeLight(index, agents) { return }
    if clause.isPassive, agents.isEmpty || clause.object != nil {
      return proposePassive(index, undergoers, agents)
    }
    var objects = undergoers
    var roles = roles(of: index)
    if !clause.isPassive, let receiver = clause.indirectObject {
      if clause.object == nil {
        // `warned investors`.
        objects = heads(receiver)
      } else if isCharge(clause) {
        // `fined the bank $4bn`.
        let amount = Clause.Oblique(head: clause.object ?? receiver, preposition: "", marker: nil)
        roles.insert(
          RoleWords(name: "by", heads: objects, phrase: namer.verbal(clause, preposition: amount)), at: 0)
        objects = heads(receiver)
      } else {
        // `gave Ukraine guarantees`: the receiver is who the thing is given to.
        let to = Clause.Oblique(head: receiver, preposition: "to", marker: nil)
        let phrase = namer.verbal(clause, noun: commonNoun(clause.object), preposition: to)
        roles.insert(RoleWords(name: "to", heads: heads(receiver), phrase: phrase), at: 0)
      }
    }
    var predicate = namer.verbal(clause)
    // `once led the party`: a relation of the schema would hold today.
    if namer.isFormer(clause.predicate) { predicate.keys = [] }
    if let made = made(by: clause) {
      predicate = PredicatePhrase(
        name: "\(predicate.name) \(document.form(of: document.tokens[made]))", keys: [],
        bytes: namer.bytes([clause.predicate]))
    }
    if objects.isEmpty, let amount = amount(of: clause) { objects = [amount] }
    if let noun = commonNoun(clause.isPassive ? clause.subject : clause.object) ?? nothing(of: clause) {
      roles += rolesOfObject(noun, clause)
    }
    proposeDescription(index, undergoers, by: clause.isPassive ? clause.agent : clause.subject)
    // `those were crushed by people`: whom, nobody knows.
    guard !clause.isPassive || !objects.isEmpty, says(clause, predicate, agents, objects, roles) else { return }
    if objects.count > 1, objects.count == heads(clause.object).count, !roles.contains(where: { $0.name == "with" }),
      lexicon.linkingVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
    {
      // `links Egypt and Saudi Arabia`: the one with the other.
      let others = Array(objects.dropFirst())
      let with = Clause.Oblique(head: others[0], preposition: "with", marker: nil)
      roles.insert(RoleWords(name: "with", heads: others, phrase: namer.verbal(clause, preposition: with)), at: 0)
      objects = [objects[0]]
    }
    let noun = commonNoun(clause.object)
    if let noun = noun.flatMap({ isShared($0) ? $0 : nil }) ?? (isJoint(clause) ? clause.object : nil),
      !hasExamples, areTogether(agents, roles)
    {
      for agent in agents {
        let others = agents.filter { $0 != agent }
        let with = Clause.Oblique(head: others[0], preposition: "with", marker: nil)
        let role = RoleWords(
          name: "with", heads: others, phrase: namer.verbal(clause, noun: noun, preposition: with))
        emit(
          [agent], predicate, objects, roles: roles + [role], adjuncts: adjuncts(of: index), clause: index,
          rules: clause.rules + [.reciprocal])
      }
      return
    }
    emit(
      agents, predicate, objects, roles: roles, adjuncts: adjuncts(of: index), clause: index, rules: clause.rules)
  }

  /// `Wilson, also known as the Fox, and Cohen`: what stands between two of a list is said of the first.
  private func subjects(of clause: Clause) -> [Int] {
    let found = heads(clause.subject)
    // `All, including Moe, were acquitted`.
    if found.isEmpty, let subject = clause.subject { return examples(of: subject) }
    guard clause.subjectSource == .antecedent, clause.link == .participial || clause.link == .relative,
      let first = clause.subject, first < clause.predicate
    else { return withExamples(found) }
    if clause.link == .relative, isOfOther(clause, than: first) { return [] }
    return withExamples(found.filter { $0 == first || $0 < clause.predicate })
  }

  /// `towns in Chile, which has suffered`: the ending of the verb tells that a parser hung the clause on another noun.
  private func isOfOther(_ clause: Clause, than noun: Int) -> Bool {
    guard document.tokens[noun].fineTag == .pluralNoun, tree.conjuncts(of: noun).count == 1 else { return false }
    let auxiliary = tree.child(of: clause.predicate, .auxiliary) ?? tree.child(of: clause.predicate, .passiveAuxiliary)
    return document.tokens[auxiliary ?? clause.predicate].fineTag == .thirdPersonVerb
  }

  private func isDemand(_ clause: Clause, _ objects: [Int]) -> Bool {
    objects.isEmpty && lexicon.askingVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
      && tree.children(of: clause.predicate, .adverbialClause).contains { child in
        list.index(ofPredicate: child).map { contexts[$0].modality == .desired } ?? false
      }
  }

  /// `fined the bank $4bn`: who is to pay stands before the amount.
  private func isCharge(_ clause: Clause) -> Bool {
    guard let amount = clause.object, phrases.quantity(at: amount) != nil else { return false }
    return lexicon.chargingVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
  }

  /// Whom a verb is about, and of many those who are named; `has two children, including Ann` tells whose they are.
  private func objects(of clause: Clause) -> [Int] {
    let found = heads(clause.object)
    return lexicon.lightVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
      ? found : withExamples(found)
  }

  /// `makes the country richer`: the adjective, without which the country would be made; nil for other clauses.
  private func made(by clause: Clause) -> Int? {
    guard !clause.isPassive, let object = clause.object,
      lexicon.makingVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
    else { return nil }
    return clause.complements.first { complement in
      guard document.tokens[complement].tag == .adjective, let inner = list.clause(ofPredicate: complement) else {
        return false
      }
      return inner.form == .copular && inner.copula == nil && inner.subject == object
    }
  }

  /// `charges relating to the disaster`: no event, but what the name of its subject tells already.
  private func isRelating(_ clause: Clause) -> Bool {
    if clause.link == .relative, let noun = clause.governor, clause.subject == noun,
      phrases.keeps(clause.predicate, of: noun)
    {
      // `the first phones that run on it`: the name has it.
      return true
    }
    return
      (clause.link == .participial
      || clause.link == .adverbial && document.tokens[clause.predicate].fineTag == .gerund)
      && clause.object == nil
      && lexicon.relatingVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
  }

  /// `expressed hope that talks would resume`: what is hoped, the clause tells, and who hopes.
  private func isBareReport(_ clause: Clause) -> Bool {
    guard !clause.isPassive, let noun = commonNoun(clause.object),
      lexicon.lightVerbs.contains(document.lemma(of: document.tokens[clause.predicate])),
      let effect = lexicon.nounEffect(of: document.lemma(of: document.tokens[noun])),
      [.believes, .desires, .expects, .fears].contains(effect)
    else { return false }
    return tree.children(of: noun).contains { child in
      let content = Int(child)
      return list.clause(ofPredicate: content)?.link == .nounComplement && !phrases.keeps(content, of: noun)
        && tree.children(of: content, .marker).contains { document.form(of: document.tokens[$0]) == "that" }
    }
  }

  /// `To rebuild Gaza, estimates suggest $70 billion`: whose purpose it is, the sentence does not say.
  private func isAheadOfNoActor(_ clause: Clause) -> Bool {
    guard clause.subjectSource == .adverbial, let governor = clause.governor, clause.predicate < governor,
      document.tokens[clause.predicate].fineTag == .baseVerb, let subject = clause.subject
    else { return false }
    return !heads(subject).contains { head in
      isSomebody(head) || isNamed(head)
        || types.type(ofNoun: document.lemma(of: document.tokens[head])).map { types.isA($0, .organization, .group) }
          ?? false
    }
  }

  /// `was arrested in France`, `was awarded a medal by the king`.
  private mutating func proposePassive(_ index: Int, _ undergoers: [Int], _ agents: [Int]) {
    let clause = list.clauses[index]
    let things = clause.object.map { times.isTime($0) ? [] : heads($0) } ?? []
    proposeDescription(index, undergoers, by: clause.agent)
    var roles = roles(of: index)
    if !agents.isEmpty {
      let by = Clause.Oblique(head: agents[0], preposition: "by", marker: nil)
      roles.insert(RoleWords(name: "by", heads: agents, phrase: namer.passive(clause, preposition: by)), at: 0)
    }
    let predicate = namer.passive(
      clause, preposition: Clause.Oblique(head: clause.predicate, preposition: "", marker: nil))
    guard says(clause, predicate, undergoers, things, roles) else { return }
    emit(
      undergoers, predicate, things, roles: roles, adjuncts: adjuncts(of: index), clause: index, rules: clause.rules)
  }

  /// `describe the judgement as historic`: what it is, says who describes it.
  private mutating func proposeDescription(_ index: Int, _ described: [Int], by speaker: Int?) {
    let clause = list.clauses[index]
    guard !described.isEmpty, lexicon.judgingVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
    else {
      return
    }
    var context = contexts[index]
    if let speaker { context.attribution = speaker } else { context.weaken(to: .possible) }
    for oblique in clause.obliques where oblique.preposition == "as" && !oblique.isIdiom {
      let word = document.tokens[oblique.head]
      let bytes = namer.bytes([oblique.marker ?? oblique.head, oblique.head])
      if word.tag == .adjective {
        let quality = PredicatePhrase(name: "be \(document.form(of: word))", keys: [], bytes: bytes)
        emit(described, quality, clause: nil, context: context, rules: clause.rules + [.quality])
      } else if word.tag == .noun {
        let identity = PredicatePhrase(name: "be", keys: [], bytes: bytes)
        emit(described, identity, [oblique.head], clause: nil, context: context, rules: clause.rules + [.oblique])
      }
    }
  }

  /// Whether the parts of a clause make a statement that stands on its own.
  private func says(
    _ clause: Clause, _ predicate: PredicatePhrase, _ subjects: [Int], _ objects: [Int], _ roles: [RoleWords]
  ) -> Bool {
    let lemma = document.lemma(of: document.tokens[clause.predicate])
    // `gave it to her`: what, nobody knows.
    let isVague = clause.object.map { document.tokens[$0].tag == .pronoun && !clause.isPassive } ?? false
    if isVague, objects.isEmpty, nothing(of: clause) == nil { return false }
    // `called for members to spend more`: what they are to do says all.
    if isDemand(clause, objects) { return false }
    if hasKin(clause) || isGeneric(clause, subjects + objects + roles.flatMap(\.heads)) { return false }
    if isDenied(clause) { return true }
    if isMerelyCausative(clause), !namer.isKnown(predicate.keys) { return false }
    // What is said is told on its own, with who says it.
    if lexicon.reportingVerbs.contains(lemma), !lexicon.raisingVerbs.contains(lemma) {
      if clause.complements.contains(where: { list.clause(ofPredicate: $0)?.link == .clausalComplement }) {
        return false
      }
      if objects.isEmpty, !clause.complements.isEmpty { return false }
      if objects.isEmpty, !clause.isPassive, !roles.contains(where: { Self.topics.contains($0.name) }) { return false }
    }
    // The complement completes the sense: `remain dangerous`, `plans to leave`.
    if objects.isEmpty, roles.isEmpty {
      // `there is flooding`.
      if lemma == "be" || clause.link == .adverbial && times.isStart(clause.predicate) { return false }
      if !clause.complements.isEmpty, !isVerbOfUnknownEffect(clause) { return false }
      // `have committed to reducing pollution`, but `was arrested for taking bribes`.
      if hasGerundComplement(clause), !clause.isPassive || reasons(of: clause).isEmpty { return false }
      if clause.isPassive { return lexicon.frames.canStandAloneInPassive(namer.verb(of: clause)) }
      return !lexicon.lightVerbs.contains(lemma) && lexicon.effectOnOpenComplement(of: lemma) != .believes
        && lexicon.frames.canStandAlone(namer.verb(of: clause))
    }
    return !(objects.isEmpty && hasPredicateComplement(clause))
  }

  /// `people who were accused of crimes`: which of many is meant, where nobody and nothing in it has a name.
  private func isGeneric(_ clause: Clause, _ ends: [Int]) -> Bool {
    guard clause.link == .relative || clause.link == .participial, let noun = clause.governor,
      document.tokens[noun].tag == .noun, let first = tree.span(of: clause.predicate).first, first > noun,
      document.tokens[first].tag != .punctuation, document.tokens[first - 1].tag != .punctuation
    else { return false }
    return !ends.contains { isOfSomebody(transparent($0)) || phrases.quantity(at: $0) != nil }
  }

  /// Whether the end of an event is somebody or something with a name, or its words have a name: `Trump's policies`.
  func isOfSomebody(_ head: Int) -> Bool {
    if isNamed(head) || membersByIdentity[head] != nil { return true }
    if entities.entity(atHead: head).map({ entities.entities[$0].isNamed }) ?? false { return true }
    let bytes = phrases.phrase(at: head).bytes
    return tree.span(of: head).contains { bytes.contains(document.tokens[$0].start) && isNamed($0) }
  }

  /// `have not said why the team was denied visas`, `does not claim to belong`, `was not forced to stay`: of the
  /// complement nothing is known then, and the denial is what is told.
  private func isDenied(_ clause: Clause) -> Bool {
    guard let index = list.index(ofPredicate: clause.predicate), contexts[index].polarity == .negated else {
      return false
    }
    return clause.complements.contains { complement in
      if isQuestion(complement) { return true }
      guard let content = list.index(ofPredicate: complement), list.clauses[content].link == .openComplement,
        list.clauses[content].form == .verbal
      else { return false }
      return contexts[content].polarity == .affirmed && contexts[content].modality == .possible
    }
  }

  /// Whether a clause begins with a question word, or `whether`.
  func isQuestion(_ predicate: Int) -> Bool {
    guard let first = tree.span(of: predicate).first else { return false }
    switch document.tokens[first].fineTag {
    case .whAdverb, .whPronoun, .whDeterminer, .possessiveWh: return true
    default: return document.form(of: document.tokens[first]) == "whether"
    }
  }

  /// `has a sister, Nora Marsh`: what the two are to each other is told by a rule for the noun.
  private func hasKin(_ clause: Clause) -> Bool {
    guard document.lemma(of: document.tokens[clause.predicate]) == "have", let noun = clause.object,
      namer.isTitle([WordingKey(.title, document.lemma(of: document.tokens[noun]))])
    else { return false }
    return tree.children(of: noun, .apposition).contains(where: isNamed)
  }

  private func hasGerundComplement(_ clause: Clause) -> Bool {
    let finder = ClauseFinder(reading, lexicon: lexicon)
    return tree.children(of: clause.predicate, .adverbialClause).contains { child in
      list.clause(ofPredicate: child).map {
        $0.governor == clause.predicate && ($0.link == .openComplement || finder.isPrepositionalComplement($0))
      } ?? false
    }
  }

  /// Prepositions before what is spoken of or to.
  private static let topics: Set<String> = ["about", "against", "before", "for", "of", "on", "to", "with"]

  /// `struggle to meet`: nothing is known of what the verb makes of its complement.
  private func isVerbOfUnknownEffect(_ clause: Clause) -> Bool {
    clause.complements.contains { complement in
      guard let inner = list.clause(ofPredicate: complement), inner.form == .verbal else { return false }
      let lemma = document.lemma(of: document.tokens[clause.predicate])
      // `went on to say`.
      let next = clause.predicate + 1
      let phrase = next < document.tokens.count ? "\(lemma) \(document.form(of: document.tokens[next]))" : lemma
      return document.tokens[complement].fineTag == .baseVerb && lexicon.effectOnOpenComplement(of: lemma) == nil
        && lexicon.effectOnOpenComplement(of: phrase) == nil
    }
  }

  /// `led the crane to fall`, `let Russia sell gas`: what is done to the object is told by its complement.
  private func isMerelyCausative(_ clause: Clause) -> Bool {
    guard !clause.isPassive, let object = clause.object, made(by: clause) == nil,
      clause.complements.contains(where: { list.clause(ofPredicate: $0)?.subject == object })
    else { return false }
    switch lexicon.effectOnOpenComplement(of: document.lemma(of: document.tokens[clause.predicate])) {
    // `believes the total to be higher`: it does not believe the total.
    case .implies, .allows, .believes, .expects: return true
    // `ruled the act to be void`.
    case .reports:
      return clause.complements.contains {
        list.clause(ofPredicate: $0).map { $0.form == .copular && $0.copula != nil && $0.subject == object } ?? false
      }
    default: return false
    }
  }

  private func hasPredicateComplement(_ clause: Clause) -> Bool {
    clause.object == nil
      && clause.complements.contains {
        list.clause(ofPredicate: $0).map { $0.form == .copular && $0.copula == nil } ?? false
      }
  }

  /// `shares fell 3 %`: an amount right behind a verb without object.
  func amount(of clause: Clause) -> Int? {
    clause.obliques.first {
      $0.preposition.isEmpty && $0.head > clause.predicate && !times.isTime($0.head)
        && phrases.quantity(at: $0.head) != nil && isReferential($0.head) && !isScore($0.head)
    }?.head
  }

  /// `won 2-1`.
  private func isScore(_ number: Int) -> Bool {
    document.tokens[number].tag == .numeral
      && tree.children(of: number, .nominalModifier).contains { document.tokens[$0].tag == .numeral }
  }

  /// `Merz and Macron met`: each met the other.
  private mutating func proposeReciprocal(_ index: Int, _ agents: [Int]) -> Bool {
    let clause = list.clauses[index]
    guard !clause.isPassive, clause.object == nil, (2...4).contains(agents.count),
      lexicon.frames.isSymmetric(namer.verb(of: clause)), agents.allSatisfy(isOfSomebody)
    else { return false }
    var predicate = namer.verbal(clause)
    predicate.keys += predicate.keys.map { WordingKey(.verb, "\($0.words) with") }
    for (position, agent) in agents.enumerated() where position + 1 < agents.count {
      emit(
        [agent], predicate, Array(agents[(position + 1)...]), roles: roles(of: index), adjuncts: adjuncts(of: index),
        clause: index, rules: clause.rules + [.reciprocal])
    }
    return true
  }
}
