import GraphModel
import Language
import SchemaFiles

/// What an event tells of an office beyond that somebody has it, for queries that join it over documents.
extension EventBuilder {
  /// Marks the events from `told` on, which a clause tells.
  mutating func markTenure(_ told: Int, _ index: Int) {
    let clause = list.clauses[index]
    for event in told..<events.count where events[event].tenure == nil {
      events[event].tenure = clause.form == .copular ? begin(events[event], clause) : mark(events[event], clause)
      if let object = events[event].object?.head, events[event].tenure == .ends, isPublicOffice(object) {
        let name = "\(events[event].predicate.name) \(document.form(of: document.tokens[object]))"
        events[event].predicate = PredicatePhrase(
          name: name, keys: [], bytes: namer.bytes([clause.predicate, object]))
        events[event].object = nil
      }
    }
    if clause.form == .copular, isNoLonger(clause.predicate), contexts[index].modality == .certain,
      let day = times.reference
    {
      for event in told..<events.count where events[event].office != nil && events[event].tenure == nil {
        var ended = events[event]
        ended.qualifiers.polarity = .affirmed
        ended.qualifiers.time = "../\(day.iso)"
        ended.tenure = .ends
        events.append(ended)
      }
    }
  }

  /// `is no longer treasurer`.
  private func isNoLonger(_ predicate: Int) -> Bool {
    tree.children(of: predicate, .adverbialModifier).contains { adverb in
      guard adverb > 0 else { return false }
      let words = [adverb - 1, adverb].map { document.form(of: document.tokens[$0]) }.joined(separator: " ")
      return lexicon.endingAdverbs.contains(words)
    }
  }

  /// `became mayor`, `was elected president`; `was mayor`.
  private func begin(_ event: Event, _ clause: Clause) -> TenureMark? {
    guard event.office != nil else { return nil }
    if let copula = clause.copula, document.tokens[copula].fineTag == .pastVerb, event.qualifiers.time == nil {
      return .past
    }
    guard clause.link == .openComplement,
      let governor = clause.governor.flatMap({ list.clause(ofPredicate: $0) }), governor.form == .verbal
    else { return nil }
    return lexicon.tenureVerbs[namer.verb(of: governor)] == .begins ? .begins : nil
  }

  private func mark(_ event: Event, _ clause: Clause) -> TenureMark? {
    let verb = namer.verb(of: clause)
    guard event.office == nil, event.predicate.bytes.contains(document.tokens[clause.predicate].start) else {
      return nil
    }
    if lexicon.deathVerbs.contains(verb) { return event.object == nil ? .dies : .killed }
    if lexicon.joiningVerbs.contains(verb) { return event.object == nil ? nil : .joins }
    if lexicon.headingVerbs.contains(verb) { return leading(event, clause) }
    guard lexicon.tenureVerbs[verb] == .ends, !tells(clause, office: "as") else { return nil }
    let source = event.roles.first { $0.name == "from" }?.filler
    if lexicon.officeGivers.contains(verb) {
      let isDismissal = lexicon.dismissingVerbs.contains(verb)
      // `was removed from the party`, but not `removed him from the list`.
      if event.object == nil { return source.map(isLeft) ?? (isDismissal ? .retires : nil) }
      return source == nil ? (isDismissal ? .dismisses : .expels) : nil
    }
    if let object = event.object?.head, isPublicOffice(object) { return .ends }
    if let body = event.object ?? source {
      // `quit the government of Chile`, `left the job`: an office of which the text tells.
      let isPlaceOfOffice = lexicon.officePlaces.contains(document.lemma(of: document.tokens[body.head]))
      return isPlaceOfOffice && !isNamed(body.head) ? .retires : isLeft(body)
    }
    return lexicon.resigningVerbs.contains(verb) ? .ends : lexicon.retiringVerbs.contains(verb) ? .retires : nil
  }

  /// `left office`: without an article it is the one that somebody has, whatever else the text tells.
  private func isPublicOffice(_ noun: Int) -> Bool {
    lexicon.publicOffices.contains(document.form(of: document.tokens[noun]))
      && tree.children(of: noun).allSatisfy { document.tokens[Int($0)].relation == .punctuation }
  }

  /// Nil of a place: who leaves it is on a journey.
  private func isLeft(_ body: Argument) -> TenureMark? {
    let type = entities.entity(atHead: body.head).map { entities.entities[$0].type }
    return type.map(types.isPlace) == true ? nil : .leaves
  }

  /// `resigned as chairman`: which office ends, an event of its own tells.
  private func tells(_ clause: Clause, office preposition: String) -> Bool {
    clause.obliques.contains { $0.preposition == preposition && namer.isOffice($0.head) }
  }

  /// In the present, or in a period that is told; who led once may lead no more.
  private func leading(_ event: Event, _ clause: Clause) -> TenureMark? {
    guard event.object != nil, event.qualifiers.modality == .certain else { return nil }
    if event.qualifiers.time?.contains("/") == true { return .leads }
    switch document.tokens[clause.predicate].fineTag {
    case .presentVerb, .thirdPersonVerb: return .leads
    case .pastVerb: return .past
    default: return nil
    }
  }

