public import GraphModel

/// An entity as a person wrote it.
public struct EntityReference: Sendable, Equatable {
  /// The name without its quotes, words separated by single spaces; `#12` for an id.
  public var spelling: String
  /// Set when written as `#12`.
  public var id: EntityID?
  public var range: SourceRange

  public init(spelling: String, id: EntityID? = nil, range: SourceRange) {
    self.spelling = spelling
    self.id = id
    self.range = range
  }
}

/// An edge as a person wrote it: `e12`, `12` or `#12`. Answers print `e12`.
public struct EdgeReference: Sendable, Equatable {
  public var id: EdgeID
  public var range: SourceRange

  public init(id: EdgeID, range: SourceRange) {
    self.id = id
    self.range = range
  }
}

/// A word to be looked up, such as the name of a type.
public struct NameReference: Sendable, Equatable {
  public var spelling: String
  public var range: SourceRange

  public init(spelling: String, range: SourceRange) {
    self.spelling = spelling
    self.range = range
  }
}
