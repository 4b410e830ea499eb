import GraphModel
import Language
import SchemaFiles

/// The country of an office where only the document tells it.
extension EventBuilder {
  /// The events, where `President Kallio` in a text about Finland is president of Finland: the text names that country
  /// alone, more than once, it has such an office, nobody else in the text holds one like it, and neither does anything
  /// to the other, as `President Zelensky condemned Russia`.
  ///
  /// - Complexity: O(*n*) in the numbers of events and entities.
  func withInferredBodies(_ events: [Event]) -> [Event] {
    guard let country = countryOfDocument() else { return events }
    let offices = lexicon.officesOfCountries[entities.entities[country].name] ?? []
    var holders: [String: Set<Int>] = [:]
    for event in events {
      if let office = event.office, let holder = entities.entity(atHead: event.subject.head) {
        holders[office, default: []].insert(holder)
      }
    }
    let opponents = opponents(of: country, in: events)
    return events.map { event in
      guard let office = event.office, event.object == nil, event.roles.isEmpty, offices.contains(office),
        holders[office]?.count == 1, event.qualifiers.polarity == .affirmed,
        entities.entity(atHead: event.subject.head).map(opponents.contains) != true
      else { return event }
      var event = event
      let place = entities.mentions[nearest(to: event.subject.head, of: country)].head
      // Evidence shows the office: the country stands elsewhere.
      event.object = Argument(head: place, bytes: event.predicate.bytes)
      event.predicate.name = "be \(office) of"
      event.predicate.keys = namer.officeKeys(office)
      event.rules.insert(.inferredBody, at: 0)
      event.confidence = min(event.confidence, Self.mostConfidence)
      return event
    }
  }

  /// What is inferred from other sentences, in hundredths.
  private static let mostConfidence = 60

  /// Those who do something to the country, or it to them.
  private func opponents(of country: Int, in events: [Event]) -> Set<Int> {
    var found: Set<Int> = []
    for event in events {
      let subject = entities.entity(atHead: event.subject.head)
      let others = ([event.object] + event.roles.map(\.filler)).compactMap { $0 }.compactMap {
        entities.entity(atHead: $0.head)
      }
      if subject == country { found.formUnion(others) }
      if others.contains(country), let subject { found.insert(subject) }
    }
    return found
  }

  /// The only country that the document names, its capital aside; nil when there are several, or it is named once.
  private func countryOfDocument() -> Int? {
    let named = entities.entities.indices.filter {
      entities.entities[$0].isKnown && lexicon.officesOfCountries[entities.entities[$0].name] != nil
    }
    guard named.count == 1, let country = named.first, entities.entities[country].mentions.count > 1 else { return nil }
    return country
  }

  /// The mention of an entity that stands nearest to a token.
  private func nearest(to token: Int, of entity: Int) -> Int {
    let mentions = entities.entities[entity].mentions
    return mentions.min { a, b in
      abs(entities.mentions[a].head - token) < abs(entities.mentions[b].head - token)
    } ?? mentions[0]
  }
}
