import Language

/// Descriptions of those whom the text names: `the president`, `the company`, `the billionaire`.
extension EntityResolver {
  /// The named entity that a definite description means: by title, epithet, or a word of the name; nil when it is
  /// unsure.
  mutating func referent(of mention: Int) -> Int? {
    let head = found[mention].head
    guard !context.isPlural(head) else { return nil }
    if types.isPerson(found[mention].type) {
      let isCapitalizedTitle = found[mention].title == found[mention].tokens && context.isCapitalized(head)
      guard context.isDefinite(head) || (isCapitalizedTitle || found[mention].titleOwner != nil) && !isIndefinite(head)
      else { return nil }
      return holder(of: mention) ?? bearer(ofPraiseIn: mention) ?? bearer(ofPartIn: mention)
    }
    let isClass = context.lexicon.classNouns.contains(context.document.lemma(of: tokens[head]))
    guard context.isDefinite(head), isClass || found[mention].tokens.count == 1,
      context.tree.child(of: head, .possessive) == nil, !hasComplement(head), !isOfNamed(head)
    else { return nil }
    // `Ukraine would not cede the region`: nothing is told of itself by two names.
    let excluded = coarguments(of: head)
    return (bearer(ofEpithetIn: mention) ?? bearer(ofNounIn: mention)).flatMap { excluded.contains($0) ? nil : $0 }
  }

  /// `the Houthi movement`: whether a name before the noun that is no country's says whose it is.
  private func isOfNamed(_ head: Int) -> Bool {
    context.tree.children(of: head).lazy.map(Int.init).contains { child in
      guard child < head, [.compound, .adjectivalModifier].contains(tokens[child].relation),
        let entity = entity(at: child), entities[entity].isNamed
      else { return false }
      return !types.isPlace(entities[entity].type)
    }
  }

  /// `Yonhap news agency`, `the Kowloon West constituency`: the organization or place whose name stands before the noun
  /// that says what it is; nil for others, and for one of several.
  mutating func namedBefore(_ mention: Int) -> Int? {
    let head = found[mention].head
    let lemma = context.document.lemma(of: tokens[head])
    let isOfPlaces = context.lexicon.placeClassNouns.contains(lemma)
    let isSite = context.lexicon.siteNouns.contains(lemma)
    guard isOfPlaces || isSite || context.lexicon.classNouns.contains(lemma), !context.isPlural(head),
      !isIndefinite(head), context.tree.child(of: head, .possessive) == nil
    else { return nil }
    for child in context.tree.children(of: head, .compound) where child < head {
      guard let entity = entity(at: child), entities[entity].isNamed else { continue }
      if isSite {
        let isTown = types.isKind(entities[entity].type, of: types.geopolitical)
        guard entities[entity].known < 0, !isTown, !types.isPerson(entities[entity].type),
          !types.isKind(entities[entity].type, of: types.organization)
        else { continue }
        remember(mention, of: entity)
        return entity
      }
      if isOfPlaces {
        let isCountry = context.lexicon.countries.contains(entities[entity].known)
        guard types.isPlace(entities[entity].type), !isCountry else { continue }
        remember(mention, of: entity)
        return entity
      }
      guard entities[entity].known < 0, types.organization >= 0 else { continue }
      if types.isKind(entities[entity].type, of: types.organization) { return entity }
      // The noun tells better than a label of the model.
      guard !entities[entity].isTypeCertain, !types.isPlace(entities[entity].type) else { continue }
      entities[entity].type = found[mention].type >= 0 ? found[mention].type : types.organization
      return entity
    }
    return nil
  }

  /// `the internet` where the text also writes `the Internet`: a name with a small letter; not of persons.
  func writtenSmall(_ mention: Int) -> Int? {
    guard found[mention].type < 0 || context.isCapitalized(found[mention].head),
      let entity = named[NameKey.folded(context.text(found[mention].tokens))],
      !types.isPerson(entities[entity].type), let name = entities[entity].mentions.first,
      entities[entity].mentions.count(where: { found[$0].mention.kind == .name }) > 1,
      tokens[found[name].tokens.lowerBound].entity.label != nil,
      !context.isPlural(found[mention].head), context.tree.child(of: found[mention].head, .possessive) == nil
    else { return nil }
    return article(of: mention) == article(of: name) ? entity : nil
  }

