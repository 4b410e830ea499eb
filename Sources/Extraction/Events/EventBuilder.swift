import Bytes
import GraphModel
import Language
import TreePatterns

/// A document on its way to events: what was found in it, and the events made so far.
struct EventBuilder: ReadsDocument {
  let reading: Reading
  let lexicon: Lexicon
  let list: ClauseList
  let contexts: [ClauseContext]
  let entities: DocumentEntities
  let namer: PredicateNamer
  let phrases: PhraseReader
  let times: TimeReader
  let types: EntityTypes
  var events: [Event] = []
  /// Nouns of events whose events were made.
  var toldEvents: Set<Int> = []
  /// Clauses that tell of a successor, and of no office, with who follows and who is followed.
  var successions: [(clause: Int, successors: [Int], predecessors: [Int])] = []
  /// The rules over noun phrases that stated something.
  var statingRules: [FittingRule] = []
  private let confidence = ConfidenceModel(.statements)
  /// By plural noun, who they are: Chan and Wu of `the candidates elected were Chan and Wu`.
  private(set) var membersByIdentity: [Int: [Int]] = [:]
  /// Who says something, in text order.
  private let speakers: [Int]
  /// By token: the longest name in which it stands, as an index into the mentions; -1 for none.
  let nameAt: [Int32]

  /// A sentence coordinates at most this many subjects with this many objects before pairs are left out.
  private static let pairLimit = 24

  init(
    reading: Reading, lexicon: Lexicon, list: ClauseList, contexts: [ClauseContext],
    entities: DocumentEntities, namer: PredicateNamer, phrases: PhraseReader, times: TimeReader,
    types: EntityTypes
  ) {
    self.reading = reading
    self.lexicon = lexicon
    self.list = list
    self.contexts = contexts
    self.entities = entities
    self.namer = namer
    self.phrases = phrases
    self.times = times
    self.types = types
    var nameAt = [Int32](repeating: -1, count: reading.document.tokens.count)
    for (index, mention) in entities.mentions.enumerated() where mention.kind == .name {
      for token in mention.tokens
      where nameAt[token] < 0 || entities.mentions[Int(nameAt[token])].tokens.count < mention.tokens.count {
        nameAt[token] = Int32(index)
      }
    }
    self.nameAt = nameAt
    speakers = Set(contexts.compactMap(\.attribution)).filter { entities.entity(atHead: $0) != nil }.sorted()
    findMembersByIdentity()
  }

  private mutating func findMembersByIdentity() {
    // `the founders, Brandt and Holm, sued`: each did.
    for token in document.tokens.indices where document.tokens[token].relation == .apposition {
      let group = Int(document.tokens[token].head)
      if group >= 0, group < token { identify(group, with: token) }
    }
    for (index, clause) in list.clauses.enumerated() where clause.form == .copular && clause.copula != nil {
      if let group = clause.subject, contexts[index].polarity == .affirmed { identify(group, with: clause.predicate) }
    }
  }

  /// Takes what is coordinated with `member` for the members of a plural noun, where all have names.
  private mutating func identify(_ group: Int, with member: Int) {
    guard document.tokens[group].fineTag == .pluralNoun, nameAt[group] < 0 else { return }
    let members = heads(member)
    if members.count > 1, members.allSatisfy({ nameAt[$0] >= 0 }) { membersByIdentity[group] = members }
  }

  /// The events in text order, each once, without the offices of which another sentence tells more.
  func sorted() -> [Event] {
    var seen = Set<String>()
    return withInferredBodies(withoutShortOffices()).enumerated().sorted { a, b in
      let left = (a.element.sentence, a.element.predicate.bytes.lowerBound, a.offset)
      let right = (b.element.sentence, b.element.predicate.bytes.lowerBound, b.offset)
      return left < right
    }.map(\.element).filter { event in
      let object = event.object.map { "\($0.head) \($0.member ?? -1)" } ?? ""
      let subject = "\(event.subject.head) \(event.subject.member ?? -1)"
      // `is no longer treasurer` denies the office, and ends it.
      let end = event.tenure == .ends ? " ends" : ""
      return seen.insert(
        "\(subject) \(object) \(event.predicate.name) \(event.predicate.bytes.lowerBound)\(end)"
      ).inserted
    }
  }

