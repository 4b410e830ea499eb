/// What tells an edge from all others: who does what to whom, how that is meant, and who says so.
///
/// Ids of a graph, positions in tables, or places between them: whatever names entities and predicates.
@usableFromInline
package struct EdgeKey<Entity, Predicate> {
  @usableFromInline package var subject: Entity
  @usableFromInline package var predicate: Predicate
  @usableFromInline package var kind: StatementKind
  @usableFromInline package var object: Entity
  /// Who says so; nil when the text itself asserts it.
  @usableFromInline package var source: Entity?

  @inlinable
  package init(subject: Entity, predicate: Predicate, kind: StatementKind, object: Entity, source: Entity?) {
    self.subject = subject
    self.predicate = predicate
    self.kind = kind
    self.object = object
    self.source = source
  }

  /// The same edge where entities and predicates have other names.
  ///
  /// - Complexity: O(1), at most four calls.
  @inlinable
  package func map<E, P>(entity: (Entity) -> E, predicate: (Predicate) -> P) -> EdgeKey<E, P> {
    EdgeKey<E, P>(
      subject: entity(subject), predicate: predicate(self.predicate), kind: kind, object: entity(object),
      source: source.map(entity))
  }

  /// The same; nil where one of them has no other name.
  ///
  /// - Complexity: O(1), at most four calls.
  @inlinable
  package func compactMap<E, P>(entity: (Entity) -> E?, predicate: (Predicate) -> P?) -> EdgeKey<E, P>? {
    guard let subject = entity(subject), let object = entity(object), let predicate = predicate(self.predicate) else {
      return nil
    }
    var other: E?
    if let source {
      guard let known = entity(source) else { return nil }
      other = known
    }
    return EdgeKey<E, P>(subject: subject, predicate: predicate, kind: kind, object: object, source: other)
  }
}

extension EdgeKey: Sendable where Entity: Sendable, Predicate: Sendable {}
extension EdgeKey: Equatable where Entity: Equatable, Predicate: Equatable {}
extension EdgeKey: Hashable where Entity: Hashable, Predicate: Hashable {}

extension EdgeKey: Comparable where Entity: Comparable, Predicate: Comparable {
  /// The order of edges in a graph: by subject, predicate, kind, object and source, no source first.
  @inlinable
  package static func < (a: Self, b: Self) -> Bool {
    if a.subject != b.subject { return a.subject < b.subject }
    if a.predicate != b.predicate { return a.predicate < b.predicate }
    if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    if a.object != b.object { return a.object < b.object }
    guard let other = b.source else { return false }
    return a.source.map { $0 < other } ?? true
  }
}
