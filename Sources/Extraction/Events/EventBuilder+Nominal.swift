import Language
import SchemaFiles
import TreePatterns

extension EventBuilder {
  /// Events that noun phrases imply: those of nouns of events, what the rules of Schema/grammar state, and titles.
  mutating func proposeNominal(by rules: RuleRunner) {
    for token in document.tokens.indices { proposeEvent(token) }
    for mention in entities.mentions where mention.kind == .name { proposeTitle(of: mention) }
    for fitting in rules.statements(in: document, reader: self) {
      let rule = rules.grammar.rules[fitting.rule]
      for case .state(let statement) in rule.actions { state(statement, fitting, by: rule) }
    }
  }

  private mutating func state(_ statement: StatementPattern, _ fitting: FittingRule, by rule: Rule) {
    let told = events.count
    let weights = [RuleName(rawValue: rule.weight)].compactMap { $0 }
    let clause = statement.clause.flatMap { fitting.words[Int($0)].first }.flatMap(enclosingClause)
    let subjects = fitting.words[Int(statement.subject)]
    if statement.predicate.isEmpty {
      for role in statement.object.map({ fitting.words[Int($0)] }) ?? [] {
        for holder in subjects { propose(role, of: holder, clause: clause, rules: weights) }
      }
    } else {
      for place in statement.place.map({ fitting.words[Int($0)].map(Optional.init) }) ?? [nil] {
        var fitting = fitting
        if let node = statement.place, let place { fitting.words[Int(node)] = [place] }
        state(statement, fitting, at: place, clause: clause, rules: weights)
      }
    }
    if events.count > told { statingRules.append(fitting) }
    for index in told..<events.count {
      // Confidence weighed it as one of a kind; evidence tells which it is.
      events[index].rules.removeFirst(weights.count)
      events[index].phraseRule = rule.name
      // `the attack on a church in Derbent yesterday`: the church is there on other days, too.
      if weights.contains(.whereabouts) { events[index].qualifiers.time = nil }
    }
  }

  private mutating func state(
    _ statement: StatementPattern, _ fitting: FittingRule, at place: Int?, clause: Int?, rules: [RuleName]
  ) {
    let objects = statement.object.map { fitting.words[Int($0)] } ?? []
    let fillers = statement.role.map { fitting.words[Int($0.filler)] } ?? []
    guard statement.object == nil || !objects.isEmpty, statement.role == nil || !fillers.isEmpty else { return }
    let keys = statement.keys.compactMap { key in
      Wording.Construction(rawValue: key.construction.rawValue).map { WordingKey($0, words(key.words, fitting)) }
    }
    guard !statement.isOnlyIfKnown || namer.isKnown(keys) else { return }
    let name = words(statement.predicate, fitting)
    let phrase = PredicatePhrase(
      name: name, keys: keys, bytes: namer.bytes([place, marker(of: fitting.anchor, place)]))
    guard let role = statement.role else {
      return emit(fitting.words[Int(statement.subject)], phrase, objects, clause: clause, rules: rules)
    }
    emit(
      fitting.words[Int(statement.subject)], PredicatePhrase(name: name, keys: [], bytes: phrase.bytes), objects,
      roles: [RoleWords(name: words(role.preposition, fitting), heads: fillers, phrase: phrase)], clause: clause,
      rules: rules)
  }

  /// Where a predicate stands beside `place`: at the preposition of the anchor, or where there is nothing else, at the
  /// anchor.
  private func marker(of anchor: Int, _ place: Int?) -> Int? {
    if anchor == place { return nil }
    let marker = phrases.prepositionAndMarker(of: anchor).marker ?? tree.child(of: anchor, .caseMarker)
    return marker ?? (place == nil ? anchor : nil)
  }

  private func words(_ parts: [WordPattern], _ fitting: FittingRule) -> String {
    parts.reduce(into: "") { words, part in
      switch part {
      case .text(let text): words += text
      case .lemma(let node):
        words += fitting.words[Int(node)].first.map { document.lemma(of: document.tokens[$0]) } ?? ""
      case .form(let node):
        words += fitting.words[Int(node)].first.map { document.form(of: document.tokens[$0]) } ?? ""
      case .preposition(let node): words += fitting.words[Int(node)].first.map(phrases.preposition) ?? ""
      }
    }
  }

  /// `Kallas, the EU's foreign policy chief`: what the noun says of somebody, an office, or what he is.
  private mutating func propose(_ role: Int, of holder: Int, clause: Int?, rules: [RuleName]) {
    let told = events.count
    defer {
      // `Zoe Hart, mayor of Bath from 2001 to 2005`.
      let office = Clause(predicate: role, form: .copular, link: .root, governor: nil)
      let time = events.count > told ? times.time(of: office, isFuture: false) : nil
      for index in told..<events.count where time != nil { events[index].qualifiers.time = time }
    }
    if proposePairs(role, holder, clause, rules) { return }
    if proposeRoles(of: role, [holder], link: (lemma: "be", token: nil), clause: clause, rules: rules) { return }
    // `Denver — Senators …`: no place holds an office.
    if namer.isOffice(role), let number = entities.entity(atHead: holder), types.isPlace(entities.entities[number].type)
    {
      return
    }
    // `my friend Richard Trumka`: whose, nobody knows.
    if let owner = phrases.possessivePronoun(of: role), entities.entity(atHead: owner) == nil { return }
    if isNamed(holder), namer.isOffice(role), document.tokens[role].fineTag == .singularNoun {
      let phrase = PredicatePhrase(name: "be \(namer.title(role))", keys: [], bytes: namer.bytes([role]))
      return emit([holder], phrase, office: namer.office(role), clause: clause, rules: rules)
    }
    emit(
      [holder],
      PredicatePhrase(
        name: isOneOf(role, heads(holder).count) ? "be one of" : "be", keys: [], bytes: namer.bytes([role])),
      [role], clause: clause, rules: rules)
  }

  /// `Macron and Merz, the leaders of France and Germany`: each of his own; nothing where there are more or fewer
  /// owners; false for others than offices of several.
  private mutating func proposePairs(_ role: Int, _ holder: Int, _ clause: Int?, _ rules: [RuleName]) -> Bool {
    guard document.tokens[role].fineTag == .pluralNoun, namer.isOffice(role) else { return false }
    let word = document.tokens[holder]
    let first = word.relation == .conjunct && word.head != Token.noHead ? Int(word.head) : holder
    let members = heads(first).filter(isNamed)
    guard members.count > 1, members.contains(holder),
      let owner = tree.children(of: role, .nominalModifier).first(where: { phrases.preposition(of: $0) == "of" })
    else { return false }
    let owners = heads(owner)
    guard owners.count > 1 else { return false }
    let marker = phrases.prepositionAndMarker(of: owner).marker
    let predicate = namer.nominal(role, link: "be", linkToken: nil, preposition: "of", marker: marker)
    for (member, body) in zip(members, owners) where members.count == owners.count {
      emit([member], predicate, [body], office: namer.office(role), clause: clause, rules: rules + [.role])
    }
    return true
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

  func isSomebody(_ token: Int) -> Bool {
    entities.entity(atHead: token).map { entities.entities[$0].isNamed || types.isPerson(entities.entities[$0].type) }
      ?? false
  }
}
