import Language

extension EntityResolver {
  /// Finds the entity of a description: of a name beside it, of a name before it that it fits, of the same description
  /// before; otherwise makes one.
  mutating func resolveNominal(_ mention: Int) {
    let type = found[mention].type
    if let members = members(meantBy: mention) { membersOfHead[found[mention].head] = members }
    if let entity = apposed(to: mention) ?? namedBefore(mention) ?? writtenSmall(mention)
      ?? bearer(ofAgeIn: mention) ?? referent(of: mention)
      ?? described(like: mention)
    {
      join(mention, to: entity)
      return
    }
    let isCounted = context.tree.child(of: found[mention].head, .numericModifier) != nil
    var entity = EntityBuilder(type: type >= 0 ? type : types.unknown)
    entity.isTypeCertain = type >= 0
    entity.isPlural = isPlural(mention)
    entity.core = core(of: mention)
    entity.headLemma = context.document.lemma(of: tokens[found[mention].head])
    entity.gender = nominalGender(mention)
    entities.append(entity)
    if let age = age(in: mention), !entity.isPlural { record(age, of: entities.count - 1) }
    // Nor is what comes later one of so many: `58,825 votes`, then `votes`.
    guard !isCounted || context.isDefinite(found[mention].head) else { return join(mention, to: entities.count - 1) }
    described[entity.core, default: []].append(entities.count - 1)
    if entity.core != entity.headLemma { described[entity.headLemma, default: []].append(entities.count - 1) }
    join(mention, to: entities.count - 1)
  }

  /// The named entity that a definite description means: by title, epithet, or a word of the name; nil when it is
  /// unsure.
  private mutating func referent(of mention: Int) -> Int? {
    let head = found[mention].head
    guard !context.isPlural(head) else { return nil }
    if types.isPerson(found[mention].type) {
      let isCapitalizedTitle = found[mention].title == found[mention].tokens && context.isCapitalized(head)
      guard context.isDefinite(head) || isCapitalizedTitle || found[mention].titleOwner != nil && !isIndefinite(head)
      else { return nil }
      return holder(of: mention) ?? bearer(ofPraiseIn: mention)
    }
    let isClass = context.lexicon.classNouns.contains(context.document.lemma(of: tokens[head]))
    guard context.isDefinite(head), isClass || found[mention].tokens.count == 1,
      context.tree.child(of: head, .possessive) == nil, !hasComplement(head)
    else { return nil }
    // `Ukraine would not cede the region`: nothing is told of itself by two names.
    let excluded = coarguments(of: head)
    return (bearer(ofEpithetIn: mention) ?? bearer(ofNounIn: mention)).flatMap { excluded.contains($0) ? nil : $0 }
  }

