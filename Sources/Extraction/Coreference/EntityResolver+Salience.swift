import Language

extension EntityResolver {
  /// Sentences in which an antecedent is sought, the pronoun's own included.
  private static let window = 3
  /// Mentions among which it is sought.
  private static let mentionWindow = 120
  /// How much the best antecedent must be ahead of the next.
  private static let margin = 0.45
  /// The same for they and for it, whose antecedents are harder to tell, and for they of things; the least score of
  /// one.
  private static let pluralMargin = 0.15
  private static let thingMargin = 0.8
  private static let thingsMargin = 1.0
  private static let thingScore = 2.5
  private static let pluralScore = 3.0
  /// How much less likely they is one body than several.
  private static let bodyCost = 1.5
  /// How much likelier the subject of a passive is one to whom something was done.
  private static let patient = 1.3
  /// How much likelier the subject of a clause that is said, known or hoped is the subject of the verb of saying.
  private static let matrix = 0.6
  /// How much likelier the subject of what somebody's announcement says is who announces it.
  private static let announcer = 3.0

  /// The entity to which a personal pronoun most likely refers; nil when none agrees or two are nearly as likely.
  ///
  /// After the salience factors of Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution", 1994: recency,
  /// role of subject, names before descriptions, parallel roles; agreement and the syntax of the sentence exclude.
  func mostSalient(for mention: Int, _ pronoun: Pronoun) -> Int? {
    let token = found[mention].head
    let here = sentence(of: mention)
    let excluded = excludedEntities(for: token, pronoun)
    let identity = pronoun.gender == .neuter ? typeOfPredicate(token) : -1
    var scores: [Int: Double] = [:]
    var index = mention - 1
    let last = max(0, mention - Self.mentionWindow)
    while index >= last, here - sentence(of: index) < Self.window {
      defer { index -= 1 }
      let entity = entityOf[index]
      guard entity >= 0, !excluded.contains(entity), agrees(entity, with: pronoun), !contains(found[index].head, token),
        identity < 0 || areCompatible(entities[entity].type, identity), !isLoose(index, before: token)
      else { continue }
      let score = salience(of: index, for: token, pronoun, distance: here - sentence(of: index))
      if score > scores[entity] ?? -.infinity { scores[entity] = score }
    }
    let ranked = scores.map { (entity: $0.key, score: $0.value + bonus(of: $0.key, for: pronoun)) }
      .sorted { ($1.score, $0.entity) < ($0.score, $1.entity) }
    let isPersonal = pronoun.gender == .male || pronoun.gender == .female
    let leastScore = isPersonal ? 0 : pronoun.number == .plural ? Self.pluralScore : Self.thingScore
    guard let best = ranked.first, best.score > leastScore else { return nil }
    if isMindful(token, pronoun), !canAct(entities[best.entity].type), !entities[best.entity].isNamed { return nil }
    let margin = margin(of: best.entity, for: pronoun)
    if ranked.count > 1, best.score - ranked[1].score < margin { return nil }
    // As an object, it stands for the thing in talk more often than for a body.
    let isSubject = [.subject, .passiveSubject].contains(tokens[token].relation)
    return isPersonal || pronoun.use == .possessive || isSubject || pronoun.number == .plural ? best.entity : nil
  }

  /// How much `entity` must be ahead of the next for `pronoun`.
  private func margin(of entity: Int, for pronoun: Pronoun) -> Double {
    switch pronoun.gender {
    case .male, .female: Self.margin
    case _ where pronoun.number == .plural: canAct(entities[entity].type) ? Self.pluralMargin : Self.thingsMargin
    default: Self.thingMargin
    }
  }

  /// The type of the noun that a copula says of the subject `token`: it is a long game; -1 when there is none.
  private func typeOfPredicate(_ token: Int) -> Int {
    guard tokens[token].relation == .subject, let noun = context.head(token), tokens[noun].tag == .noun else {
      return -1
    }
    return Int(context.lemma(noun).nounType)
  }

  /// `They intend to return`: no talks do, nor any other things.
  private func isMindful(_ token: Int, _ pronoun: Pronoun) -> Bool {
    guard pronoun.number == .plural, pronoun.use == .plain, tokens[token].relation == .subject,
      let verb = context.head(token)
    else { return false }
    return tokens[verb].tag == .verb && context.lemma(verb).flags.contains(.mindfulVerb)
  }

  private func areCompatible(_ one: Int, _ other: Int) -> Bool {
    types.areRelated(one, other) || types.isBody(one) && (types.isBody(other) || types.isGroup(other))
      || types.isPlace(one) && types.isPlace(other)
  }

  func canAct(_ type: Int) -> Bool { types.isPerson(type) || types.isGroup(type) || types.isBody(type) }

