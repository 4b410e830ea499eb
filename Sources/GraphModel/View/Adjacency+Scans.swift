// What a list of edges tells, for graphs that have nothing faster.
extension [Adjacency] {
  package var links: [Link] {
    map { Link(neighbor: $0.neighbor, predicate: $0.predicate, isIncoming: $0.isIncoming, degree: $0.degree) }
  }

  /// The other ends of the edges with `predicate`, ascending, each once.
  ///
  /// - Complexity: O(*n* + *k* log *k*) for *k* found among *n*.
  package func neighbors(by predicate: PredicateID, showing degrees: StatementDegrees) -> [EntityID] {
    Set(lazy.filter { $0.says(predicate, showing: degrees) }.map(\.neighbor)).sorted()
  }

  /// The predicates of the edges whose other end is `neighbor`, ascending, each once.
  ///
  /// - Complexity: O(*n* + *k* log *k*) for *k* found among *n*.
  package func predicates(to neighbor: EntityID, showing degrees: StatementDegrees) -> [PredicateID] {
    Set(lazy.filter { $0.neighbor == neighbor && (degrees.contains($0.degree)) }.map(\.predicate)).sorted()
  }
}

extension Adjacency {
  /// Whether the edge has `predicate` and one of `degrees`.
  ///
  /// - Complexity: O(1).
  package func says(_ predicate: PredicateID, showing degrees: StatementDegrees) -> Bool {
    self.predicate == predicate && (degrees.contains(degree))
  }
}