  func article(of mention: Int) -> String? {
    context.tree.child(of: found[mention].head, .determiner).map { context.document.form(of: tokens[$0]) }
  }

  func isIndefinite(_ token: Int) -> Bool {
    context.tree.children(of: token, .determiner).contains {
      ["a", "an", "any", "some", "no", "another"].contains(context.document.form(of: tokens[$0]))
    }
  }

  /// Whether words behind the noun say which one is meant: the alliance of five parties.
  func hasComplement(_ token: Int) -> Bool {
    context.tree.children(of: token).contains { child in
      switch tokens[Int(child)].relation {
      case .nominalModifier, .relativeClause, .clausalModifier: Int(child) > token
      default: false
      }
    }
  }

  /// The alliance: NATO, when the document names it, or the one entity of that epithet whose members it names.
  private mutating func bearer(ofEpithetIn mention: Int) -> Int? {
    let lemma = context.document.lemma(of: tokens[found[mention].head])
    guard let known = context.lexicon.names.epithets[lemma], described[lemma]?.isEmpty != false else { return nil }
    let named = known.compactMap { builderOfKnown[$0] }.filter { entities[$0].latest >= 0 }
    if named.count == 1 { return named[0] }
    if named.count > 1 {
      return named.max { entities[$0].latest < entities[$1].latest }
    }
    let anywhere = known.compactMap { builderOfKnown[$0] }
    if anywhere.count == 1 { return anywhere[0] }
    guard known.count == 1, hasMembers(of: known[0]) else { return nil }
    var entity = EntityBuilder(type: context.lexicon.typeOfKnown[known[0]])
    entity.isTypeCertain = true
    entity.isNamed = true
    entity.known = known[0]
    entity.gender = .neuter
    entities.append(entity)
    builderOfKnown[known[0]] = entities.count - 1
    return entities.count - 1
  }

  /// Whether the document names two members of a known organization or more.
  private func hasMembers(of organization: Int) -> Bool {
    builderOfKnown.keys.count { context.lexicon.memberships[$0]?.contains(organization) == true } > 1
  }

  /// The billionaire: the one person named in this sentence and the two before; nil for other nouns.
  private func bearer(ofPraiseIn mention: Int) -> Int? {
    let head = found[mention].head
    guard context.lexicon.epithetNouns.contains(context.document.lemma(of: tokens[head])),
      context.tree.child(of: head, .possessive) == nil, !hasComplement(head),
      described[core(of: mention)]?.isEmpty != false
    else { return nil }
    let gender = nominalGender(mention)
    let people = Set(
      names(before: mention, within: 2).map { entityOf[$0] }.filter { entity in
        types.isPerson(entities[entity].type)
          && (gender == nil || entities[entity].gender == nil || entities[entity].gender == gender)
      })
    guard people.count == 1, let bearer = people.first else { return nil }
    return coarguments(of: head).contains(bearer) ? nil : bearer
  }

  /// Sentences over which a noun may still mean a name that has it.
  private static let longestReach = 20
  /// Mentions before a description that are looked at: a text of names alone takes time by its length, not its square.
  private static let mostMentions = 400

  /// The mentions by name before `mention` with an entity, the last first, down to so many sentences before its own.
  func names(before mention: Int, within sentences: Int) -> [Int] {
    let first = sentence(of: mention) - sentences
    return stride(from: mention - 1, through: max(0, mention - Self.mostMentions), by: -1)
      .prefix { sentence(of: $0) >= first }
      .filter { found[$0].mention.kind == .name && entityOf[$0] >= 0 }
  }

