import Language

extension EntityResolver {
  /// Gathers the names of the whole document and makes their entities.
  mutating func resolveNames() {
    var groups = nameGroups()
    for index in groups.indices { groups[index].isAcronym = NameKey.isAcronym(groups[index].text) }
    decideTypes(of: &groups)
    dropInitialWords(from: &groups)
    separateAdministrations(from: &groups)
    let merges = merges(of: groups)
    makeEntities(groups, merges: merges)
    resolveAmbiguousSurnames(groups, merges: merges)
    recordTitles()
    recordAges()
    recordClasses()
  }

  private mutating func nameGroups() -> [NameGroup] {
    var groups: [NameGroup] = []
    var byKey: [String: Int] = [:]
    let surnames = surnamesBeforeMentions()
    forgetExplainedAcronyms()
    let namedEntities = Set(found.compactMap { $0.entry?.entity })
    for (index, mention) in found.enumerated() where mention.mention.kind == .name {
      let text = context.text(mention.tokens)
      var entry = mention.entry
      // A capital is in the schema as the seat of a government only.
      let isKnown = entry?.use == .name || !context.lexicon.names.entities(seatedAt: NameKey.folded(text)).isEmpty
      let isSurname = surnames[NameKey.folded(text)].map {
        isKnown && self.isSurname(mention, isIntroduced: $0 < index)
      }
      if isSurname == true {
        entry = nil
        found[index].entry = nil
        found[index].isTypeCertain = false
      }
      if isBodyOfOther(mention, text) {
        entry = nil
        found[index].entry = nil
      }
      if let state = state(for: index, text: text) { entry = state }
      if isSurname != true, let seat = government(for: mention, text: text, namedEntities) {
        entry = NameEntry(entity: seat, use: .name)
      }
      let key: String
      switch entry?.use {
      case .name, .demonym: key = "\u{1}\(entry?.entity ?? 0)"
      case .people: key = "\u{2}" + NameKey.folded(text)
      case nil: key = NameKey.folded(text)
      }
      let group: Int
      if let known = byKey[key] {
        group = known
      } else {
        group = groups.count
        byKey[key] = group
        groups.append(NameGroup(entry: entry, words: NameKey.folded(text).split(separator: " ").map(String.init)))
      }
      let gender = gender(
        ofName: mention, isSurname: mention.tokens.count == 1 && surnames[NameKey.folded(text)] != nil)
      groups[group].gender = groups[group].mentions.isEmpty || groups[group].gender == gender ? gender : nil
      groups[group].mentions.append(index)
      groups[group].forms[text, default: 0] += 1
    }
    return groups
  }

  /// `the commonwealth's House of Representatives`: a known name that many countries have for a body of theirs, where
  /// the text tells whose it is.
  private func isBodyOfOther(_ mention: FoundMention, _ text: String) -> Bool {
    guard mention.entry?.use == .name, mention.tokens.count > 1,
      NameKey.folded(text).split(separator: " ").allSatisfy({ context.lexicon.commonBodyWords.contains(String($0)) })
    else { return false }
    return context.tree.children(of: mention.head).contains { child in
      guard !mention.tokens.contains(Int(child)) else { return false }
      return tokens[Int(child)].relation == .possessive
        || tokens[Int(child)].relation == .nominalModifier && Int(child) >= mention.tokens.upperBound
          && context.preposition(of: Int(child)) == "of"
    }
  }

  /// Drops single words of which nothing is known and that only stand where any word has a capital.
  private func dropInitialWords(from groups: inout [NameGroup]) {
    let words = Set(groups.filter { $0.words.count > 1 }.flatMap(\.words))
    groups.removeAll { group in
      group.entry == nil && group.words.count == 1 && !group.isAcronym && group.typeWeight < 1
        && !words.contains(group.words[0])
        && group.mentions.allSatisfy { context.isFirstInSentence(found[$0].tokens.lowerBound) }
    }
  }

  /// By folded surname: the first mention of somebody's full name with it.
  private func surnamesBeforeMentions() -> [String: Int] {
    var surnames: [String: Int] = [:]
    for (index, mention) in found.enumerated()
    where mention.mention.kind == .name && mention.entry == nil && mention.tokens.count > 1 {
      let first = mention.tokens.lowerBound
      let isPerson =
        mention.type == types.person || tokens[first].entity.label == .person
        || !context.form(first).flags.isDisjoint(with: [.maleName, .femaleName])
      guard isPerson else { continue }
      let surname = NameKey.folded(context.document.form(of: tokens[mention.tokens.upperBound - 1]))
      if surnames[surname] == nil { surnames[surname] = index }
    }
    return surnames
  }

