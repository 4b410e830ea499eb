internal import Bytes
internal import ExternalSort
internal import GraphModel

/// Paths in the order (length, edge ids), and whether there are more than were asked for.
struct FoundPaths {
  var paths: [[PathEdge]] = []
  var hasMore = false
  /// Bytes that the paths take.
  private(set) var bytes = 0

  init(paths: [[PathEdge]] = []) { self.paths = paths }

  mutating func append(_ path: [PathEdge]) {
    paths.append(path)
    bytes += PathEdge.bytes(path.count)
  }
}

extension PathSearch {
  /// A shortest path of a problem that allows every relation; nil when there is none. Which one is not said, but it is
  /// always the same for the same graph.
  mutating func anyShortest(
    _ problem: PathProblem, _ graph: some GraphView, _ budget: inout WorkBudget
  ) -> [PathEdge]? {
    defer { noteClaims(beside: shortest.beside, problem.degrees, graph, &budget) }
    guard let entities = shortest.path(problem, graph, &budget) else {
      if shortest.hasMetBound { hasMetBound = true }
      return nil
    }
    return zip(entities, entities.dropFirst()).compactMap { firstEdge(from: $0, to: $1, problem, graph) }
  }

  /// The first edge in either direction between two neighbors.
  private mutating func firstEdge(
    from entity: EntityID, to next: EntityID, _ problem: PathProblem, _ graph: some GraphView
  ) -> PathEdge? {
    // Looked for at the end that has fewer edges.
    let isSwapped = graph.degree(of: next, .both) < graph.degree(of: entity, .both)
    graph.adjacency(of: isSwapped ? next : entity, .both, into: &adjacency)
    let wanted = isSwapped ? entity : next
    let found = adjacency.filter {
      $0.neighbor == wanted && (problem.degrees.contains($0.degree)) && problem.rule.allows($0.predicate)
    }
    guard let first = found.min(by: { $0.edge < $1.edge }) else { return nil }
    return PathEdge(
      edge: first.edge.rawValue, key: SearchMarks.key(next.rawValue, 0), isBackward: first.isIncoming != isSwapped)
  }

  /// Remembers what is left out at entities that a search looked at.
  private mutating func noteClaims(
    beside entities: [EntityID], _ degrees: StatementDegrees, _ graph: some GraphView, _ budget: inout WorkBudget
  ) {
    for entity in entities {
      graph.adjacency(of: entity, .both, into: &adjacency)
      guard budget.allows(adjacency.count + 1), budget.mayHold(bytes) else { return }
      for edge in adjacency where !degrees.contains(edge.degree) { claims.insert(edge.edge) }
    }
  }

  /// The first shortest path in the order of edge ids; nil when there is none. It is a walk: with a path expression of
  /// more than one state it may come to an entity twice.
  mutating func firstShortest(
    _ problem: PathProblem, passed: some Sequence<UInt32> = EmptyCollection(), _ graph: some GraphView,
    _ budget: inout WorkBudget
  ) -> [PathEdge]? {
    guard let length = shortestLength(problem, passed: passed, graph, &budget), budget.cutOff == nil else { return nil }
    var path: [PathEdge] = []
    path.reserveCapacity(length)
    var key = SearchMarks.key(problem.start, 0)
    for _ in 0..<length {
      guard let step = steps(from: key).first else { return nil }
      path.append(step)
      key = step.key
    }
    return path
  }

