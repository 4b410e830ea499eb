/// Where in a name a text has to stand to be found.
public enum NamePlace: Sendable {
  /// It is the whole name.
  case whole
  case start
  case anywhere
}

/// A name in which a text was found.
public struct NameMatch: Sendable, Equatable, Comparable {
  /// Whose name it is.
  public var entity: EntityID
  /// The byte of the folded name at which the text begins.
  public var position: Int

  public init(entity: EntityID, position: Int) {
    self.entity = entity
    self.position = position
  }

  public static func < (a: NameMatch, b: NameMatch) -> Bool { (a.entity, a.position) < (b.entity, b.position) }
}