  /// The commission: the European Commission, when it is the one named so in the sentences before, and no other is
  /// within three; the company, the country: the one of this type in this sentence and the one before, or before that.
  private func bearer(ofNounIn mention: Int) -> Int? {
    let head = found[mention].head
    let lemma = context.document.lemma(of: tokens[head])
    let isSingle = found[mention].tokens.count == 1
    // `the daily newspaper Dan`: the one that is named next.
    if mention + 1 < found.count, found[mention + 1].tokens.lowerBound == head + 1 { return nil }
    guard described[isSingle ? lemma : core(of: mention)]?.isEmpty != false else { return nil }
    let speakers = country(ofSpeakerOf: mention, lemma)
    var candidates: [Int] = []
    var subjects: [Int] = []
    var own: [Int] = []
    var reach = 2
    let here = sentence(of: mention)
    for name in names(before: mention, within: Self.longestReach) {
      let (entity, distance) = (entityOf[name], here - sentence(of: name))
      if !candidates.isEmpty, distance > 3 { break }
      guard !found[name].isModifier, !candidates.contains(entity), context.head(found[name].head) != head else {
        continue
      }
      let isNamedSo =
        isSingle && headWord(of: entities[entity].words) == lemma && canBe(found[mention].type, entities[entity].type)
      guard isNamedSo || distance <= reach && isOf(found[mention].type, lemma, entity) else { continue }
      candidates.append(entity)
      if distance == 0 { own.append(entity) }
      if [.subject, .passiveSubject].contains(context.role(of: found[name].head)) { subjects.append(entity) }
      reach = max(1, min(reach, distance))
    }
    // Of two countries either may be meant.
    if let speakers { return candidates.allSatisfy { $0 == speakers } ? speakers : nil }
    if candidates.isEmpty, context.lexicon.countryNouns.contains(lemma), found[mention].type == types.geopolitical {
      return country(ofAdjectiveBefore: mention)
    }
    // Of several bodies the newspaper is the one that is called a newspaper.
    let type = found[mention].type
    let isVague = type < 0 || type == types.organization || type == types.company
    let exact = isVague ? [] : candidates.filter { entities[$0].type == type }
    if exact.count == 1 { return exact[0] }
    // `leads the People's Party after the party lost`: the only one that this sentence names.
    if candidates.count > 1, own.count == 1, type >= 0, type != types.organization, entities[own[0]].type == type {
      return own[0]
    }
    // The company is the one of which the sentence speaks, not its owner.
    if candidates.count > 1, subjects.count == 1 { return subjects[0] }
    return candidates.count == 1 ? candidates[0] : nil
  }

  /// `The Tanzanian president … in the country`: the one country of which adjectives of this sentence speak, or else of
  /// the one before; nil for several.
  private func country(ofAdjectiveBefore mention: Int) -> Int? {
    let here = sentence(of: mention)
    let names = names(before: mention, within: 1).filter {
      found[$0].isModifier && context.lexicon.countries.contains(entities[entityOf[$0]].known)
    }
    let own = names.filter { sentence(of: $0) == here }
    let near = Set((own.isEmpty ? names : own).map { entityOf[$0] })
    return near.count == 1 ? near.first : nil
  }

  /// `the storm` is no team that is called Storm.
  private func canBe(_ noun: Int, _ type: Int) -> Bool {
    // Of what kind a building is, its type does not tell.
    if types.isPlace(type), !types.isPerson(noun), !types.isBody(noun) { return true }
    return noun < 0 || type == types.unknown || types.areRelated(noun, type) || types.isBody(noun) && types.isBody(type)
  }

  /// `commission` of `European Commission`, `bank` of `Bank of England`; nil for a single word.
  private func headWord(of words: [String]) -> String? {
    guard words.count > 1 else { return nil }
    return words[max(0, (words.firstIndex { ["for", "of"].contains($0) } ?? words.count) - 1)]
  }

  /// Whether a noun of `type` alone may stand for `entity`: country for a country, company for an organization of which
  /// nothing says that it is no company.
  private func isOf(_ type: Int, _ lemma: String, _ entity: Int) -> Bool {
    let other = entities[entity].type
    let known = entities[entity].known
    if type >= 0, type == types.geopolitical {
      let isCountry = context.lexicon.countries.contains(known)
      if context.lexicon.countryNouns.contains(lemma) { return other == type && (isCountry || known < 0) }
      if context.lexicon.cityNouns.contains(lemma) { return other == type && !isCountry }
      if context.lexicon.capitalNouns.contains(lemma) {
        return !context.lexicon.names.entities(seatedAt: entities[entity].words.joined(separator: " ")).isEmpty
      }
      // `the region` is no country.
      return other == type && !isCountry
    }
    guard types.organization >= 0, types.isKind(other, of: types.organization) else { return false }
    if context.lexicon.classNouns.contains(lemma), type < 0 || type == types.organization || types.isGroup(type) {
      return true
    }
    guard type >= 0, type != types.organization, types.isKind(type, of: types.organization) else { return false }
    if other == type { return true }
    return other == types.organization && known < 0
      && !entities[entity].words.contains { context.lexicon.wordClass(of: $0).nounType == Int16(types.organization) }
  }
}
