// What a list of edges tells, for graphs that have nothing faster.
extension [Adjacency] {
  package var links: [Link] {
    map { Link(neighbor: $0.neighbor, predicate: $0.predicate, isIncoming: $0.isIncoming, isFact: $0.isFact) }
  }

  /// The other ends of the edges with `predicate`, ascending, each once.
  ///
  /// - Complexity: O(*n* + *k* log *k*) for *k* found among *n*.
  package func neighbors(by predicate: PredicateID, withClaims: Bool) -> [EntityID] {
    Set(lazy.filter { $0.says(predicate, withClaims: withClaims) }.map(\.neighbor)).sorted()
  }

  /// The predicates of the edges whose other end is `neighbor`, ascending, each once.
  ///
  /// - Complexity: O(*n* + *k* log *k*) for *k* found among *n*.
  package func predicates(to neighbor: EntityID, withClaims: Bool) -> [PredicateID] {
    Set(lazy.filter { $0.neighbor == neighbor && (withClaims || $0.isFact) }.map(\.predicate)).sorted()
  }
}

extension Adjacency {
  /// Whether the edge has `predicate` and is a fact; with `withClaims`, facts or not.
  ///
  /// - Complexity: O(1).
  package func says(_ predicate: PredicateID, withClaims: Bool) -> Bool {
    self.predicate == predicate && (withClaims || isFact)
  }
}