  /// Whether a name of the schema is somebody's surname here: Jordan after Michael Jordan, unless something is in
  /// Jordan.
  private func isSurname(_ mention: FoundMention, isIntroduced: Bool) -> Bool {
    guard mention.tokens.count == 1 else { return false }
    if mention.isHonorific || isIntroduced && tokens[mention.head].entity.label == .person { return true }
    switch context.preposition(of: mention.head) {
    case "in", "at", "near", "across", "from", "to", "outside", "through", "throughout", "into": return false
    default:
      guard isIntroduced, !mention.isModifier else { return false }
      return tokens[mention.head].entity.label != .geopoliticalEntity || isSpeaking(mention.head)
    }
  }

  /// Whether the token is the subject of a verb of speech.
  private func isSpeaking(_ token: Int) -> Bool {
    guard context.role(of: token) == .subject, let verb = context.head(context.firstConjunct(of: token)) else {
      return false
    }
    return context.lemma(verb).flags.contains(.reportingVerb)
  }

  /// What a name says of somebody's gender: an honorific or the given name; nil when it says nothing.
  ///
  /// - Parameter isSurname: whether the name is somebody's surname in this text: `Warren` beside `Elizabeth Warren`.
  private func gender(ofName mention: FoundMention, isSurname: Bool) -> Gender? {
    if let title = mention.title {
      for token in title {
        let flags = context.form(token).flags.union(context.lemma(token).flags)
        if !flags.isDisjoint(with: [.maleHonorific, .maleNoun]) { return .male }
        if !flags.isDisjoint(with: [.femaleHonorific, .femaleNoun]) { return .female }
      }
    }
    if isSurname { return nil }
    let flags = context.form(mention.tokens.lowerBound).flags
    switch (flags.contains(.maleName), flags.contains(.femaleName)) {
    case (true, false): return .male
    case (false, true): return .female
    default:
      return context.lexicon.index.gender(
        ofGivenName: context.text(mention.tokens.prefix(1)), isAlone: mention.tokens.count == 1)
    }
  }

  /// The state that shares its name with a country, behind one of its cities: Atlanta, Georgia; nil for the country.
  private func state(for mention: Int, text: String) -> NameEntry? {
    let comma = found[mention].tokens.lowerBound - 1
    guard mention > 0, comma > 0, let country = found[mention].entry, found[mention - 1].tokens.upperBound == comma,
      context.document.form(of: tokens[comma]) == ",", isPlace(found[mention - 1]),
      // `Bulgaria, Georgia and Iran`.
      found[mention - 1].entry.map({ !context.lexicon.countries.contains($0.entity) }) ?? true
    else { return nil }
    let city = NameKey.folded(context.text(found[mention - 1].tokens))
    guard !context.lexicon.names.entities(seatedAt: city).contains(country.entity) else { return nil }
    let states = context.lexicon.names.entries(for: "State of " + text)
      .filter { $0.use == .name && $0.entity != country.entity }
    return states.count == 1 ? states[0] : nil
  }

  private func isPlace(_ mention: FoundMention) -> Bool {
    let label = tokens[mention.head].entity.label
    return types.isPlace(mention.type) || mention.type < 0 && (label == .location || label == .geopoliticalEntity)
  }

  /// The country or body for whose government a capital stands here; nil when it is just the place.
  ///
  /// The capital must act: as subject of a verb that only governments do, or as a party after `between` or `with`.
  private func government(for mention: FoundMention, text: String, _ namedEntities: Set<Int>) -> Int? {
    guard mention.title == nil else { return nil }
    let seats = context.lexicon.names.entities(seatedAt: NameKey.folded(text))
    guard !seats.isEmpty, isActing(mention.head) else { return nil }
    if seats.count == 1 { return seats[0] }
    // A city may seat a country and a union: the one that the document names.
    let named = seats.filter(namedEntities.contains)
    return named.count == 1 ? named[0] : nil
  }

  private func isActing(_ token: Int) -> Bool {
    let first = context.firstConjunct(of: token)
    guard let head = context.head(first) else { return false }
    switch tokens[first].relation {
    case .subject:
      let flags = context.lemma(head).flags
      return tokens[head].tag == .verb && !flags.isDisjoint(with: [.reportingVerb, .governmentVerb])
    case .object, .indirectObject:
      // Urged Moscow to withdraw: who is to do something.
      return context.tree.children(of: head).contains {
        tokens[Int($0)].relation == .openComplement && tokens[Int($0)].tag == .verb
      }
    case .agent: return !context.lemma(head).flags.isDisjoint(with: [.reportingVerb, .governmentVerb])
    case .nominalModifier, .oblique:
      switch context.preposition(of: first) {
      case "between": return !context.lemma(head).flags.contains(.spatial) && isPair(first)
      case "with": return !context.lemma(head).flags.contains(.spatial) && tokens[first].relation == .nominalModifier
      default: return false
      }
    default: return false
    }
  }

  /// Whether two known places are coordinated in the phrase of `token`.
  private func isPair(_ token: Int) -> Bool {
    context.tree.conjuncts(of: token).allSatisfy { conjunct in
      let mention = Int(mentionOfHead[conjunct])
      return mention >= 0 && found[mention].mention.kind == .name && found[mention].isTypeCertain
    }
  }
}
