package import Language

/// Relations, one bit each.
package struct RelationSet: Sendable, Equatable {
  package var bits: UInt64

  package init(bits: UInt64 = 0) { self.bits = bits }

  static let all = RelationSet(bits: .max)

  package func contains(_ relation: DependencyRelation) -> Bool { bits >> UInt64(relation.rawValue) & 1 == 1 }

  mutating func insert(_ relation: DependencyRelation) { bits |= 1 << UInt64(relation.rawValue) }
}

/// Word classes of both tag sets, one bit each; a word is in it when either of its tags is.
package struct TagSet: Sendable, Equatable {
  package var universal: UInt32 = 0
  package var penn: UInt64 = 0

  func contains(_ token: Token) -> Bool {
    universal >> UInt32(token.tag.rawValue) & 1 == 1 || penn >> UInt64(token.fineTag.rawValue) & 1 == 1
  }

  mutating func insert(_ tag: UniversalTag) { universal |= 1 << UInt32(tag.rawValue) }
  mutating func insert(_ tag: PennTag) { penn |= 1 << UInt64(tag.rawValue) }
}

/// Labels of entities, one bit each.
package struct LabelSet: Sendable, Equatable {
  package var bits: UInt16

  package init(bits: UInt16 = 0) { self.bits = bits }

  func contains(_ label: EntityLabel?) -> Bool { label.map { bits >> UInt16($0.rawValue) & 1 == 1 } ?? false }

  mutating func insert(_ label: EntityLabel) { bits |= 1 << UInt16(label.rawValue) }
}
