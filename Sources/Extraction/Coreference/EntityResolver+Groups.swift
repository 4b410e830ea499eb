import Language

/// Plurals that stand for several names at once: `Merz and Macron met. They agreed …`.
extension EntityResolver {
  /// The entities of the last coordination of names that is the subject of a verb, in the sentence of the mention
  /// before it or in the one before; nil when there is none, or other people are told of in between.
  func coordination(before mention: Int) -> [Int]? {
    let token = found[mention].head
    let here = sentence(of: mention)
    let first = context.document.sentences[max(0, here - 1)].tokens.lowerBound
    var index = mention - 1
    while index >= 0, found[index].head >= first {
      defer { index -= 1 }
      let head = found[index].head
      if let members = membersOfHead[head] ?? members(ofCoordination: head) {
        return tokens[head].head == tokens[token].head ? nil : members
      }
      let entity = entityOf[index]
      if entity >= 0, entities[entity].isPlural, types.isPerson(entities[entity].type) { return nil }
    }
    return nil
  }

  /// Those for whom a plural description stands: `the two leaders`, and `the companies` behind a list of names; nil for
  /// other descriptions.
  func members(meantBy mention: Int) -> [Int]? {
    let type = found[mention].type
    func fit(_ members: [Int]) -> Bool { members.allSatisfy { type < 0 || areOf(type, entities[$0].type) } }
    if let count = numberOfBoth(mention) {
      let members = coordination(before: mention) ?? namedInSentence(before: mention)
      return members.count == count && fit(members) ? members : nil
    }
    let head = found[mention].head
    guard type >= 0, context.isPlural(head), found[mention].tokens.count == 1,
      article(of: mention) == "the", !hasComplement(head), described[core(of: mention)]?.isEmpty != false,
      let members = coordination(before: mention)
    else { return nil }
    return fit(members) ? members : nil
  }

  /// Those named in the sentence before, in order, of the type of `mention`: `A met B. The two leaders …`.
  private func namedInSentence(before mention: Int) -> [Int] {
    let here = sentence(of: mention)
    var members: [Int] = []
    for name in names(before: mention, within: 1) where sentence(of: name) < here && !found[name].isModifier {
      let entity = entityOf[name]
      guard !members.contains(entity), areOf(found[mention].type, entities[entity].type) else { continue }
      members.insert(entity, at: 0)
    }
    return members
  }

  /// The members of a plural that was found to stand for several names; nil for other entities.
  func members(of entity: Int) -> [Int]? {
    entities[entity].mentions.lazy.compactMap { self.membersOfHead[self.found[$0].head] }.first
  }

  /// Two names or more that are one subject, given its first; nil for other words.
  private func members(ofCoordination head: Int) -> [Int]? {
    guard [.subject, .passiveSubject].contains(tokens[head].relation) else { return nil }
    let conjuncts = context.tree.conjuncts(of: head)
    let members = conjuncts.compactMap { entity(at: $0) }
    let areNamed = members.allSatisfy { entities[$0].isNamed && (types.isPerson(entities[$0].type) || isActor($0)) }
    return conjuncts.count > 1 && members.count == conjuncts.count && Set(members).count == members.count && areNamed
      ? members : nil
  }

  private func isActor(_ entity: Int) -> Bool {
    types.isBody(entities[entity].type) || entities[entity].type == types.geopolitical
  }

  /// How many `the two leaders` and `both countries` are; nil for other descriptions.
  func numberOfBoth(_ mention: Int) -> Int? {
    let head = found[mention].head
    guard context.isPlural(head) else { return nil }
    let determiners = context.tree.children(of: head, .determiner).map { context.document.form(of: tokens[$0]) }
    if determiners.contains("both") { return 2 }
    guard determiners.contains("the"), let number = context.tree.child(of: head, .numericModifier) else { return nil }
    return ["two": 2, "three": 3, "four": 4][context.document.form(of: tokens[number])]
  }

  /// Whether a noun of type `noun` may be said of an entity of type `type`: leaders of people, countries of countries.
  func areOf(_ noun: Int, _ type: Int) -> Bool {
    if types.isPerson(noun) || types.isPerson(type) { return types.isPerson(noun) && types.isPerson(type) }
    return noun == type || types.areRelated(noun, type) || types.isBody(noun) && types.isBody(type)
  }
}
