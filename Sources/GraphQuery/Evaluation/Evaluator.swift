public import GraphModel

/// Answers statements on one graph. Keeps its working memory between statements, so use one for a whole session.
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
  var showsClaims = false
  var notes: [Answer.Note] = []
  /// Names already read for the present answer.
  var entities: [EntityID: Answer.Entity] = [:]
  var predicates: [PredicateID: GraphContent.Predicate] = [:]

  public init(graph: Graph, limits: QueryLimits = QueryLimits(), cancellation: Cancellation = Cancellation()) {
    self.graph = graph
    self.limits = limits
    self.cancellation = cancellation
    budget = WorkBudget(cancellation: cancellation, limit: nil)
  }

  /// Answers `query`. An ambiguous name is an answer too; see ``Answer/cutOff`` for a search that was stopped.
  ///
  /// - Throws: `QueryError` for a name, type, relation or id that the graph does not have.
  public mutating func answer(_ query: Query) throws(QueryError) -> Answer {
    let clock = ContinuousClock.now
    budget = WorkBudget(cancellation: cancellation, limit: limits.time)
    showsClaims = query.showsClaims ?? limits.showsClaims
    notes = []
    entities.removeAll(keepingCapacity: true)
    predicates.removeAll(keepingCapacity: true)
    var answer: Answer
    do {
      answer = Answer(try body(of: query))
    } catch {
      switch error {
      case .ambiguous(let ambiguity): answer = Answer(.ambiguous(ambiguity))
      case .error(let error): throw error
      }
    }
    answer.notes = notes
    answer.cutOff = budget.cutOff
    answer.elapsed = ContinuousClock.now - clock
    return answer
  }

  private mutating func body(of query: Query) throws(Interruption) -> Answer.Body {
    let rows = query.limit ?? limits.rows
    switch query.verb {
    case .neighbors(let neighbors): return .neighbors(try self.neighbors(neighbors, limit: rows ?? 50))
    case .path(let path): return .paths(try paths(path, limit: rows))
    case .facts(let reference): return .facts(try facts(of: reference, limit: rows ?? 50))
    case .find(let text): return .found(find(text, limit: rows ?? 50))
    case .why(let reference): return .why(try explanation(of: reference))
    case .whyEntity(let reference): return .identity(try identity(of: reference))
    case .timeline(let timeline): return .timeline(try self.timeline(timeline, limit: rows ?? 50))
    case .types: return .types(types())
    case .relations: return .relations(relations(limit: rows ?? .max))
    case .stats: return .stats(statistics())
    }
  }
}

/// Why an evaluation ends early.
enum Interruption: Error {
  case error(QueryError)
  case ambiguous(Answer.Ambiguity)
}
