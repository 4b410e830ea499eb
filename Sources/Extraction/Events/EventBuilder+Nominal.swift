import Language
import SchemaFiles

extension EventBuilder {
  /// Events that noun phrases imply: appositions, titles, possessives, examples.
  mutating func proposeNominal() {
    for token in document.tokens.indices { proposeEvent(token) }
    for token in document.tokens.indices {
      switch document.tokens[token].relation {
      case .apposition: proposeApposition(token)
      case .possessive:
        proposePossession(token)
        proposeAffiliation(token)
      case .nominalModifier:
        proposeExamples(token)
        proposeAffiliation(token)
        proposeSeat(token)
        proposeWhereabouts(token)
      default: break
      }
    }
    for mention in entities.mentions where mention.kind == .name { proposeTitle(of: mention) }
  }

  /// The clause around a noun: who says it holds for the noun phrase, too.
  private func enclosingClause(of token: Int) -> Int? {
    var current = token
    while document.tokens[current].head != Token.noHead {
      current = Int(document.tokens[current].head)
      if let index = list.index(ofPredicate: current) { return index }
    }
    return nil
  }

  /// `Kaja Kallas, the EU's foreign policy chief`; also with the name behind the role.
  private mutating func proposeApposition(_ token: Int) {
    guard document.tokens[token].head != Token.noHead else { return }
    let head = Int(document.tokens[token].head)
    guard isReferential(head), isReferential(token), !times.isTime(token), !times.isTime(head) else { return }
    if isPlace(token), isPlaceName(before: token, head) {
      // `Anbar province, Iraq`, `Tartus, Syria`.
      return emitPlace(of: head, "in", heads(token), at: token - 1, clause: nil)
    }
    if proposeAffiliation(token) { return }
    let (holder, role) = isNamed(token) && !isNamed(head) ? (token, head) : (head, token)
    for role in role == token ? heads(role) : [role] { propose(role, of: holder) }
  }

  /// `Kallas, the EU's foreign policy chief and a former prime minister`: each of the roles.
  private mutating func propose(_ role: Int, of holder: Int) {
    guard areCompatible(holder, role) else { return }
    guard isNamed(holder) != isNamed(role) || !isNamed(role) else { return }
    if let one = entities.entity(atHead: holder), one == entities.entity(atHead: role), isNamed(role) { return }
    let link = (lemma: "be", token: Int?.none)
    if isFormer(role) {
      // `previously an ally of the government`.
      let phrase = PredicatePhrase(name: "be former", keys: [], bytes: namer.bytes([role]))
      return emit([holder], phrase, [role], clause: nil, rules: [.apposition])
    }
    if proposeRoles(of: role, [holder], link: link, clause: nil, rules: [.apposition]) { return }
    if isNamed(holder), namer.isOffice(role), document.tokens[role].fineTag == .singularNoun {
      let phrase = PredicatePhrase(name: "be \(namer.office(role))", keys: [], bytes: namer.bytes([role]))
      return emit([holder], phrase, office: namer.office(role), clause: nil, rules: [.apposition])
    }
    let predicate = PredicatePhrase(name: "be", keys: [], bytes: namer.bytes([role]))
    emit([holder], predicate, [role], clause: nil, rules: [.apposition])
  }

  private func isFormer(_ role: Int) -> Bool {
    tree.children(of: role, .adverbialModifier).contains {
      lexicon.formerAdverbs.contains(document.form(of: document.tokens[$0]))
    }
  }

  /// `ISIL in Iraq`, `Tartus, Syria`.
  mutating func emitPlace(of noun: Int, _ preposition: String, _ places: [Int], at marker: Int?, clause: Int?) {
    let bytes = namer.bytes([marker])
    let phrase = PredicatePhrase(name: "be", keys: [WordingKey(.verb, "be \(preposition)")], bytes: bytes)
    emit(
      [noun], PredicatePhrase(name: "be", keys: [], bytes: bytes),
      roles: [RoleWords(name: preposition, heads: places, phrase: phrase)], clause: clause, rules: [.whereabouts])
  }

  /// Whether the phrase at `head` is a place with a name, right before the comma before `token`.
  private func isPlaceName(before token: Int, _ head: Int) -> Bool {
    guard head < token, document.tokens[token - 1].fineTag == .comma, let number = entities.entity(atHead: head),
      entities.entity(atHead: token) != number
    else { return false }
    let isLocal = types.isPlace(entities.entities[number].type)
    return isLocal && (head..<token).contains { document.tokens[$0].tag == .properNoun }
      || isLocal && tree.children(of: head, .compound).contains { document.tokens[$0].tag == .properNoun }
  }

  /// Whether a person is described by what may be one: no person is a report.
  private func areCompatible(_ holder: Int, _ role: Int) -> Bool {
    guard let one = entities.entity(atHead: holder), let other = entities.entity(atHead: role),
      types.isPerson(entities.entities[one].type), entities.entities[one].isNamed
    else { return true }
    let type = entities.entities[other].type
    return !types.isPlace(type) && !types.isA(type, .date, .event, .money, .percent, .quantity)
      && !types.isA(type, ["Product", "Work"])
  }

