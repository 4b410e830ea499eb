public import GraphModel

extension Evaluator {
  /// The longest path looked for where a search lists all paths and the statement gives no bound.
  private static var usualLength: Int { 4 }

  mutating func paths(_ query: PathQuery, limit: Int?) throws(Interruption) -> Answer.Paths {
    let start = try resolve(query.start)
    let end = try resolve(query.end)
    var avoided: Set<UInt32> = []
    for reference in query.avoided { avoided.insert(try resolve(reference).rawValue) }
    var answer = Answer.Paths(start: entity(start), end: entity(end), paths: [])
    guard start != end else {
      notes.append(.sameEnds)
      return answer
    }
    var problem = PathProblem(
      start: start.rawValue, end: end.rawValue, automaton: try automaton(for: query), showsClaims: showsClaims,
      avoided: avoided, hubDegree: query.hubDegree, maximalLength: query.maximalLength ?? 255,
      rule: try rule(for: query), isWeighted: query.isWeighted, placeLimit: limits.searchPlaces)
    search.claims.removeAll(keepingCapacity: true)
    let found = solve(query, &problem, limit: limit)
    if found.hasMore { notes.append(.morePaths(limit: found.paths.count)) }
    if !search.claims.isEmpty { notes.append(.claimsLeftOut(search.claims.count)) }
    for path in found.paths {
      // Who cancels or set a time limit wants the prompt back: a first part of the rows will do.
      if budget.cutOff != nil, answer.paths.count >= 100, !budget.allowsOvertime { break }
      let steps = path.map { step in
        Answer.Paths.Step(
          statement: statement(graph.edge(EdgeID(step.edge))), isBackward: step.isBackward,
          reached: entity(EntityID(step.entity)))
      }
      answer.paths.append(Answer.Paths.Path(steps: steps))
    }
    if answer.paths.count < found.paths.count { notes.append(.morePaths(limit: answer.paths.count)) }
    return answer
  }

  private mutating func solve(_ query: PathQuery, _ problem: inout PathProblem, limit given: Int?) -> FoundPaths {
    if query.isWeighted { return solveWeighted(query, &problem, limit: given) }
    let limit = given ?? 20
    let hasStates = problem.automaton.stateCount > 1
    switch query.selection {
    case .shortest(let wanted):
      let count = min(wanted, given ?? wanted)
      if count == 1, problem.automaton.isUnrestricted, problem.rule.isByPredicate {
        return FoundPaths(paths: search.anyShortest(problem, graph, &budget).map { [$0] } ?? [])
      }
      if count == 1 {
        guard let path = search.firstShortest(problem, graph, &budget) else { return FoundPaths() }
        if !hasStates || path.isSimple(from: problem.start) { return FoundPaths(paths: [path]) }
        bound(query, &problem, shortest: path.count)
        return search.simplePaths(problem, limit: 1, graph, &budget).prefix(1)
      }
      if !hasStates { return search.kShortest(problem, count: count, graph, &budget) }
      guard bound(query, &problem) else { return FoundPaths() }
      return search.simplePaths(problem, limit: count, graph, &budget).prefix(count)
    case .allShortest:
      guard let found = search.allShortest(problem, limit: limit, graph, &budget) else { return FoundPaths() }
      if !found.paths.isEmpty || !hasStates || limit == 0 || budget.cutOff != nil { return found }
      bound(query, &problem)
      return search.simplePaths(problem, limit: limit, onlyShortest: true, graph, &budget)
    case .all:
      guard bound(query, &problem) else { return FoundPaths() }
      return search.simplePaths(problem, limit: limit, graph, &budget)
    }
  }

