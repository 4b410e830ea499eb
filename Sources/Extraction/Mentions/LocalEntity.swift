public import GraphModel

/// One referent within one document.
public struct LocalEntity: Sendable, Equatable {
  /// A name as written and how often the document writes it.
  public struct Form: Sendable, Equatable {
    public var text: String
    public var count: Int

    public init(text: String, count: Int) {
      self.text = text
      self.count = count
    }
  }

  /// The best full name as written, without possessive 's; the schema's canonical name of a known entity. Of an entity
  /// without a name, the words of ``representative``.
  public var name: String
  /// Name of the entity type in the schema.
  public var type: String
  /// Whether a name of it stands in the document; others get no entity of their own in the graph.
  public var isNamed: Bool
  public var representative: Mention
  /// Indices into ``DocumentEntities/mentions``, ascending.
  public var mentions: [Int]
  /// Other names as written, each with the rule that merged it, sorted by name.
  public var aliases: [GraphContent.Alias]
  /// All names as written, most frequent first, ties by bytes.
  public var forms: [Form] = []
  /// Titles and descriptions as written beside the name: `NATO Secretary General`; sorted, each once.
  public var titles: [String] = []
  /// Whether the type rests on more than a guess: the schema, a title, a label of the model, a telling word.
  public var isTypeCertain = true
  /// Whether ``name`` is the canonical name of an entity of the schema.
  public var isKnown = false
  /// The words for which the document says that ``name``, an acronym, stands, where they are no name of the entity:
  /// `digital rights management`; nil where it does not say.
  public var standsFor: String?
  /// What titles, given names and pronouns say.
  public var gender: Gender?

  public init(
    name: String, type: String, isNamed: Bool, representative: Mention, mentions: [Int],
    aliases: [GraphContent.Alias] = []
  ) {
    self.name = name
    self.type = type
    self.isNamed = isNamed
    self.representative = representative
    self.mentions = mentions
    self.aliases = aliases
  }
}

/// Grammatical gender as the English pronouns show it.
public enum Gender: UInt8, Sendable, Hashable {
  case male, female, neuter
}