  /// `Ukraine's concerns over the deal`: whose they are stands before them.
  private mutating func proposePossession(_ token: Int) {
    guard document.tokens[token].head != Token.noHead else { return }
    let possessed = Int(document.tokens[token].head)
    guard isReferential(token), isReferential(possessed), !isNamed(possessed), !times.isTime(token) else { return }
    proposeHolding(token, possessed)
  }

  /// `unease among allies about X`, `discomfort in Europe regarding X`: whose it is stands behind it.
  private mutating func proposeSeat(_ token: Int) {
    guard document.tokens[token].head != Token.noHead, isReferential(token),
      ["among", "in", "within", "across", "of", "from", "by"].contains(phrases.preposition(of: token))
    else { return }
    proposeHolding(token, Int(document.tokens[token].head))
  }

  /// `ISIL in Iraq`, `civilians in Aleppo`, `Flag Land Base in Clearwater, Florida`: something named, or somebody, is
  /// in a named place, and the place in a larger one.
  private mutating func proposeWhereabouts(_ token: Int) {
    guard document.tokens[token].head != Token.noHead, isPlace(token) else { return }
    let noun = Int(document.tokens[token].head)
    let (words, marker) = phrases.prepositionAndMarker(of: token)
    // A parser may hang the larger place on the noun.
    if words.isEmpty,
      let smaller = tree.children(of: noun).lazy.map(Int.init).last(where: { $0 < token && isPlace($0) }),
      isNameBehindComma(token, smaller)
    {
      return emitPlace(of: smaller, "in", [token], at: token - 1, clause: nil)
    }
    guard ["across", "aboard", "at", "in", "near", "outside", "throughout"].contains(words), isReferential(noun),
      let number = entities.entity(atHead: noun), isLocated(entities.entities[number]) || isPlace(noun)
    else { return }
    emitPlace(of: noun, words, heads(token), at: marker, clause: enclosingClause(of: noun))
  }

  private func isNameBehindComma(_ token: Int, _ smaller: Int) -> Bool {
    let start = name(at: token)?.tokens.lowerBound ?? token
    return start > 0 && document.tokens[start - 1].fineTag == .comma
      && name(at: smaller)?.tokens.upperBound == start - 1
  }

  /// Whether an entity can be somewhere: somebody, or a thing with a name.
  private func isLocated(_ entity: LocalEntity) -> Bool {
    types.isA(entity.type, .person, .organization, .group)
      || entity.isNamed && !types.isA(entity.type, .date, .event, .money, .percent, .quantity)
        && !types.isA(entity.type, ["Work"])
  }

  func isPlace(_ token: Int) -> Bool {
    if let label = document.tokens[token].entity.label { return label == .geopoliticalEntity || label == .location }
    guard let number = entities.entity(atHead: token) else { return false }
    return entities.entities[number].isNamed
      && types.isPlace(entities.entities[number].type)
  }

  func isSomebody(_ token: Int) -> Bool {
    entities.entity(atHead: token).map { entities.entities[$0].isNamed || types.isPerson(entities.entities[$0].type) }
      ?? false
  }

  /// `allies' concerns over X`: the possessor has the concern, as if a light verb said so.
  private mutating func proposeHolding(_ holder: Int, _ noun: Int) {
    // `there is discomfort in Estonia regarding the deal`: a parser may hang the topic on the verb.
    let verb = list.clauses.indices.first { list.clauses[$0].isExistential && list.clauses[$0].subject == noun }
    let topics = tree.children(of: noun, .nominalModifier) + (verb.map { list.clauses[$0].obliques.map(\.head) } ?? [])
    if toldEvents.contains(noun) { return }
    for phrase in topics where phrase != holder && isReferential(phrase) {
      let (words, marker) = phrases.prepositionAndMarker(of: phrase)
      guard !words.isEmpty else { continue }
      let tail = "\(document.lemma(of: document.tokens[noun])) \(words)"
      let predicate = PredicatePhrase(
        name: "have \(tail)", keys: [WordingKey(.verb, "* \(tail)")], bytes: namer.bytes([noun, marker]))
      guard namer.isKnown(predicate.keys) else { continue }
      emit(
        [holder], predicate, heads(phrase), clause: enclosingClause(of: noun), rules: [.holder])
    }
  }

  /// `nations such as Italy and Spain`: each example is one (Hearst, COLING 1992).
  private mutating func proposeExamples(_ token: Int) {
    guard document.tokens[token].head != Token.noHead else { return }
    let whole = Int(document.tokens[token].head)
    let (words, marker) = phrases.prepositionAndMarker(of: token)
    guard lexicon.exemplifiers.contains(words), isReferential(whole), !isNamed(whole) else { return }
    let bytes = namer.bytes([marker])
    if document.tokens[whole].fineTag == .pluralNoun {
      let predicate = PredicatePhrase(name: "be", keys: [], bytes: bytes)
      emit(heads(token), predicate, [whole], clause: nil, rules: [.example])
    } else if words == "including" {
      let predicate = PredicatePhrase(name: "include", keys: [WordingKey(.verb, "include")], bytes: bytes)
      emit([whole], predicate, heads(token), clause: nil, rules: [.example])
    }
  }
}
