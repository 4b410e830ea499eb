internal import Bytes
internal import GraphStore

/// Finds all ways to put entities in the place of the variables of a query.
///
/// One variable after another, each the intersection of what all patterns with it allow: so a cycle costs no more than its
/// largest possible answer (H. Q. Ngo, C. Ré, A. Rudra: Skew strikes back, SIGMOD Record 2013; T. Veldhuizen: Leapfrog
/// triejoin, ICDT 2014). Which pattern gives the candidates and which only tests them is decided by the degrees.
struct PatternSearch<Graph: GraphView> {
  private let graph: Graph
  private let query: PatternQuery
  private let plan: PatternPlan
  private var binding: [EntityID]
  /// The candidates of each step.
  private var candidates: [[EntityID]]
  /// What each pattern allowed when its known end was last asked about.
  private var lists: [List]
  /// All edges of the patterns that will be asked about very often.
  private let relations: [Relation?]
  private var budget: WorkBudget

  private struct List {
    var end: EntityID?
    var entities: [EntityID] = []
  }

  init(_ query: PatternQuery, in graph: Graph, _ cache: inout RelationCache, _ budget: WorkBudget) {
    self.graph = graph
    self.query = query
    plan = PatternPlan(query, graph)
    binding = Array(repeating: EntityID(0), count: query.variableCount)
    candidates = Array(repeating: [], count: plan.steps.count)
    lists = Array(repeating: List(), count: query.patterns.count)
    relations = plan.relations(query, graph, &cache)
    self.budget = budget
  }

  /// Why the search was stopped; nil when it found everything or was told to stop.
  var cutOff: Answer.CutOff? { budget.cutOff }

  /// How many ways there are.
  mutating func count() -> Int {
    var count = 0
    guard conditionsHold() else { return 0 }
    if plan.steps.isEmpty { return 1 }
    _ = run(0, count: &count, row: nil)
    return count
  }

  /// Calls `row` with the entities by number of variable, one way after another, until it returns false.
  mutating func forEachRow(_ row: ([EntityID]) -> Bool) {
    guard conditionsHold() else { return }
    if plan.steps.isEmpty {
      _ = row([])
      return
    }
    var count = 0
    _ = withoutActuallyEscaping(row) { run(0, count: &count, row: $0) }
  }

  private func conditionsHold() -> Bool {
    plan.conditions.allSatisfy { number in
      let pattern = query.patterns[number]
      guard case .entity(let subject) = pattern.subject, case .entity(let object) = pattern.object else { return true }
      return graph.hasEdge(from: subject, pattern.predicate, to: object, withClaims: query.withClaims)
    }
  }

  /// Binds the variable of step `depth` and goes deeper; false when everything shall end.
  private mutating func run(_ depth: Int, count: inout Int, row: (([EntityID]) -> Bool)?) -> Bool {
    let step = plan.steps[depth]
    let isLast = depth == plan.steps.count - 1
    if isLast, row == nil, step.loops.isEmpty, let some = countOnly(step) {
      count += some
      return budget.allows()
    }
    findCandidates(depth, step)
    if isLast, row == nil {
      count += candidates[depth].count
      return budget.allows(candidates[depth].count + 1)
    }
    for place in candidates[depth].indices {
      binding[step.variable] = candidates[depth][place]
      guard budget.allows() else { return false }
      if isLast {
        count += 1
        if let row, !row(binding) { return false }
      } else if !run(depth + 1, count: &count, row: row) {
        return false
      }
    }
    return true
  }

  /// How many candidates a step without loops has, when that can be told without making a list of them.
  private mutating func countOnly(_ step: PatternPlan.Step) -> Int? {
    if step.restrictions.count == 1 { return list(step.restrictions[0]).count }
    guard step.restrictions.count == 2, isAtHand(step.restrictions[0]) || isAtHand(step.restrictions[1]) else {
      return nil
    }
    let isFirst = isAtHand(step.restrictions[0])
    let known = list(step.restrictions[isFirst ? 0 : 1])
    if known.isEmpty { return 0 }
    let other = step.restrictions[isFirst ? 1 : 0]
    guard isAtHand(other) || other.direction == .outgoing else { return nil }
    return known.countOfIntersection(list(other))
  }

  /// Whether the list of a restriction need not be looked up in the graph.
  private func isAtHand(_ restriction: PatternPlan.Restriction) -> Bool {
    relations[restriction.pattern] != nil || lists[restriction.pattern].end == knownEnd(restriction)
  }

  /// The entities that a restriction allows, ascending.
  private mutating func list(_ restriction: PatternPlan.Restriction) -> ArraySlice<EntityID> {
    let end = knownEnd(restriction)
    if let relation = relations[restriction.pattern] { return relation.others[relation.range(of: end)] }
    if lists[restriction.pattern].end != end {
      lists[restriction.pattern].end = end
      graph.neighbors(
        of: end, restriction.direction, query.patterns[restriction.pattern].predicate, withClaims: query.withClaims,
        into: &lists[restriction.pattern].entities)
    }
    return lists[restriction.pattern].entities[...]
  }

