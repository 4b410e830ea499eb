import GraphModel
import Language
import SchemaFiles

/// Offices by the verbs that tell of them: who has one, since or until when, and who follows whom.
extension EventBuilder {
  /// `served as mayor of Bergen from 2014 to 2019`, `sacked Holm as chairman of Telenor`, `Moe succeeded Dahl as
  /// mayor`.
  mutating func proposeTenure(_ index: Int, _ agents: [Int], _ undergoers: [Int]) {
    let clause = list.clauses[index]
    guard contexts[index].polarity == .affirmed else { return }
    if proposeTerm(index, agents) || proposeHandover(index, agents) { return }
    guard let (verb, tenure) = tenureVerb(of: clause) else { return proposeCapacity(index, agents) }
    let offices = offices(of: clause, verb)
    if lexicon.successionVerbs.contains(verb) {
      // `took over the firm from Dahl`.
      let followed = clause.obliques.filter { $0.preposition == "from" }.flatMap { heads($0.head) }
      let predecessors = (clause.particle == nil ? undergoers : followed).filter(isSomebody)
      let successors = agents.filter(isSomebody)
      if offices.isEmpty, !predecessors.isEmpty { successions.append((index, successors, predecessors)) }
      for office in offices {
        tell(office, of: successors, index, tenure)
        if contexts[index].modality == .certain { tell(office, of: predecessors, index, .ends) }
      }
      return
    }
    let isGiven = lexicon.officeGivers.contains(verb)
    let holders = clause.isPassive || isGiven && !undergoers.isEmpty ? undergoers : agents
    let body = isGiven && !undergoers.isEmpty ? agents.first(where: isOwner) : nil
    for office in offices { tell(office, of: holders, at: body, index, tenure) }
  }

  /// `spoke as Tarsia's prime minister`: he is when he speaks.
  private mutating func proposeCapacity(_ index: Int, _ agents: [Int]) {
    let clause = list.clauses[index]
    guard !clause.isPassive, contexts[index].modality == .certain, agents.contains(where: isSomebody),
      lexicon.capacityVerbs.contains(namer.verb(of: clause))
    else { return }
    for office in clause.obliques where office.preposition == "as" && namer.isOffice(office.head) {
      let told = events.count
      _ = proposeRoles(of: office.head, agents, link: (lemma: "be", token: nil), clause: index, rules: clause.rules)
      for event in told..<events.count {
        // Of a day beside the document's, that is as exact.
        let year = events[event].qualifiers.time?.prefix(4)
        if year == times.reference?.isoYear.prefix(4) { events[event].qualifiers.time = nil }
      }
    }
  }

  /// The verb of a clause with its particle, or with its object where it has a meaning with it, and what it tells of an
  /// office.
  private func tenureVerb(of clause: Clause) -> (verb: String, tenure: Tenure)? {
    let verb = namer.verb(of: clause)
    if let object = clause.object ?? (clause.isPassive ? clause.subject : nil) {
      let phrase = "\(verb) \(document.lemma(of: document.tokens[object]))"
      if let tenure = lexicon.tenureVerbs[phrase] { return (phrase, tenure) }
    }
    return lexicon.tenureVerbs[verb].map { (verb, $0) }
  }

  /// The nouns of offices behind `as`, which may hang on the object: `gave up her post as mayor`; behind `to`, too,
  /// where somebody is promoted.
  private func offices(of clause: Clause, _ verb: String) -> [Int] {
    let isGiven = lexicon.officeGivers.contains(verb) && lexicon.tenureVerbs[verb] == .begins
    let behindVerb = clause.obliques.filter { $0.preposition == "as" || isGiven && $0.preposition == "to" }.map(\.head)
    let object = clause.object.map { tree.children(of: $0, .nominalModifier) } ?? []
    // `was succeeded by Reyes as mayor`: a parser may hang it on the agent.
    let agent = clause.agent.map { tree.children(of: $0, .nominalModifier) } ?? []
    let behindNoun = (object + agent).filter { $0 > clause.predicate && phrases.preposition(of: $0) == "as" }
    return (behindVerb + behindNoun).filter { namer.isOffice($0) }
  }

