/// An edge as a search needs it: where it leads and how, without its number and in eight bytes.
public struct Link: Hashable, Sendable {
  public var neighbor: EntityID
  @usableFromInline var word: UInt32

  /// - Parameter predicate: below 2³⁰; the two bits above are lost.
  /// - Complexity: O(1).
  @inlinable
  public init(neighbor: EntityID, predicate: PredicateID, isIncoming: Bool, isFact: Bool) {
    self.neighbor = neighbor
    word = predicate.rawValue << 2 | (isIncoming ? 2 : 0) | (isFact ? 1 : 0)
  }

  /// - Complexity: O(1).
  @inlinable
  @inline(__always)
  package init(neighbor: Int, label: Label) {
    self.neighbor = EntityID(UInt32(truncatingIfNeeded: neighbor))
    word = label.word
  }

  @inlinable public var predicate: PredicateID { PredicateID(word >> 2) }
  /// True when the entity asked about is the object.
  @inlinable public var isIncoming: Bool { word & 2 != 0 }
  /// See ``Edge/isFact``.
  @inlinable public var isFact: Bool { word & 1 != 0 }

  /// All of a link but the neighbor.
  @usableFromInline
  package struct Label {
    @usableFromInline let word: UInt32

    /// - Parameter predicate: below 2³⁰; the two bits above are lost.
    /// - Complexity: O(1).
    @inlinable
    package init(predicate: Int, isIncoming: Bool, isFact: Bool) {
      word = UInt32(truncatingIfNeeded: predicate) << 2 | (isIncoming ? 2 : 0) | (isFact ? 1 : 0)
    }
  }
}
