/// A span that refers to somebody or something.
public struct Mention: Sendable, Equatable {
  /// How a mention refers.
  public enum Kind: String, Sendable, Equatable {
    /// By a name: `Mark Rutte`, `Ukrainian` in `Ukrainian troops`, `Europeans`.
    case name
    /// By a description: `the ministers`.
    case nominal
    /// By a pronoun, relative and possessive ones included.
    case pronoun
  }

  /// Indices into `Document.tokens` of the name or of the core of the noun phrase: no determiner, title, apposition or
  /// relative clause.
  public var tokens: Range<Int>
  /// The token of ``tokens`` that the others depend on.
  public var head: Int
  public var kind: Kind
  /// Name of the entity type in the schema; nil for pronouns without antecedent.
  public var type: String?

  public init(tokens: Range<Int>, head: Int, kind: Kind, type: String?) {
    self.tokens = tokens
    self.head = head
    self.kind = kind
    self.type = type
  }
}
