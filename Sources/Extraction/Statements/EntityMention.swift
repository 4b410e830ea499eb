/// A mention with what it stands for, for readers outside the extraction.
public struct EntityMention: Sendable, Equatable {
  /// Byte range in the document of the name, or of the noun with the words before it.
  public var core: Range<UInt32>
  /// Byte range of the whole noun phrase: determiner, title and phrases behind the noun included, clauses not.
  public var phrase: Range<UInt32>
  public var kind: Mention.Kind
  /// Name of the entity type in the schema.
  public var type: String
  /// The name of the entity, or the words of its first description.
  public var entity: String
  /// Number of the entity in its document: mentions with the same one stand for the same; nil for expressions of time
  /// and quantity, and for a speaker that nothing names.
  public var chain: Int?
  /// Byte range of the words by which the entity is a node, at the one mention that has these; nil for all others, and
  /// for names.
  public var node: Range<UInt32>?

  public init(
    core: Range<UInt32>, phrase: Range<UInt32>, kind: Mention.Kind, type: String, entity: String, chain: Int? = nil,
    node: Range<UInt32>? = nil
  ) {
    self.core = core
    self.phrase = phrase
    self.kind = kind
    self.type = type
    self.entity = entity
    self.chain = chain
    self.node = node
  }
}
