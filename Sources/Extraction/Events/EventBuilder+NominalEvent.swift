import GraphModel
import Language
import SchemaFiles

/// Events of nouns that name an event: `Russia's invasion of Ukraine`, `the withdrawal of troops from Mali`,
/// `talks between Iran and Iraq`.
///
/// The arguments of nominalizations follow NOMLEX (Macleod et al., EURALEX 1998).
extension EventBuilder {
  mutating func proposeEvent(_ noun: Int) {
    guard document.tokens[noun].tag == .noun, !toldEvents.contains(noun) else { return }
    let lemma = document.lemma(of: document.tokens[noun])
    proposeBetween(noun, lemma)
    let phrases = tree.children(of: noun, .nominalModifier).filter { isReferential($0) && !times.isTime($0) }
    let prepositions = phrases.map { self.phrases.preposition(of: $0) }
    guard let frame = lexicon.frames.frame(ofNoun: lemma, with: prepositions),
      let verb = lexicon.frames.table.verb(of: frame)
    else { return }
    let context = nominalContexts.context(of: noun)
    let owner = doer(of: noun)
    // `the BDS movement` is a body.
    if let owner, document.tokens[owner].relation == .compound, lexicon.classNouns.contains(lemma) { return }
    let before = events.count
    defer { if events.count > before { toldEvents.insert(noun) } }
    // `the withdrawal of troops`: they withdraw; `Germany's withdrawal of troops`: it withdraws them.
    let theme = phrases.first { self.phrases.preposition(of: $0) == "of" && $0 != owner }
    let isOwn =
      theme != nil && lexicon.frames.isSubjectBehindOf(frame)
      && (owner == nil || !lexicon.frames.has(.object, frame))
    let doer = isOwn ? nil : owner ?? doerByVerb(of: noun)
    let thing =
      isOwn
      ? nil
      : phrases.first { $0 != doer && lexicon.frames.isObject(self.phrases.preposition(of: $0), of: frame) }
    // `the withdrawal of troops from Mali`: a parser may hang the place on the troops.
    let places = theme.map { tree.children(of: $0, .nominalModifier) } ?? []
    let ways = places.filter { ["from", "into", "to"].contains(self.phrases.preposition(of: $0)) && isReferential($0) }
    // `issued a hurricane warning`: of what, only the noun before it says.
    if thing == nil, !isOwn, isNarrowed(noun, by: owner) { return }
    let others = (phrases + ways).filter { $0 != thing && $0 != doer && !(isOwn && $0 == theme) }
    let roles = others.compactMap { nominalRole($0, noun, verb) }.filter {
      $0.name != "of" || lexicon.frames.isRole("of", of: frame)
    }
    let bytes = namer.bytes([noun])
    let predicate = PredicatePhrase(name: verb, keys: [WordingKey(.verb, verb)], bytes: bytes)
    let objects = thing.map(heads) ?? []
    let subjects = isOwn ? theme.map(heads) ?? [] : doer.map { [$0] } ?? []
    if subjects.isEmpty {
      // `the resistance of the Church`: who does it or to whom, only the frame can tell. Who meets is not met.
      guard let thing, isNamed(thing), nominalContexts.isDefinite(noun), !isGathering(noun),
        lexicon.frames.isWordedObject(self.phrases.preposition(of: thing), of: frame)
      else { return }
      return emit(
        objects, namer.passive(of: verb, bytes: bytes), roles: roles, clause: nil, context: context, rules: [.event])
    }
    if thing == nil, let owner, isPerson(owner), document.tokens[owner].relation == .possessive,
      lexicon.frames.isWordedObject(Self.possessor, of: frame)
    {
      // `Maduro's arrest in France`: it is done to whose it is.
      return emit(
        [owner], namer.passive(of: verb, bytes: bytes), roles: roles, clause: nil, context: context, rules: [.event])
    }
    // `the death of Castro`, `Castro's death`, but not `the end of the wall`, `Turkey's campaign`.
    let isLone =
      (isOwn || owner != nil) && lexicon.frames.has(.subject, frame) && lexicon.frames.isSubjectBehindOf(frame)
    // `take a decision in reaction`: the verb tells it.
    let isTold = isOwn || owner != nil || roles.contains { !["at", "in", "on"].contains($0.name) }
    guard !objects.isEmpty || !roles.isEmpty && isTold || isLone && subjects.contains(where: isSomebody) else { return }
    // `the ministry reports its first death`, `the country's deaths`: no body dies.
    if objects.isEmpty, let owner, subjects == [owner], lexicon.deathVerbs.contains(verb), !isSomebody(owner) { return }
    emit(
      subjects, predicate, objects, roles: roles, adjuncts: wordsOfReasons(of: noun), clause: nil, context: context,
      rules: [.event])
  }