  /// Every shortest walk that comes to no entity twice, at most `limit`. Nil when there is no walk at all; empty when
  /// all shortest walks come to some entity twice.
  mutating func allShortest(
    _ problem: PathProblem, limit: Int, _ graph: some GraphView, _ budget: inout WorkBudget
  ) -> FoundPaths? {
    guard let length = shortestLength(problem, graph, &budget), budget.cutOff == nil else { return nil }
    var found = FoundPaths()
    var path: [PathEdge] = []
    // For each place of the path, the edges that are still to be tried, the next one last.
    var untried = [
      Array(steps(from: SearchMarks.key(problem.start, 0)).reversed())
    ]
    while var choices = untried.popLast() {
      guard let step = choices.popLast(), budget.allows() else {
        _ = path.popLast()
        continue
      }
      untried.append(choices)
      guard step.entity != problem.start, !path.contains(where: { $0.entity == step.entity }) else { continue }
      path.append(step)
      if path.count == length {
        if found.paths.count == limit {
          found.hasMore = true
          break
        }
        found.append(path)
        _ = budget.mayHold(found.bytes + bytes)
        _ = path.popLast()
      } else {
        let next = steps(from: step.key)
        untried.append(next.reversed())
      }
    }
    return found
  }

  /// The first `count` paths without repeated entity, by Yen's method with Lawler's saving: each path found is left at
  /// each of its places once. For a problem with one state.
  ///
  /// J. Y. Yen: Finding the K shortest loopless paths in a network. Management Science 17 (1971). E. L. Lawler:
  /// A procedure for computing the K best solutions. Management Science 18 (1972).
  mutating func kShortest(
    _ problem: PathProblem, count: Int, _ graph: some GraphView, _ budget: inout WorkBudget
  ) -> FoundPaths {
    var found = FoundPaths()
    guard count > 0, let first = best(problem, passed: [], graph, &budget) else { return found }
    var candidates = BinaryHeap<PathCandidate>()
    candidates.push(PathCandidate(path: first, cost: cost(of: first, problem, graph), leaves: 0))
    /// Bytes that the candidates take.
    var open = PathEdge.bytes(first.count)
    while let next = candidates.pop() {
      found.append(next.path)
      if found.paths.count == count { break }
      for place in next.leaves..<next.path.count {
        let root = next.path[..<place]
        var spur = problem
        spur.start = root.last?.entity ?? problem.start
        spur.maximalLength = problem.maximalLength - place
        for other in found.paths where other.count > place && other[..<place] == root {
          spur.bannedFirst.insert(other[place].edge)
        }
        guard budget.allows(found.paths.count / 8) else { return found }
        let passed = (place == 0 ? [] : [problem.start]) + root.dropLast().map(\.entity)
        if let rest = best(spur, passed: passed, graph, &budget) {
          let path = Array(root) + rest
          open += PathEdge.bytes(path.count) + 24
          candidates.push(PathCandidate(path: path, cost: cost(of: path, problem, graph), leaves: place))
        }
        guard budget.mayHold(open + found.bytes + bytes) else { return found }
      }
    }
    return found
  }
}

extension PathSearch {
  /// The first path by what the problem counts.
  private mutating func best(
    _ problem: PathProblem, passed: [UInt32], _ graph: some GraphView, _ budget: inout WorkBudget
  ) -> [PathEdge]? {
    guard problem.isWeighted else { return firstShortest(problem, passed: passed, graph, &budget) }
    let path = weighted.path(problem, passed: Set(passed), graph, &claims, &budget)
    guard weighted.hasMetBound else { return path }
    hasMetBound = true
    // The cheapest ways to all that is near may be too long, and another one not.
    return path ?? (budget.cutOff == nil ? firstShortest(problem, passed: passed, graph, &budget) : nil)
  }

  private func cost(of path: [PathEdge], _ problem: PathProblem, _ graph: some GraphView) -> Int {
    problem.isWeighted ? WeightedSearch.cost(of: path, graph) : path.count
  }
}

/// A path that Yen's method may take next.
struct PathCandidate: Comparable {
  var path: [PathEdge]
  /// What it costs by what the problem counts.
  var cost: Int
  /// The place at which it leaves the path it was made from.
  var leaves: Int

  static func < (a: PathCandidate, b: PathCandidate) -> Bool {
    (a.cost, a.path.count) != (b.cost, b.path.count)
      ? (a.cost, a.path.count) < (b.cost, b.path.count) : a.path.lexicographicallyPrecedes(b.path)
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
