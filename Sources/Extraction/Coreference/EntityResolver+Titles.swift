import Language

extension EntityResolver {
  /// Records the titles before names: NATO Secretary General Mark Rutte.
  mutating func recordTitles() {
    for (index, mention) in found.enumerated() where mention.mention.kind == .name && entityOf[index] >= 0 {
      guard let title = mention.title, !mention.isHonorific else { continue }
      addTitle(title, owner: mention.titleOwner, to: entityOf[index])
    }
    recordLeaders()
  }

  /// `Farage leads Reform UK`, and later `its leader`.
  private mutating func recordLeaders() {
    for verb in tokens.indices
    where tokens[verb].tag == .verb && context.lemma(verb).flags.contains(.leadingVerb) {
      guard let subject = context.tree.child(of: verb, .subject), let object = context.tree.child(of: verb, .object),
        let person = entity(at: subject), let body = entity(at: object), entities[person].isNamed,
        types.isPerson(entities[person].type), entities[body].isNamed, types.isBody(entities[body].type)
      else { continue }
      for word in context.lexicon.leaderTitles { add(.init(words: [word], owner: body, text: ""), to: person) }
    }
  }

  mutating func add(_ title: EntityBuilder.Title, to entity: Int) {
    if !entities[entity].titles.contains(title) { entities[entity].titles.append(title) }
    if let last = title.words.last, titled[last]?.contains(entity) != true {
      titled[last, default: []].append(entity)
    }
  }

  /// Records that `tokens` describe `entity`.
  mutating func addTitle(_ tokens: Range<Int>, owner: Int?, to entity: Int) {
    let words = titleWords(tokens)
    guard !words.isEmpty else { return }
    var ownerEntity = owner.flatMap { self.entity(at: $0) } ?? -1
    // A person owns no title, least of all the bearer.
    let owner = ownerEntity >= 0 && types.isPerson(entities[ownerEntity].type) ? nil : owner
    if owner == nil { ownerEntity = -1 }
    var text = context.text(tokens)
    if let owner, mentionOfHead[owner] >= 0 {
      let name = found[Int(mentionOfHead[owner])].tokens
      // France's president and the president of France are both `France president`.
      text = context.text(name) + " " + text
    }
    add(.init(words: words, owner: ownerEntity, text: text), to: entity)
    if entities[entity].gender == nil {
      for token in tokens {
        let flags = context.lemma(token).flags
        if flags.contains(.maleNoun) { entities[entity].gender = .male }
        if flags.contains(.femaleNoun) { entities[entity].gender = .female }
      }
    }
  }

  /// The lower-case words of a title, the last as lemma, honorifics left out.
  func titleWords(_ tokens: Range<Int>) -> [String] {
    tokens.filter { context.tokens[$0].tag != .punctuation && !context.form($0).flags.contains(.honorific) }.map {
      context.document.lemma(of: context.tokens[$0]).lowercased()
    }
  }

  /// `Minister of Railways`, of whom the text has told nothing: whether a name behind a title, of which nobody has made
  /// its owner, says whose office it is.
  private func isOfOther(_ mention: Int, _ title: Range<Int>) -> Bool {
    found[mention].titleOwner == nil
      && context.tree.children(of: found[mention].head, .nominalModifier).contains { phrase in
        !title.contains(phrase) && phrase >= title.upperBound && tokens[phrase].tag == .properNoun
          && context.preposition(of: phrase) == "of"
      }
  }

  /// The person whom the text has introduced with this title; nil when nobody, or when it may be several.
  func holder(of mention: Int) -> Int? {
    guard let tokens = found[mention].title else { return nil }
    let words = titleWords(tokens)
    let owner = found[mention].titleOwner.flatMap { entity(at: $0) } ?? -1
    let hasUnknownOwner = found[mention].titleOwner != nil && owner < 0
    guard !words.isEmpty, !hasUnknownOwner, !isOfOther(mention, tokens) else { return nil }
    var holders: [(entity: Int, last: Int)] = []
    for words in [words] + (context.lexicon.sameTitles[words.joined(separator: " ")] ?? []) {
      for index in (titled[words[words.count - 1]] ?? []).prefix(64)
      where types.isPerson(entities[index].type) && !holders.contains(where: { $0.entity == index }) {
        let fits = entities[index].titles.contains { title in
          title.words.suffix(words.count).elementsEqual(words) && (owner < 0 || owner == title.owner)
        }
        // Somebody still to come must be told from all others by whose office it is.
        guard fits, entities[index].latest >= 0 || owner >= 0 else { continue }
        holders.append((index, entities[index].latest))
      }
    }
    if holders.count > 1 {
      let here = sentence(of: mention)
      holders.removeAll { $0.last < 0 || here - sentence(of: $0.last) > 2 }
    }
    return holders.count == 1 ? holders[0].entity : nil
  }
}