  /// That `holders` have an office, since or until when.
  ///
  /// - Parameter body: whose office it is where the noun does not say: who appoints.
  mutating func tell(_ office: Int, of holders: [Int], at body: Int? = nil, _ index: Int, _ tenure: Tenure) {
    guard holders.contains(where: isSomebody) else { return }
    let told = events.count
    let rules = list.clauses[index].rules
    if !proposeRoles(of: office, holders, link: (lemma: "be", token: nil), clause: index, rules: rules) {
      tellAlone(office, of: holders, at: body, index, tenure, rules)
    }
    setTenure(told, index, tenure)
  }

  /// Gives the events from `told` on the time and the mark of an office that begins, goes on or ends with a clause.
  mutating func setTenure(_ told: Int, _ index: Int, _ tenure: Tenure) {
    let isCertain = contexts[index].modality == .certain
    for event in (told..<events.count).reversed() {
      events[event].qualifiers.time = events[event].qualifiers.time.map(tenure.period)
      switch tenure {
      case .begins: events[event].tenure = .begins
      case .continues: break
      case .ends:
        events[event].tenure = .ends
        if events[event].qualifiers.time?.hasPrefix("..") == true { continue }
        // Who has resigned is no longer chairman when it is written.
        if isCertain, let day = times.reference {
          events[event].qualifiers.time = "../\(day.iso)"
        } else {
          events.remove(at: event)
        }
      }
    }
  }

  /// `named Snow as editor`: in the body that names her; `resigned as chairman`: of what, other sentences tell.
  private mutating func tellAlone(
    _ noun: Int, of holders: [Int], at body: Int?, _ index: Int, _ tenure: Tenure, _ rules: [RuleName]
  ) {
    let office = namer.office(noun)
    let bytes = namer.bytes([noun])
    if let body {
      emit(
        holders, PredicatePhrase(name: "be \(office) of", keys: namer.officeKeys(office), bytes: bytes), [body],
        office: office, clause: index, rules: rules + [.role])
    } else if tenure == .ends {
      emit(
        holders, PredicatePhrase(name: "be \(namer.title(noun))", keys: [], bytes: bytes), office: office,
        clause: index,
        rules: rules + [.role])
    }
  }

  /// `The Herald named Snow editor`: an office in the body that gives it; false for other complements.
  mutating func proposeGivenOffice(_ noun: Int, _ holders: [Int], _ index: Int, _ rules: [RuleName]) -> Bool {
    guard let governor = list.clauses[index].governor.flatMap({ list.clause(ofPredicate: $0) }),
      governor.form == .verbal, !governor.isPassive, governor.object == list.clauses[index].subject,
      lexicon.officeGivers.contains(namer.verb(of: governor)), namer.isOffice(noun),
      let body = heads(governor.subject).first(where: isOwner)
    else { return false }
    let office = namer.office(noun)
    let phrase = PredicatePhrase(name: "be \(office) of", keys: namer.officeKeys(office), bytes: namer.bytes([noun]))
    emit(holders, phrase, [body], office: office, clause: index, rules: rules + [.role])
    return true
  }