  // MARK: - Arguments

  /// The heads that an argument distributes to: its conjuncts, without words that refer to nothing.
  func heads(_ argument: Int?) -> [Int] {
    guard let argument else { return [] }
    // `the Ministry of Health and Welfare` is one name.
    let name = nameAt[argument]
    return tree.conjuncts(of: argument).filter {
      isReferential($0) && ($0 == argument || name < 0 || nameAt[$0] != name) && !isExcepted($0)
    }.flatMap { head in
      let places = places(ofKind: head)
      return places.isEmpty ? [head] : places
    }
  }

  /// Whether a word can stand for something in the graph.
  func isReferential(_ token: Int) -> Bool {
    let word = document.tokens[token]
    switch word.tag {
    case .noun, .properNoun, .symbol, .other: return true
    case .numeral: return true
    case .pronoun:
      return entities.entity(atHead: token) != nil || !entities.members(atHead: token).isEmpty
        || transparent(token) != token
    // `the rich`, `the unemployed`: an adjective with a determiner.
    // `the first`: of what, another sentence tells.
    case .adjective:
      return entities.entity(atHead: token) != nil
        || tree.child(of: token, .determiner) != nil
          && !lexicon.singlingAdjectives.contains(document.form(of: word))
    case .determiner: return entities.entity(atHead: token) != nil || transparent(token) != token
    default: return false
    }
  }

  /// One argument a member for a plural that stands for several names, otherwise one.
  private func arguments(
    _ heads: [Int], keepingDescriptions: Bool = false, keepingNumber: Bool = true
  ) -> [Argument] {
    let heads = keepingDescriptions ? heads : heads.flatMap { membersByIdentity[$0] ?? [$0] }
    return heads.flatMap { word in
      let isKept = keepingDescriptions && name(rightBehind: word) != nil || keepingNumber && isSomeOfAll(word)
      let head = isKept ? word : transparent(word)
      let bytes = phrases.wholeBytes(at: head)
      let members: [Int?] = entities.members(atHead: head)
      // `five years` in prison are no five of anything.
      let quantity =
        times.isDuration(head) ? nil : phrases.quantity(at: document.tokens[word].tag == .numeral ? word : head)
      return (members.isEmpty ? [nil] : members).map {
        Argument(head: head, bytes: bytes, member: $0, quantity: quantity)
      }
    }
  }

  /// `no one from the embassy`, `nobody in the cabinet`: what is denied of each is denied of the body; nil for other
  /// words.
  func content(ofNobody head: Int) -> Int? {
    let word = document.tokens[head]
    guard word.tag == .pronoun, lexicon.negations.contains(document.form(of: word)) || isNoOne(head) else { return nil }
    return tree.children(of: head, .nominalModifier).first {
      ["at", "from", "in", "of", "on"].contains(phrases.preposition(of: $0)) && isReferential($0)
    }
  }

  private func isNoOne(_ head: Int) -> Bool {
    document.form(of: document.tokens[head]) == "one"
      && tree.child(of: head, .determiner).map { document.form(of: document.tokens[$0]) } == "no"
  }

  /// Whether the argument is a name, so that its words cannot be part of a predicate.
  func isNamed(_ head: Int) -> Bool {
    document.tokens[head].tag == .properNoun || document.tokens[head].tag == .pronoun || nameAt[head] >= 0
  }

  /// The longest name in which a token stands; nil for other words.
  func name(at token: Int) -> Mention? { nameAt[token] < 0 ? nil : entities.mentions[Int(nameAt[token])] }

  func isInName(_ token: Int) -> Bool { nameAt[token] >= 0 }

  /// A name as written.
  private func words(_ name: Mention) -> String {
    document.text(in: document.tokens[name.tokens.lowerBound].start..<document.tokens[name.tokens.upperBound - 1].end)
  }

