public import GraphModel

/// Answers statements on one graph. Keeps its working memory between statements, so use one for a whole session.
///
///     var evaluator = Evaluator(graph: try StoredGraph(path: "news.tercet"))
///     let answer = try evaluator.answer(Query(parsing: "facts NATO"))
///     for record in answer.content.records { print(record.fields.map(\.name)) }
public struct Evaluator<Graph: GraphView> {
  public let graph: Graph
  public var limits: QueryLimits
  public let cancellation: Cancellation

  /// Names of relations, read at the first statement that has one.
  var relationNames: RelationNames?
  /// Edges of one node at a time.
  var adjacency: [Adjacency] = []
  var search = PathSearch()
  var budget: WorkBudget
  private(set) var showsClaims = false
  private(set) var notes: [Answer.Note] = []
  /// Names already read for the present answer.
  var entities: [EntityID: Answer.Entity] = [:]
  var predicates: [PredicateID: GraphContent.Predicate] = [:]

  /// - Complexity: O(1).
  public init(graph: Graph, limits: QueryLimits = QueryLimits(), cancellation: Cancellation = Cancellation()) {
    self.graph = graph
    self.limits = limits
    self.cancellation = cancellation
    budget = WorkBudget(cancellation: cancellation, limit: nil)
  }

  /// Leaves a note on what the answer does not show.
  mutating func note(_ note: Answer.Note) { notes.append(note) }

  /// Begins a statement: the clock runs, and nothing is noted yet.
  mutating func begin(showsClaims: Bool) {
    budget = WorkBudget(cancellation: cancellation, limit: limits.time)
    self.showsClaims = showsClaims
    notes = []
    entities.removeAll(keepingCapacity: true)
    predicates.removeAll(keepingCapacity: true)
  }
}
