internal import GraphModel

/// Breadth-first search from both ends over places: an entity together with a state of the path expression.
///
/// Expands the cheaper side by whole levels, so that on a meeting every shortest path is known and the first one in the
/// order of edge ids can be told. Remembers by which edges each level was reached, so that no node is read twice. Its
/// memory is kept from search to search.
struct PathSearch {
  /// An edge that leads from a place to one a level nearer to the end.
  private struct Link {
    var source: UInt64
    var step: PathEdge
  }

  /// One end's part of the search.
  private struct Half {
    var frontier: [UInt64] = []
    var depth = 0
    /// Number of edges at the frontier: what the next level costs.
    var cost = 0
    /// The links of all levels, and where those of the last one begin.
    var links: [Link] = []
    var lastLevel = 0

    mutating func removeAll() {
      frontier.removeAll(keepingCapacity: true)
      links.removeAll(keepingCapacity: true)
      depth = 0
      lastLevel = 0
    }
  }

  var shortest = ShortestSearch()
  var weighted = WeightedSearch()
  var marks = SearchMarks()
  var adjacency: [Adjacency] = []
  /// Claims that were met and not followed.
  var claims: Set<EdgeID> = []
  /// Whether a search ended because of the longest path that was allowed, and not because there are no more.
  var hasMetBound = false
  private var ahead = Half()
  private var back = Half()
  private var reached: [UInt64] = []
  /// The links between the halves.
  private var meeting: [Link] = []
  /// The edges of all shortest paths by the place they leave; for a search of simple paths only the last edges.
  var successors: [UInt64: [PathEdge]] = [:]

  /// Length of the shortest paths of `problem`, whose ends differ; nil when there is none or the budget ran out.
  ///
  /// Afterwards ``steps(from:)`` enumerates them.
  mutating func shortestLength(
    _ problem: PathProblem, passed: some Sequence<UInt32> = EmptyCollection(), _ graph: some GraphView,
    _ budget: inout WorkBudget
  ) -> Int? {
    guard begin(problem, passed) else { return nil }
    ahead.cost = cost(of: ahead.frontier, graph)
    back.cost = cost(of: back.frontier, graph)
    while !ahead.frontier.isEmpty, !back.frontier.isEmpty, ahead.depth + back.depth < problem.maximalLength {
      reached.removeAll(keepingCapacity: true)
      if ahead.cost <= back.cost {
        ahead.lastLevel = ahead.links.count
        for key in ahead.frontier {
          guard read(key, problem.outward, graph, &budget) else { return nil }
          guard expand(key, to: ahead.depth + 1, problem, graph, &budget) else { return nil }
        }
        swap(&ahead.frontier, &reached)
        ahead.depth += 1
        if !meeting.isEmpty { return finish(isAhead: true, &budget) }
        ahead.cost = cost(of: ahead.frontier, graph)
      } else {
        back.lastLevel = back.links.count
        for key in back.frontier {
          guard read(key, problem.inward, graph, &budget) else { return nil }
          guard expandBack(key, to: back.depth + 1, problem, graph, &budget) else { return nil }
        }
        swap(&back.frontier, &reached)
        back.depth += 1
        if !meeting.isEmpty { return finish(isAhead: false, &budget) }
        back.cost = cost(of: back.frontier, graph)
      }
    }
    if !ahead.frontier.isEmpty, !back.frontier.isEmpty { hasMetBound = true }
    return nil
  }

  /// Keeps the links of shortest paths: those between the halves, and from there level by level those towards the ends.
  ///
  /// - Parameter isAhead: which half met the other; of its last level only the meeting links can count.
  /// - Returns: the length; nil where the budget ends.
  private mutating func finish(isAhead: Bool, _ budget: inout WorkBudget) -> Int? {
    func keep(_ link: Link) { successors[link.source, default: []].append(link.step) }
    for link in meeting {
      keep(link)
      marks.setSide(link.source, .good)
      marks.setSide(link.step.key, .goodBackward)
    }
    for link in ahead.links[..<(isAhead ? ahead.lastLevel : ahead.links.count)].reversed() {
      guard budget.allows() else { return nil }
      guard marks[link.step.key]?.side == .good else { continue }
      keep(link)
      marks.setSide(link.source, .good)
    }
    for link in back.links[..<(isAhead ? back.links.count : back.lastLevel)].reversed() {
      guard budget.allows() else { return nil }
      guard marks[link.source]?.side == .goodBackward else { continue }
      keep(link)
      marks.setSide(link.step.key, .goodBackward)
    }
    return ahead.depth + back.depth
  }

  /// The edges by which a shortest path may go on from a place on it, ascending by edge; empty at the end.
  func steps(from key: UInt64) -> [PathEdge] {
    (successors[key] ?? []).sorted()
  }

  /// Marks the ends and what must not be entered; false when no path can exist.
  mutating func begin(_ problem: PathProblem, _ passed: some Sequence<UInt32>) -> Bool {
    marks.removeAll()
    meeting.removeAll(keepingCapacity: true)
    successors.removeAll(keepingCapacity: true)
    ahead.removeAll()
    back.removeAll()
    let automaton = problem.automaton
    for state in 0..<automaton.stateCount {
      for entity in problem.avoided { _ = marks.insert(SearchMarks.key(entity, state), .banned, level: 0) }
      for entity in passed { _ = marks.insert(SearchMarks.key(entity, state), .banned, level: 0) }
    }
    guard automaton.stateCount > 0 else { return false }
    let start = SearchMarks.key(problem.start, 0)
    guard marks.insert(start, .forward, level: 0) == nil else { return false }
    ahead.frontier.append(start)
    for state in 0..<automaton.stateCount where automaton.isAccepting[state] {
      let end = SearchMarks.key(problem.end, state)
      if marks.insert(end, .backward, level: 0) == nil { back.frontier.append(end) }
    }
    return !back.frontier.isEmpty
  }