  /// `the resignation of Moe due to a scandal`: why.
  private func wordsOfReasons(of noun: Int) -> [Range<UInt32>] {
    tree.children(of: noun, .nominalModifier).filter { $0 > noun }.flatMap { phrase -> [Range<UInt32>] in
      let (preposition, marker) = phrases.prepositionAndMarker(of: phrase)
      guard let marker, lexicon.reasonPrepositions.contains(preposition) else { return [] }
      return words(from: marker, below: phrase)
    }
  }

  private var nominalContexts: NominalContextReader {
    NominalContextReader(reading: reading, lexicon: lexicon, list: list, contexts: contexts)
  }

  /// Whether a noun before an event, beside its doer, says what it is of: `evacuation order`.
  func isNarrowed(_ noun: Int, by owner: Int? = nil) -> Bool {
    tree.children(of: noun, .compound).contains { $0 != owner && !isNamed($0) }
  }

  /// How frames word the role of whose something is.
  private static let possessor = "'s"

  func isPerson(_ token: Int) -> Bool {
    entities.entity(atHead: token).map { types.isPerson(entities.entities[$0].type) } ?? false
  }

  /// The role of a phrase behind the noun; nil when its preposition makes none.
  private func nominalRole(_ phrase: Int, _ noun: Int, _ verb: String) -> RoleWords? {
    let (preposition, marker) = phrases.prepositionAndMarker(of: phrase)
    guard lexicon.rolePrepositions.contains(preposition), preposition != "by" else { return nil }
    let words = ["* \(document.lemma(of: document.tokens[noun])) \(preposition)", "\(verb) \(preposition)"]
    return RoleWords(
      name: preposition, heads: heads(phrase),
      phrase: PredicatePhrase(
        name: verb, keys: words.map { WordingKey(.verb, $0) }, bytes: namer.bytes([noun, marker])))
  }

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
    return owner
  }

  /// `announced the purchase of a rival`, `the invasion of Iraq was begun by`: who announces or begins it.
  private func doerByVerb(of noun: Int) -> Int? {
    let isObject = [.object, .passiveSubject].contains(document.tokens[noun].relation)
    guard isObject, document.tokens[noun].head != Token.noHead,
      let governing = list.clause(ofPredicate: Int(document.tokens[noun].head)), governing.form == .verbal,
      let subject = governing.isPassive ? governing.agent : governing.subject, subject != noun, isReferential(subject)
    else { return nil }
    let verb = document.lemma(of: document.tokens[governing.predicate])
    guard !lexicon.receivingVerbs.contains(verb), !lexicon.resultingVerbs.contains(verb) else { return nil }
    // `a spokesman announced the release`: he only says so.
    let isVoice = lexicon.voiceNouns.contains(document.lemma(of: document.tokens[subject]))
    guard !isVoice || !lexicon.reportingVerbs.contains(verb) else { return nil }
    let isDoing =
      lexicon.nounControlVerbs.contains(verb)
      || [.implies, .plans].contains(lexicon.effectOnOpenComplement(of: verb))
    return isDoing && verb != "see" ? subject : nil
  }

  private func isGathering(_ noun: Int) -> Bool {
    lexicon.frames.verb(ofNoun: document.lemma(of: document.tokens[noun])).map(lexicon.frames.isSymmetric) ?? false
  }

  private func isActor(_ token: Int) -> Bool {
    guard let number = entities.entity(atHead: token), entities.entities[number].isNamed else { return false }
    let type = entities.entities[number].type
    return type != EntityTypes.unknown && !types.isA(type, .location, .event) && !types.isA(type, ["Product", "Work"])
  }

  /// `an agreement between Iran and Iraq`: each has it with the other.
  private mutating func proposeBetween(_ noun: Int, _ lemma: String) {
    for phrase in tree.children(of: noun, .nominalModifier) where phrases.preposition(of: phrase) == "between" {
      let parties = heads(phrase)
      guard (2...4).contains(parties.count),
        parties.allSatisfy({ !times.isTime($0) && document.tokens[$0].tag != .numeral })
      else { continue }
      let verb = lexicon.frames.verb(ofNoun: lemma) ?? lemma
      // `an election between two parties`: neither elects the other.
      guard lexicon.frames.isSymmetric(verb) || types.type(ofNoun: lemma).map({ types.isA($0, .event) }) ?? false
      else { continue }
      let keys =
        [WordingKey(.noun, "\(lemma) with"), WordingKey(.verb, "* \(lemma) with")]
        + ["\(verb) with", verb].map { WordingKey(.verb, $0) }
      let marker = phrases.prepositionAndMarker(of: phrase).marker
      let bytes = namer.bytes([noun, marker])
      let predicate = PredicatePhrase(name: verb, keys: [], bytes: bytes)
      for (position, party) in parties.enumerated() where position + 1 < parties.count {
        let others = RoleWords(
          name: "with", heads: Array(parties[(position + 1)...]),
          phrase: PredicatePhrase(name: verb, keys: keys, bytes: bytes))
        emit(
          [party], predicate, roles: [others], clause: nil, context: nominalContexts.context(of: noun),
          rules: [.event, .reciprocal])
      }
    }
  }
}
