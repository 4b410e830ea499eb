/// Number of an entity in one graph, dense from 0.
public struct EntityID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: EntityID, b: EntityID) -> Bool { a.rawValue < b.rawValue }
}

/// Number of a predicate in one graph, dense from 0.
public struct PredicateID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: PredicateID, b: PredicateID) -> Bool { a.rawValue < b.rawValue }
}

/// Number of an edge in one graph, dense from 0, in the order (subject, predicate, kind of statement, object, source).
public struct EdgeID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: EdgeID, b: EdgeID) -> Bool { a.rawValue < b.rawValue }
}

/// Number of a document in one graph, dense from 0, in the order of document ids.
public struct DocumentID: Hashable, Comparable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: DocumentID, b: DocumentID) -> Bool { a.rawValue < b.rawValue }
}
