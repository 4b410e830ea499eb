internal import ExternalSort
internal import GraphModel

/// How the paths of a problem are looked for.
extension Evaluator {
  /// Paths of statements alone; where there are none, those that also go from a description to a name in it.
  mutating func solveWithoutLinks(
    _ query: PathVerb, _ problem: inout PathProblem, limit: Int?
  ) -> FoundPaths {
    let links = query.via == nil ? self.links() : []
    if links.isEmpty { return solve(query, &problem, limit: limit) }
    let rule = problem.rule
    problem.rule.excluded.formUnion(links)
    let length = problem.maximalLength
    let found = solve(query, &problem, limit: limit)
    guard found.paths.isEmpty, budget.cutOff == nil else { return found }
    problem.rule = rule
    problem.maximalLength = length
    search.hasMetBound = false
    return solve(query, &problem, limit: limit)
  }

  private mutating func solve(_ query: PathVerb, _ problem: inout PathProblem, limit given: Int?) -> FoundPaths {
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

  /// The best supported paths: by Dijkstra's algorithm where every relation is allowed and no length is said, otherwise
  /// the best of all paths within the bound.
  private mutating func solveWeighted(
    _ query: PathVerb, _ problem: inout PathProblem, limit given: Int?
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
    var costs: [Int] = []
    for path in found.paths {
      guard budget.allows(5 * path.count) else { break }
      costs.append(WeightedSearch.cost(of: path, graph))
    }
    var order = Array(costs.indices)
    budget.sort(&order) { (costs[$0], $0) < (costs[$1], $1) }
    found.hasMore = found.hasMore || order.count > wanted && query.selection == .all
    found.paths = order.prefix(wanted).map { found.paths[$0] }
    return found
  }

  /// So many paths are compared at most.
  private static var mostWeighed: Int { 100_000 }

  /// The longest path looked for where a search lists all paths and the statement gives no bound.
  private static var usualLength: Int { 4 }

  /// Bounds the length where the statement does not and notes it: the usual length, or that of the shortest walk when
  /// it is longer. False when there is no walk.
  @discardableResult
  private mutating func bound(_ query: PathVerb, _ problem: inout PathProblem, shortest: Int? = nil) -> Bool {
    guard query.maximalLength == nil else { return true }
    guard let length = shortest ?? search.shortestLength(problem, graph, &budget) else { return false }
    problem.maximalLength = max(Self.usualLength, length + (query.selection == .all ? 0 : 2))
    note(.longestPath(problem.maximalLength))
    return true
  }
}