  /// The best supported paths: by Dijkstra's algorithm where every relation is allowed and no length is said, otherwise the
  /// best of all paths within the bound.
  private mutating func solveWeighted(
    _ query: PathQuery, _ problem: inout PathProblem, limit given: Int?
  ) -> FoundPaths {
    let wanted: Int
    switch query.selection {
    case .shortest(let count): wanted = min(count, given ?? count)
    case .allShortest, .all: wanted = given ?? 20
    }
    if problem.automaton.isUnrestricted, query.maximalLength == nil, query.selection != .all {
      return search.kShortest(problem, count: wanted, graph, &budget)
    }
    guard bound(query, &problem) else { return FoundPaths() }
    var found = search.simplePaths(problem, limit: Self.mostWeighed, graph, &budget)
    let costs = found.paths.map { WeightedSearch.cost(of: $0, graph) }
    let order = costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    found.hasMore = found.hasMore || order.count > wanted && query.selection == .all
    found.paths = order.prefix(wanted).map { found.paths[$0] }
    return found
  }

  /// So many paths are compared at most.
  private static var mostWeighed: Int { 100_000 }

  private mutating func rule(for query: PathQuery) throws(Interruption) -> EdgeRule {
    var rule = EdgeRule(period: query.period)
    guard let without = query.without else { return rule }
    let meanings = try listed(without.pattern)
    rule.excluded =
      meanings.map { Set($0.map(\.predicate)) } ?? Set((0..<UInt32(graph.predicateCount)).map { PredicateID($0) })
    return rule
  }

  /// Bounds the length where the statement does not and notes it: the usual length, or that of the shortest walk when it is
  /// longer. False when there is no walk.
  @discardableResult
  private mutating func bound(_ query: PathQuery, _ problem: inout PathProblem, shortest: Int? = nil) -> Bool {
    guard query.maximalLength == nil else { return true }
    guard let length = shortest ?? search.shortestLength(problem, graph, &budget) else { return false }
    problem.maximalLength = max(Self.usualLength, length + (query.selection == .all ? 0 : 2))
    notes.append(.longestPath(problem.maximalLength))
    return true
  }

  /// The automaton of `via`: a plain list of relations bounds every edge, walked both ways unless the query is directed; an
  /// expression with operators is matched as a whole and says the direction itself.
  private mutating func automaton(for query: PathQuery) throws(Interruption) -> RelationAutomaton {
    if query.via == nil, !query.isDirected { return RelationAutomaton() }
    let names = knownRelations()
    var via = query.via ?? ViaClause(pattern: .any, range: query.start.range)
    if via.pattern.isPlainList {
      let edge = query.isDirected ? via.pattern : .alternatives([via.pattern, .inverse(via.pattern)])
      via.pattern = .repeated(edge, minimum: 0, maximum: nil)
    }
    return try AutomatonBuilder.automaton(of: via, predicateCount: graph.predicateCount, names: names)
  }
}

extension FoundPaths {
  /// The first `count`, and nothing about more.
  func prefix(_ count: Int) -> FoundPaths { FoundPaths(paths: Array(paths.prefix(count))) }
}

extension [PathEdge] {
  /// Whether the path comes to no entity twice.
  func isSimple(from start: UInt32) -> Bool {
    Set(map(\.entity) + [start]).count == count + 1
  }
}

extension Evaluator {
  /// Number of edges of a shortest path between two entities, walked in either direction, facts only; nil when there is none.
  public mutating func distance(from start: EntityID, to end: EntityID) -> Int? {
    guard start != end else { return 0 }
    budget = WorkBudget(cancellation: cancellation, limit: limits.time)
    let problem = PathProblem(
      start: start.rawValue, end: end.rawValue, automaton: RelationAutomaton(), showsClaims: false, maximalLength: 255,
      placeLimit: limits.searchPlaces)
    return search.shortest.distance(problem, graph, &budget)
  }

  /// How many other entities are at most `hops` edges away, walked in either direction, facts only.
  public mutating func countWithin(hops: Int, of entity: EntityID) -> Int {
    budget = WorkBudget(cancellation: cancellation, limit: limits.time)
    return search.shortest.countWithin(hops: hops, of: entity, graph, &budget)
  }
}
