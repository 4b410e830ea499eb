internal import GraphModel

extension PathSearch {
  /// Paths without repeated entity in the order (length, edge ids), at most `limit`, none longer than the problem's
  /// bound.
  ///
  /// Looks depth first for the paths of one length after another and enters a place only when the end is near enough,
  /// by the distances that a search from the end has found.
  ///
  /// - Parameter onlyShortest: whether to stop after the first length that has a path.
  mutating func simplePaths(
    _ problem: PathProblem, limit: Int, onlyShortest: Bool = false, _ graph: some GraphView, _ budget: inout WorkBudget
  ) -> FoundPaths {
    var found = FoundPaths()
    guard let reach = markDistances(problem, graph, &budget) else { return found }
    for length in 1...max(1, problem.maximalLength) where length <= problem.maximalLength {
      walk(problem, length: length, reach: reach, limit: limit, &found, graph, &budget)
      if found.hasMore || budget.cutOff != nil || (onlyShortest && !found.paths.isEmpty) { break }
    }
    return found
  }

  /// Keeps the last edges of all paths, and marks every place with its distance to the end, as far as the longest path
  /// can need. Returns the distance up to which all places are marked (a search that grows too large stops there); nil
  /// when the budget ran out.
  private mutating func markDistances(
    _ problem: PathProblem, _ graph: some GraphView, _ budget: inout WorkBudget
  ) -> Int? {
    guard begin(problem, EmptyCollection()) else { return nil }
    marks.removeAll()
    let automaton = problem.automaton
    var frontier: [UInt64] = []
    for state in 0..<automaton.stateCount {
      for entity in problem.avoided { _ = marks.insert(SearchMarks.key(entity, state), .banned, level: 0) }
      let end = SearchMarks.key(problem.end, state)
      if automaton.isAccepting[state], marks.insert(end, .backward, level: 0) == nil { frontier.append(end) }
    }
    var level = 0
    while level < max(1, problem.maximalLength - 1), !frontier.isEmpty, marks.count < 1_000_000 {
      // The last level only saves looks at the neighbors of the start's neighbors; often those are fewer.
      if level > 0, level == problem.maximalLength - 2, isCheaperAhead(problem, than: frontier, graph) { break }
      var reached: [UInt64] = []
      for key in frontier {
        guard read(key, problem.inward, graph, &budget) else { return nil }
        for (number, item) in adjacency.enumerated() {
          guard mayGoOn(after: number, &budget) else { return nil }
          let states: [UInt8] =
            automaton.isUnrestricted
            ? [0] : automaton.states(before: Int(key & 0xFF), item.predicate, backward: !item.isIncoming)
          for state in states {
            if !problem.degrees.contains(item.degree) {
              claims.insert(item.edge)
              continue
            }
            guard problem.rule.allows(item, graph) else { continue }
            let source = SearchMarks.key(item.neighbor.rawValue, Int(state))
            if level == 0, item.neighbor.rawValue != problem.end {
              let step = PathEdge(edge: item.edge.rawValue, key: key, isBackward: !item.isIncoming)
              successors[source, default: []].append(step)
            }
            guard marks.insert(source, .backward, level: level + 1) == nil else { continue }
            if isHub(item.neighbor, problem, graph) { marks.setSide(source, .banned) } else { reached.append(source) }
          }
        }
      }
      frontier = reached
      level += 1
    }
    return frontier.isEmpty ? QueryLimits.longestPath : level
  }

  /// Whether the neighbors of the start have fewer edges than the places of `frontier`.
  private mutating func isCheaperAhead(
    _ problem: PathProblem, than frontier: [UInt64], _ graph: some GraphView
  ) -> Bool {
    let most = cost(of: frontier, graph)
    let start = EntityID(problem.start)
    guard graph.degree(of: start, .both) < most else { return false }
    graph.adjacency(of: start, problem.outward, into: &adjacency)
    var ahead = 0
    for item in adjacency {
      ahead += graph.degree(of: item.neighbor, .both)
      if ahead >= most { return false }
    }
    return true
  }

  /// Adds the paths of exactly `length` edges.
  private mutating func walk(
    _ problem: PathProblem, length: Int, reach: Int, limit: Int, _ found: inout FoundPaths, _ graph: some GraphView,
    _ budget: inout WorkBudget
  ) {
    let start = SearchMarks.key(problem.start, 0)
    if let mark = marks[start] {
      guard mark.side == .backward, mark.level <= length else { return }
    } else if length <= reach {
      return
    }
    var path: [PathEdge] = []
    var untried = [
      Array(choices(from: start, left: length, reach: reach, problem, graph, &budget).reversed())
    ]
    /// Choices at all places of the path.
    var open = untried[0].count
    while var choices = untried.popLast() {
      guard let step = choices.popLast(), budget.allows() else {
        _ = path.popLast()
        open -= choices.count
        continue
      }
      untried.append(choices)
      open -= 1
      guard !path.contains(where: { $0.entity == step.entity }) else { continue }
      path.append(step)
      if path.count == length {
        if found.paths.count == limit {
          found.hasMore = true
          return
        }
        found.append(path)
        _ = budget.mayHold(found.bytes)
        _ = path.popLast()
      } else {
        let next = self.choices(from: step.key, left: length - path.count, reach: reach, problem, graph, &budget)
        open += next.count
        _ = budget.mayHold(found.bytes + bytes + MemoryLayout<PathEdge>.stride * open)
        untried.append(next.reversed())
      }
    }
  }

  /// The edges from a place after which the end can be reached by `left` edges in all, ascending.
  private mutating func choices(
    from key: UInt64, left: Int, reach: Int, _ problem: PathProblem, _ graph: some GraphView,
    _ budget: inout WorkBudget
  ) -> [PathEdge] {
    if left == 1 { return steps(from: key) }
    guard budget.read(Self.entity(key), problem.outward, of: graph, into: &adjacency) else { return [] }
    // A look at a list costs little beside what was counted for each of its edges before.
    guard budget.allows(adjacency.count / 8) else { return [] }
    let entity = Self.entity(key)
    var steps: [PathEdge] = []
    for item in adjacency where item.neighbor != entity && item.neighbor.rawValue != problem.start {
      guard item.neighbor.rawValue != problem.end else { continue }
      let next = problem.automaton.state(after: Int(key & 0xFF), item.predicate, backward: item.isIncoming)
      guard next >= 0 else { continue }
      guard problem.degrees.contains(item.degree) else {
        claims.insert(item.edge)
        continue
      }
      guard problem.rule.allows(item, graph) else { continue }
      let target = SearchMarks.key(item.neighbor.rawValue, next)
      if let mark = marks[target] {
        guard mark.side == .backward, mark.level <= left - 1 else { continue }
      } else {
        guard left - 1 > reach, !isHub(item.neighbor, problem, graph) else { continue }
      }
      steps.append(PathEdge(edge: item.edge.rawValue, key: target, isBackward: item.isIncoming))
    }
    budget.sort(&steps, by: <)
    return steps
  }
}
