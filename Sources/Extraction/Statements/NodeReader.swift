import GraphModel
import Language
import SchemaFiles

/// Finds the node for an argument: the entity that its head names or refers to, otherwise the phrase itself.
struct NodeReader: ReadsDocument {
  let reading: Reading
  let entities: DocumentEntities
  let phrases: PhraseReader
  let types: EntityTypes
  private let namer: PredicateNamer
  /// By token: the innermost name in which it stands, as an index into `entities.mentions`; -1 for none.
  private let nameAt: [Int32]

  init(
    _ reading: Reading, entities: DocumentEntities, phrases: PhraseReader, types: EntityTypes, wordings: WordingIndex
  ) {
    self.reading = reading
    namer = PredicateNamer(reading: reading, lexicon: phrases.lexicon, wordings: wordings)
    self.entities = entities
    self.phrases = phrases
    self.types = types
    var nameAt = [Int32](repeating: -1, count: reading.document.tokens.count)
    for (index, mention) in entities.mentions.enumerated() where mention.kind == .name {
      for token in mention.tokens {
        let other = nameAt[token]
        if other < 0 || entities.mentions[Int(other)].tokens.count > mention.tokens.count {
          nameAt[token] = Int32(index)
        }
      }
    }
    self.nameAt = nameAt
  }

  /// The node and the bytes that stand for it in its sentence; nil for a pronoun that refers to nothing known.
  func node(of argument: Argument) -> (reference: NodeReference, bytes: Range<UInt32>)? {
    guard let member = argument.member else { return node(at: argument.head) }
    return (.entity(member), mentionBytes(argument.head))
  }

  /// The phrase of a common noun, whoever it refers to; nil for names and pronouns.
  ///
  /// - Parameter asOne: whether of a plural one is meant.
  func description(at head: Int, asOne: Bool = false) -> (reference: NodeReference, bytes: Range<UInt32>)? {
    guard document.tokens[head].tag == .noun, nameAt[head] < 0 else { return nil }
    return described(asOne ? phrases.phrase(at: head, asOne: true) : phrase(at: head), head)
  }

  private func described(_ phrase: Phrase, _ head: Int) -> (reference: NodeReference, bytes: Range<UInt32>) {
    (.phrase(name: phrase.name, key: phrase.key, type: type(at: head), office: nil), phrase.bytes)
  }

  /// Whether `reference` is one person, and the plural at `head` says what he and others are: `American journalists
  /// Euna Lee and Laura Ling`.
  func isOneOf(_ reference: NodeReference, at subject: Int, _ head: Int) -> Bool {
    guard case .entity(let number) = reference, document.tokens[head].fineTag == .pluralNoun, nameAt[head] < 0,
      tree.child(of: head, .numericModifier) == nil
    else { return false }
    let entity = entities.entities[number]
    if types.isPerson(entity.type) { return true }
    // `other provinces, including Qazvin`, but `the Alps are mountains`.
    return entity.isNamed && types.isPlace(entity.type) && document.tokens[subject].fineTag == .singularProperNoun
  }

  /// Whether `reference` is one thing with a name, and the plural at `head` says how many there are: `six world powers,
  /// including Russia`.
  func isOneOfSeveral(_ reference: NodeReference, at subject: Int, _ head: Int) -> Bool {
    guard case .entity(let number) = reference, entities.entities[number].isNamed,
      document.tokens[subject].fineTag == .singularProperNoun
    else { return false }
    // `Carrascal, 73 kilometers north of Tandag`.
    return document.tokens[head].fineTag == .pluralNoun && nameAt[head] < 0
      && tree.child(of: head, .numericModifier) != nil
      && !types.isA(type(at: head), .quantity, .money, .percent, .date)
  }

  /// The same for the head of a phrase.
  func node(at head: Int) -> (reference: NodeReference, bytes: Range<UInt32>)? {
    if let number = entities.entity(atHead: head) {
      let entity = entities.entities[number]
      if entity.isNamed {
        return isSome(head, of: entity.type)
          ? described(phrase(at: head), head) : (.entity(number), mentionBytes(head))
      }
      guard entity.representative.kind != .pronoun else { return nil }
      let phrase = phrase(at: entity.representative.head)
      let isItself = entity.representative.head == head
      return (
        .phrase(
          name: phrase.name, key: phrase.key, type: entity.type, office: office(at: entity.representative.head)),
        isItself ? phrase.bytes : mentionBytes(head)
      )
    }
    let word = document.tokens[head]
    guard word.tag != .pronoun, word.tag != .determiner else { return nil }
    if nameAt[head] >= 0 {
      let mention = entities.mentions[Int(nameAt[head])]
      if let number = entities.entity(atHead: mention.head), entities.entities[number].isNamed {
        return (.entity(number), bytes(of: mention.tokens))
      }
    }
    var phrase = phrase(at: head)
    if phrases.countsPeople(head) {
      // `twelve more are missing`.
      let isFurther = tree.children(of: head, .adverbialModifier).contains {
        $0 == head + 1 && document.form(of: document.tokens[$0]) == "more"
      }
      let noun = isFurther ? " more people" : ["1", "one"].contains(phrase.key) ? " person" : " people"
      phrase.name += noun
      phrase.key += noun
    }
    return (.phrase(name: phrase.name, key: phrase.key, type: type(at: head), office: office(at: head)), phrase.bytes)
  }

