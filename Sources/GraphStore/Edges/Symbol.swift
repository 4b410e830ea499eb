internal import GraphModel

/// A predicate together with how a statement is meant: the edges of one subject and symbol stand together.
struct Symbol: Hashable, Comparable, Sendable {
  var predicate: Int
  var kind: StatementKind

  static func < (a: Self, b: Self) -> Bool { (a.predicate, a.kind.rawValue) < (b.predicate, b.kind.rawValue) }
}
