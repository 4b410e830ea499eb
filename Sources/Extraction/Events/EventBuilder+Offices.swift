import GraphModel
import Language
import SchemaFiles

/// Offices with what their holders are in charge of, and those of which one sentence tells less than another.
extension EventBuilder {
  /// `Myanmar's minister of social welfare, relief and resettlement`: what somebody is in charge of is part of the
  /// office, and the body whose it is stands elsewhere; false for other nouns.
  mutating func proposePortfolio(
    of noun: Int, _ holders: [Int], link: (lemma: String, token: Int?), clause: Int?, rules: [RuleName]
  ) -> Bool {
    if isWholeOffice(noun) { return false }
    guard lexicon.portfolioNouns.contains(document.lemma(of: document.tokens[noun]).lowercased()),
      let field = tree.children(of: noun, .nominalModifier).first(where: { child in
        child > noun && ["for", "of"].contains(phrases.preposition(of: child)) && !isOwner(child)
          && !times.isTime(child)
      }), let marker = phrases.prepositionAndMarker(of: field).marker
    else { return false }
    let inner = tree.children(of: field, .nominalModifier).first { $0 > field && isOwner($0) }
    let owner =
      inner
      ?? tree.children(of: noun).lazy.map(Int.init).first { child in
        switch document.tokens[child].relation {
        case .possessive, .compound, .adjectivalModifier, .nominalModifier: child != field && isOwner(child)
        default: false
        }
      }
    let end = inner.map { tree.span(of: $0).lowerBound } ?? tree.span(of: field).upperBound
    let words = (marker..<end).prefix(Self.longestPortfolio).map { document.form(of: document.tokens[$0]) }
    let portfolio = words.joined(separator: " ").replacing(" ,", with: ",")
    let office = "\(namer.office(noun, without: owner)) \(portfolio)"
    let bytes = namer.bytes([link.token, noun, marker])
    guard let owner else {
      emit(
        holders, PredicatePhrase(name: "\(link.lemma) \(office)", keys: [], bytes: bytes), office: office,
        clause: clause, rules: rules + [.role])
      return true
    }
    emit(
      holders, PredicatePhrase(name: "\(link.lemma) \(office) of", keys: namer.officeKeys(office), bytes: bytes),
      heads(owner),
      office: office, clause: clause, rules: rules + [.role])
    return true
  }

  /// `prime minister of Livmark`: with what stands before the noun the office is whole, and the name behind it is the
  /// body, known or not. Not so `deputy minister of Finance`.
  private func isWholeOffice(_ noun: Int) -> Bool {
    let words = namer.office(noun).split(separator: " ").map(String.init)
    guard words.count > 1, namer.isTitle([WordingKey(.title, words.joined(separator: " "))]),
      !words.dropLast().contains(where: {
        lexicon.lesserOffices.contains($0) || lexicon.nonSubsectiveAdjectives.contains($0)
      })
    else { return false }
    return tree.children(of: noun, .nominalModifier).contains {
      $0 > noun && phrases.preposition(of: $0) == "of" && document.tokens[$0].tag == .properNoun
    }
  }

  private static let longestPortfolio = 12

  /// Whether a word names a country, a body or a place, or a noun for one does.
  func isOwner(_ token: Int) -> Bool {
    if let number = entities.entity(atHead: token), entities.entities[number].isNamed {
      return types.isA(entities.entities[number].type, .organization, .geopoliticalEntity, .location, .group)
    }
    return types.type(ofNoun: document.lemma(of: document.tokens[token])).map {
      types.isA($0, .organization, .geopoliticalEntity, .location, .group)
    } ?? false
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
      // That it ends is told by no other sentence.
      guard event.object == nil, event.roles.isEmpty, event.tenure != .ends,
        let holding = Holding(event, entities, lexicon)
      else {
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
      guard let words = OfficeWords(office, lexicon) else { return nil }
      self.holder = holder
      noun = words.kind.joined(separator: " ")
    }
  }
}
