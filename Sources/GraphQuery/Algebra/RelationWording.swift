/// A predicate that words may mean which no graph calls so, known without a graph: `criticizes` of *condemn*.
public struct RelationWording: Sendable, Hashable {
  /// By which a graph may have it: the name of a relation, or the words of an open predicate.
  public var name: String
  /// As answers show a relation; nil for what is only another form of the words: `deny` of *denies*.
  public var label: String?
  /// Whether the words run from object to subject: *draws criticism from* words `criticizes` backwards.
  public var isReversed: Bool

  public init(name: String, label: String? = nil, isReversed: Bool = false) {
    self.name = name
    self.label = label
    self.isReversed = isReversed
  }
}
