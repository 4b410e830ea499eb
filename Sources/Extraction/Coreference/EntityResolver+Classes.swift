import Language

/// What a text tells things to be, by which it calls them again.
extension EntityResolver {
  /// `the island of Crete`: the place that has the name; nil for other descriptions.
  mutating func named(behind mention: Int) -> Int? {
    let head = found[mention].head
    // Not `the main port of Yemen`.
    guard context.lexicon.placeKindNouns.contains(context.document.form(of: tokens[head])), !context.isPlural(head),
      !isIndefinite(head), found[mention].tokens.count == 1
    else { return nil }
    let lemma = context.document.lemma(of: tokens[head])
    for name in context.tree.children(of: head, .nominalModifier) where name > head {
      guard context.preposition(of: name) == "of", context.tree.child(of: name, .conjunct) == nil,
        let entity = entity(at: name), entities[entity].isNamed, types.isPlace(entities[entity].type)
      else { continue }
      // `the city of Lyon`, but not `the port of Yemen`.
      let isCountry = context.lexicon.countries.contains(entities[entity].known)
      guard !isCountry || context.lexicon.countryNouns.contains(lemma) else { return nil }
      remember(mention, of: entity)
      return entity
    }
    return nil
  }

  /// `The CE Explorer is a tool`, `the CE Explorer, a tool`: the thing with a name of which the text told what
  /// `description` says; nil for persons, and where it told it of none.
  func bearer(ofClass description: Int) -> Int? {
    guard !entities[description].isPlural, let first = entities[description].mentions.first else { return nil }
    let head = found[first].head
    guard let bearer = context.tree.child(of: head, .copula) == nil ? apposed(head) : subject(of: head),
      let entity = entity(at: bearer), entities[entity].isNamed, entities[entity].known < 0,
      !types.isPerson(entities[entity].type), !types.isPlace(entities[entity].type)
    else { return nil }
    // A firm is no contract, whatever a parser puts behind its comma.
    let (kind, type) = (entities[description].type, entities[entity].type)
    return types.isBody(type) && (kind < 0 || !types.areRelated(kind, type)) ? nil : entity
  }

  private func apposed(_ head: Int) -> Int? {
    tokens[head].relation == .apposition ? context.head(head).flatMap { $0 < head ? $0 : nil } : nil
  }

  /// The one of which a noun is told as a fact: not what may be a tool, is none, or is one in somebody's words.
  private func subject(of head: Int) -> Int? {
    guard tokens[head].relation != .clausalComplement else { return nil }
    let isFact = context.tree.children(of: head).allSatisfy {
      switch tokens[Int($0)].relation {
      case .auxiliary, .adverbialModifier, .marker: false
      case .determiner: context.document.form(of: tokens[Int($0)]) != "no"
      default: true
      }
    }
    return isFact ? context.tree.child(of: head, .subject) : nil
  }

  /// `South Korea's minister Kim Kwan-jin says the country is ready`: the country for which the one speaks in whose
  /// words the noun stands, where the sentence names no other before it; nil for other nouns.
  func country(ofSpeakerOf mention: Int, _ lemma: String) -> Int? {
    guard context.lexicon.countryNouns.contains(lemma), found[mention].type == types.geopolitical else { return nil }
    guard let speaker = speaker(above: found[mention].head) else { return nil }
    let countries = names(before: mention, within: 0).filter {
      context.lexicon.countries.contains(entities[entityOf[$0]].known)
    }
    let phrase = context.tree.span(of: speaker)
    guard let country = countries.last.map({ entityOf[$0] }), types.isPerson(entity(at: speaker).map(type) ?? -1),
      countries.allSatisfy({ entityOf[$0] == country && phrase.contains(found[$0].head) })
    else { return nil }
    return country
  }

  private func type(_ entity: Int) -> Int { entities[entity].type }

  /// `Police shot a protester. The victim …`: the one in this sentence and the two before to whom it was done; and who
  /// did it, of deeds of which only an attacker is the subject. Nil for several, and for other nouns.
  func bearer(ofPartIn mention: Int) -> Int? {
    let head = found[mention].head
    let lemma = context.document.lemma(of: tokens[head])
    let isVictim = context.lexicon.victimNouns.contains(lemma)
    guard isVictim || context.lexicon.attackerNouns.contains(lemma), context.isDefinite(head),
      context.tree.child(of: head, .possessive) == nil, !hasComplement(head)
    else { return nil }
    let here = sentence(of: mention)
    let bearers = Set(
      (0..<mention).suffix(Self.mostBefore).filter { (other: Int) -> Bool in
        let type = entityOf[other] < 0 ? -1 : entities[entityOf[other]].type
        return here - sentence(of: other) <= 2 && types.isPerson(type) && !context.isPlural(found[other].head)
          && isPart(found[other].head, asVictim: isVictim)
      }.map { entityOf[$0] })
    guard bearers.count == 1, let bearer = bearers.first, !coarguments(of: head).contains(bearer) else { return nil }
    return bearer
  }

  private static let mostBefore = 60

  /// Whether the verb of which the word is an argument makes a victim of it, or an attacker.
  private func isPart(_ word: Int, asVictim isVictim: Bool) -> Bool {
    let verbs = isVictim ? context.lexicon.assaultVerbs : context.lexicon.attackerVerbs
    guard let verb = context.head(context.firstConjunct(of: word)),
      verbs.contains(context.document.lemma(of: tokens[verb])),
      context.tree.children(of: verb, .auxiliary).allSatisfy({ context.document.lemma(of: tokens[$0]) == "have" }),
      !context.tree.children(of: verb, .adverbialModifier).contains(where: {
        ["n't", "never", "not"].contains(context.document.form(of: tokens[$0]))
      })
    else { return false }
    let roles: [DependencyRelation] = isVictim ? [.object, .passiveSubject] : [.subject, .agent]
    return roles.contains(context.role(of: word))
  }

  private static let mostSteps = 12

  /// The subject of the verb of speech in whose complement `token` stands; nil where it stands in none.
  private func speaker(above token: Int) -> Int? {
    var word = token
    for _ in 0..<Self.mostSteps {
      guard let next = context.head(word) else { return nil }
      if [.clausalComplement, .openComplement].contains(tokens[word].relation),
        context.lemma(next).flags.contains(.reportingVerb)
      {
        return context.tree.child(of: next, .subject)
      }
      word = next
    }
    return nil
  }
}
