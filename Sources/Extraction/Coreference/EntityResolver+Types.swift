import Language

extension EntityResolver {
  /// Decides the type of every group by all its mentions together: alike names have one type.
  func decideTypes(of groups: inout [NameGroup]) {
    var votes = groups.map(typeVotes)
    let people = Set(groups.indices.filter { groups[$0].words.count > 1 && best(votes[$0])?.type == types.person })
    let introduced = Dictionary(
      people.compactMap { group in groups[group].words.last.map { ($0, groups[group].mentions.first ?? 0) } },
      uniquingKeysWith: min)
    for index in groups.indices {
      if groups[index].entry == nil, groups[index].words.count == 1, let first = introduced[groups[index].words[0]],
        isBehind(groups[index], first)
      {
        votes[index][types.person, default: 0] += 3
      }
      guard let best = best(votes[index]) else { continue }
      groups[index].type = best.type
      groups[index].isTypeCertain = best.weight >= Self.certainty
      groups[index].typeWeight = best.weight
    }
  }

  /// Whether a short name is told after the mention of the full one, headlines aside: `Ford` before `Harrison Ford` is
  /// somebody or something else, unless the text says that it is a person.
  func isBehind(_ group: NameGroup, _ full: Int) -> Bool {
    guard let first = group.mentions.first(where: { !context.isHeadline[Int(context.sentences[found[$0].head])] })
    else {
      return true
    }
    return first > full
  }

  /// The weight from which a type is certain: more than a label of the model, which is wrong too often.
  private static var certainty: Double { 3 }

  private func best(_ votes: [Int: Double]) -> (type: Int, weight: Double)? {
    votes.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }

  /// Weights of the types for which a group's form, its contexts and the model's labels speak.
  private func typeVotes(of group: NameGroup) -> [Int: Double] {
    var votes: [Int: Double] = [:]
    func vote(_ type: Int, _ weight: Double) {
      if type >= 0 { votes[type, default: 0] += weight }
    }
    if let entry = group.entry {
      vote(entry.use == .people ? types.group : context.lexicon.typeOfKnown[entry.entity], 100)
      return votes
    }
    guard let first = group.mentions.first else { return votes }
    let tokens = found[first].tokens
    let last = headNoun(of: tokens)
    if context.form(tokens.upperBound - 1).flags.contains(.companySuffix), tokens.count > 1 {
      vote(types.organization, 4)
    }
    let noun = Int(context.lemma(last).nounType)
    let isBody = noun >= 0 && types.isBody(noun)
    if tokens.count > 1, !isBody, context.lemma(last).flags.contains(.organizationWord) {
      vote(types.organization, 3)
    } else if noun >= 0, !types.isPerson(noun) {
      vote(noun, tokens.count > 1 ? 3 : 1)
    }
    let given = context.form(tokens.lowerBound).flags
    if !given.isDisjoint(with: [.maleName, .femaleName]) { vote(types.person, tokens.count > 1 ? 3.5 : 0.5) }
    if NameKey.isAcronym(group.text), !NameKey.isUppercaseSentence(of: found[first].head, in: context) {
      vote(types.organization, 1)
    }

    // No person is called `HUR` or `OpenAI`.
    let isNobody = group.words.count == 1 && (group.isAcronym || isCamelCase(group.text))
    let share = 1 / Double(group.mentions.count)
    for mention in group.mentions {
      if found[mention].type >= 0, found[mention].isTypeCertain { vote(found[mention].type, 4) }
      for token in found[mention].tokens.prefix(1) {
        if let label = context.tokens[token].entity.label, let type = types.type(of: label) {
          vote(type, (label == .person && isNobody ? 1 : 2.5) * share)
        }
      }
      for (type, weight) in contextVotes(of: mention) { vote(type, weight * share) }
    }
    // What the text says once, the party VVD, counts for all mentions.
    for type in Set(group.mentions.flatMap(classes)) { vote(type, 3) }
    if let (type, weight) = indexVote(of: group, votes) {
      // What the words tell may be more special: an army, where the index has a body.
      let special = votes.filter { $0.key != type && types.isKind($0.key, of: type) && $0.value > 2 }.keys.min()
      vote(special ?? type, weight)
    }
    return votes
  }

  /// The noun that says what a name's bearer is: the last word, or the one before `of`.
  private func headNoun(of range: Range<Int>) -> Int {
    let of = range.first { context.document.form(of: context.tokens[$0]) == "of" }
    return (of ?? range.upperBound) - 1
  }

