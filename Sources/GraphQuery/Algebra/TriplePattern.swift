public import GraphModel

/// A triple with variables in the place of entities: `?x leads NATO`.
public struct TriplePattern: Sendable, Hashable {
  public enum Term: Sendable, Hashable {
    case entity(EntityID)
    /// Number of a variable, dense from 0 in a ``PatternQuery``.
    case variable(Int)
  }

  public var subject: Term
  public var predicate: PredicateID
  public var object: Term

  public init(_ subject: Term, _ predicate: PredicateID, _ object: Term) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
  }

  /// The end in a direction from the other: `outgoing` for the object.
  func end(_ direction: Direction) -> Term { direction == .outgoing ? object : subject }
}

/// Patterns that all have to hold, for the same entities in the place of a variable.
public struct PatternQuery: Sendable, Hashable {
  public var patterns: [TriplePattern]
  /// Which statements count.
  public var degrees: StatementDegrees
  /// An entity that no variable stands for: the ``GraphView/nothing`` of a graph.
  public var excluded: EntityID?
  /// The variables at which edges meet, where nouns of several documents are told apart.
  var joined: Set<Int> = []

  public init(
    _ patterns: [TriplePattern], showing degrees: StatementDegrees = .usual, without excluded: EntityID? = nil
  ) {
    self.patterns = patterns
    self.degrees = degrees
    self.excluded = excluded
  }

  /// One more than the highest number of a variable.
  var variableCount: Int {
    patterns.flatMap { [$0.subject, $0.object] }.reduce(0) { most, term in
      if case .variable(let number) = term { return max(most, number + 1) }
      return most
    }
  }
}
