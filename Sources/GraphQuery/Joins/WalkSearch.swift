internal import GraphModel

/// Finds the entities that walks of a path expression lead to, whatever relations it allows, by a look at all edges of
/// each entity on the way. (``Reachability`` asks for one relation at a time, which is less work where there are few.)
struct WalkSearch {
  private var marks = SearchMarks()
  private var queue: [UInt64] = []
  private var adjacency: [Adjacency] = []

  /// The ends of the walks from `start`, ascending, each once; fewer where the budget ends.
  ///
  /// - Complexity: O(edges of the entities on the way · states of the automaton).
  mutating func ends(
    from start: EntityID, _ automaton: RelationAutomaton, withClaims: Bool, _ rule: EdgeRule, in graph: some GraphView,
    placeLimit: Int, _ budget: inout WorkBudget
  ) -> [EntityID] {
    guard automaton.stateCount > 0 else { return [] }
    marks.removeAll()
    queue.removeAll(keepingCapacity: true)
    var found: Set<EntityID> = []
    enter(start, 0, automaton, &found)
    var next = 0
    while next < queue.count {
      let entity = EntityID(UInt32(truncatingIfNeeded: queue[next] >> 8))
      let state = Int(queue[next] & 0xFF)
      next += 1
      graph.adjacency(of: entity, .both, into: &adjacency)
      guard budget.allows(adjacency.count + 1) else { break }
      if marks.count > placeLimit { budget.stop(.memoryLimit(placeLimit)) }
      for edge in adjacency where withClaims || edge.isFact {
        let target = automaton.state(after: state, edge.predicate, backward: edge.isIncoming)
        if target >= 0, rule.allows(edge, graph) { enter(edge.neighbor, target, automaton, &found) }
      }
    }
    return found.sorted()
  }

  private mutating func enter(
    _ entity: EntityID, _ state: Int, _ automaton: RelationAutomaton, _ found: inout Set<EntityID>
  ) {
    let key = SearchMarks.key(entity.rawValue, state)
    guard marks.insert(key, .forward, level: 0) == nil else { return }
    queue.append(key)
    if automaton.isAccepting[state] { found.insert(entity) }
  }
}
