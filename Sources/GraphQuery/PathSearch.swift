internal import GraphStore

/// Breadth-first search from both ends over places: an entity together with a state of the path expression.
///
/// Expands the cheaper side by whole levels, so that on a meeting every shortest path is known and the first one in the
/// order of edge ids can be told. Its memory is kept from search to search.
struct PathSearch {
  var marks = SearchMarks()
  var adjacency: [Adjacency] = []
  /// Claims that were met and not followed.
  var claims: Set<EdgeID> = []
  private var frontier: [UInt64] = []
  private var backFrontier: [UInt64] = []
  private var reached: [UInt64] = []
  /// Places reached from the start that begin the second half of a shortest path.
  private var meeting: [UInt64] = []

  /// Length of the shortest paths of `problem`, whose ends differ; nil when there is none or the budget ran out.
  ///
  /// Afterwards ``steps(from:walked:length:_:_:)`` enumerates them.
  mutating func shortestLength(
    _ problem: PathProblem, passed: some Sequence<UInt32> = EmptyCollection(), _ graph: some GraphView,
    _ budget: inout WorkBudget
  ) -> Int? {
    guard begin(problem, passed, graph) else { return nil }
    var depth = 0
    var backDepth = 0
    var cost = cost(of: frontier, graph)
    var backCost = self.cost(of: backFrontier, graph)
    while !frontier.isEmpty, !backFrontier.isEmpty, depth + backDepth < problem.maximalLength {
      reached.removeAll(keepingCapacity: true)
      meeting.removeAll(keepingCapacity: true)
      if cost <= backCost {
        for key in frontier {
          graph.adjacency(of: Self.entity(key), problem.outward, into: &adjacency)
          guard proceed(problem, &budget) else { return nil }
          expand(key, to: depth + 1, problem, graph)
        }
        swap(&frontier, &reached)
        depth += 1
        if !meeting.isEmpty {
          markGood(from: depth - 1, problem, graph, &budget)
          return depth + backDepth
        }
        cost = self.cost(of: frontier, graph)
      } else {
        for key in backFrontier {
          graph.adjacency(of: Self.entity(key), problem.inward, into: &adjacency)
          guard proceed(problem, &budget) else { return nil }
          expandBack(key, to: backDepth + 1, problem, graph)
        }
        swap(&backFrontier, &reached)
        backDepth += 1
        if !meeting.isEmpty {
          markGood(from: depth, problem, graph, &budget)
          return depth + backDepth
        }
        backCost = self.cost(of: backFrontier, graph)
      }
    }
    return nil
  }

  /// Marks the ends and what must not be entered; false when no path can exist.
  mutating func begin(_ problem: PathProblem, _ passed: some Sequence<UInt32>, _ graph: some GraphView) -> Bool {
    marks.removeAll()
    let automaton = problem.automaton
    for state in 0..<automaton.stateCount {
      for entity in problem.avoided { _ = marks.insert(SearchMarks.key(entity, state), .banned, level: 0) }
      for entity in passed { _ = marks.insert(SearchMarks.key(entity, state), .banned, level: 0) }
    }
    frontier.removeAll(keepingCapacity: true)
    backFrontier.removeAll(keepingCapacity: true)
    guard automaton.stateCount > 0 else { return false }
    let start = SearchMarks.key(problem.start, 0)
    guard marks.insert(start, .forward, level: 0) == nil else { return false }
    frontier.append(start)
    for state in 0..<automaton.stateCount where automaton.isAccepting[state] {
      let end = SearchMarks.key(problem.end, state)
      if marks.insert(end, .backward, level: 0) == nil { backFrontier.append(end) }
    }
    return !backFrontier.isEmpty
  }

  @inline(__always)
  static func entity(_ key: UInt64) -> EntityID { EntityID(UInt32(truncatingIfNeeded: key >> 8)) }

  /// Whether the budget allows the node whose edges were just read.
  mutating func proceed(_ problem: PathProblem, _ budget: inout WorkBudget) -> Bool {
    if marks.count > problem.placeLimit { budget.stop(.memoryLimit(problem.placeLimit)) }
    return budget.allows(adjacency.count + 1)
  }

  private func cost(of frontier: [UInt64], _ graph: some GraphView) -> Int {
    var cost = 0
    for key in frontier { cost += graph.degree(of: Self.entity(key), .both) }
    return cost
  }

