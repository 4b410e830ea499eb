import GraphModel
import Language

/// Offices by the verbs that tell of them, and those of which one sentence tells less than another.
extension EventBuilder {
  /// `served as mayor of Bergen from 2014 to 2019`, `resigned as chairman of Telenor`: who held the office, since or
  /// until when the verb says.
  mutating func proposeTenure(_ index: Int, _ holders: [Int]) {
    let clause = list.clauses[index]
    guard contexts[index].polarity == .affirmed, holders.contains(where: isSomebody),
      let tenure = lexicon.tenureVerbs[namer.verb(of: clause)]
    else { return }
    for oblique in clause.obliques where oblique.preposition == "as" && namer.isOffice(oblique.head) {
      let told = events.count
      _ = proposeRoles(of: oblique.head, holders, link: (lemma: "be", token: nil), clause: index, rules: clause.rules)
      for event in told..<events.count {
        events[event].qualifiers.time = events[event].qualifiers.time.map(tenure.period)
      }
      // Who resigned is no longer chairman, and since when, the text does not tell.
      if tenure == .ends, events.last?.qualifiers.time?.hasPrefix("..") != true {
        events.removeLast(events.count - told)
      }
    }
  }

  /// The events without those that say of somebody `is president`, where it is said elsewhere of what, or `is
  /// secretary`, where he is the secretary of state.
  ///
  /// - Complexity: O(*n*) in the number of events.
  func withoutShortOffices() -> [Event] {
    var longest: [Holding: Int] = [:]
    var bodies = Set<Pair>()
    for event in events {
      if event.office != nil, let pair = Pair(event, entities) { bodies.insert(pair) }
      guard let holding = Holding(event, entities, lexicon) else { continue }
      longest[holding] = max(longest[holding] ?? 0, Self.length(event))
    }
    return events.filter { event in
      // `the leader of the Taliban` is of them.
      if event.predicate.name == "be of", let pair = Pair(event, entities), bodies.contains(pair) { return false }
      guard event.object == nil, event.roles.isEmpty, let holding = Holding(event, entities, lexicon) else {
        return true
      }
      return Self.length(event) == longest[holding]
    }
  }

  /// How much an office says: one with a body more than one without, then by words.
  private static func length(_ event: Event) -> Int {
    let words = event.office?.utf8.count(where: { $0 == 0x20 }) ?? 0
    return words + (event.object == nil ? 0 : 100)
  }

  /// Two entities of which an event tells.
  private struct Pair: Hashable {
    var subject: Int
    var object: Int

    init?(_ event: Event, _ entities: DocumentEntities) {
      guard let end = event.object, let subject = entities.entity(atHead: event.subject.head),
        let object = entities.entity(atHead: end.head)
      else { return nil }
      (self.subject, self.object) = (subject, object)
    }
  }

  /// Who holds what kind of office.
  private struct Holding: Hashable {
    var holder: Int
    /// The noun of the office, and what makes it a lesser one: `deputy secretary`.
    var noun: String

    init?(_ event: Event, _ entities: DocumentEntities, _ lexicon: Lexicon) {
      guard let office = event.office, event.qualifiers.polarity == .affirmed,
        let holder = entities.entity(atHead: event.subject.head)
      else { return nil }
      self.holder = holder
      let words = office.split(separator: " ")
      let end = words.firstIndex { ["at", "for", "in", "of", "to"].contains($0) } ?? words.count
      guard end > 0 else { return nil }
      let lesser = words[..<end].map(String.init).filter {
        lexicon.lesserOffices.contains($0) || lexicon.nonSubsectiveAdjectives.contains($0)
      }
      noun = (lesser + [String(words[end - 1])]).joined(separator: " ")
    }
  }
}