  /// At least the length of a restriction's list, and whether the list is at hand.
  private func bound(_ restriction: PatternPlan.Restriction) -> (count: Int, isAtHand: Bool) {
    let end = knownEnd(restriction)
    if let relation = relations[restriction.pattern] { return (relation.range(of: end).count, true) }
    if lists[restriction.pattern].end == end { return (lists[restriction.pattern].entities.count, true) }
    return (graph.degree(of: end, restriction.direction), false)
  }

  private func knownEnd(_ restriction: PatternPlan.Restriction) -> EntityID {
    let pattern = query.patterns[restriction.pattern]
    switch restriction.direction == .outgoing ? pattern.subject : pattern.object {
    case .entity(let entity): return entity
    case .variable(let number): return binding[number]
    }
  }

  private mutating func findCandidates(_ depth: Int, _ step: PatternPlan.Step) {
    if step.restrictions.isEmpty {
      begin(depth, step)
    } else {
      restrict(depth, step.restrictions)
    }
    for number in step.loops {
      let (graph, predicate, withClaims) = (graph, query.patterns[number].predicate, query.withClaims)
      candidates[depth].removeAll { !graph.hasEdge(from: $0, predicate, to: $0, withClaims: withClaims) }
    }
  }

  /// The entities that are subjects of all patterns in which the variable is one.
  private mutating func begin(_ depth: Int, _ step: PatternPlan.Step) {
    for (place, number) in step.begins.enumerated() {
      let predicate = query.patterns[number].predicate
      if let relation = relations[number] {
        if place == 0 {
          candidates[depth].replaceContent(by: relation.ends[...])
        } else {
          candidates[depth].formIntersection(relation.ends[...])
        }
      } else if place == 0 {
        graph.subjects(of: predicate, withClaims: query.withClaims, into: &candidates[depth])
      } else {
        graph.subjects(of: predicate, withClaims: query.withClaims, into: &lists[number].entities)
        lists[number].end = nil
        candidates[depth].formIntersection(lists[number].entities[...])
      }
    }
  }

  /// The entities that all restrictions allow.
  private mutating func restrict(_ depth: Int, _ restrictions: [PatternPlan.Restriction]) {
    guard restrictions.count > 1 else {
      candidates[depth].replaceContent(by: list(restrictions[0]))
      return
    }
    let bounds = restrictions.map { bound($0) }
    let first = bounds.indices.min { bounds[$0].count < bounds[$1].count } ?? 0
    candidates[depth].replaceContent(by: list(restrictions[first]))
    for place in restrictions.indices where place != first && !candidates[depth].isEmpty {
      if !bounds[place].isAtHand, bounds[place].count > Self.testCost * candidates[depth].count {
        test(depth, restrictions[place])
      } else {
        candidates[depth].formIntersection(list(restrictions[place]))
      }
    }
  }

  /// Looking for one edge costs as much as reading so many of a list.
  private static var testCost: Int { 12 }

  /// Keeps the candidates that have the edge that `restriction` asks for.
  private mutating func test(_ depth: Int, _ restriction: PatternPlan.Restriction) {
    let end = knownEnd(restriction)
    let (graph, predicate, withClaims) = (graph, query.patterns[restriction.pattern].predicate, query.withClaims)
    let isOutgoing = restriction.direction == .outgoing
    candidates[depth].removeAll { entity in
      !graph.hasEdge(from: isOutgoing ? end : entity, predicate, to: isOutgoing ? entity : end, withClaims: withClaims)
    }
  }
}

extension [EntityID] {
  fileprivate mutating func replaceContent(by other: ArraySlice<EntityID>) {
    removeAll(keepingCapacity: true)
    append(contentsOf: other)
  }

  /// Keeps the elements that are in `other` too; both ascend.
  ///
  /// - Complexity: O(shorter · log(longer / shorter)): leaps of growing width, then a search in the last one.
  mutating func formIntersection(_ other: ArraySlice<EntityID>) {
    var kept = 0
    var mine = 0
    var theirs = other.startIndex
    while mine < count, theirs < other.endIndex {
      if self[mine] == other[theirs] {
        self[kept] = self[mine]
        kept += 1
        mine += 1
        theirs += 1
      } else if self[mine] < other[theirs] {
        mine = self[...].leap(from: mine, to: other[theirs])
      } else {
        theirs = other.leap(from: theirs, to: self[mine])
      }
    }
    removeLast(count - kept)
  }
}

extension ArraySlice<EntityID> {
  /// How many elements are in `other` too; both ascend.
  func countOfIntersection(_ other: ArraySlice<EntityID>) -> Int {
    if other.count < count { return other.countOfIntersection(self) }
    // Of a much longer list a part is looked at.
    let leaps = other.count > 16 * count
    var count = 0
    var theirs = other.startIndex
    for element in self {
      if leaps {
        theirs = other.leap(from: theirs, to: element)
      } else {
        while theirs < other.endIndex, other[theirs] < element { theirs += 1 }
      }
      if theirs == other.endIndex { break }
      if other[theirs] == element { count += 1 }
    }
    return count
  }

  /// Index of the first element from `start` on that is not before `target`.
  fileprivate func leap(from start: Int, to target: EntityID) -> Int {
    var width = 1
    var low = start
    while low + width < endIndex, self[low + width] < target {
      low += width
      width *= 2
    }
    return (low..<Swift.min(low + width, endIndex)).first(behind: { self[$0] < target })
  }
}