  private func contextVotes(of mention: Int) -> [(Int, Double)] {
    let head = found[mention].head
    var votes: [(Int, Double)] = []
    // A preposition says that something is a place, and the label which kind of place.
    let isGoverned = context.tokens[found[mention].tokens.lowerBound].entity.label == .geopoliticalEntity
    let place = isGoverned && types.geopolitical >= 0 ? types.geopolitical : types.location
    switch context.preposition(of: head) {
    case "in":
      // Based in Ferrol; but trust in Rutte.
      votes.append((place, context.tokens[head].relation == .oblique ? 2.6 : 0.6))
    case "at", "near", "across", "from", "to", "outside", "throughout": votes.append((place, 0.6))
    default: break
    }
    let role = context.role(of: head)
    if role == .subject, let verb = context.head(context.firstConjunct(of: head)),
      context.lemma(verb).flags.contains(.reportingVerb)
    {
      votes.append((types.person, found[mention].tokens.count > 1 ? 1 : 0.6))
    }
    for child in context.tree.children(of: head, .relativeClause)
    where context.tree.children(of: Int(child)).contains(where: { isWho(Int($0)) }) {
      votes.append((types.person, 1.5))
    }
    if isEmployer(head) { votes.append((types.organization, 2)) }
    // Before a title stands what the person leads or works for: Microsoft President Brad Smith.
    if found.indices.contains(mention + 1), found[mention + 1].titleOwner == head, found[mention + 1].title != nil {
      votes.append((types.organization, 0.8))
    }
    return votes
  }

  /// The types that the text gives a name: of nouns before it and in apposition, and of what only bodies do.
  private func classes(of mention: Int) -> [Int] {
    let head = found[mention].head
    var classes = context.tree.children(of: head, .apposition).filter { !context.isPlural(Int($0)) }
      .map { Int(context.lemma(Int($0)).nounType) }
    if let noun = nounBefore(mention) ?? nounApposed(to: mention) { classes.append(noun) }
    if speaksAsIt(head) || isOpponent(head) { classes.append(types.organization) }
    return classes.filter { $0 >= 0 }
  }

  /// A capital behind a small letter, though not the one behind `Mc`.
  private func isCamelCase(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.count > 4 else { return false }
    return (3..<bytes.count).contains {
      (0x41...0x5A).contains(bytes[$0]) && (0x61...0x7A).contains(bytes[$0 - 1])
    }
  }

  /// `Ukraine's intelligence agency (HUR)`: what the noun above an apposition says.
  private func nounApposed(to mention: Int) -> Int? {
    let head = found[mention].head
    guard context.tokens[head].relation == .apposition, let noun = context.head(head), noun < head,
      context.tokens[noun].tag == .noun, !context.isPlural(noun)
    else { return nil }
    let type = Int(context.lemma(noun).nounType)
    return type >= 0 && !types.isPerson(type) && !types.isGroup(type) ? type : nil
  }

  /// `Nestle said it would sell brands`.
  private func speaksAsIt(_ head: Int) -> Bool {
    guard context.tokens[head].relation == .subject, let verb = context.head(head),
      context.lemma(verb).flags.contains(.reportingVerb),
      let said = context.tree.child(of: verb, .clausalComplement),
      let subject = context.tree.child(of: said, .subject), subject == verb + 1 || subject == verb + 2
    else { return false }
    let pronoun = context.pronoun(at: subject)
    return pronoun?.gender == .neuter && pronoun?.use == .plain && context.tokens[said].tag == .verb
  }

  /// `OpenAI's Sam Altman`.
  private func isEmployer(_ head: Int) -> Bool {
    guard context.tokens[head].relation == .possessive, let name = context.head(head) else { return false }
    return context.tokens[name].entity == .begin(.person) && context.tokens[head].entity.label != .geopoliticalEntity
  }

  /// `Chelsea beat Arsenal`: whether the other side of a match is no person.
  private func isOpponent(_ head: Int) -> Bool {
    let isSubject = context.tokens[head].relation == .subject
    guard isSubject || context.tokens[head].relation == .object, let verb = context.head(head),
      context.lexicon.matchVerbs.contains(context.document.lemma(of: context.tokens[verb])),
      let other = context.tree.child(of: verb, isSubject ? .object : .subject),
      context.tokens[other].tag == .properNoun
    else { return false }
    return [.organization, .geopoliticalEntity].contains(context.tokens[other].entity.label)
  }

  /// The type of a common noun right before a name to which it is tied: the party VVD.
  private func nounBefore(_ mention: Int) -> Int? {
    let (name, noun) = (found[mention].head, found[mention].tokens.lowerBound - 1)
    guard noun >= 0, context.tokens[noun].tag == .noun, found[mention].title == nil, !context.isPlural(noun) else {
      return nil
    }
    let type = Int(context.lemma(noun).nounType)
    let isTied = context.tokens[noun].head == Int32(name) || context.tokens[name].head == Int32(noun)
    return isTied && type >= 0 && !types.isPerson(type) && !types.isGroup(type) ? type : nil
  }

  private func isWho(_ token: Int) -> Bool {
    ["who", "whom"].contains(context.document.form(of: context.tokens[token]))
  }
}

extension NameKey {
  /// Whether the sentence around `token` is all capitals, so that capitals say nothing.
  static func isUppercaseSentence(of token: Int, in context: MentionContext) -> Bool {
    let sentence = context.document.sentences[Int(context.sentences[token])]
    return sentence.tokens.count > 3 && isUppercase(context.document.text(in: sentence.bytes))
  }
}
