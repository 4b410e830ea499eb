/// Which edges of a node.
public enum Direction: Sendable, CaseIterable {
  case outgoing, incoming, both
}

/// One edge as seen from one of its ends.
public struct Adjacency: Sendable, Equatable {
  public var edge: EdgeID
  public var predicate: PredicateID
  public var neighbor: EntityID
  /// True when the node asked about is the object of the edge.
  public var isIncoming: Bool
  /// See ``Edge/degree``.
  public var degree: StatementDegree

  @inlinable
  public init(edge: EdgeID, predicate: PredicateID, neighbor: EntityID, isIncoming: Bool, degree: StatementDegree) {
    self.edge = edge
    self.predicate = predicate
    self.neighbor = neighbor
    self.isIncoming = isIncoming
    self.degree = degree
  }
}
