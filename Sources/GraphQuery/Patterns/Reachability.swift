public import GraphStore

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
  public init(moves: [[Move]], isAccepting: [Bool]) {
    precondition(moves.count == isAccepting.count && moves.count <= 255)
    self.moves = moves
    self.isAccepting = isAccepting
  }
}

/// Finds all entities that a path expression leads to, by breadth-first search over pairs of entity and state.
public struct Reachability<Graph: GraphView> {
  private let graph: Graph
  private var marks = SearchMarks()
  private var neighbors: [EntityID] = []
  private var queue: [UInt64] = []

  public init(in graph: Graph) { self.graph = graph }

  /// The entities at the ends of the walks of `expression` from `start`, in the order in which they are found, each once.
  ///
  /// - Returns: with the reason when the search was stopped early.
  public mutating func entities(
    from start: EntityID, _ expression: RelationMoves, withClaims: Bool = false,
    cancellation: Cancellation = Cancellation(),
    time: Duration? = nil
  ) -> (entities: [EntityID], cutOff: Answer.CutOff?) {
    var budget = WorkBudget(cancellation: cancellation, limit: time)
    var found: [EntityID] = []
    marks.removeAll()
    queue.removeAll(keepingCapacity: true)
    enter(start, 0, expression, &found)
    var next = 0
    while next < queue.count {
      let entity = EntityID(UInt32(truncatingIfNeeded: queue[next] >> 8))
      for move in expression.moves[Int(queue[next] & 0xFF)] {
        graph.neighbors(of: entity, move.direction, move.predicate, withClaims: withClaims, into: &neighbors)
        guard budget.allows(neighbors.count + 1) else { return (found, budget.cutOff) }
        for neighbor in neighbors { enter(neighbor, move.target, expression, &found) }
      }
      next += 1
    }
    return (found, nil)
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
