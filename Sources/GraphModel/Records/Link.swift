/// An edge as a search needs it: where it leads and how, without its number and in eight bytes.
public struct Link: Hashable, Sendable {
  public var neighbor: EntityID
  @usableFromInline var word: UInt32

  /// - Parameter predicate: below 2²⁹; the three bits above are lost.
  /// - Complexity: O(1).
  @inlinable
  public init(neighbor: EntityID, predicate: PredicateID, isIncoming: Bool, degree: StatementDegree) {
    self.neighbor = neighbor
    word = predicate.rawValue << 3 | (isIncoming ? 4 : 0) | UInt32(degree.rawValue)
  }

  /// - Complexity: O(1).
  @inlinable
  @inline(__always)
  package init(neighbor: Int, label: Label) {
    self.neighbor = EntityID(UInt32(truncatingIfNeeded: neighbor))
    word = label.word
  }

  @inlinable public var predicate: PredicateID { PredicateID(word >> 3) }
  /// True when the entity asked about is the object.
  @inlinable public var isIncoming: Bool { word & 4 != 0 }
  /// See ``Edge/degree``.
  @inlinable public var degree: StatementDegree {
    StatementDegree(rawValue: UInt8(truncatingIfNeeded: word & 3)) ?? .claim
  }

  /// All of a link but the neighbor.
  @usableFromInline
  package struct Label {
    @usableFromInline let word: UInt32

    /// - Parameter predicate: below 2²⁹; the three bits above are lost.
    /// - Complexity: O(1).
    @inlinable
    package init(predicate: Int, isIncoming: Bool, degree: StatementDegree) {
      word = UInt32(truncatingIfNeeded: predicate) << 3 | (isIncoming ? 4 : 0) | UInt32(degree.rawValue)
    }
  }
}