  // MARK: - Emission

  /// Adds one event for every pair of coordinated subjects and objects, or for every subject where there is no object.
  mutating func emit(
    _ subjects: [Int], _ predicate: PredicatePhrase, _ objects: [Int] = [], roles: [RoleWords] = [],
    office: String? = nil, adjuncts: [Range<UInt32>] = [], clause: Int?, context: ClauseContext? = nil,
    rules: [RuleName]
  ) {
    // `the schools Santo Spirito and Immacolata`: schools is what they are.
    let isIdentity = predicate.isIdentity
    let objects: [Argument?] =
      objects.isEmpty
      ? [nil]
      : arguments(
        objects, keepingDescriptions: isIdentity, keepingNumber: !predicate.name.hasSuffix(" one of"))
    var pairs = 0
    for subject in arguments(subjects) where isSubject(subject.head) {
      for object in objects where subject.head != object?.head {
        pairs += 1
        guard pairs <= Self.pairLimit else { return }
        // `casualties in the battle`: who or what is part of a name takes no part by itself.
        let named = roles.isEmpty ? nil : object.flatMap { isNamed($0.head) ? nil : phrases.phrase(at: $0.head).bytes }
        let roles = roles.flatMap { words in
          arguments(words.heads).filter { filler in
            filler.head != subject.head && filler.head != object?.head
              && (named?.contains(document.tokens[filler.head].start) != true || namer.isKnown(words.phrase.keys))
          }.map {
            Role(
              name: words.name, filler: $0, keys: words.phrase.keys, includesObject: words.includesObject,
              bytes: words.phrase.bytes)
          }
        }
        let end = object ?? roles.first?.filler
        let fired = rules + (subjects.count * max(objects.count, 1) > 1 ? [.list] : [])
        let ends = [subject.head] + (end.map { [$0.head] } ?? [])
        let qualifiers = qualifiers(clause, context, object: object?.head)
        let grounds = Grounds(
          rules: fired,
          shape: shape(subject, object, roles, adjuncts, qualifiers, clause: clause, keys: predicate.keys),
          words: ends + (clause.map { [list.clauses[$0].predicate] } ?? []), ends: ends)
        events.append(
          Event(
            sentence: Int(reading.sentenceAt[predicateToken(predicate, subject.head)]), subject: subject,
            predicate: predicate, object: object, roles: roles,
            isLight: clause.map { isLight(list.clauses[$0]) } ?? false, office: office, adjuncts: adjuncts,
            qualifiers: qualifiers, rules: rules,
            confidence: confidence.confidence(grounds, in: document), signs: grounds.signs(in: document),
            words: grounds.words))
      }
    }
  }

  /// What tells of an event whether it stands on its own: which of its parts have names, what it lacks, how it hangs on
  /// its sentence.
  private func shape(
    _ subject: Argument, _ object: Argument?, _ roles: [Role], _ adjuncts: [Range<UInt32>],
    _ qualifiers: EventQualifiers, clause: Int?, keys: [WordingKey]
  ) -> [String] {
    var shape = ["subject is \(standing(subject))"]
    if let object { shape.append("object is \(standing(object))") }
    if let filler = roles.first?.filler { shape.append("role is \(standing(filler))") }
    if object == nil, roles.isEmpty { shape.append(adjuncts.isEmpty ? "alone" : "with adjunct") }
    if qualifiers.modality != .certain { shape.append("claim") }
    if qualifiers.attribution != nil { shape.append("said") }
    if namer.isKnown(keys) { shape.append("known") }
    if let clause { shape.append("link \(list.clauses[clause].link)") }
    let words = document.sentences[Int(reading.sentenceAt[subject.head])].tokens.count
    shape.append("length \([15, 25, 35, 50].count { words >= $0 })")
    return shape
  }

