public import GraphModel

/// Answers queries of patterns and path expressions on one graph. Keeps what it has read between queries, so use one for a whole session.
public struct PatternEngine<Graph: GraphScans> {
  private let graph: Graph
  private var cache = PredicateIndexCache()
  private var reachability: Reachability<Graph>

  public init(graph: Graph) {
    self.graph = graph
    reachability = Reachability(in: graph)
  }

  /// The entities at the ends of the walks of `expression` from `start`, in the order in which they are found, each once.
  ///
  /// - Returns: with the reason when the search was stopped early.
  public mutating func entities(
    from start: EntityID, _ expression: RelationMoves, withClaims: Bool = false,
    cancellation: Cancellation = Cancellation(), time: Duration? = nil
  ) -> (entities: [EntityID], cutOff: CutOff?) {
    var budget = WorkBudget(cancellation: cancellation, limit: time)
    let found = reachability.entities(from: start, expression, withClaims: withClaims, &cache, &budget)
    return (found, budget.cutOff)
  }

  /// How many ways there are to put entities in the place of the variables.
  ///
  /// - Returns: with the reason when the search was stopped early; then there are at least so many.
  public mutating func count(
    _ query: PatternQuery, cancellation: Cancellation = Cancellation(), time: Duration? = nil
  ) -> (count: Int, cutOff: CutOff?) {
    var search = PatternSearch(query, in: graph, &cache, WorkBudget(cancellation: cancellation, limit: time))
    let count = search.count()
    return (count, search.cutOff)
  }

  /// Calls `row` with the entities by number of variable, one way after another, until it returns false.
  ///
  /// - Returns: the reason when the search was stopped early by somebody else.
  public mutating func forEachRow(
    of query: PatternQuery, cancellation: Cancellation = Cancellation(), time: Duration? = nil,
    _ row: ([EntityID]) -> Bool
  ) -> CutOff? {
    var search = PatternSearch(query, in: graph, &cache, WorkBudget(cancellation: cancellation, limit: time))
    search.forEachRow(row)
    return search.cutOff
  }
}
