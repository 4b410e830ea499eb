import Language

/// People by where they come from: `an American swimmer`, and later `the American`; `her Japanese counterpart`.
extension EntityResolver {
  /// Sentences over which `the American` may still mean somebody who was called American.
  private static let originReach = 12

  /// The only person said to be of the country of whose people the description `mention` is one: the Frenchman; nil for
  /// other descriptions, and for one of several.
  func bearer(ofOriginIn mention: Int) -> Int? {
    let head = found[mention].head
    guard types.isPerson(found[mention].type), found[mention].tokens.count == 1, article(of: mention) == "the",
      !context.isPlural(head), !hasComplement(head)
    else { return nil }
    let origins = Set(
      context.lexicon.names.entries(for: context.text(found[mention].tokens)).filter { $0.use != .name }.map(\.entity))
    guard !origins.isEmpty else { return nil }
    var people: Set<Int> = []
    for place in names(before: mention, within: Self.originReach) {
      guard origins.contains(entities[entityOf[place]].known), let person = personOf(place) else { continue }
      people.insert(person)
    }
    guard people.count == 1, let person = people.first, !coarguments(of: head).contains(person) else { return nil }
    return person
  }

  /// The named person whom the adjective or the name of a place says to be from there: `French striker Karim Haddad`,
  /// `Katie Marlow, an American swimmer`, `Marlow is an American`; nil when there is none.
  private func personOf(_ place: Int) -> Int? {
    guard var word = context.head(found[place].head) else { return nil }
    for _ in 0..<Self.mostSteps {
      if let entity = namedPerson(at: word) { return entity }
      switch tokens[word].relation {
      case .compound, .descriptiveModifier, .flat, .apposition:
        guard let head = context.head(word) else { return nil }
        word = head
      default:
        guard let subject = context.tree.child(of: word, .subject), context.tree.child(of: word, .copula) != nil else {
          return nil
        }
        return namedPerson(at: subject)
      }
    }
    return nil
  }

  private static let mostSteps = 3

  private func namedPerson(at token: Int) -> Int? {
    entity(at: token).flatMap { types.isPerson(entities[$0].type) && entities[$0].isNamed ? $0 : nil }
  }

  // MARK: Counterparts

  /// The holder of the office that the owner of a description has, in the country that stands before it: `her Japanese
  /// counterpart`; nil for other descriptions, and when nobody is known to hold it.
  func counterpart(meantBy mention: Int) -> Int? {
    let holders = Set(
      offices(ofCounterpart: found[mention].head).flatMap { office in
        (titled[office.words[office.words.count - 1]] ?? []).filter { person in
          entities[person].titles.contains { $0.words == office.words && $0.owner == office.owner }
        }
      })
    return holders.count == 1 ? holders.first : nil
  }

  /// The offices of whoever is called somebody's counterpart by the noun `head`: those of that somebody, in the country
  /// that stands before the noun; none for other nouns.
  func offices(ofCounterpart head: Int) -> [EntityBuilder.Title] {
    guard context.lexicon.counterpartNouns.contains(context.document.lemma(of: tokens[head])) else { return [] }
    // A noun before a name may hang on it with all its words.
    let tops = [head] + (context.head(head).map { mentionOfHead[$0] >= 0 ? [$0] : [] } ?? [])
    func modifiers(_ relations: [DependencyRelation]) -> [Int] {
      tops.flatMap { top in relations.flatMap { context.tree.children(of: top, $0) } }.filter { $0 < head }
    }
    guard let owner = modifiers([.possessive]).lazy.compactMap({ self.entity(at: $0) }).first,
      let country = modifiers([.adjectivalModifier, .compound]).lazy.compactMap({ self.entity(at: $0) })
        .first(where: { context.lexicon.countries.contains(entities[$0].known) })
    else { return [] }
    let name = context.lexicon.names.name(of: entities[country].known)
    return entities[owner].titles.filter { $0.owner >= 0 && $0.owner != country }.map {
      EntityBuilder.Title(words: $0.words, owner: country, text: "\(name) \($0.words.joined(separator: " "))")
    }
  }
}