  /// `Yonhap news agency`, `the Kowloon West constituency`: the organization or place whose name stands before the noun that says what it is; nil for others, and
  /// for one of several.
  private mutating func namedBefore(_ mention: Int) -> Int? {
    let head = found[mention].head
    let lemma = context.document.lemma(of: tokens[head])
    let isOfPlaces = context.lexicon.placeClassNouns.contains(lemma)
    guard isOfPlaces || context.lexicon.classNouns.contains(lemma), !context.isPlural(head),
      !isIndefinite(head), context.tree.child(of: head, .possessive) == nil
    else { return nil }
    for child in context.tree.children(of: head, .compound) where child < head {
      guard let entity = entity(at: child), entities[entity].isNamed else { continue }
      if isOfPlaces {
        if types.isPlace(entities[entity].type) { return entity }
        continue
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
  private func writtenSmall(_ mention: Int) -> Int? {
    guard found[mention].type < 0 || context.isCapitalized(found[mention].head),
      let entity = named[NameKey.folded(context.text(found[mention].tokens))],
      !types.isPerson(entities[entity].type), let name = entities[entity].mentions.first,
      !context.isPlural(found[mention].head), context.tree.child(of: found[mention].head, .possessive) == nil
    else { return nil }
    return article(of: mention) == article(of: name) ? entity : nil
  }

  private func article(of mention: Int) -> String? {
    context.tree.child(of: found[mention].head, .determiner).map { context.document.form(of: tokens[$0]) }
  }

  private func isIndefinite(_ token: Int) -> Bool {
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
    let here = sentence(of: mention)
    let gender = nominalGender(mention)
    var people: Set<Int> = []
    var index = mention - 1
    while index >= 0, here - sentence(of: index) <= 2 {
      defer { index -= 1 }
      let entity = entityOf[index]
      guard found[index].mention.kind == .name, entity >= 0, types.isPerson(entities[entity].type),
        gender == nil || entities[entity].gender == nil || entities[entity].gender == gender
      else { continue }
      people.insert(entity)
    }
    guard people.count == 1, let bearer = people.first else { return nil }
    return coarguments(of: head).contains(bearer) ? nil : bearer
  }

  /// Sentences over which a noun may still mean a name that has it.
  private static let longestReach = 20

  /// The commission: the European Commission, when it is the one named so in the sentences before, and no other is
  /// within three; the company, the country: the one of this type in this sentence and the one before, or before that.
  private func bearer(ofNounIn mention: Int) -> Int? {
    let head = found[mention].head
    let lemma = context.document.lemma(of: tokens[head])
    let isSingle = found[mention].tokens.count == 1
    guard described[isSingle ? lemma : core(of: mention)]?.isEmpty != false else { return nil }
    var candidates: [Int] = []
    var reach = 2
    var index = mention - 1
    let here = sentence(of: mention)
    while index >= 0, here - sentence(of: index) <= (candidates.isEmpty ? Self.longestReach : 3) {
      defer { index -= 1 }
      let entity = entityOf[index]
      guard found[index].mention.kind == .name, entity >= 0, !found[index].isModifier, !candidates.contains(entity),
        context.head(found[index].head) != head
      else { continue }
      let distance = here - sentence(of: index)
      let isNamedSo = isSingle && entities[entity].words.contains(lemma) && entities[entity].words.count > 1
      guard isNamedSo || distance <= reach && isOf(found[mention].type, lemma, entity) else { continue }
      candidates.append(entity)
      reach = max(1, min(reach, distance))
    }
    // Of several bodies the newspaper is the one that is called a newspaper.
    let type = found[mention].type
    let exact = type < 0 || type == types.organization ? [] : candidates.filter { entities[$0].type == type }
    if exact.count == 1 { return exact[0] }
    return candidates.count == 1 ? candidates[0] : nil
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
      return other == type
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

  /// The entity described before by the same words, or by a fuller phrase with this head; nil when there is none.
  private func described(like mention: Int) -> Int? {
    let isPlural = isPlural(mention)
    let head = found[mention].head
    let key = core(of: mention)
    let isDefinite = context.isDefinite(head)
    // Not the `Image` before each caption.
    let isBare = !isDefinite && context.tree.child(of: head, .determiner) == nil && !context.isCapitalized(head)
    // `the Government` is no regional government.
    let isTitled = context.isCapitalized(head) && !context.isFirstInSentence(head)
    // `two soldiers` are others than the soldiers before them.
    guard isPlural || isDefinite || isBare, isDefinite || context.tree.child(of: head, .numericModifier) == nil else {
      return nil
    }
    let fits = (described[key] ?? []).suffix(64).filter {
      entities[$0].isPlural == isPlural && !entities[$0].mentions.isEmpty
        && (entities[$0].core == key || !isContrasted($0)) && (!isTitled || isTitledSo($0))
    }
    if let same = fits.last(where: { entities[$0].core == key && complementsAgree(mention, $0) }) {
      // `iodine`, and `iodine` again: a substance, not one of many.
      return ownersAgree(mention, same) && (isPlural || isDefinite || isSubstance(same)) ? same : nil
    }
    if let shown = shown(by: mention) { return shown }
    guard isDefinite, found[mention].tokens.count == 1, context.tree.child(of: head, .possessive) == nil,
      !hasComplement(head)
    else { return nil }
    if fits.count == 1 { return fits[0] }
    // `the game`: of several, the one in talk.
    let here = sentence(of: mention)
    let near = fits.filter { entities[$0].latest >= 0 && here - sentence(of: entities[$0].latest) <= 1 }
    if near.isEmpty { return latest(of: fits, before: mention, within: Self.farReach) }
    return near.count == 1 ? near[0] : nil
  }

  /// Sentences over which `this court` and, where several were told of, `the court` mean the last one.
  private static let nearReach = 3
  private static let farReach = 12

  /// `this constituency`: the last one of which the text has spoken, whatever else it said of it; nil for other phrases.
  private func shown(by mention: Int) -> Int? {
    let head = found[mention].head
    let isShown = context.tree.children(of: head, .determiner).contains {
      ["this", "these"].contains(context.document.form(of: tokens[$0]))
    }
    guard isShown else { return nil }
    let lemma = context.document.lemma(of: tokens[head])
    let isPlural = isPlural(mention)
    let alike = (described[lemma] ?? []).suffix(64).filter {
      entities[$0].isPlural == isPlural && !entities[$0].mentions.isEmpty && entities[$0].headLemma == lemma
    }
    return latest(of: alike, before: mention, within: Self.nearReach)
  }

  /// Of those who act the one of whom the text speaks most, of things the last.
  private func prominence(_ entity: Int) -> (Int, Int) {
    (types.isBody(entities[entity].type) ? entities[entity].mentions.count : 0, entities[entity].latest)
  }

  private func latest(of candidates: [Int], before mention: Int, within reach: Int) -> Int? {
    let here = sentence(of: mention)
    return candidates.filter { entities[$0].latest >= 0 && here - sentence(of: entities[$0].latest) <= reach }
      .max { prominence($0) < prominence($1) }
  }

  private func isTitledSo(_ entity: Int) -> Bool {
    entities[entity].mentions.contains {
      context.isCapitalized(found[$0].head) && !context.isFirstInSentence(found[$0].head)
    }
  }

  /// `the previous election`: not what is called the election.
  private func isContrasted(_ entity: Int) -> Bool {
    guard let first = entities[entity].mentions.first else { return false }
    return found[first].tokens.contains {
      $0 < found[first].head && context.form($0).flags.contains(.contrasting)
    }
  }

  /// Mentions that are looked at for how a text speaks of a thing.
  private static let mostCompared = 8

  /// Whether the text speaks of the thing without any article: `ozone`, `homeopathy`.
  private func isSubstance(_ entity: Int) -> Bool {
    entities[entity].mentions.prefix(Self.mostCompared).allSatisfy {
      let head = found[$0].head
      return context.tree.child(of: head, .determiner) == nil && context.tree.child(of: head, .possessive) == nil
    }
  }

  /// Whether what stands behind two like nouns is the same, or nothing stands behind the later one: the boats of
  /// migrants are no boats of fishermen.
  private func complementsAgree(_ mention: Int, _ entity: Int) -> Bool {
    let words = complement(found[mention].head)
    guard !words.isEmpty, let first = entities[entity].mentions.first else { return true }
    return words == complement(found[first].head)
  }

  private func complement(_ head: Int) -> [String] {
    context.tree.children(of: head).filter { Int($0) > head && tokens[Int($0)].relation == .nominalModifier }
      .flatMap { context.tree.span(of: Int($0)).map { context.document.form(of: tokens[$0]) } }
  }

  /// Whether two like descriptions have the same possessor, or neither has one: its leader, France's leader.
  private func ownersAgree(_ mention: Int, _ entity: Int) -> Bool {
    func owner(_ head: Int) -> String? {
      context.tree.child(of: head, .possessive).map { child in
        self.entity(at: child).map { "\($0)" } ?? "\(context.document.form(of: tokens[child])) \(child)"
      }
    }
    guard let first = entities[entity].mentions.first else { return false }
    return owner(found[mention].head) == owner(found[first].head)
  }

  func isPlural(_ mention: Int) -> Bool { context.isPlural(found[mention].head) }

  /// The lower-case words of a description, its head as lemma.
  func core(of mention: Int) -> String {
    let range = found[mention].tokens
    let head = found[mention].head
    return range.map {
      context.document.form(of: tokens[$0]) == "" || $0 == head
        ? context.document.lemma(of: tokens[$0]) : context.document.form(of: tokens[$0])
    }
    .joined(separator: " ")
  }

  func nominalGender(_ mention: Int) -> Gender? {
    let flags = context.lemma(found[mention].head).flags
    if flags.contains(.maleNoun) { return .male }
    if flags.contains(.femaleNoun) { return .female }
    return types.isPerson(found[mention].type) ? nil : .neuter
  }
}