  private mutating func expand(_ key: UInt64, to level: Int, _ problem: PathProblem, _ graph: some GraphView) {
    let state = Int(key & 0xFF)
    let entity = Self.entity(key)
    var meets = false
    for item in adjacency where item.neighbor != entity {
      let next = problem.automaton.state(after: state, item.predicate, backward: item.isIncoming)
      guard next >= 0 else { continue }
      if !item.isFact, !problem.showsClaims {
        claims.insert(item.edge)
        continue
      }
      if level == 1, !problem.bannedFirst.isEmpty, problem.bannedFirst.contains(item.edge.rawValue) { continue }
      let target = SearchMarks.key(item.neighbor.rawValue, next)
      if let mark = marks.insert(target, .forward, level: level) {
        if mark.side == .backward { meets = true }
      } else if isHub(item.neighbor, problem, graph) {
        marks.setSide(target, .banned)
      } else {
        reached.append(target)
      }
    }
    if meets {
      marks.setSide(key, .good)
      meeting.append(key)
    }
  }

  private mutating func expandBack(_ key: UInt64, to level: Int, _ problem: PathProblem, _ graph: some GraphView) {
    let state = Int(key & 0xFF)
    let entity = Self.entity(key)
    let isUnrestricted = problem.automaton.isUnrestricted
    for item in adjacency where item.neighbor != entity {
      let isLeftOut = !item.isFact && !problem.showsClaims
      if isUnrestricted {
        if isLeftOut { claims.insert(item.edge) } else { expandBack(over: item, from: 0, to: level, problem, graph) }
        continue
      }
      for before in problem.automaton.states(before: state, item.predicate, backward: !item.isIncoming) {
        if isLeftOut {
          claims.insert(item.edge)
        } else {
          expandBack(over: item, from: Int(before), to: level, problem, graph)
        }
      }
    }
  }

  @inline(__always)
  private mutating func expandBack(
    over item: Adjacency, from state: Int, to level: Int, _ problem: PathProblem, _ graph: some GraphView
  ) {
    if item.neighbor.rawValue == problem.start, state == 0, problem.bannedFirst.contains(item.edge.rawValue) { return }
    let source = SearchMarks.key(item.neighbor.rawValue, state)
    if let mark = marks.insert(source, .backward, level: level) {
      if mark.side == .forward {
        marks.setSide(source, .good)
        meeting.append(source)
      }
    } else if isHub(item.neighbor, problem, graph) {
      marks.setSide(source, .banned)
    } else {
      reached.append(source)
    }
  }

  @inline(__always)
  func isHub(_ entity: EntityID, _ problem: PathProblem, _ graph: some GraphView) -> Bool {
    guard let most = problem.hubDegree else { return false }
    guard entity.rawValue != problem.start, entity.rawValue != problem.end else { return false }
    return graph.degree(of: entity, .both) > most
  }

  /// Follows the meeting places back to the start: from then on, a place that the start reached is marked good exactly when
  /// it lies on a shortest path.
  private mutating func markGood(
    from level: Int, _ problem: PathProblem, _ graph: some GraphView, _ budget: inout WorkBudget
  ) {
    var places = meeting
    var level = level
    while level > 0 {
      var before: [UInt64] = []
      for key in places {
        graph.adjacency(of: Self.entity(key), problem.inward, into: &adjacency)
        guard proceed(problem, &budget) else { return }
        for item in adjacency where item.isFact || problem.showsClaims {
          let states: [UInt8] =
            problem.automaton.isUnrestricted
            ? Self.onlyState
            : problem.automaton.states(before: Int(key & 0xFF), item.predicate, backward: !item.isIncoming)
          for state in states {
            let source = SearchMarks.key(item.neighbor.rawValue, Int(state))
            guard marks[source] == SearchMarks.Mark(side: .forward, level: level - 1) else { continue }
            if level == 1, problem.bannedFirst.contains(item.edge.rawValue) { continue }
            marks.setSide(source, .good)
            before.append(source)
          }
        }
      }
      places = before
      level -= 1
    }
  }

  private static let onlyState: [UInt8] = [0]

  /// The edges by which a shortest path of `length` edges may go on from a place on it, `walked` edges from the start,
  /// ascending by edge.
  mutating func steps(
    from key: UInt64, walked: Int, length: Int, _ problem: PathProblem, _ graph: some GraphView
  ) -> [PathEdge] {
    graph.adjacency(of: Self.entity(key), problem.outward, into: &adjacency)
    let entity = Self.entity(key)
    var steps: [PathEdge] = []
    for item in adjacency where item.neighbor != entity && (item.isFact || problem.showsClaims) {
      let next = problem.automaton.state(after: Int(key & 0xFF), item.predicate, backward: item.isIncoming)
      guard next >= 0 else { continue }
      if walked == 0, problem.bannedFirst.contains(item.edge.rawValue) { continue }
      let target = SearchMarks.key(item.neighbor.rawValue, next)
      guard let mark = marks[target] else { continue }
      guard
        mark == SearchMarks.Mark(side: .good, level: walked + 1)
          || mark == SearchMarks.Mark(side: .backward, level: length - walked - 1)
      else { continue }
      steps.append(PathEdge(edge: item.edge.rawValue, key: target, isBackward: item.isIncoming))
    }
    return steps.sorted()
  }
}