  /// `Tanner was the mayor. … Wexford took office as mayor. He replaces Tanner.`: the office that the successor gets in
  /// the text ends for the predecessor.
  mutating func endPredecessors() {
    // `His predecessor, Harnik, retired`.
    for event in events where event.predicate.keys.contains(where: isOfPredecessor) {
      guard let follower = event.object, let holder = entities.entity(atHead: follower.head),
        event.qualifiers.polarity == .affirmed, event.qualifiers.modality == .certain,
        let held = begunOffice(of: holder, orCurrent: true), let office = held.office,
        let body = Self.body(of: held), let day = times.reference
      else { continue }
      let told = events.count
      let phrase = PredicatePhrase(
        name: "be \(office) of", keys: namer.officeKeys(office), bytes: event.predicate.bytes)
      emit([event.subject.head], phrase, [body.head], office: office, clause: nil, rules: [.role])
      for event in told..<events.count {
        events[event].tenure = .ends
        events[event].qualifiers.time = "../\(day.iso)"
      }
    }
    for (index, successors, predecessors) in successions where contexts[index].modality == .certain {
      guard contexts[index].polarity == .affirmed, let holder = successors.first.flatMap(entities.entity(atHead:))
      else { continue }
      guard let begun = begunOffice(of: holder), let office = begun.office, let body = Self.body(of: begun) else {
        passOn(index, from: predecessors, to: successors)
        continue
      }
      let told = events.count
      let phrase = PredicatePhrase(
        name: "be \(office) of", keys: namer.officeKeys(office), bytes: namer.bytes([list.clauses[index].predicate]))
      emit(predecessors, phrase, [body.head], office: office, clause: index, rules: list.clauses[index].rules + [.role])
      let start = begun.qualifiers.time?.split(separator: "/").first.map(String.init)
      for event in told..<events.count {
        events[event].tenure = .ends
        let time = [events[event].qualifiers.time, start].lazy.compactMap { $0 }.first { $0.first?.isNumber == true }
        events[event].qualifiers.time = (time ?? times.reference?.iso).map { Tenure.ends.period($0) }
      }
    }
  }

  /// `Prime Minister Falk of Denmark was succeeded by Lund`: the office in which the text has somebody is that of who
  /// follows.
  private mutating func passOn(_ index: Int, from predecessors: [Int], to successors: [Int]) {
    guard predecessors.count == 1, let holder = entities.entity(atHead: predecessors[0]),
      let held = onlyOffice(of: holder, [nil, .current]), let office = held.office, let body = Self.body(of: held)
    else { return }
    let phrase = PredicatePhrase(
      name: "be \(office) of", keys: namer.officeKeys(office), bytes: namer.bytes([list.clauses[index].predicate]))
    for (people, tenure) in [(predecessors, Tenure.ends), (successors, .begins)] {
      let told = events.count
      emit(people, phrase, [body.head], office: office, clause: index, rules: list.clauses[index].rules + [.role])
      setTenure(told, index, tenure)
    }
  }

  /// The one office with a body that begins for somebody in the text; nil where there are several, or none.
  ///
  /// - Parameter orCurrent: takes one that is called new or present, too.
  private func begunOffice(of holder: Int, orCurrent: Bool = false) -> Event? {
    onlyOffice(of: holder, orCurrent ? [.begins, .current] : [.begins])
  }

  /// The one office with a body that somebody has in the text by one of these marks; nil where there are several, or
  /// none.
  private func onlyOffice(of holder: Int, _ marks: [TenureMark?]) -> Event? {
    let begun = events.filter { event in
      event.office != nil && Self.body(of: event) != nil && marks.contains(event.tenure)
        && event.qualifiers.modality == .certain && event.qualifiers.polarity == .affirmed
        && entities.entity(atHead: event.subject.head) == holder
    }
    guard let first = begun.first else { return nil }
    let body = Self.body(of: first).flatMap { entities.entity(atHead: $0.head) }
    let isOne = begun.allSatisfy {
      $0.office == first.office && Self.body(of: $0).flatMap { entities.entity(atHead: $0.head) } == body
    }
    guard isOne else { return nil }
    var office = first
    if first.tenure == .current { office.office = first.office.map { TenureMark.withoutFirstWord($0) ?? $0 } }
    return office
  }

  private func isOfPredecessor(_ key: WordingKey) -> Bool {
    key.construction == .noun && lexicon.predecessorWordings.contains(key.words)
  }

  /// Whose office an event tells of: its object, or where a parser took the office for an adjective, its role.
  private static func body(of event: Event) -> Argument? {
    event.object ?? event.roles.first { $0.name == "of" }?.filler
  }
}
