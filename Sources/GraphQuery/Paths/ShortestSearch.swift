internal import Bytes
internal import GraphModel

/// Breadth-first search from both ends that stops where they meet, for problems that allow every relation.
///
/// The side whose frontier has fewer edges goes on. What is found depends on the graph alone: the degrees and the order
/// of links decide, not what was searched before.
struct ShortestSearch {
  /// From which end an entity was reached; where the path is wanted, the level stands beside it in the mark.
  private struct Side: Equatable {
    private let number: UInt16
    private init(_ number: UInt16) { self.number = number }

    static let ahead = Side(0)
    static let back = Side(1)
    static let banned = Side(2)
    static let count = 3

    /// The mark of what was reached at `level`.
    func mark(_ level: Int, _ levels: Levels) -> UInt16 {
      levels == .kept ? number << 8 | UInt16(truncatingIfNeeded: level & 0xFF) : number
    }

    /// The side in `mark`.
    @inline(__always)
    init(of mark: UInt16, _ levels: Levels) { number = levels == .kept ? mark >> 8 : mark }
  }

  /// Whether marks tell the level: then fewer searches have room before all marks are cleared.
  private enum Levels {
    case kept, left

    /// Marks of one search.
    var markCount: Int { self == .kept ? Side.count << 8 : Side.count }
  }

  private struct Half {
    let side: Side
    var frontier: [EntityID] = []
    var level = 0
    /// Number of edges at the frontier: what the next level costs.
    var cost = 0
  }

  private var marks = MarkTable()
  private var degrees = DegreeCache()
  private var cache = LinkCache()
  private var reached: [EntityID] = []
  /// Entities that were expanded, or lie on the path, and have claims that were not followed.
  private(set) var beside: [EntityID] = []
  /// Whether the search ended because of the longest path that was allowed.
  private(set) var hasMetBound = false

  /// The entities of a shortest path of `problem`, both ends included; nil when there is none or the budget ran out.
  mutating func path(_ problem: PathProblem, _ graph: some GraphView, _ budget: inout WorkBudget) -> [EntityID]? {
    guard let (ahead, back, bridge) = meet(problem, .kept, graph, &budget) else { return nil }
    var path = trace(from: bridge.ahead, ahead, problem, graph)
    path.reverse()
    path += trace(from: bridge.back, back, problem, graph)
    // The search stopped on the way, so what lies beside the path is looked for again.
    if problem.degrees != .all {
      for entity in path {
        if cache.range(of: entity, in: graph).contains(where: { !problem.degrees.contains(cache.links[$0].degree) }) {
          beside.append(entity)
        }
      }
    }
    return path
  }

  /// Number of edges of a shortest path; nil when there is none or the budget ran out.
  mutating func distance(_ problem: PathProblem, _ graph: some GraphView, _ budget: inout WorkBudget) -> Int? {
    meet(problem, .left, graph, &budget).map { $0.ahead.level + $0.back.level + 1 }
  }

  /// How many other entities but `nothing` are at most `hops` edges away, facts only; fewer when the budget ran out.
  mutating func countWithin(
    hops: Int, of entity: EntityID, without nothing: EntityID?, _ graph: some GraphView, _ budget: inout WorkBudget
  ) -> Int {
    marks.begin(entities: graph.entityCount, perSearch: 1)
    cache.begin(withRelations: false)
    marks[entity] = 0
    if let nothing { marks[nothing] = 0 }
    var frontier = [entity]
    var count = 0
    for hop in 1...max(hops, 1) {
      reached.removeAll(keepingCapacity: true)
      for entity in frontier {
        guard budget.mayRead(entity, in: graph) else { return count }
        let range = cache.range(of: entity, in: graph)
        guard budget.allows(range.count + 1) else { return count }
        for place in range {
          let link = cache.links[place]
          guard StatementDegrees.usual.contains(link.degree), marks[link.neighbor] == nil else { continue }
          marks[link.neighbor] = 0
          count += 1
          if hop < hops { reached.append(link.neighbor) }
        }
      }
      swap(&frontier, &reached)
    }
    return count
  }

