import GraphModel
import Language
import SchemaFiles

/// The country of an office where only the document tells it.
extension EventBuilder {
  /// The events, where `President Kallio` in a text about Finland is president of Finland: the text names one country
  /// far more often than all others, that country has such an office, and nobody else in the text holds one like it.
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
    return events.map { event in
      guard let office = event.office, event.object == nil, event.roles.isEmpty, offices.contains(office),
        holders[office]?.count == 1, event.qualifiers.polarity == .affirmed
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

  /// The country of which two of three mentions of countries are; nil when there is none, or it is named once.
  private func countryOfDocument() -> Int? {
    var total = 0
    var most: Int?
    for (number, entity) in entities.entities.enumerated()
    where entity.isKnown && lexicon.officesOfCountries[entity.name] != nil {
      total += entity.mentions.count
      if most.map({ entities.entities[$0].mentions.count < entity.mentions.count }) ?? true { most = number }
    }
    guard let most else { return nil }
    let count = entities.entities[most].mentions.count
    return count > 1 && count * 3 >= total * 2 ? most : nil
  }

  /// The mention of an entity that stands nearest to a token.
  private func nearest(to token: Int, of entity: Int) -> Int {
    let mentions = entities.entities[entity].mentions
    return mentions.min { a, b in
      abs(entities.mentions[a].head - token) < abs(entities.mentions[b].head - token)
    } ?? mentions[0]
  }
}