  /// `Rooke, formerly spokesman for Orvane`: the office with its body, which has ended.
  private mutating func endFormerRoles() {
    guard let day = times.reference else { return }
    for event in events where event.office == nil {
      guard let role = event.object?.head, namer.isOffice(role), namer.isFormer(role), isSomebody(event.subject.head),
        event.qualifiers.polarity == .affirmed
      else { continue }
      let told = events.count
      _ = proposeRoles(
        of: role, [event.subject.head], link: (lemma: "be", token: nil), clause: nil, rules: [.role])
      for ended in told..<events.count {
        events[ended].tenure = .ends
        events[ended].qualifiers.time = "../\(day.iso)"
        events[ended].phraseRule = event.phraseRule
      }
    }
  }

  /// `speaker` of `first female speaker`, but `first minister`.
  ///
  /// - Parameter isTold: whether the clause tells what becomes of the office, so that `new` tells nothing more.
  private func withoutQualifiers(_ office: String, isTold: Bool) -> String {
    var words = office.split(separator: " ").map(String.init)
    let more = isTold ? lexicon.currentAdjectives : []
    while words.count > 1,
      lexicon.officeQualifiers.contains(words[0].lowercased()) || more.contains(words[0].lowercased()),
      !namer.isTitle([WordingKey(.title, words.joined(separator: " "))])
    {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  /// Somebody in a sentence.
  private struct Deed: Hashable {
    var sentence: Int
    var subject: Int

    init(_ event: Event) { (sentence, subject) = (event.sentence, event.subject.head) }
  }

  /// When somebody did what a sentence tells, beside having an office: dates, no periods.
  private var timesOfDeeds: [Deed: String] {
    var times: [Deed: String] = [:]
    for event in events where event.office == nil {
      guard let time = event.qualifiers.time, !time.contains("/") else { continue }
      if times[Deed(event)] == nil { times[Deed(event)] = time }
    }
    return times
  }

  /// Whether a date is before the year before the document's.
  private func isOfThePast(_ time: String) -> Bool {
    guard let told = Int(time.prefix(4)), let now = (times.reference?.isoYear).flatMap({ Int($0) }) else {
      return false
    }
    return told < now - 1
  }

  /// `then` of `then-President Kask` and `Kask, who was then president`: he was it when what is told happened, and is
  /// no longer; `late` of `the late president`; nil where nothing says so.
  private func pastWord(_ event: Event) -> String? {
    for word in document.sentences[event.sentence].tokens
    where event.predicate.bytes.contains(document.tokens[word].start) {
      for child in tree.children(of: word).map(Int.init) where child < word {
        let form = document.form(of: document.tokens[child])
        if lexicon.thenAdverbs.contains(form) || lexicon.lateAdjectives.contains(form) { return form }
      }
    }
    return nil
  }

  /// Marks offices whose first word says that they are over, or only that they are held, and memberships.
  mutating func markOffices() {
    endFormerRoles()
    let timesOfDeeds = self.timesOfDeeds
    for index in events.indices {
      guard let written = events[index].office else { continue }
      events[index].office = withoutQualifiers(written, isTold: events[index].tenure != nil)
      let then = timesOfDeeds[Deed(events[index])]
      if let word = pastWord(events[index]), events[index].tenure == nil || events[index].tenure == .past {
        let office = events[index].office ?? written
        let hasWord = office.lowercased().hasPrefix("\(word) ")
        if lexicon.thenAdverbs.contains(word), let then {
          events[index].office = hasWord ? String(office.dropFirst(word.count + 1)) : office
          events[index].qualifiers.time = then
          events[index].tenure = .past
        } else {
          events[index].office = hasWord ? office : "\(word) \(office)"
          events[index].tenure = nil
        }
      }
      let words = (events[index].office ?? written).lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
      guard let first = words.first, let last = words.last else { continue }
      let isFormer =
        words.count > 1
        && (lexicon.formerAdjectives.contains(first) || lexicon.thenAdverbs.contains(first)
          || lexicon.lateAdjectives.contains(first))
      let isCurrent = words.count > 1 && lexicon.currentAdjectives.contains(first)
      let name = words.dropFirst(isFormer || isCurrent ? 1 : 0).joined(separator: " ")
      events[index].otherOffice = lexicon.otherOffices[name]
      events[index].isSoleOffice = lexicon.soleOffices.contains(lexicon.otherOffices[name] ?? name)
      events[index].isLesserOffice = words.dropLast().dropFirst(isFormer || isCurrent ? 1 : 0).contains {
        lexicon.lesserOffices.contains($0) || lexicon.nonSubsectiveAdjectives.contains($0)
      }
      guard events[index].tenure == nil else { continue }
      if words.count > 1, lexicon.comingAdjectives.contains(first), events[index].qualifiers.modality == .certain {
        events[index].qualifiers.modality = .expected
      }
      if !isFormer, let then, events[index].qualifiers.time == nil, isOfThePast(then) {
        events[index].tenure = .undated
        continue
      }
      if isFormer {
        events[index].tenure = .former
      } else if isCurrent {
        events[index].tenure = .current
      } else if lexicon.membershipNouns.contains(last) {
        events[index].tenure = .belongs
      }
    }
  }
}
