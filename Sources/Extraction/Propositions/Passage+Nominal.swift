import Language
import SchemaFiles

extension Passage {
  /// Propositions that noun phrases imply: appositions, titles, possessives, examples.
  mutating func proposeNominal() {
    for token in document.tokens.indices { proposeEvent(token) }
    for token in document.tokens.indices {
      switch document.tokens[token].relation {
      case .apposition: proposeApposition(token)
      case .possessive: proposePossession(token)
      case .nominalModifier:
        proposeExamples(token)
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
      let predicate = PredicatePhrase(
        name: "be in", keys: [WordingKey(.verb, "be in")], bytes: namer.bytes([token - 1]))
      return emit([head], predicate, heads(token), clause: nil, rules: [.whereabouts])
    }
    let (holder, role) = isNamed(token) && !isNamed(head) ? (token, head) : (head, token)
    guard areCompatible(holder, role) else { return }
    guard isNamed(holder) != isNamed(role) || !isNamed(role) else { return }
    if let one = entities.entity(atHead: holder), one == entities.entity(atHead: role), isNamed(role) { return }
    let link = (lemma: "be", token: Int?.none)
    proposeRoles(of: role, [holder], link: link, clause: nil, rules: [.apposition])
    let predicate = PredicatePhrase(name: "be", keys: [], bytes: namer.bytes([role]))
    emit([holder], predicate, [role], clause: nil, rules: [.apposition])
  }

  /// Whether the phrase at `head` is a place with a name, right before the comma before `token`.
  private func isPlaceName(before token: Int, _ head: Int) -> Bool {
    guard head < token, document.tokens[token - 1].fineTag == .comma, let number = entities.entity(atHead: head),
      entities.entity(atHead: token) != number
    else { return false }
    let isLocal = ["GeopoliticalEntity", "Location"].contains(entities.entities[number].type)
    return isLocal && (head..<token).contains { document.tokens[$0].tag == .properNoun }
      || isLocal && tree.children(of: head, .compound).contains { document.tokens[$0].tag == .properNoun }
  }

  /// Whether a person is described by what may be one: no person is a report.
  private func areCompatible(_ holder: Int, _ role: Int) -> Bool {
    guard let one = entities.entity(atHead: holder), let other = entities.entity(atHead: role),
      entities.entities[one].type == "Person", entities.entities[one].isNamed
    else { return true }
    return !["Date", "Event", "GeopoliticalEntity", "Location", "Money", "Percent", "Product", "Quantity", "Work"]
      .contains(entities.entities[other].type)
  }

  /// `Ukraine's military capacity`: a named possessor has it.
  private mutating func proposePossession(_ token: Int) {
    guard document.tokens[token].head != Token.noHead else { return }
    let possessed = Int(document.tokens[token].head)
    guard isReferential(token), isReferential(possessed), !isNamed(possessed), !times.isTime(token) else { return }
    proposeHolding(token, possessed)
    // Of pronouns only those that stand for a name: their possessions have names of their own.
    if document.tokens[token].tag == .pronoun {
      guard let owner = entities.entity(atHead: token), entities.entities[owner].isNamed else { return }
    }
    // A person who holds a role is told by the role, not as a possession.
    // An event is told by its own words: Russia has no invasion.
    guard isNamed(token), !isSomebody(possessed), !toldEvents.contains(possessed) else { return }
    let ending = tree.child(of: token, .caseMarker)
    let predicate = PredicatePhrase(
      name: "have", keys: [WordingKey(.verb, "have")], bytes: namer.bytes([ending ?? token]))
    emit([token], predicate, [possessed], clause: nil, rules: [.possessive])
  }

  /// `unease among allies about X`, `discomfort in Europe regarding X`: whose it is stands behind it.
  private mutating func proposeSeat(_ token: Int) {
    guard document.tokens[token].head != Token.noHead, isReferential(token),
      ["among", "in", "within", "across", "of", "from", "by"].contains(phrases.preposition(of: token))
    else { return }
    proposeHolding(token, Int(document.tokens[token].head))
  }

  /// `ISIL in Iraq`, `civilians in Aleppo`: somebody, or a place, who is in a named place.
  private mutating func proposeWhereabouts(_ token: Int) {
    guard document.tokens[token].head != Token.noHead, isPlace(token) else { return }
    let noun = Int(document.tokens[token].head)
    let (words, marker) = phrases.prepositionAndMarker(of: token)
    guard ["across", "at", "in", "near", "outside", "throughout"].contains(words), isReferential(noun),
      let number = entities.entity(atHead: noun),
      Self.located.contains(entities.entities[number].type) || isPlace(noun)
    else { return }
    let predicate = PredicatePhrase(
      name: "be \(words)", keys: [WordingKey(.verb, "be \(words)")], bytes: namer.bytes([marker]))
    emit([noun], predicate, heads(token), clause: enclosingClause(of: noun), rules: [.whereabouts])
  }

  /// Types of what can be somewhere.
  private static let located: Set<String> = [
    "Company", "Group", "InternationalOrganization", "MilitaryForce", "Organization", "Person", "PoliticalParty",
  ]

  private func isPlace(_ token: Int) -> Bool {
    if let label = document.tokens[token].entity.label { return label == .geopoliticalEntity || label == .location }
    guard let number = entities.entity(atHead: token) else { return false }
    return entities.entities[number].isNamed
      && ["GeopoliticalEntity", "Location"].contains(entities.entities[number].type)
  }

  private func isSomebody(_ token: Int) -> Bool {
    entities.entity(atHead: token).map { entities.entities[$0].isNamed || entities.entities[$0].type == "Person" }
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
