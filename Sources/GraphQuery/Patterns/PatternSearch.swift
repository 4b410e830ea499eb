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
  /// The restrictions of all steps, and where those of each begin; plain values, because they are read for every candidate.
  private var checks: [Check] = []
  private var firstCheck: [Int] = [0]

  /// A restriction with all that it takes to ask it.
  private struct Check {
    var pattern: Int
    var predicate: PredicateID
    var direction: Direction
    /// The variable at the known end, or -1 for ``entity``.
    var variable: Int
    var entity = EntityID(0)
  }

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
    for step in plan.steps {
      for restriction in step.restrictions {
        let pattern = query.patterns[restriction.pattern]
        var check = Check(
          pattern: restriction.pattern, predicate: pattern.predicate, direction: restriction.direction, variable: -1)
        switch restriction.direction == .outgoing ? pattern.subject : pattern.object {
        case .entity(let entity): check.entity = entity
        case .variable(let variable): check.variable = variable
        }
        checks.append(check)
      }
      firstCheck.append(checks.count)
    }
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
    let isLast = depth == plan.steps.count - 1
    if isLast, row == nil, let some = countOnly(depth) {
      count += some
      return budget.allows()
    }
    findCandidates(depth)
    if isLast, row == nil {
      count += candidates[depth].count
      return budget.allows(candidates[depth].count + 1)
    }
    let variable = plan.steps[depth].variable
    for place in candidates[depth].indices {
      binding[variable] = candidates[depth][place]
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
  private mutating func countOnly(_ depth: Int) -> Int? {
    let range = firstCheck[depth]..<firstCheck[depth + 1]
    guard range.count == 1 || range.count == 2, plan.steps[depth].loops.isEmpty else { return nil }
    let first = checks[range.lowerBound]
    if range.count == 1 {
      if !isAtHand(first),
        let count = graph.neighborCount(
          of: knownEnd(first), first.direction, first.predicate, withClaims: query.withClaims)
      {
        return count
      }
      return list(first).count
    }
    let second = checks[range.lowerBound + 1]
    let isFirst = isAtHand(first)
    guard isFirst || isAtHand(second) else { return nil }
    let known = list(isFirst ? first : second)
    if known.isEmpty { return 0 }
    let other = isFirst ? second : first
    guard isAtHand(other) || other.direction == .outgoing else { return nil }
    return known.countOfIntersection(list(other))
  }

  /// Whether the list of a restriction need not be looked up in the graph.
  private func isAtHand(_ check: Check) -> Bool {
    relations[check.pattern] != nil || lists[check.pattern].end == knownEnd(check)
  }

  /// The entities that a restriction allows, ascending.
  private mutating func list(_ check: Check) -> ArraySlice<EntityID> {
    let end = knownEnd(check)
    if let relation = relations[check.pattern] { return relation.others[relation.range(of: end)] }
    if lists[check.pattern].end != end {
      lists[check.pattern].end = end
      graph.neighbors(
        of: end, check.direction, check.predicate, withClaims: query.withClaims,
        into: &lists[check.pattern].entities)
    }
    return lists[check.pattern].entities[...]
  }

  /// At least the length of a restriction's list, and whether the list is at hand.
  private func bound(_ check: Check) -> (count: Int, isAtHand: Bool) {
    let end = knownEnd(check)
    if let relation = relations[check.pattern] { return (relation.range(of: end).count, true) }
    if lists[check.pattern].end == end { return (lists[check.pattern].entities.count, true) }
    return (graph.degree(of: end, check.direction), false)
  }

  @inline(__always)
  private func knownEnd(_ check: Check) -> EntityID { check.variable < 0 ? check.entity : binding[check.variable] }

  private mutating func findCandidates(_ depth: Int) {
    if firstCheck[depth] == firstCheck[depth + 1] { begin(depth, plan.steps[depth]) } else { restrict(depth) }
    guard !plan.steps[depth].loops.isEmpty else { return }
    for number in plan.steps[depth].loops {
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
  private mutating func restrict(_ depth: Int) {
    let range = firstCheck[depth]..<firstCheck[depth + 1]
    var first = range.lowerBound
    if range.count > 1 {
      var least = Int.max
      for place in range {
        let count = bound(checks[place]).count
        if count < least { (least, first) = (count, place) }
      }
    }
    candidates[depth].replaceContent(by: list(checks[first]))
    for place in range where place != first && !candidates[depth].isEmpty {
      let (count, isAtHand) = bound(checks[place])
      if !isAtHand, count > Self.testCost * candidates[depth].count {
        test(depth, checks[place])
      } else {
        candidates[depth].formIntersection(list(checks[place]))
      }
    }
  }

  /// Looking for one edge costs as much as reading so many of a list.
  private static var testCost: Int { 12 }

  /// Keeps the candidates that have the edge that `check` asks for.
  private mutating func test(_ depth: Int, _ check: Check) {
    let end = knownEnd(check)
    let (graph, withClaims) = (graph, query.withClaims)
    let isOutgoing = check.direction == .outgoing
    candidates[depth].removeAll { entity in
      !graph.hasEdge(
        from: isOutgoing ? end : entity, check.predicate, to: isOutgoing ? entity : end, withClaims: withClaims)
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
