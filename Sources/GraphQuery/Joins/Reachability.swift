public import GraphModel

/// Which relations may be walked next, by state of a path expression.
public struct RelationMoves: Sendable {
  public struct Move: Sendable, Hashable {
    public var predicate: PredicateID
    /// `outgoing` from subject to object.
    public var direction: Direction
    public var target: Int

    public init(_ predicate: PredicateID, _ direction: Direction, to target: Int) {
      self.predicate = predicate
      self.direction = direction
      self.target = target
    }
  }

  /// The moves from each state; state 0 is the start.
  public var moves: [[Move]]
  public var isAccepting: [Bool]

  /// - Parameters:
  ///   - moves: from each state, targets below their number.
  ///   - isAccepting: as many as there are states, at most 255.
  /// - Complexity: O(1).
  public init(moves: [[Move]], isAccepting: [Bool]) {
    precondition(moves.count == isAccepting.count && moves.count <= 255)
    self.moves = moves
    self.isAccepting = isAccepting
  }
}

/// Finds all entities that a path expression leads to, by breadth-first search over pairs of entity and state.
struct Reachability<Graph: GraphScans> {
  private let graph: Graph
  private var marks = SearchMarks()
  private var neighbors: [EntityID] = []
  private var queue: [UInt64] = []

  init(in graph: Graph) { self.graph = graph }

  /// A move with the relation that answers it, where that is in memory.
  private struct Step {
    var move: RelationMoves.Move
    var relation: PredicateIndex?
    /// How often the graph was asked since the cache was told.
    var questions = 0
  }

  /// So many questions are asked between two looks into the cache.
  private static var mostQuestions: Int { 64 }

  /// The entities at the ends of the walks of `expression` from `start`, in the order in which they are found, each
  /// once.
  ///
  /// - Returns: with the reason when the search was stopped early.
  mutating func entities(
    from start: EntityID, _ expression: RelationMoves, showing degrees: StatementDegrees,
    _ cache: inout PredicateIndexCache,
    _ budget: inout WorkBudget
  ) -> [EntityID] {
    let costs = PlanCosts(graph)
    func relation(_ move: RelationMoves.Move, _ questions: Int) -> PredicateIndex? {
      let key = PredicateIndexCache.Key(predicate: move.predicate, direction: move.direction, degrees: degrees)
      // Both directions are asked of the graph, where they are merged.
      if move.direction == .both { return nil }
      return cache.relation(key, for: costs.asking(Double(questions), move.direction), in: graph)
    }
    var steps = expression.moves.map { $0.map { Step(move: $0, relation: relation($0, 0)) } }
    var found: [EntityID] = []
    marks.removeAll()
    queue.removeAll(keepingCapacity: true)
    enter(start, 0, expression, &found)
    var next = 0
    search: while next < queue.count {
      let entity = EntityID(UInt32(truncatingIfNeeded: queue[next] >> 8))
      let state = Int(queue[next] & 0xFF)
      for place in steps[state].indices {
        let target = steps[state][place].move.target
        if let relation = steps[state][place].relation {
          let range = relation.range(of: entity)
          guard budget.allows(range.count + 1) else { break search }
          for index in range { enter(relation.others[index], target, expression, &found) }
          continue
        }
        let move = steps[state][place].move
        graph.neighbors(of: entity, move.direction, move.predicate, showing: degrees, into: &neighbors)
        guard budget.allows(neighbors.count + 1) else { break search }
        for neighbor in neighbors { enter(neighbor, target, expression, &found) }
        steps[state][place].questions += 1
        if steps[state][place].questions == Self.mostQuestions {
          steps[state][place].questions = 0
          steps[state][place].relation = relation(move, Self.mostQuestions)
        }
      }
      next += 1
    }
    for step in steps.joined() where step.questions > 0 { _ = relation(step.move, step.questions) }
    return found
  }

  private mutating func enter(
    _ entity: EntityID, _ state: Int, _ expression: RelationMoves, _ found: inout [EntityID]
  ) {
    guard marks.insert(SearchMarks.key(entity.rawValue, state), .forward, level: 0) == nil else { return }
    queue.append(SearchMarks.key(entity.rawValue, state))
    guard expression.isAccepting[state] else { return }
    // An entity may be reached in several states that accept.
    let isFirst = expression.isAccepting.indices.allSatisfy { other in
      other == state || !expression.isAccepting[other] || marks[SearchMarks.key(entity.rawValue, other)] == nil
    }
    if isFirst { found.append(entity) }
  }
}
