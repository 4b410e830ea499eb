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
  struct Terms<Graph: GraphView> {
    var automaton: RelationAutomaton
    var degrees: StatementDegrees
    var rule: EdgeRule
    /// No walk enters it.
    var nothing: EntityID?
    /// Of nouns of several documents a walk enters the place of one; nil where there are none.
    var nouns: NounPlaces<Graph>?
  }

  /// The ends of the walks from `start`, ascending, each once; fewer where the budget ends.
  ///
  /// - Parameter apart: whether an end at a place of a noun is that place, not the noun.
  /// - Complexity: O(edges of the entities on the way · states of the automaton).
  mutating func ends<Graph: GraphView>(
    from start: EntityID, _ terms: Terms<Graph>, apart: Bool, in graph: Graph, _ budget: inout WorkBudget
  ) -> [EntityID] {
    var found: [EntityID] = []
    explore(from: start, terms, apart: apart, in: graph, bytesPerPlace: 24, &budget) { place, _, _ in
      if terms.automaton.isAccepting[place.state] {
        found.append(apart ? place.entity : terms.nouns?.entity(place.entity) ?? place.entity)
      }
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
  /// - Complexity: as ``ends(from:_:apart:in:_:)``.
  mutating func walk<Graph: GraphView>(
    from start: EntityID, _ terms: Terms<Graph>, to end: EntityID, in graph: Graph, _ budget: inout WorkBudget
  ) -> [EdgeID]? {
    var steps: [UInt64: (from: UInt64, edge: EdgeID)] = [:]
    var last: UInt64?
    let nouns = terms.nouns
    /// Whether a walk that comes to `entity` is at its end.
    func isEnd(_ entity: EntityID, isStart: Bool) -> Bool {
      guard entity != end, let nouns else { return entity == end }
      // From the noun of any document to that of one no step is needed.
      return nouns.entity(entity) == end || isStart && nouns.entity(end) == entity
    }
    let apart = nouns?.isPlace(end) ?? false
    explore(from: start, terms, apart: apart, in: graph, bytesPerPlace: 64, &budget) { place, from, edge in
      if let edge { steps[place.key] = (from, edge) }
      if terms.automaton.isAccepting[place.state], isEnd(place.entity, isStart: edge == nil) { last = place.key }
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
  ///   - apart: whether the walk is to end at a place of a noun.
  ///   - bytesPerPlace: what a place takes in memory, with what whoever asks keeps of it.
  ///   - enter: gets a place with the key of the one before it and the edge between them; no edge at the start.
  private mutating func explore<Graph: GraphView>(
    from start: EntityID, _ terms: Terms<Graph>, apart: Bool, in graph: Graph, bytesPerPlace: Int,
    _ budget: inout WorkBudget, _ enter: (Place, UInt64, EdgeID?) -> Bool
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
      if let nouns = terms.nouns, nouns.isPlace(entity) {
        adjacency = Array(nouns.adjacency(of: entity))
      } else {
        guard budget.read(entity, .both, of: graph, into: &adjacency) else { return }
      }
      guard budget.allows(adjacency.count + 1) else { return }
      guard budget.mayHold(bytesPerPlace * marks.count + 16 * adjacency.capacity) else { return }
      for edge in adjacency where (terms.degrees.contains(edge.degree)) && edge.neighbor != terms.nothing {
        let state = terms.automaton.state(after: Int(key & 0xFF), edge.predicate, backward: edge.isIncoming)
        guard state >= 0, terms.rule.allows(edge, graph) else { continue }
        // Where nothing follows, it does not matter whose noun it is.
        guard let nouns = terms.nouns, apart || terms.automaton.goesOn[state], nouns.isApart(edge.neighbor) else {
          guard reach(Place(entity: edge.neighbor, state: state)) else { return }
          continue
        }
        for place in nouns.places(of: edge.neighbor, reachedBy: edge.edge, from: entity, &budget) {
          guard reach(Place(entity: place, state: state)) else { return }
        }

        /// False where the search ends.
        func reach(_ place: Place) -> Bool {
          guard marks.insert(place.key, .forward, level: 0) == nil else { return true }
          if terms.automaton.goesOn[place.state] { queue.append(place.key) }
          // One entity may have any number of edges.
          let held = bytesPerPlace * marks.count + 16 * adjacency.capacity + (terms.nouns?.bytes ?? 0)
          return budget.allows() && budget.mayHold(held) && enter(place, key, edge.edge)
        }
      }
    }
  }
}