  /// Whether an argument is somebody or something with a name, a pronoun for that, a phrase, or a bare noun.
  private func standing(_ argument: Argument) -> String {
    let word = document.tokens[argument.head]
    if argument.member != nil { return "name" }
    if let number = entities.entity(atHead: argument.head), entities.entities[number].isNamed {
      return word.tag == .pronoun ? "pronoun" : isNamed(argument.head) ? "name" : "description"
    }
    if isNamed(argument.head) { return "proper" }
    return phrases.phrase(at: argument.head).key.contains(" ") ? "phrase" : "bare"
  }

  /// `it added`, `they argue`: a pronoun that refers to nobody known, of whom something is said, is for who spoke last;
  /// nil when nobody did in the three sentences before.
  private func earlierSpeaker(than pronoun: Int) -> Int? {
    guard document.tokens[pronoun].fineTag == .personalPronoun, !["i", "we", "you"].contains(form(pronoun)) else {
      return nil
    }
    let isPlural = form(pronoun) == "they"
    let sentence = reading.sentenceAt[pronoun]
    return speakers.last {
      $0 < pronoun && reading.sentenceAt[$0] >= sentence - 3 && (isPlural || document.tokens[$0].fineTag != .pluralNoun)
    }
  }

  private func form(_ token: Int) -> String { document.form(of: document.tokens[token]) }

  private func isLight(_ clause: Clause) -> Bool {
    clause.form == .verbal && lexicon.lightVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
  }

  /// Whether something can be said of a word by itself: amounts and times need the noun that they are of.
  private func isSubject(_ head: Int) -> Bool {
    if entities.entity(atHead: head) != nil { return true }
    let word = document.tokens[head]
    // `one of the men`; `Two killed in blast`.
    if isSomeOfAll(head) || phrases.countsPeople(head) { return true }
    if word.tag == .numeral, word.relation == .passiveSubject, word.entity.label == nil { return !times.isTime(head) }
    return word.tag != .numeral && word.tag != .symbol && !times.isTime(head)
  }

  /// A token of the sentence in which the predicate stands.
  private func predicateToken(_ predicate: PredicatePhrase, _ fallback: Int) -> Int {
    let sentence = document.sentences[Int(reading.sentenceAt[fallback])]
    if sentence.bytes.contains(predicate.bytes.lowerBound) { return fallback }
    let behind = document.tokens.indices.first(behind: { document.tokens[$0].start <= predicate.bytes.lowerBound })
    return max(behind - 1, 0)
  }

  private func qualifiers(_ clause: Int?, _ context: ClauseContext?, object: Int?) -> EventQualifiers {
    var qualifiers = EventQualifiers()
    guard let context = context ?? clause.map({ contexts[$0] }) else { return qualifiers }
    qualifiers.polarity = context.polarity
    qualifiers.modality = context.modality
    if let speaker = context.attribution {
      if let speaker = isReferential(speaker) ? speaker : earlierSpeaker(than: speaker) {
        qualifiers.attribution = speaker
      } else if qualifiers.modality == .certain, !["i", "we"].contains(form(speaker)) {
        // Somebody says so, and the text does not tell who.
        qualifiers.modality = .possible
      }
    }
    guard let clause else { return qualifiers }
    let isFuture = [.expected, .planned, .obligation, .desired].contains(context.modality)
    qualifiers.time = times.time(
      of: list.clauses[clause], isFuture: isFuture || times.isAhead(list.clauses[clause]))
    // `became chief executive in 2020`, `was appointed governor in 2018`.
    if qualifiers.time == nil, list.clauses[clause].link == .openComplement, list.clauses[clause].form == .copular,
      let governing = list.clauses[clause].governor.flatMap({ list.clause(ofPredicate: $0) })
    {
      qualifiers.time = times.time(of: governing, isFuture: isFuture || times.isAhead(governing))
    }
    if let place = times.place(of: list.clauses[clause]),
      object.map({ !tree.conjuncts(of: place).contains($0) }) ?? true
    {
      qualifiers.place = name(at: place).map(words) ?? phrases.phrase(at: place).name
    }
    return qualifiers
  }
}
