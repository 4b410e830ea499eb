import Bytes
import Language

extension EntityResolver {
  /// Finds the antecedent of a pronoun; leaves it without entity rather than guess.
  mutating func resolvePronoun(_ mention: Int) {
    let token = found[mention].head
    guard let pronoun = context.pronoun(at: token) else { return }
    if pronoun.use == .relative {
      if let antecedent = antecedent(ofRelative: token) { join(mention, to: antecedent) }
      return
    }
    if pronoun.person == 1 {
      if let speaker = speaker(of: context.quotations[token]), let meant = meant(by: pronoun, of: speaker) {
        join(mention, to: meant)
      }
      return
    }
    if pronoun.use == .reflexive {
      if let subject = subject(ofClauseOf: token), agrees(subject, with: pronoun) { join(mention, to: subject) }
      return
    }
    guard !isPleonastic(token, pronoun) else { return }
    guard let entity = mostSalient(for: mention, pronoun) ?? subjectAhead(of: token, pronoun) else {
      if pronoun.number == .plural, pronoun.use == .plain { membersOfHead[token] = coordination(before: mention) }
      return
    }
    join(mention, to: entity)
    if pronoun.number == .plural { membersOfHead[token] = members(of: entity) }
    if entities[entity].gender == nil { entities[entity].gender = pronoun.gender }
  }

  /// `During her visit to Nairobi, Helen Ek opened a school`, `When it was founded, Acme …`: the named subject of the
  /// verb whose phrase or clause comes first.
  private func subjectAhead(of token: Int, _ pronoun: Pronoun) -> Int? {
    let isPersonal = pronoun.gender == .male || pronoun.gender == .female || pronoun.use == .possessive
    let isSubject = [.subject, .passiveSubject].contains(tokens[token].relation)
    guard isPersonal || isSubject else { return nil }
    var word = token
    for _ in 0..<8 {
      guard let head = context.head(word) else { return nil }
      switch tokens[word].relation {
      case .oblique, .adverbialClause:
        guard isPersonal || tokens[word].relation == .adverbialClause, head > word,
          let subject = context.tree.child(of: head, .subject) ?? context.tree.child(of: head, .passiveSubject),
          subject > word, let entity = entity(at: subject), entities[entity].isNamed, agrees(entity, with: pronoun)
        else { return nil }
        return entity
      default: word = head
      }
    }
    return nil
  }

  private func antecedent(ofRelative token: Int) -> Int? {
    guard let clause = context.relativeClause(of: token), let noun = context.head(clause), noun < token else {
      return nil
    }
    let antecedent = entity(at: noun)
    guard ["who", "whom"].contains(context.document.form(of: tokens[token])), antecedent.map(isSomebody) != true else {
      return antecedent
    }
    // The parser took a thing for the antecedent: then the phrase right before the pronoun, when it is somebody.
    let comma = token > 0 && tokens[token - 1].tag == .punctuation ? 1 : 0
    guard token - comma > 0 else { return nil }
    return entity(at: token - comma - 1).flatMap { isSomebody($0) ? $0 : nil }
  }

  private func isSomebody(_ entity: Int) -> Bool {
    let type = entities[entity].type
    return types.isPerson(type) || types.isGroup(type) || types.isBody(type)
  }

  private func subject(ofClauseOf token: Int) -> Int? {
    guard let verb = context.predicate(of: token) else { return nil }
    for relation in [DependencyRelation.subject, .passiveSubject] {
      if let subject = context.tree.child(of: verb, relation), subject != token { return entity(at: subject) }
    }
    return nil
  }

  /// It that refers to nothing: it is likely that, it rained.
  private func isPleonastic(_ token: Int, _ pronoun: Pronoun) -> Bool {
    guard pronoun.gender == .neuter, pronoun.use == .plain, let verb = context.head(token) else { return false }
    guard [.subject, .passiveSubject].contains(tokens[token].relation) else { return false }
    return context.tree.children(of: verb).contains { child in
      switch tokens[Int(child)].relation {
      case .clausalSubject, .passiveClausalSubject: true
      case .clausalComplement, .openComplement, .adverbialClause:
        tokens[verb].tag == .adjective || tokens[token].relation == .passiveSubject
      default: false
      }
    }
  }

  // MARK: Speakers

  /// Whom a speaker means by I or we: himself, or those for whom he speaks, the body or country of his office; nil when
  /// it is unsure.
  private func meant(by pronoun: Pronoun, of speaker: Int) -> Int? {
    let isOne = !entities[speaker].isPlural && types.isPerson(entities[speaker].type)
    if (pronoun.number == .singular) == isOne { return speaker }
    guard isOne else { return nil }
    let titles = entities[speaker].titles.filter { !context.lexicon.ownVoices.contains($0.words.last ?? "") }
    let bodies = Set(titles.map(\.owner).filter { $0 >= 0 })
    return bodies.count == 1 ? bodies.first : nil
  }

  /// Who speaks in quotation `number`: the subject of the reporting verb beside it; nil when there is none.
  private mutating func speaker(of number: Int32) -> Int? {
    if let known = speakers[number] { return known >= 0 ? known : nil }
    let speaker = findSpeaker(of: number)
    speakers[number] = speaker ?? -1
    return speaker
  }

  private mutating func findSpeaker(of number: Int32) -> Int? {
    guard let head = context.speakers[number] else { return nil }
    let mention = Int(mentionOfHead[head])
    guard mention >= 0 else { return nil }
    // `"I never took it," the mayor said`: the mayor comes later in the text.
    if entityOf[mention] < 0 {
      switch found[mention].mention.kind {
      case .nominal: resolveNominal(mention)
      // Nor is `I` asked for who says `I`: passages may hold each other's speakers.
      case .pronoun where context.pronoun(at: head)?.person == 3: resolvePronoun(mention)
      case .pronoun, .name: break
      }
    }
    return entity(at: head).flatMap { isSomebody($0) ? $0 : nil }
  }

  /// Whether `entity` may be what `pronoun` stands for, by number, gender and type.
  func agrees(_ entity: Int, with pronoun: Pronoun) -> Bool {
    let candidate = entities[entity]
    switch pronoun.number {
    case .singular: if candidate.isPlural { return false }
    // `the Church … They also claimed`: those who speak for it.
    case .plural: return candidate.isPlural || types.isBody(candidate.type)
    case .any: break
    }
    switch pronoun.gender {
    case .male, .female:
      return types.isPerson(candidate.type) && (candidate.gender == nil || candidate.gender == pronoun.gender)
    case .neuter:
      return !types.isPerson(candidate.type) && candidate.gender != .male && candidate.gender != .female
    case nil: return true
    }
  }
}