  /// `five Hondurans`, `the richest Americans`, `northern Mali`: whether some or a part is meant of what a name means.
  private func isSome(_ head: Int, of type: String) -> Bool {
    let word = document.tokens[head]
    if types.isPlace(type), word.tag == .properNoun {
      return tree.children(of: head, .adjectivalModifier).contains {
        $0 < head && nameAt[$0] < 0
          && phrases.lexicon.partAdjectives.contains(document.form(of: document.tokens[$0]))
      }
    }
    guard word.fineTag == .pluralProperNoun || word.fineTag == .pluralNoun, nameAt[head] >= 0,
      entities.mentions[Int(nameAt[head])].tokens.count == 1
    else { return false }
    let isGroup = types.isA(type, .group)
    return tree.children(of: head).lazy.map(Int.init).contains { child in
      guard child < head else { return false }
      switch document.tokens[child].relation {
      case .numericModifier: return true
      case .adjectivalModifier: return isGroup && nameAt[child] < 0 && phrases.keeps(modifier: child)
      default: return false
      }
    }
  }

  /// The head of the description by which the node of `head` is called: the first of the same thing; nil for names.
  func describingHead(of head: Int) -> Int? {
    guard let number = entities.entity(atHead: head) else { return nameAt[head] < 0 ? head : nil }
    let entity = entities.entities[number]
    return entity.isNamed || entity.representative.kind == .pronoun ? nil : entity.representative.head
  }

  /// What else the nodes with these heads are called where that has a name in it, each once.
  func otherWordings(of heads: [Int]) -> Set<OtherWording> {
    var found: Set<OtherWording> = []
    for head in Set(heads) {
      guard let whole = describingHead(of: head), whole != head, document.tokens[head].tag == .noun,
        tree.children(of: head).contains(where: { nameAt[Int($0)] >= 0 }),
        case .phrase(let name, let key, _, _)? = node(at: whole)?.reference
      else { continue }
      let other = phrase(at: head).name
      if other != name { found.insert(OtherWording(key: key, name: other)) }
    }
    return found
  }

  /// The office that a definite description, or one of a headline, names: `NATO chief`, `the president of France`; nil
  /// for other phrases.
  private func office(at head: Int) -> Office? {
    let word = document.tokens[head]
    guard word.tag == .noun || word.tag == .properNoun, word.fineTag != .pluralNoun else { return nil }
    let isOpen = tree.children(of: head, .determiner).contains { document.form(of: document.tokens[$0]) != "the" }
    guard !isOpen else { return nil }
    for child in tree.children(of: head).lazy.map(Int.init) {
      let isOwner: Bool =
        switch document.tokens[child].relation {
        case .possessive, .compound, .adjectivalModifier: true
        case .nominalModifier: phrases.preposition(of: child) == "of"
        default: false
        }
      guard isOwner, let owner = entities.entity(atHead: child), entities.entities[owner].isNamed else { continue }
      let keys = namer.nominal(head, without: child, link: "be", linkToken: nil, preposition: "of", marker: nil).keys
      guard let title = keys.first(where: { $0.construction == .title })?.words,
        phrases.lexicon.soleOffices.contains(title) || phrases.lexicon.sameOffices.contains(title)
      else { continue }
      guard isBare(head, owner: child, title: title), !isOfThePast(head) else { return nil }
      return Office(owner: owner, title: title, leader: leader(title, of: owner))
    }
    return nil
  }

  /// Whether nothing but owner and title is told of an office: not the late, next, first or would-be prime minister,
  /// nor the one in exile.
  private func isBare(_ head: Int, owner: Int, title: String) -> Bool {
    let words = title.split(separator: " ")
    // `then-Norwegian`.
    guard tree.child(of: owner, .adverbialModifier) == nil else { return false }
    return tree.children(of: head).allSatisfy { number in
      let child = Int(number)
      switch document.tokens[child].relation {
      case .determiner, .copula, .caseMarker, .relativeClause: return true
      // `prime minister-designate`.
      case .punctuation:
        return child != head + 1 || [head, child].contains { document.tokens[$0].flags.contains(.spaceAfter) }
      default:
        return child == owner || child < head && words.contains { $0 == document.lemma(of: document.tokens[child]) }
      }
    }
  }

