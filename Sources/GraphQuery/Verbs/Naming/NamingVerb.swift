public import GraphModel

/// A verb that decides on who is who; whoever owns the store carries it out.
public protocol NamingVerb: StatementVerb {
  /// What the statement means in the graph of `evaluator`.
  ///
  /// - Throws: for a name that nobody has, that is no other name, or for two names of one entity.
  /// - Complexity: O(log *n* + *k*) for *k* of *n* entities that have the name; O(names) for one that nobody has, for
  ///   the suggestions.
  func target<Graph: GraphView>(in evaluator: inout Evaluator<Graph>) throws(Interruption) -> NamingTarget
}

/// What a ``NamingVerb`` means in a graph.
public enum NamingTarget: Sendable, Equatable {
  /// A name of several entities; nothing is to be done.
  case ambiguous(Answer.Ambiguity)
  case merge(EntityID, into: EntityID)
  case apart(EntityID, from: EntityID)
  /// The name is one of the other names of the entity, as it has it.
  case split(String, from: EntityID)
  case undo
  /// The budget ended before the names were looked up.
  case stopped
}
