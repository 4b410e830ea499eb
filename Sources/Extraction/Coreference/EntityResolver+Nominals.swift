import Language

extension EntityResolver {
  /// Finds the entity of a description: of a name beside it, of a name before it that it fits, of the same description
  /// before; otherwise makes one.
  mutating func resolveNominal(_ mention: Int) {
    let type = found[mention].type
    if let members = members(meantBy: mention) { membersOfHead[found[mention].head] = members }
    if let entity = apposed(to: mention) ?? namedBefore(mention) ?? named(behind: mention) ?? writtenSmall(mention)
      ?? bearer(ofAgeIn: mention) ?? bearer(ofOriginIn: mention) ?? counterpart(meantBy: mention)
      ?? referent(of: mention) ?? described(like: mention) ?? described(byNamesIn: mention),
      !isExplained(mention, byOtherThan: entity)
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
    rememberNames(of: mention, entities.count - 1)
    described[entity.core, default: []].append(entities.count - 1)
    if entity.core != entity.headLemma { described[entity.headLemma, default: []].append(entities.count - 1) }
    join(mention, to: entities.count - 1)
  }

  /// `The new finance minister, Kari Moen,`, `the largest party, the Workers' Party,`: behind the description stands
  /// who that is, and it is another than the one of whom the text has spoken.
  private func isExplained(_ mention: Int, byOtherThan entity: Int) -> Bool {
    guard entities[entity].isNamed, !isPlural(mention) else { return false }
    let isPerson = types.isPerson(entities[entity].type)
    return context.tree.children(of: found[mention].head, .apposition).contains { head in
      let name = Int(mentionOfHead[head])
      guard name > mention, found[name].mention.kind == .name, entityOf[name] >= 0, entityOf[name] != entity else {
        return false
      }
      let type = entities[entityOf[name]].type
      return isPerson ? types.isPerson(type) : fits(found[mention].type, entityOf[name]) && !types.isPlace(type)
    }
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
      // `Iran's plan`, `the plan`; but `Iran's government` and `the government` may be two.
      let isOwned =
        ownersAgree(mention, same)
        || isDefinite && fits.count == 1 && owner(of: mention) == nil && !canAct(entities[same].type)
          && latest(of: [same], before: mention, within: Self.nearReach) != nil
      return isOwned && (isPlural || isDefinite || isSubstance(same)) ? bearer(ofClass: same) ?? same : nil
    }
    if let shown = shown(by: mention) { return shown }
    guard isDefinite, found[mention].tokens.count == 1, context.tree.child(of: head, .possessive) == nil,
      !hasComplement(head)
    else { return nil }
    if fits.count == 1 { return bearer(ofClass: fits[0]) ?? fits[0] }
    // `the game`: of several, the one in talk.
    let here = sentence(of: mention)
    let near = fits.filter { entities[$0].latest >= 0 && here - sentence(of: entities[$0].latest) <= 1 }
    let last = near.isEmpty ? latest(of: fits, before: mention, within: Self.farReach) : near.count == 1 ? near[0] : nil
    return last.map { bearer(ofClass: $0) ?? $0 }
  }

  /// Sentences over which `this court` and, where several were told of, `the court` mean the last one.
  private static let nearReach = 3
  private static let farReach = 12

  /// `this constituency`: the last one of which the text has spoken, whatever else it said of it; nil for other
  /// phrases.
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
    guard let first = entities[entity].mentions.first else { return false }
    return owner(of: mention) == owner(of: first)
  }

  private func owner(of mention: Int) -> String? {
    context.tree.child(of: found[mention].head, .possessive).map { child in
      self.entity(at: child).map { "\($0)" } ?? "\(context.document.form(of: tokens[child])) \(child)"
    }
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
