internal import Bytes
internal import ExternalSort
internal import GraphModel

/// Finds the path whose edges are best supported: Dijkstra's algorithm from both ends, over every relation.
///
/// An edge costs a step and the odds that it is wrong, where each of its stories is right with its confidence,
/// independently. Edges without evidence count as even odds.
///
/// T. A. J. Nicholson: Finding the shortest route between two points in a network. The Computer Journal 9 (1966).
struct WeightedSearch {
  /// Bytes of a place in its table, which is half full about.
  private static let bytesPerPlace = 72
  /// What a step costs in thousandths of even odds.
  private static let step = 100

  /// The cost of `edge`: integers, so that sums are the same everywhere.
  static func cost(of edge: Edge) -> Int {
    let confidence = edge.support == 0 ? 0.5 : Double(min(max(edge.confidence, 1), 99)) / 100
    var wrong = 1.0
    for _ in 0..<min(max(edge.support, 1), 64) { wrong *= 1 - confidence }
    return step + Int((1000 * wrong / (1 - wrong)).rounded())
  }

  /// The cost of a path.
  static func cost(of path: [PathEdge], _ graph: some GraphView) -> Int {
    path.reduce(0) { $0 + cost(of: graph.edge(EdgeID($1.edge))) }
  }

  private struct Place {
    var cost: Int
    /// How many edges lead to it.
    var length = 0
    /// The edge by which it was reached, and from where; nil at the end of the path.
    var reached: (edge: UInt32, from: UInt32, isIncoming: Bool)?
    var isSettled = false
  }

  private struct Half {
    var places: [UInt32: Place] = [:]
    var open = BinaryHeap<Reached>()
  }

  private var adjacency: [Adjacency] = []
  /// Whether ways were given up because they have more edges than a path may have.
  private(set) var hasMetBound = false

  /// The cheapest path of a problem that allows every relation, with its claims; nil when there is none.
  ///
  /// Of the ways to an entity only the cheapest goes on, so where ``hasMetBound`` there may be a path all the same.
  mutating func path(
    _ problem: PathProblem, passed: Set<UInt32>, _ graph: some GraphView, _ claims: inout Set<EdgeID>,
    _ budget: inout WorkBudget
  ) -> [PathEdge]? {
    hasMetBound = false
    let banned = problem.avoided.union(passed)
    guard !banned.contains(problem.start), !banned.contains(problem.end) else { return nil }
    var halves = [Half(), Half()]
    for (side, end) in [problem.start, problem.end].enumerated() {
      halves[side].places[end] = Place(cost: 0)
      halves[side].open.push(Reached(cost: 0, entity: end))
    }
    var best: (cost: Int, middle: UInt32)?
    while let ahead = halves[0].open.least?.cost, let back = halves[1].open.least?.cost {
      if let best, ahead + back >= best.cost { break }
      let side = ahead <= back ? 0 : 1
      guard let nearest = halves[side].open.pop() else { continue }
      let (cost, entity) = (nearest.cost, nearest.entity)
      guard let place = halves[side].places[entity], !place.isSettled else { continue }
      halves[side].places[entity]?.isSettled = true
      let length = place.length + 1
      guard length <= problem.maximalLength else {
        hasMetBound = true
        continue
      }
      guard budget.read(EntityID(entity), .both, of: graph, into: &adjacency) else { return nil }
      guard budget.allows(1) else { return nil }
      for item in adjacency where item.neighbor.rawValue != entity && !banned.contains(item.neighbor.rawValue) {
        guard budget.allows(8) else { return nil }
        guard problem.degrees.contains(item.degree) else {
          claims.insert(item.edge)
          continue
        }
        guard problem.rule.allows(item, graph), !isBanned(item, entity, problem) else { continue }
        let neighbor = item.neighbor.rawValue
        if let most = problem.hubDegree, neighbor != problem.start, neighbor != problem.end,
          graph.degree(of: item.neighbor, .both) > most
        {
          continue
        }
        if problem.bars(item.neighbor, graph) { continue }
        let next = cost + Self.cost(of: graph.edge(item.edge))
        let isBetter = halves[side].places[neighbor].map { known in
          next < known.cost || next == known.cost && !known.isSettled && item.edge.rawValue < known.reached?.edge ?? 0
        }
        guard isBetter ?? true else { continue }
        halves[side].places[neighbor] = Place(
          cost: next, length: length, reached: (item.edge.rawValue, entity, item.isIncoming))
        halves[side].open.push(Reached(cost: next, entity: neighbor))
        if let other = halves[1 - side].places[neighbor] {
          guard length + other.length <= problem.maximalLength else {
            hasMetBound = true
            continue
          }
          let whole = next + other.cost
          if best.map({ whole < $0.cost || whole == $0.cost && neighbor < $0.middle }) ?? true {
            best = (whole, neighbor)
          }
        }
      }
      let held = halves.reduce(0) { $0 + Self.bytesPerPlace * $1.places.count + 16 * $1.open.count }
      guard budget.mayHold(held + 16 * adjacency.count) else { return nil }
    }
    guard let best else { return nil }
    let path = Self.joined(at: best.middle, halves)
    // A cheaper way to the middle that was found later may have more edges.
    if path.count <= problem.maximalLength { return path }
    hasMetBound = true
    return nil
  }

  /// Whether the first edge of the path must not be this one.
  private func isBanned(_ item: Adjacency, _ entity: UInt32, _ problem: PathProblem) -> Bool {
    !problem.bannedFirst.isEmpty && problem.bannedFirst.contains(item.edge.rawValue)
      && (entity == problem.start || item.neighbor.rawValue == problem.start)
  }

  private static func joined(at middle: UInt32, _ halves: [Half]) -> [PathEdge] {
    var path: [PathEdge] = []
    var current = middle
    while let reached = halves[0].places[current]?.reached {
      path.append(
        PathEdge(edge: reached.edge, key: SearchMarks.key(current, 0), isBackward: reached.isIncoming))
      current = reached.from
    }
    path.reverse()
    current = middle
    while let reached = halves[1].places[current]?.reached {
      // Reached from the other end, so the edge is walked the other way.
      path.append(
        PathEdge(edge: reached.edge, key: SearchMarks.key(reached.from, 0), isBackward: !reached.isIncoming))
      current = reached.from
    }
    return path
  }
}

/// An entity and what the way to it costs: the cheapest first, of equal ones the lowest number.
private struct Reached: Comparable {
  var cost: Int
  var entity: UInt32

  static func < (a: Self, b: Self) -> Bool { (a.cost, a.entity) < (b.cost, b.entity) }
}
