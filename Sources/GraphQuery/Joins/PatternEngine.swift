public import GraphModel

/// Answers queries of patterns and path expressions on one graph. Keeps what it has read between queries, so use one
/// for a whole session.
///
///     var engine = PatternEngine(graph: graph)
///     let query = PatternQuery([TriplePattern(.variable(0), leads, .entity(nato))])
///     _ = engine.forEachRow(of: query) { row in
///       print(graph.name(of: row[0]))
///       return true
///     }
public struct PatternEngine<Graph: GraphScans> {
  private let graph: Graph
  private var cache = PredicateIndexCache()
  private var reachability: Reachability<Graph>

  /// - Complexity: O(1).
  public init(graph: Graph) {
    self.graph = graph
    reachability = Reachability(in: graph)
  }

  /// The entities at the ends of the walks of `expression` from `start`, in the order in which they are found, each
  /// once.
  ///
  /// - Parameters:
  ///   - degrees: which edges count.
  ///   - time: after which the search is stopped; nil for no limit.
  /// - Returns: none where no walk ends; with the reason when the search was stopped early.
  /// - Complexity: O(*s* · *e* · log *n*) for *s* states, *e* edges of the entities reached and *n* edges of the graph.
  public mutating func entities(
    from start: EntityID, _ expression: RelationMoves, showing degrees: StatementDegrees = .usual,
    cancellation: Cancellation = Cancellation(), time: Duration? = nil
  ) -> (entities: [EntityID], cutOff: CutOff?) {
    var budget = WorkBudget(StatementClock(cancellation: cancellation, limit: time))
    let found = reachability.entities(from: start, expression, showing: degrees, &cache, &budget)
    return (found, budget.cutOff)
  }

  /// How many ways there are to put entities in the place of the variables.
  ///
  /// - Parameter time: after which the search is stopped; nil for no limit.
  /// - Returns: 1 for patterns without variables that all hold; with the reason when the search was stopped early, then
  ///   there are at least so many.
  /// - Complexity: as ``forEachRow(of:cancellation:time:_:)``, without the last variable where its entities need not be
  ///   listed.
  public mutating func count(
    _ query: PatternQuery, cancellation: Cancellation = Cancellation(), time: Duration? = nil
  ) -> (count: Int, cutOff: CutOff?) {
    let budget = WorkBudget(StatementClock(cancellation: cancellation, limit: time))
    var search = PatternSearch(query, in: graph, &cache, budget)
    let count = search.count()
    return (count, search.cutOff)
  }

  /// Calls `row` with the entities by number of variable, one way after another, until it returns false.
  ///
  /// - Parameter time: after which the search is stopped; nil for no limit.
  /// - Returns: the reason when the search was stopped early by somebody else; nil when it ran to its end or `row`
  ///   ended it.
  /// - Complexity: O(*w* · *p* · log *n*) for *w* ways to fill the first variables, however many, *p* patterns and *n*
  ///   edges, and O(*n*) for each predicate that is read as a whole. The variables are put in an order for which *w* is
  ///   small.
  public mutating func forEachRow(
    of query: PatternQuery, cancellation: Cancellation = Cancellation(), time: Duration? = nil,
    _ row: ([EntityID]) -> Bool
  ) -> CutOff? {
    let budget = WorkBudget(StatementClock(cancellation: cancellation, limit: time))
    var search = PatternSearch(query, in: graph, &cache, budget)
    search.forEachRow(row)
    return search.cutOff
  }
}
