import Language

extension MentionFinder {
  /// Records a name of the schema that stands by itself.
  mutating func record(_ known: KnownMatch, at position: Int) {
    let range = (position + (beginsWithArticle(known, at: position) ? 1 : 0))..<(position + known.length)
    let head = context.top(of: range)
    var mention = FoundMention(range, head: head, kind: .name)
    mention.entry = entry(of: known, head: head)
    mention.isTypeCertain = true
    take(range)
    if let entry = mention.entry {
      mention.type = type(of: entry.entity)
      mention.isModifier = entry.use != .name
      if entry.use != .name, !isModifying(head) {
        if isPeople(known, head: head) {
          mention.entry = NameEntry(entity: entry.entity, use: .people)
          mention.type = context.lexicon.types.group
          mention.isModifier = false
        } else if context.tokens[head].tag != .adjective || !context.tree.children(of: head, .determiner).isEmpty {
          // The American: somebody, not the country.
          mention.mention.kind = .nominal
          mention.entry = nil
          mention.type = context.lexicon.types.person
          mention.isModifier = false
        }
      }
    } else {
      let types = Set(known.entries.map { type(of: $0.entity) })
      if let type = types.first, types.count == 1 { mention.type = type }
      mention.isTypeCertain = mention.type >= 0
    }
    found.append(mention)
  }

  /// Records `North` of `North and South Korea` as the country of which it is the first word; the number of tokens up
  /// to the second name, nil where no such name is known.
  mutating func recordSharedName(at token: Int, in sentence: Range<Int>) -> Int? {
    guard token + 3 < sentence.upperBound, context.isCapitalized(token), context.isCapitalized(token + 2),
      context.document.form(of: context.tokens[token + 1]) == "and"
    else { return nil }
    let second = knownName(at: token + 2, in: sentence)
    guard second.length > 1, knownName(at: token, in: sentence).isEmpty else { return nil }
    let rest = context.text(token + 3..<token + 2 + second.length)
    let entries = context.lexicon.names.entries(for: "\(context.text(token..<token + 1)) \(rest)")
    guard !entries.isEmpty else { return nil }
    record(KnownMatch(length: 1, entries: entries), at: token)
    return 2
  }

  private func isModifying(_ head: Int) -> Bool {
    switch context.tokens[head].relation {
    case .adjectivalModifier, .compound, .flat: true
    default: context.role(of: head) == .adjectivalModifier
    }
  }

  /// Whether the name stands behind the article that a sentence begins with, rather than having one of its own.
  private func beginsWithArticle(_ known: KnownMatch, at position: Int) -> Bool {
    guard known.length > 1, let entry = known.entry, context.document.form(of: context.tokens[position]) == "the"
    else { return false }
    guard entry.use == .name else { return true }
    guard context.isFirstInSentence(position) else { return false }
    return context.lexicon.names.isSpelled(context.text((position + 1)..<(position + known.length)), for: entry.entity)
  }

  /// What the known spelling means here: names before demonyms unless it modifies; nil when it may be two entities.
  private func entry(of known: KnownMatch, head: Int) -> NameEntry? {
    if let entry = known.entry {
      // Where a spelling is both, `Americans` are the people wherever they are not a modifier.
      return known.entries.first { $0.use == .name } ?? entry
    }
    let names = known.entries.filter { $0.use == .name }
    if names.count == 1 { return names[0] }
    // European: of Europe, though the Union claims it too.
    let places = known.entries.filter { $0.use != .name && context.lexicon.types.isPlace(type(of: $0.entity)) }
    if names.isEmpty, Set(places.map(\.entity)).count == 1 { return places[0] }
    return nil
  }

  /// Whether an adjective of origin or a noun for a people stands for the people: the French, two Ukrainians; not the
  /// Frenchman, nor the American, since several are Americans.
  private func isPeople(_ known: KnownMatch, head: Int) -> Bool {
    if context.isPlural(head) { return true }
    return context.tokens[head].tag == .adjective && !context.tree.children(of: head, .determiner).isEmpty
      && known.entries.contains { $0.use == .demonym }
      && context.lexicon.names.entries(for: context.text(head..<head + 1) + "s").isEmpty
  }

  func type(of entity: Int) -> Int { context.lexicon.typeOfKnown[entity] }

  /// Records the country at the front of an institution's name: Russian in `Russian Foreign Ministry`.
  mutating func recordInner(of chunk: Range<Int>) {
    guard chunk.count > 1 else { return }
    let known = knownName(at: chunk.lowerBound, in: chunk)
    guard !known.isEmpty, known.length < chunk.count, let entry = known.entry, entry.use != .people else { return }
    let head = context.lemma(chunk.upperBound - 1)
    guard head.nounType >= 0, context.lexicon.types.isBody(Int(head.nounType)) else { return }
    let range = chunk.lowerBound..<(chunk.lowerBound + known.length)
    let top = context.top(of: range)
    guard top != context.top(of: chunk) else { return }
    var mention = FoundMention(range, head: top, kind: .name)
    mention.entry = entry
    mention.type = type(of: entry.entity)
    mention.isTypeCertain = true
    mention.isModifier = true
    found.append(mention)
  }

  /// Records a title without a name behind it as a description of somebody: `the Secretary General`.
  mutating func recordRole(_ title: PendingTitle) {
    guard isFree(title.tokens) else { return }
    let head = context.top(of: title.tokens)
    var mention = FoundMention(title.tokens, head: head, kind: .nominal)
    mention.type = context.lexicon.types.person
    mention.isTypeCertain = true
    mention.title = title.tokens
    mention.titleOwner = title.owner
    take(title.tokens)
    found.append(mention)
  }
}
