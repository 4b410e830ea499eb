public import GraphStore

/// Answers queries of patterns on one graph. Keeps what it has read between queries, so use one for a whole session.
public struct PatternEngine<Graph: GraphView> {
  private let graph: Graph
  private var cache = RelationCache()

  public init(graph: Graph) { self.graph = graph }

  /// How many ways there are to put entities in the place of the variables.
  ///
  /// - Returns: with the reason when the search was stopped early; then there are at least so many.
  public mutating func count(
    _ query: PatternQuery, cancellation: Cancellation = Cancellation(), time: Duration? = nil
  ) -> (count: Int, cutOff: Answer.CutOff?) {
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
  ) -> Answer.CutOff? {
    var search = PatternSearch(query, in: graph, &cache, WorkBudget(cancellation: cancellation, limit: time))
    search.forEachRow(row)
    return search.cutOff
  }
}