  /// Whether the sentence or one of the two before it tells of a year before the last one: who has the office in them
  /// is not who has it when it is written.
  private func isOfThePast(_ token: Int) -> Bool {
    guard let year = document.metadata.date.flatMap({ Int($0.prefix(4)) }) else { return false }
    let sentence = Int(reading.sentenceAt[token])
    let words =
      document.sentences[max(0, sentence - 2)].tokens.lowerBound..<document.sentences[sentence].tokens.upperBound
    return words.contains { word in
      guard document.tokens[word].tag == .numeral, document.tokens[word].length == 4,
        let told = Int(document.text(of: document.tokens[word]))
      else { return false }
      return told >= 1000 && told < year - 1
    }
  }

  private func leader(_ title: String, of owner: Int) -> KnownLeader? {
    let leaders = phrases.lexicon.leaders
    return leaders.row(title, of: entities.entities[owner].name, on: document.metadata.date).map { row in
      KnownLeader(local: entities.entities.count + row, rule: leaders.rule(of: row))
    }
  }

  /// The leaders whom `references` mean, as persons whom the document never names.
  func named(_ references: some Sequence<NodeReference>) -> [NamedEntity] {
    let leaders = phrases.lexicon.leaders
    guard let person = types.type(of: .person) else { return [] }
    return Set(references.compactMap { $0.leader?.local }).sorted().map { local in
      NamedEntity(
        local: local, name: leaders.rows[local - entities.entities.count].name, type: person, isKnown: true,
        isTypeCertain: true, gender: nil, mentions: 1, forms: [], titles: [], aliases: [], standsFor: nil)
    }
  }

  /// The phrase of `head` under the name of its owner: `her company` is `Pernille Brask's company`, since otherwise all
  /// companies would be one node, and `the former president's lawyers` are `Jair Bolsonaro's lawyers`.
  private func phrase(at head: Int) -> Phrase {
    let known = namesMeant(in: head)
    guard let possessor = possessor(of: head), let number = entities.entity(atHead: possessor) else {
      return phrases.phrase(at: head, naming: known)
    }
    var phrase = phrases.phrase(at: head, without: possessor, naming: known)
    let owner = entities.entities[number].name
    let isOfMany = owner.hasSuffix("s") && document.form(of: document.tokens[possessor]) == "their"
    phrase.name = "\(owner)\(isOfMany ? "'" : "'s") \(phrase.name)"
    phrase.key = "\(owner.lowercased()) 's \(phrase.key)"
    return phrase
  }

  /// `the needs of the country`: by the heads of descriptions behind a noun, whose names they stand for.
  private func namesMeant(in head: Int) -> [Int: String] {
    var names: [Int: String] = [:]
    for child in tree.children(of: head, .nominalModifier) where child > head {
      guard nameAt[child] < 0, document.tokens[child].tag == .noun, let number = entities.entity(atHead: child),
        entities.entities[number].isNamed, tree.child(of: child, .conjunct) == nil,
        !tree.span(of: child).contains(where: { nameAt[$0] >= 0 }), !isNamed(number, beside: head)
      else { continue }
      names[child] = entities.entities[number].name
    }
    return names
  }

  /// `Turkey is a partner in the region`: whether a name of the entity stands in the same sentence, of which the noun
  /// says something.
  private func isNamed(_ entity: Int, beside noun: Int) -> Bool {
    let sentence = document.sentences[Int(reading.sentenceAt[noun])].tokens
    return sentence.contains { word in
      nameAt[word] >= 0 && entities.entity(atHead: word) == entity
        && [.subject, .passiveSubject].contains(document.tokens[word].relation)
    }
  }

  /// The pronoun or description before a noun that means an owner with a name; nil when there is none.
  func possessor(of head: Int) -> Int? {
    let possessor =
      phrases.possessivePronoun(of: head)
      ?? tree.children(of: head, .possessive).first { document.tokens[$0].tag == .noun && nameAt[$0] < 0 }
    return possessor.flatMap { possessor in
      entities.entity(atHead: possessor).flatMap { entities.entities[$0].isNamed ? possessor : nil }
    }
  }

  private func mentionBytes(_ head: Int) -> Range<UInt32> {
    if nameAt[head] >= 0 { return bytes(of: entities.mentions[Int(nameAt[head])].tokens) }
    return document.tokens[head].start..<document.tokens[head].end
  }

  private func bytes(of tokens: Range<Int>) -> Range<UInt32> {
    document.tokens[tokens.lowerBound].start..<document.tokens[tokens.upperBound - 1].end
  }

  /// The type of a phrase: what the model labels it, else what its head noun says, else a concept.
  private func type(at head: Int) -> String {
    let word = document.tokens[head]
    if let label = word.entity.label {
      switch label {
      case .money, .percent, .date, .quantity, .event: if let type = types.type(of: label) { return type }
      default: break
      }
    }
    if let type = types.type(ofNoun: document.lemma(of: word)) { return type }
    if word.tag == .numeral { return types.type(of: .quantity) ?? EntityTypes.unknown }
    return EntityTypes.unknown
  }
}
