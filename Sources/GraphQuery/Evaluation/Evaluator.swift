public import GraphModel

/// Answers statements on one graph. Keeps its working memory between statements, so use one for a whole session.
///
///     var evaluator = Evaluator(graph: try StoredGraph(path: "news.tercet"))
///     let answer = try evaluator.answer(Query(parsing: "facts NATO"))
///     for record in answer.content.records { print(record.fields.map(\.name)) }
public struct Evaluator<Graph: GraphView> {
  public let graph: Graph
  /// The entity that stands for the object of events without one: no answer names it, and no path enters it.
  let nothing: EntityID?
  public var limits: QueryLimits
  public let cancellation: Cancellation
  /// Whether errors say which names were probably meant, which takes longer than to find that nothing has a name.
  public var suggestsNames = true

  /// Other names of what is called so, known without the graph: of Holland, Netherlands. Asked where the graph has
  /// nothing of a name.
  public var otherNames: @Sendable (String) -> [String] = { _ in [] }

  /// What words mean as a relation, known without the graph: of *condemn*, `criticizes`. Asked where no relation is
  /// called so.
  public var relationWordings: @Sendable (String) -> [RelationWording] = { _ in [] }

  /// Names of relations, read at the first statement that has one.
  var relationNames: RelationNames?
  /// How many entities each type has, counted at the first statement that asks for it.
  var knownTypes: [(name: String, entities: Int)]?
  /// The edges that are somebody's word, by who says so; read at the first statement that asks for it.
  var attributions: [(edge: EdgeID, source: EntityID)]?
  /// The predicates that are links; read at the first statement that asks for them.
  var knownLinks: Set<PredicateID>?
  /// The nouns of several documents; nil in a graph of fewer than two.
  let nouns: SharedNouns?
  /// Which statements hold when.
  let careers = Careers()
  /// The last date of the documents, looked up at the first statement that asks for it; nil within where none has one.
  var knownNow: DaySpan??
  /// Edges of one node at a time.
  var adjacency: [Adjacency] = []
  var search = PathSearch()
  var budget: WorkBudget
  /// Which statements the answer shows.
  private(set) var degrees = StatementDegrees.usual
  private(set) var notes: [Answer.Note] = []
  /// Reads what rows show.
  let reader: RowReader<Graph>

  /// - Complexity: O(1).
  public init(graph: Graph, limits: QueryLimits = QueryLimits(), cancellation: Cancellation = Cancellation()) {
    self.graph = graph
    nothing = graph.nothing
    nouns = graph.documentCount > 1 ? SharedNouns(entities: graph.entityCount) : nil
    self.limits = limits
    self.cancellation = cancellation
    budget = WorkBudget(StatementClock(cancellation: cancellation), memory: limits.memory)
    reader = RowReader(graph)
  }

  /// Leaves a note on what the answer does not show.
  mutating func note(_ note: Answer.Note) { notes.append(note) }

  /// Begins a statement: nothing is noted yet.
  ///
  /// - Parameter clock: that of the statement; nil for one that begins to run now.
  mutating func begin(showing degrees: StatementDegrees, _ clock: StatementClock? = nil) {
    let clock = clock ?? StatementClock(cancellation: cancellation, limit: limits.time)
    budget = WorkBudget(clock, memory: limits.memory)
    self.degrees = degrees
    notes = []
    nouns?.begin(clock, memory: limits.memory)
    careers.begin(clock, memory: limits.memory)
    // What a large statement needed is not kept for small ones.
    if adjacency.capacity > Self.mostKept { adjacency = [] }
    if search.bytes > Self.mostKept * MemoryLayout<Adjacency>.stride { search = PathSearch() }
  }

  /// Edges for which room is kept between statements.
  private static var mostKept: Int { 1 << 20 }
}