  private func salience(of mention: Int, for token: Int, _ pronoun: Pronoun, distance: Int) -> Double {
    let head = found[mention].head
    var score = 3.2 - 1.2 * Double(distance)
    let role = context.role(of: head)
    switch role {
    case .subject, .passiveSubject: score += 1.2
    case .object, .indirectObject: score += 0.4
    case .possessive: score -= 0.1
    case .compound, .adjectivalModifier: score -= 1.5
    case .nominalModifier: score -= 0.5
    default: break
    }
    if role == .subject, distance == 0, governs(head, token) { score += Self.matrix }
    if role == .possessive, distance == 0, announces(head, token) { score += Self.announcer }
    if context.isHeadline[Int(context.sentences[head])] { score -= 1 }
    if (context.quotations[head] > 0) != (context.quotations[token] > 0) { score -= 0.4 }
    if found[mention].mention.kind == .pronoun, context.form(head).pronoun == context.form(token).pronoun {
      score += 0.3
    }
    let isSubject = [.subject, .passiveSubject].contains(tokens[token].relation)
    if isSubject, [.subject, .passiveSubject].contains(role) { score += 0.3 }
    // `Police arrested two men. They were charged`: to whom something was done.
    if tokens[token].relation == .passiveSubject, role == .object { score += Self.patient }
    if tokens[token].relation == .possessive, distance == 0, let verb = context.predicate(of: token),
      context.predicate(of: head) == verb
    {
      score += 0.6
    }
    return score
  }

  /// `The Israelis realize that they cannot stay`: whether the subject at `head` is that of the verb that governs the
  /// clause of which the pronoun is subject.
  private func governs(_ head: Int, _ token: Int) -> Bool {
    guard [.subject, .passiveSubject].contains(tokens[token].relation), let clause = context.head(token),
      tokens[clause].relation == .clausalComplement, let verb = context.head(clause)
    else { return false }
    return context.head(context.firstConjunct(of: head)) == verb
  }

  /// `Pelosi's announcement that she would go`: whether the possessor at `head` is that of the noun that has the clause
  /// of which the pronoun is subject.
  private func announces(_ head: Int, _ token: Int) -> Bool {
    guard [.subject, .passiveSubject].contains(tokens[token].relation), let clause = context.head(token),
      tokens[clause].relation == .clausalModifier, let noun = context.head(clause),
      context.lexicon.announcingNouns.contains(context.document.lemma(of: tokens[noun]))
    else { return false }
    return noun == context.head(head)
  }

  /// What speaks for an entity besides its single mentions.
  private func bonus(of entity: Int, for pronoun: Pronoun) -> Double {
    var score = min(0.6, 0.15 * Double(entities[entity].mentions.count))
    if entities[entity].isNamed { score += 0.2 }
    if pronoun.number == .plural, !entities[entity].isPlural { score -= Self.bodyCost }
    if let gender = pronoun.gender, gender != .neuter, entities[entity].gender == gender { score += 0.5 }
    return score
  }

  /// Entities that the syntax forbids: those of the other arguments of the same verb, and the speaker of the quotation.
  private func excludedEntities(for token: Int, _ pronoun: Pronoun) -> Set<Int> {
    var excluded: Set<Int> = []
    let quotation = context.quotations[token]
    if quotation > 0, let speaker = speakers[quotation], speaker >= 0 { excluded.insert(speaker) }
    guard pronoun.use == .possessive else { return excluded.union(coarguments(of: token)) }
    // `Petit rejected his demands`: nobody refuses his own.
    if let noun = context.head(token), tokens[noun].relation == .object, let verb = context.head(noun),
      context.lexicon.refusingVerbs.contains(context.document.lemma(of: tokens[verb]))
    {
      excluded.formUnion(coarguments(of: noun))
    }
    return excluded
  }

  /// `A freelancer, he was a finalist`: what the pronoun's bearer is, whom another sentence names.
  private func isLoose(_ mention: Int, before pronoun: Int) -> Bool {
    let words = found[mention].tokens
    return words.upperBound + 1 == pronoun && found[mention].mention.kind == .nominal
      && isIndefinite(found[mention].head) && context.document.form(of: tokens[pronoun - 1]) == ","
      && (context.isFirstInSentence(words.lowerBound) || context.isFirstInSentence(words.lowerBound - 1))
  }

  /// The entities of the other arguments of the same verb, and of the noun that `token` modifies.
  func coarguments(of token: Int) -> Set<Int> {
    var excluded: Set<Int> = []
    let first = context.firstConjunct(of: token)
    guard let verb = context.head(first) else { return excluded }
    for child in context.tree.children(of: verb) where Int(child) != first {
      switch tokens[Int(child)].relation {
      case .subject, .passiveSubject, .object, .indirectObject, .oblique, .agent:
        for conjunct in context.tree.conjuncts(of: Int(child)) {
          if let entity = entity(at: conjunct) { excluded.insert(entity) }
        }
      default: break
      }
    }
    if tokens[first].relation == .nominalModifier, let entity = entity(at: verb) { excluded.insert(entity) }
    return excluded
  }

  /// Whether `token` stands below `head` in the tree: `his` in `his father`.
  private func contains(_ head: Int, _ token: Int) -> Bool {
    var word = token
    for _ in 0..<12 {
      guard let parent = context.head(word) else { return false }
      switch tokens[word].relation {
      // In a clause about somebody a pronoun may mean him: the man who lost his job.
      case .relativeClause, .clausalModifier, .adverbialClause, .clausalComplement, .openComplement, .parataxis:
        return false
      default: break
      }
      if parent == head { return true }
      word = parent
    }
    return false
  }
}
