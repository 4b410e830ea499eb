import Language

extension EntityResolver {
  /// A name in apposition to a description before it: the prime minister, Mark Rutte.
  mutating func resolveApposedName(_ mention: Int) {
    let entity = entityOf[mention]
    if entity >= 0, let title = found[mention].title {
      for office in offices(ofCounterpart: title.upperBound - 1) { add(office, to: entity) }
    }
    let named = described(named: mention)
    guard entity >= 0, let other = named ?? description(before: mention), !context.isPlural(found[other].head),
      fits(found[other].type, entity) || isUntyped(entity, found[other].type)
        || named != nil && !entities[entity].isTypeCertain, entityOf[other] >= 0,
      entityOf[other] != entity, !entities[entityOf[other]].isNamed, !isPlaceInPlace(other, entity)
    else { return }
    let descriptions = entities[entityOf[other]].mentions
    guard descriptions.allSatisfy({ found[$0].mention.kind == .nominal }) else { return }
    // `the website Insurgency Wiki`, behind the Church's website: only what stands here.
    let isOfAnother = descriptions[0] != other && hasNames(descriptions[0]) && !hasNames(other)
    let moved = isOfAnother ? [other] : descriptions
    entities[entityOf[other]].mentions.removeAll(where: moved.contains)
    if isUntyped(entity, found[other].type), !entities[entity].isTypeCertain || !fits(found[other].type, entity) {
      entities[entity].type = found[other].type
    }
    // `a robot named Rex` is nobody.
    if named != nil, found[other].type < 0, !entities[entity].isTypeCertain { entities[entity].type = types.unknown }
    for description in moved { join(description, to: entity) }
    remember(other, of: entity)
    describe(other, entity)
  }

  /// `Anbar province, Iraq`: a description with a name of its own is not the place behind the comma, but in it.
  private func isPlaceInPlace(_ description: Int, _ entity: Int) -> Bool {
    types.isPlace(entities[entity].type) && !isUntyped(entity, found[description].type)
      && found[description].tokens.contains { tokens[$0].tag == .properNoun }
  }

  /// The description that the name `mention` explains: the one above it in the tree, or, of a person, the one before
  /// the comma with the same head; nil when there is none.
  private func description(before mention: Int) -> Int? {
    let head = found[mention].head
    guard let noun = context.head(head) else { return nil }
    if tokens[head].relation == .apposition, noun < head, mentionOfHead[noun] >= 0,
      found[Int(mentionOfHead[noun])].mention.kind == .nominal
    {
      return Int(mentionOfHead[noun])
    }
    let comma = (found[mention].title ?? found[mention].tokens).lowerBound - 1
    guard types.isPerson(entities[entityOf[mention]].type), comma > 0, context.document.form(of: tokens[comma]) == ",",
      let other = found[..<mention].suffix(3)
        .lastIndex(where: { $0.tokens.upperBound == comma && $0.mention.kind == .nominal }),
      context.isDefinite(found[other].head), context.head(found[other].head) == noun,
      tokens[found[other].head].relation == tokens[head].relation
    else { return nil }
    return other
  }

  /// `an effort called Project Chanology`, `a user labelled "Anonymous"`: the description whose participle gives the
  /// name; nil for others.
  private func described(named mention: Int) -> Int? {
    guard let verb = context.head(found[mention].head), tokens[verb].relation == .clausalModifier,
      verb < found[mention].tokens.lowerBound,
      [.openComplement, .object, .oblique].contains(tokens[found[mention].head].relation),
      context.preposition(of: found[mention].head).map({ $0 == "as" }) ?? true,
      context.lexicon.namingParticiples.contains(context.document.form(of: tokens[verb])),
      let noun = context.head(verb), noun < verb, mentionOfHead[noun] >= 0,
      found[Int(mentionOfHead[noun])].mention.kind == .nominal
    else { return nil }
    return Int(mentionOfHead[noun])
  }

  /// The named entity beside which `mention` stands as apposition; nil when it stands beside none.
  mutating func apposed(to mention: Int) -> Int? {
    let head = found[mention].head
    guard !context.isPlural(head), let name = apposedName(of: mention), let entity = entity(at: name),
      fits(found[mention].type, entity) || isClass(mention, of: entity)
    else { return nil }
    if !entities[entity].isNamed { return tokens[head].relation == .apposition ? entity : nil }
    if types.isPerson(found[mention].type) { entities[entity].type = found[mention].type }
    describe(mention, entity)
    remember(mention, of: entity)
    return entity
  }