  /// The halves when they met, each with the level of its end of the bridge between them.
  private mutating func meet(
    _ problem: PathProblem, _ levels: Levels, _ graph: some GraphView, _ budget: inout WorkBudget
  ) -> (ahead: Half, back: Half, bridge: (ahead: EntityID, back: EntityID))? {
    beside.removeAll(keepingCapacity: true)
    hasMetBound = false
    marks.begin(entities: graph.entityCount, perSearch: levels.markCount)
    cache.begin(withRelations: !problem.rule.excluded.isEmpty)
    for entity in problem.avoided { marks[EntityID(entity)] = Side.banned.mark(0, levels) }
    let ends = (EntityID(problem.start), EntityID(problem.end))
    guard marks[ends.0] == nil, marks[ends.1] == nil else { return nil }
    var ahead = Half(side: Side.ahead, frontier: [ends.0])
    var back = Half(side: Side.back, frontier: [ends.1])
    marks[ends.0] = Side.ahead.mark(0, levels)
    marks[ends.1] = Side.back.mark(0, levels)
    ahead.cost = degrees.degree(of: ends.0, in: graph)
    back.cost = degrees.degree(of: ends.1, in: graph)
    var held = 2
    while !ahead.frontier.isEmpty, !back.frontier.isEmpty,
      ahead.level + back.level < problem.maximalLength
    {
      let isAhead = ahead.cost <= back.cost
      if isAhead {
        if let bridge = expand(&ahead, problem, levels, graph, &budget) {
          return (ahead, back, (bridge.from, bridge.to))
        }
      } else {
        if let bridge = expand(&back, problem, levels, graph, &budget) {
          return (ahead, back, (bridge.to, bridge.from))
        }
      }
      held += reached.count
      // The entities reached, and the words of their marks.
      guard budget.mayHold(16 * held) else { return nil }
    }
    hasMetBound = !ahead.frontier.isEmpty && !back.frontier.isEmpty
    return nil
  }

  /// Takes a half one level further, or finds the edge by which it meets the other.
  private mutating func expand(
    _ half: inout Half, _ problem: PathProblem, _ levels: Levels, _ graph: some GraphView,
    _ budget: inout WorkBudget
  ) -> (from: EntityID, to: EntityID)? {
    reached.removeAll(keepingCapacity: true)
    let theirs = half.side == Side.ahead ? Side.back : Side.ahead
    let next = half.side.mark(half.level + 1, levels)
    moveHubsBehind(&half.frontier, graph)
    for entity in half.frontier {
      guard budget.mayRead(entity, in: graph) else { return nil }
      let range = cache.range(of: entity, in: graph)
      guard budget.allows(range.count + 1) else { return nil }
      var hasClaims = false
      for place in range {
        let link = cache.links[place]
        if !problem.degrees.contains(link.degree) {
          hasClaims = true
          continue
        }
        guard problem.rule.allows(link.predicate) else { continue }
        if let mark = marks[link.neighbor] {
          // The other half's marks differ in the side; its level is that of the neighbor.
          if Side(of: mark, levels) == theirs { return (entity, link.neighbor) }
          continue
        }
        if let most = problem.hubDegree, degrees.degree(of: link.neighbor, in: graph) > most {
          marks[link.neighbor] = Side.banned.mark(0, levels)
          continue
        }
        if problem.bars(link.neighbor, graph) {
          marks[link.neighbor] = Side.banned.mark(0, levels)
          continue
        }
        marks[link.neighbor] = next
        reached.append(link.neighbor)
      }
      if hasClaims { beside.append(entity) }
    }
    swap(&half.frontier, &reached)
    half.level += 1
    half.cost = cost(of: half.frontier, graph)
    return nil
  }

  /// Puts entities with very many edges behind all others: the halves may meet before the lists of those are read.
  private mutating func moveHubsBehind(_ frontier: inout [EntityID], _ graph: some GraphView) {
    guard frontier.count > 1, frontier.count <= Self.mostOrdered else { return }
    var hubs: [(degree: Int, entity: EntityID)] = []
    var kept = 0
    for entity in frontier {
      let degree = degrees.degree(of: entity, in: graph)
      if degree >= Self.hubDegree {
        hubs.append((degree, entity))
      } else {
        frontier[kept] = entity
        kept += 1
      }
    }
    if hubs.isEmpty { return }
    hubs.sort { ($0.degree, $0.entity) < ($1.degree, $1.entity) }
    frontier.replaceSubrange(kept..., with: hubs.map(\.entity))
  }

  private static let hubDegree = 1024
  private static let mostOrdered = 256

  /// Number of edges at `frontier`; of a long one, estimated from its first entities.
  private mutating func cost(of frontier: [EntityID], _ graph: some GraphView) -> Int {
    var cost = 0
    let sample = frontier.prefix(Self.sample)
    for entity in sample { cost += degrees.degree(of: entity, in: graph) }
    return sample.count == frontier.count ? cost : cost * frontier.count / sample.count
  }

  private static let sample = 64

  /// The way from an entity that a half reached back to its end.
  private mutating func trace(
    from entity: EntityID, _ half: Half, _ problem: PathProblem, _ graph: some GraphView
  ) -> [EntityID] {
    var path = [entity]
    var current = entity
    while let mark = marks[current], mark > half.side.mark(0, .kept) {
      var previous: EntityID?
      for place in cache.range(of: current, in: graph) {
        let link = cache.links[place]
        guard problem.degrees.contains(link.degree), problem.rule.allows(link.predicate),
          marks[link.neighbor] == mark - 1
        else { continue }
        previous = link.neighbor
        break
      }
      guard let previous else { return path }
      path.append(previous)
      current = previous
    }
    return path
  }
}
