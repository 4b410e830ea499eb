internal import GraphModel

/// A pattern of a `match` with all its names looked up.
struct ResolvedPattern {
  enum Relation {
    /// An edge with one of these predicates.
    case edge(Set<RelationNames.Meaning>)
    /// A walk that the automaton allows, from the subject and, by the other one, from the object.
    case walk(RelationAutomaton, backwards: RelationAutomaton)
  }

  var subject: TriplePattern.Term
  var relation: Relation
  var object: TriplePattern.Term
}

/// A variable of a `match`.
struct PatternVariable: Equatable {
  /// Without its question mark; that of its type where it has none.
  var name: String
  /// The keys of its types by ``RelationNames/key(_:)``, all of which it has; empty for any.
  var types: Set<String> = []
}
