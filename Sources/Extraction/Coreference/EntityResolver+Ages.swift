import Language

/// People by their age: `Ann Sommer, 51, …`, and later `the 51-year-old`.
extension EntityResolver {
  /// Records the ages that stand behind names.
  mutating func recordAges() {
    for (index, mention) in found.enumerated() where mention.mention.kind == .name {
      let entity = entityOf[index]
      guard entity >= 0, types.isPerson(entities[entity].type), let age = age(behind: mention.tokens.upperBound) else {
        continue
      }
      record(age, of: entity)
    }
  }

  mutating func record(_ age: Int, of entity: Int) {
    if aged[age]?.contains(entity) != true { aged[age, default: []].append(entity) }
  }

  /// The only person of the age that the description `mention` tells; nil when it tells none, or several have it.
  func bearer(ofAgeIn mention: Int) -> Int? {
    let head = found[mention].head
    guard context.isDefinite(head), context.tree.child(of: head, .possessive) == nil, !context.isPlural(head),
      let age = age(in: mention), let people = aged[age], people.count == 1
    else { return nil }
    let gender = nominalGender(mention)
    let other = entities[people[0]].gender
    return gender == nil || other == nil || gender == other ? people[0] : nil
  }

  /// The age that a description tells: 51 of `51-year-old mother`; nil for others.
  func age(in mention: Int) -> Int? {
    let range = found[mention].tokens
    return range.lazy.compactMap { end in
      context.ageStart(endingAt: end).flatMap { range.contains($0) ? self.number($0) : nil }
    }.first
  }

  /// The number between commas, or in brackets, behind a name.
  private func age(behind end: Int) -> Int? {
    guard end + 2 < tokens.count, tokens[end + 1].tag == .numeral, let age = number(end + 1) else { return nil }
    switch (context.document.form(of: tokens[end]), context.document.form(of: tokens[end + 2])) {
    case (",", ","), (",", "."), ("(", ")"): return age
    default: return nil
    }
  }

  private func number(_ token: Int) -> Int? {
    Int(context.document.form(of: tokens[token])).flatMap { (1...120).contains($0) ? $0 : nil }
  }
}
