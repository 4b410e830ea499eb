public import GraphModel

/// A verb that asks the graph.
///
/// Its file holds all that there is to know of it: syntax with help and examples, how it is read, what it answers, and
/// how the answer is laid out. A new one is such a file, and a line in ``VerbList``.
public protocol QueryVerb: StatementVerb {
  /// Answers the statement.
  ///
  /// - Parameters:
  ///   - evaluator: has the graph, the bounds of work and memory, and takes notes on what is left out.
  ///   - limit: rows or paths to show; nil where neither the statement nor a setting says.
  /// - Throws: for a name that the graph does not have, or that means several entities.
  /// - Complexity: as the verb says; the evaluator's ``QueryLimits`` bound time and memory.
  func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent
}

/// A statement that asks the graph.
public struct Query: Sendable {
  public var verb: any QueryVerb
  /// How many rows or paths to show; nil for the evaluator's own limit.
  public var limit: Int?
  /// Whether negated and uncertain statements are shown too; nil for the evaluator's own setting.
  public var showsClaims: Bool?

  public init(_ verb: any QueryVerb, limit: Int? = nil, showsClaims: Bool? = nil) {
    self.verb = verb
    self.limit = limit
    self.showsClaims = showsClaims
  }
}