  /// `LG Card, the country's biggest credit card provider`: what a noun of no known type says of a name.
  private func isClass(_ mention: Int, of entity: Int) -> Bool {
    let head = found[mention].head
    return found[mention].type < 0 && tokens[head].relation == .apposition && context.isDefinite(head)
      && entities[entity].isNamed && !types.isPerson(entities[entity].type)
  }

  private func apposedName(of mention: Int) -> Int? {
    let head = found[mention].head
    guard let other = context.head(head), other < head else { return nil }
    let name = types.isPerson(found[mention].type) ? nameBeforeComma(of: mention) : nil
    if tokens[head].relation == .apposition { return name ?? other }
    // The parser may take the apposition for the next of a list: X, Y's minister, and Z.
    guard tokens[head].relation == .conjunct, context.isDefinite(head) || found[mention].titleOwner != nil,
      context.tree.child(of: head, .coordinator) == nil
    else { return nil }
    return name
  }

  /// The head of the name that a comma parts from the phrase of `mention`; nil when there is none.
  private func nameBeforeComma(of mention: Int) -> Int? {
    let start = context.tree.children(of: found[mention].head).reduce(found[mention].tokens.lowerBound) {
      start, child in
      switch tokens[Int(child)].relation {
      case .determiner, .possessive: min(start, context.tree.span(of: Int(child)).lowerBound)
      default: start
      }
    }
    guard start > 1, context.document.form(of: tokens[start - 1]) == "," else { return nil }
    return found[..<mention].suffix(4).last { $0.tokens.upperBound == start - 1 && $0.mention.kind == .name }?.head
  }

  private mutating func describe(_ mention: Int, _ entity: Int) {
    guard types.isPerson(entities[entity].type) else { return }
    addTitle(found[mention].title ?? found[mention].tokens, owner: found[mention].titleOwner, to: entity)
    for office in offices(ofCounterpart: found[mention].head) { add(office, to: entity) }
  }

  /// `the messaging app Telegram`, and later `the app`: records what stands right before names that are no persons'.
  mutating func recordClasses() {
    for (index, mention) in found.enumerated() where mention.mention.kind == .name && mention.title == nil {
      let (entity, noun) = (entityOf[index], mention.tokens.lowerBound - 1)
      guard entity >= 0, noun >= 0, tokens[noun].tag == .noun, !context.isPlural(noun),
        context.head(noun).map(mention.tokens.contains) == true,
        [.compound, .descriptiveModifier].contains(tokens[noun].relation)
      else { continue }
      let lemma = context.document.lemma(of: tokens[noun])
      remember(lemma, core: lemma, of: entity)
    }
  }

  /// `the cruise ship, Freewinds`, and later `the ship`: a thing with a name may be called again by what it is.
  mutating func remember(_ description: Int, of entity: Int) {
    remember(
      context.document.lemma(of: tokens[found[description].head]), core: core(of: description), of: entity)
  }

  private mutating func remember(_ lemma: String, core: String, of entity: Int) {
    guard !types.isPerson(entities[entity].type), entities[entity].known < 0, entities[entity].core.isEmpty else {
      return
    }
    entities[entity].core = core
    entities[entity].headLemma = lemma
    described[core, default: []].append(entity)
    if core != lemma { described[lemma, default: []].append(entity) }
  }

  /// `the website Insurgency Wiki`, `the cruise ship, Freewinds`: what a name names that the schema does not know, the
  /// noun before it tells better than its label; not so of persons.
  private func isUntyped(_ entity: Int, _ type: Int) -> Bool {
    let other = entities[entity].type
    return entities[entity].known < 0 && type >= 0 && !types.isPerson(type) && (other < 0 || !types.isPerson(other))
  }

  /// Whether a description of `type` may be one of `entity`.
  func fits(_ type: Int, _ entity: Int) -> Bool {
    let other = entities[entity].type
    if type < 0 || other < 0 { return false }
    if types.isPerson(type) || types.isPerson(other) {
      return types.isPerson(type) && (types.isPerson(other) || !entities[entity].isTypeCertain)
    }
    return types.areRelated(type, other) || !entities[entity].isTypeCertain
      || (types.isBody(type) || types.isPlace(type)) && (types.isBody(other) || types.isPlace(other))
  }
}
