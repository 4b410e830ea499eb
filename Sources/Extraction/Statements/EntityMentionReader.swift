import Language

/// Gives the mentions of a document their types, entities and whole phrases.
struct EntityMentionReader: ReadsDocument {
  let reading: Reading
  let entities: DocumentEntities
  let types: EntityTypes
  private let nodes: NodeReader
  private let phrases: PhraseWords

  init(_ reading: Reading, entities: DocumentEntities, types: EntityTypes, nodes: NodeReader) {
    self.reading = reading
    self.entities = entities
    self.types = types
    self.nodes = nodes
    phrases = PhraseWords(reading: reading)
  }

  /// In text order; expressions of time, money and quantity, which are no entities, among them.
  func mentions() -> [EntityMention] {
    var found: [EntityMention] = []
    for mention in entities.mentions {
      guard let number = entities.entity(atHead: mention.head) else { continue }
      let entity = entities.entities[number]
      found.append(
        EntityMention(
          core: bytes(mention.tokens), phrase: bytes(phrase(of: mention)), kind: mention.kind, type: entity.type,
          entity: entity.name, chain: number, node: node(of: mention)))
    }
    found += expressions() + speakers()
    return found.sorted { ($0.core.lowerBound, $0.core.upperBound) < ($1.core.lowerBound, $1.core.upperBound) }
  }

  private func node(of mention: Mention) -> Range<UInt32>? {
    nodes.describingHead(of: mention.head) == mention.head ? nodes.node(at: mention.head)?.bytes : nil
  }

  private func phrase(of mention: Mention) -> Range<Int> {
    guard mention.kind != .pronoun else { return mention.tokens }
    var words = phrases.tokens(of: mention.head, .identifying)
    if let last = words.last, document.tokens[last].fineTag == .possessiveEnding { words.removeLast() }
    guard let first = words.first, let last = words.last else { return mention.tokens }
    return min(first, mention.tokens.lowerBound)..<max(last + 1, mention.tokens.upperBound)
  }

  /// First persons that nothing in the text names: who speaks or publishes.
  private func speakers() -> [EntityMention] {
    document.tokens.indices.filter { entities.entity(atHead: $0) == nil }.compactMap { token in
      let word = document.tokens[token]
      let type: String? =
        switch (word.fineTag, document.lemma(of: word).lowercased()) {
        case (.personalPronoun, "i"), (.possessivePronoun, "my"), (.possessivePronoun, "i"): "Person"
        case (.personalPronoun, "we"), (.possessivePronoun, "our"), (.possessivePronoun, "we"): "Group"
        default: nil
        }
      return type.map {
        let range = bytes(token..<token + 1)
        return EntityMention(core: range, phrase: range, kind: .pronoun, type: $0, entity: document.text(of: word))
      }
    }
  }

  /// The words that the model labels as times, amounts of money, percentages and quantities.
  private func expressions() -> [EntityMention] {
    var found: [EntityMention] = []
    var token = 0
    while token < document.tokens.count {
      var end = token + 1
      if let label = document.tokens[token].entity.label,
        [.date, .money, .percent, .quantity].contains(label), let type = types.type(of: label)
      {
        while end < document.tokens.count, document.tokens[end].entity.isInside { end += 1 }
        let range = bytes(token..<end)
        found.append(
          EntityMention(core: range, phrase: range, kind: .nominal, type: type, entity: document.text(in: range)))
      }
      token = end
    }
    return found
  }

  private func bytes(_ tokens: Range<Int>) -> Range<UInt32> {
    document.tokens[tokens.lowerBound].start..<document.tokens[tokens.upperBound - 1].end
  }
}
