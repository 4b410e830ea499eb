import Language

/// Decides which mentions of a document refer to the same entity.
struct EntityResolver {
  let context: MentionContext
  var found: [FoundMention]
  /// By mention: its entity; -1 while it has none.
  var entityOf: [Int]
  var entities: [EntityBuilder] = []
  /// By token: the mention that it heads; -1 for none.
  var mentionOfHead: [Int32]
  /// By known entity: its builder.
  var builderOfKnown: [Int: Int] = [:]
  /// Entities by the last word of a title that they have.
  var titled: [String: [Int]] = [:]
  /// By folded spelling of a name: its entity.
  var named: [String: Int] = [:]
  /// By age in years: the people of whom the text tells it.
  var aged: [Int: [Int]] = [:]
  /// Entities that a description names, by its words and by its head.
  var described: [String: [Int]] = [:]
  /// The same by head, number and the names in the phrase.
  var describedByNames: [String: [Int]] = [:]
  /// By quotation: the entity that speaks; -1 for unknown.
  var speakers: [Int32: Int] = [:]
  /// By head token of a plural: the entities of the names that it stands for together.
  var membersOfHead: [Int: [Int]] = [:]

  var types: TypeTable { context.lexicon.types }
  var tokens: [Token] { context.tokens }

  init(_ found: [FoundMention], context: MentionContext) {
    self.found = found
    self.context = context
    entityOf = [Int](repeating: -1, count: found.count)
    mentionOfHead = [Int32](repeating: -1, count: context.tokens.count)
    for (index, mention) in found.enumerated() where mentionOfHead[mention.head] < 0 || !mention.isModifier {
      mentionOfHead[mention.head] = Int32(index)
    }
    coverTitles()
  }

  /// Who is who: names first, over the whole document, then descriptions and pronouns in text order.
  ///
  /// - Complexity: O(*n*) in the number of tokens; pronouns look back over a bounded window.
  mutating func resolve() -> DocumentEntities {
    resolveNames()
    for mention in found.indices {
      switch found[mention].mention.kind {
      case .name: resolveApposedName(mention)
      case .nominal: if entityOf[mention] < 0 { resolveNominal(mention) }
      case .pronoun: if entityOf[mention] < 0 { resolvePronoun(mention) }
      }
      if entityOf[mention] >= 0 { entities[entityOf[mention]].latest = mention }
    }
    return result()
  }

  /// Lets a title answer like its name where the parse does not hang it on the name: as head of the name, or beside it.
  private mutating func coverTitles() {
    for (index, mention) in found.enumerated() {
      guard let title = mention.title, mention.mention.kind == .name else { continue }
      let top = context.top(of: title)
      // `councillors Yeung and Cheung`: a title of several is none of them alone.
      if context.isPlural(top) { continue }
      let isOnName = context.head(top).map(mention.tokens.contains) ?? false
      if !isOnName, mentionOfHead[top] < 0 { mentionOfHead[top] = Int32(index) }
    }
  }

  /// The entity of which a mention has the head `token`; nil when there is none.
  func entity(at token: Int) -> Int? {
    let mention = Int(mentionOfHead[token])
    guard mention >= 0, entityOf[mention] >= 0 else { return nil }
    return entityOf[mention]
  }

  mutating func join(_ mention: Int, to entity: Int) {
    entityOf[mention] = entity
    entities[entity].mentions.append(mention)
  }

  func sentence(of mention: Int) -> Int { Int(context.sentences[found[mention].head]) }
}
