internal import GraphModel

/// Finds the entities that walks of a path expression lead to, whatever relations it allows, by a look at all edges of
/// each entity on the way. (``Reachability`` asks for one relation at a time, which is less work where there are few.)
struct WalkSearch {
  private var marks = SearchMarks()
  private var queue: [UInt64] = []
  private var adjacency: [Adjacency] = []
  /// Whether a walk had more edges than were handed out.
  private(set) var hasCut = false

  /// What a walk may use, and how far a search for it may go.
  struct Terms {
    var automaton: RelationAutomaton
    var degrees: StatementDegrees
    var rule: EdgeRule
    /// No walk enters it.
    var nothing: EntityID?
  }

  /// The ends of the walks from `start`, ascending, each once; fewer where the budget ends.
  ///
  /// - Complexity: O(edges of the entities on the way · states of the automaton).
  mutating func ends(
    from start: EntityID, _ terms: Terms, in graph: some GraphView, _ budget: inout WorkBudget
  ) -> [EntityID] {
    var found: [EntityID] = []
    explore(from: start, terms, in: graph, bytesPerPlace: 24, &budget) { place, _, _ in
      if terms.automaton.isAccepting[place.state] { found.append(place.entity) }
      return true
    }
    budget.sort(&found, by: <)
    if budget.cutOff != nil {
      found.removeLast(max(0, found.count - Self.fewEnds))
      found.sort()
    }
    found.removeRepetitions(==)
    return found
  }

  /// So many ends are put in order at most once the budget has ended.
  private static let fewEnds = 10_000

  /// The edges of a shortest walk from `start` to `end`, none where it needs no step, of a long one the first; nil
  /// where there is no walk, or the budget ends before it is found.
  ///
  /// - Complexity: as ``ends(from:_:in:_:)``.
  mutating func walk(
    from start: EntityID, _ terms: Terms, to end: EntityID, in graph: some GraphView, _ budget: inout WorkBudget
  ) -> [EdgeID]? {
    var steps: [UInt64: (from: UInt64, edge: EdgeID)] = [:]
    var last: UInt64?
    explore(from: start, terms, in: graph, bytesPerPlace: 64, &budget) { place, from, edge in
      if let edge { steps[place.key] = (from, edge) }
      if place.entity == end, terms.automaton.isAccepting[place.state] { last = place.key }
      return last == nil
    }
    guard var key = last else { return nil }
    var edges: [EdgeID] = []
    while let step = steps[key] {
      edges.append(step.edge)
      key = step.from
    }
    if edges.count > QueryLimits.longestPath { hasCut = true }
    return edges.suffix(QueryLimits.longestPath).reversed()
  }

  /// An entity in a state of the automaton.
  private struct Place {
    var entity: EntityID
    var state: Int

    var key: UInt64 { SearchMarks.key(entity.rawValue, state) }
  }

  /// Goes through the places that walks from `start` come to, the nearest first, each once, until `enter` says no.
  ///
  /// - Parameters:
  ///   - bytesPerPlace: what a place takes in memory, with what whoever asks keeps of it.
  ///   - enter: gets a place with the key of the one before it and the edge between them; no edge at the start.
  private mutating func explore(
    from start: EntityID, _ terms: Terms, in graph: some GraphView, bytesPerPlace: Int, _ budget: inout WorkBudget,
    _ enter: (Place, UInt64, EdgeID?) -> Bool
  ) {
    guard terms.automaton.stateCount > 0 else { return }
    marks.removeAll()
    queue.removeAll(keepingCapacity: true)
    let first = Place(entity: start, state: 0)
    _ = marks.insert(first.key, .forward, level: 0)
    queue.append(first.key)
    guard enter(first, first.key, nil) else { return }
    var next = 0
    while next < queue.count {
      let key = queue[next]
      next += 1
      let entity = EntityID(UInt32(truncatingIfNeeded: key >> 8))
      guard budget.read(entity, .both, of: graph, into: &adjacency) else { return }
      guard budget.allows(adjacency.count + 1) else { return }
      guard budget.mayHold(bytesPerPlace * marks.count + 16 * adjacency.capacity) else { return }
      for edge in adjacency where (terms.degrees.contains(edge.degree)) && edge.neighbor != terms.nothing {
        let state = terms.automaton.state(after: Int(key & 0xFF), edge.predicate, backward: edge.isIncoming)
        guard state >= 0, terms.rule.allows(edge, graph) else { continue }
        let place = Place(entity: edge.neighbor, state: state)
        guard marks.insert(place.key, .forward, level: 0) == nil else { continue }
        queue.append(place.key)
        // One entity may have any number of edges.
        guard budget.allows(), budget.mayHold(bytesPerPlace * marks.count + 16 * adjacency.capacity) else { return }
        guard enter(place, key, edge.edge) else { return }
      }
    }
  }
}