  @inline(__always)
  static func entity(_ key: UInt64) -> EntityID { EntityID(UInt32(truncatingIfNeeded: key >> 8)) }

  /// Reads the edges of a place; false where the budget does not allow it.
  @inline(__always)
  mutating func read(
    _ key: UInt64, _ direction: Direction, _ graph: some GraphView, _ budget: inout WorkBudget
  ) -> Bool {
    let entity = Self.entity(key)
    guard budget.read(entity, direction, of: graph, into: &adjacency) else { return false }
    return budget.mayHold(bytes) && budget.allows(adjacency.count + 1)
  }

  /// Bytes that the search holds.
  var bytes: Int {
    marks.bytes + MemoryLayout<Adjacency>.stride * adjacency.count + 16 * claims.count
      + MemoryLayout<Link>.stride * (ahead.links.count + back.links.count + meeting.count)
      + 8 * (ahead.frontier.count + back.frontier.count + reached.count) + 160 * successors.count
  }

  func cost(of frontier: [UInt64], _ graph: some GraphView) -> Int {
    var cost = 0
    for key in frontier { cost += graph.degree(of: Self.entity(key), .both) }
    return cost
  }

  /// Whether the work may go on after edge `number` of an entity, which may have any number of them.
  @inline(__always)
  func mayGoOn(after number: Int, _ budget: inout WorkBudget) -> Bool {
    number & 0x3FFF != 0x3FFF || (budget.mayHold(bytes) && budget.allows(0x4000))
  }

  private mutating func expand(
    _ key: UInt64, to level: Int, _ problem: PathProblem, _ graph: some GraphView, _ budget: inout WorkBudget
  ) -> Bool {
    let state = Int(key & 0xFF)
    let entity = Self.entity(key)
    for (number, item) in adjacency.enumerated() where item.neighbor != entity {
      guard mayGoOn(after: number, &budget) else { return false }
      let next = problem.automaton.state(after: state, item.predicate, backward: item.isIncoming)
      guard next >= 0 else { continue }
      if !problem.degrees.contains(item.degree) {
        claims.insert(item.edge)
        continue
      }
      guard problem.rule.allows(item, graph) else { continue }
      if level == 1, !problem.bannedFirst.isEmpty, problem.bannedFirst.contains(item.edge.rawValue) { continue }
      let target = SearchMarks.key(item.neighbor.rawValue, next)
      let link = Link(
        source: key, step: PathEdge(edge: item.edge.rawValue, key: target, isBackward: item.isIncoming))
      if let mark = marks.insert(target, .forward, level: level) {
        if mark.side == .backward { meeting.append(link) }
        if mark.side == .forward, mark.level == level { ahead.links.append(link) }
      } else if isHub(item.neighbor, problem, graph) {
        marks.setSide(target, .banned)
      } else {
        reached.append(target)
        ahead.links.append(link)
      }
    }
    return true
  }

  private mutating func expandBack(
    _ key: UInt64, to level: Int, _ problem: PathProblem, _ graph: some GraphView, _ budget: inout WorkBudget
  ) -> Bool {
    let state = Int(key & 0xFF)
    let entity = Self.entity(key)
    let isUnrestricted = problem.automaton.isUnrestricted
    for (number, item) in adjacency.enumerated() where item.neighbor != entity {
      guard mayGoOn(after: number, &budget) else { return false }
      let isLeftOut = !problem.degrees.contains(item.degree)
      guard isLeftOut || problem.rule.allows(item, graph) else { continue }
      if isUnrestricted {
        if isLeftOut { claims.insert(item.edge) } else { expandBack(key, item, from: 0, to: level, problem, graph) }
        continue
      }
      for before in problem.automaton.states(before: state, item.predicate, backward: !item.isIncoming) {
        if isLeftOut {
          claims.insert(item.edge)
        } else {
          expandBack(key, item, from: Int(before), to: level, problem, graph)
        }
      }
    }
    return true
  }

  @inline(__always)
  private mutating func expandBack(
    _ key: UInt64, _ item: Adjacency, from state: Int, to level: Int, _ problem: PathProblem, _ graph: some GraphView
  ) {
    if item.neighbor.rawValue == problem.start, state == 0, problem.bannedFirst.contains(item.edge.rawValue) { return }
    let source = SearchMarks.key(item.neighbor.rawValue, state)
    let link = Link(source: source, step: PathEdge(edge: item.edge.rawValue, key: key, isBackward: !item.isIncoming))
    if let mark = marks.insert(source, .backward, level: level) {
      if mark.side == .forward { meeting.append(link) }
      if mark.side == .backward, mark.level == level { back.links.append(link) }
    } else if isHub(item.neighbor, problem, graph) {
      marks.setSide(source, .banned)
    } else {
      reached.append(source)
      back.links.append(link)
    }
  }

  /// Whether no path may go through an entity: it has too many edges, or is a noun of several documents.
  @inline(__always)
  func isHub(_ entity: EntityID, _ problem: PathProblem, _ graph: some GraphView) -> Bool {
    if problem.bars(entity, graph) { return true }
    guard let most = problem.hubDegree else { return false }
    guard entity.rawValue != problem.start, entity.rawValue != problem.end else { return false }
    return graph.degree(of: entity, .both) > most
  }
}
