package import Bytes

/// What tells entities apart and orders them.
package struct EntityKey: Comparable {
  package var name: FoldedString
  package var type: ByteString

  /// - Complexity: O(length of the name).
  package init(_ entity: GraphContent.Entity) {
    name = FoldedString(entity.name)
    type = ByteString(entity.type)
  }

  package static func < (a: Self, b: Self) -> Bool { a.name != b.name ? a.name < b.name : a.type < b.type }
}
