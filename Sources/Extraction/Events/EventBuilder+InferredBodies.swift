import GraphModel
import Language
import SchemaFiles

/// The country of an office where only the document tells it.
extension EventBuilder {
  /// The events, where `President Kallio` in a text about Finland is president of Finland: the list of leaders has her,
  /// and the text names the country; or it names that country alone, more than once, which has such an office, nobody
  /// else in the text holds one like it, and neither does anything to the other, as `President Zelensky condemned
  /// Russia`.
  ///
  /// - Complexity: O(*n*) in the numbers of events and entities.
  func withInferredBodies(_ events: [Event]) -> [Event] {
    let only = countryOfDocument()
    let known = Dictionary(
      entities.entities.indices.filter { entities.entities[$0].isKnown }.map { (entities.entities[$0].name, $0) },
      uniquingKeysWith: { first, _ in first })
    let offices = only.flatMap { lexicon.officesOfCountries[entities.entities[$0].name] } ?? []
    var holders: [String: Set<Int>] = [:]
    for event in events {
      if let office = event.office, let holder = entities.entity(atHead: event.subject.head) {
        holders[office, default: []].insert(holder)
      }
    }
    let opponents = only.map { self.opponents(of: $0, in: events) } ?? []
    return events.map { event in
      guard let office = event.office, event.object == nil, event.roles.isEmpty, event.qualifiers.polarity == .affirmed,
        let holder = entities.entity(atHead: event.subject.head)
      else { return event }
      if let country = listedCountry(office, of: holder).flatMap({ known[$0] }) {
        return held(event, in: country, by: .listedBody)
      }
      guard let country = only, offices.contains(office), holders[office]?.count == 1, !opponents.contains(holder)
      else { return event }
      var event = held(event, in: country, by: .inferredBody)
      event.confidence = min(event.confidence, Self.mostConfidence)
      return event
    }
  }

  /// The country of which the list of leaders says that `holder` has the office on the day of the document; nil for
  /// others.
  private func listedCountry(_ office: String, of holder: Int) -> String? {
    let entity = entities.entities[holder]
    return entity.isNamed ? lexicon.leaders.country(office, of: entity.name, on: document.metadata.date) : nil
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

  /// The event of an office with the country that another sentence, or the list of leaders, tells.
  private func held(_ event: Event, in country: Int, by rule: RuleName) -> Event {
    guard let office = event.office else { return event }
    var event = event
    let place = entities.mentions[nearest(to: event.subject.head, of: country)].head
    // Evidence shows the office: the country stands elsewhere.
    event.object = Argument(head: place, bytes: event.predicate.bytes)
    event.predicate.name = "be \(office) of"
    event.predicate.keys = namer.officeKeys(office)
    event.rules.insert(rule, at: 0)
    return event
  }
}
