internal import Bytes
internal import GraphModel

/// Finds all ways to put entities in the place of the variables of a query.
///
/// One variable after another, each the intersection of what all patterns with it allow: so a cycle costs no more than
/// its largest possible answer (H. Q. Ngo, C. Ré, A. Rudra: Skew strikes back, SIGMOD Record 2013; T. Veldhuizen:
/// Leapfrog triejoin, ICDT 2014). Which pattern gives the candidates and which only tests them is decided by the
/// degrees.
struct PatternSearch<Graph: GraphScans> {
  private let graph: Graph
  private let query: PatternQuery
  private let plan: PatternPlan
  private var binding: [EntityID]
  /// The candidates of each step.
  private var candidates: [[EntityID]]
  /// What each pattern allowed when its known end was last asked about.
  private var lists: [List]
  /// All edges of the patterns that will be asked about very often.
  private let relations: [PredicateIndex?]
  /// How the last two steps are counted together; nil where they are not.
  private let pairs: PairedSteps?
  private let marks: EntityMarks?
  /// What variables that several patterns share meet apart; nil where there is nothing of the kind.
  private let nouns: (any JoinedNouns)?
  /// From this number on entities are places of nouns.
  private let firstPlace: UInt32
  /// Entities in ``candidates`` and ``lists``.
  private var held = 0
  private var budget: WorkBudget

  private struct List {
    var end: EntityID?
    var entities: [EntityID] = []
  }

  init(
    _ query: PatternQuery, in graph: Graph, _ cache: inout PredicateIndexCache, _ budget: WorkBudget,
    _ nouns: (any JoinedNouns)? = nil
  ) {
    self.graph = graph
    self.query = query
    plan = PatternPlan(query, graph)
    binding = Array(repeating: EntityID(0), count: query.variableCount)
    candidates = Array(repeating: [], count: plan.steps.count)
    lists = Array(repeating: List(), count: query.patterns.count)
    relations = plan.relations(query, graph, &cache)
    pairs = PairedSteps(plan, relations)
    marks = pairs?.fixed == nil ? nil : cache.marks(in: graph)
    self.nouns = nouns
    firstPlace = nouns?.firstPlace ?? .max
    self.budget = budget
  }

  /// Why the search was stopped; nil when it found everything or was told to stop.
  var cutOff: CutOff? { budget.cutOff }

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
      return graph.hasEdge(from: subject, pattern.predicate, to: object, showing: query.degrees)
    }
  }

  /// Binds the variable of step `depth` and goes deeper; false when everything shall end.
  private mutating func run(_ depth: Int, count: inout Int, row: (([EntityID]) -> Bool)?) -> Bool {
    let isLast = depth == plan.steps.count - 1
    if row == nil, let pairs, depth == plan.steps.count - 2 {
      count += countPairs(depth, pairs)
      return budget.cutOff == nil
    }
    if isLast, row == nil, let some = countOnly(depth) {
      count += some
      return budget.allows()
    }
    findCandidates(depth)
    guard budget.mayHold(4 * held + (nouns?.bytes ?? 0)) else { return false }
    if isLast, row == nil {
      count += candidates[depth].count
      return budget.allows(candidates[depth].count + 1)
    }
    let splits = nouns != nil && query.joined.contains(plan.steps[depth].variable)
    for place in candidates[depth].indices {
      let candidate = candidates[depth][place]
      if splits, let nouns, nouns.isApart(candidate) {
        for place in places(of: candidate, depth, nouns) {
          guard bind(place, depth, count: &count, row: row) else { return false }
        }
      } else {
        guard bind(candidate, depth, count: &count, row: row) else { return false }
      }
    }
    return true
  }

  /// Binds the variable of step `depth` to `entity` and goes deeper; false when everything shall end.
  @inline(__always)
  private mutating func bind(_ entity: EntityID, _ depth: Int, count: inout Int, row: (([EntityID]) -> Bool)?) -> Bool {
    binding[plan.steps[depth].variable] = entity
    guard budget.allows() else { return false }
    if depth < plan.steps.count - 1 { return run(depth + 1, count: &count, row: row) }
    count += 1
    return row.map { $0(binding) } ?? true
  }

  /// The places of a candidate in which all patterns hold that restrict it.
  private mutating func places(of noun: EntityID, _ depth: Int, _ nouns: any JoinedNouns) -> [EntityID] {
    let (step, degrees) = (plan.steps[depth], query.degrees)
    var found = nouns.places(of: noun, beside: step.checks.first.map { knownEnd(plan.checks[$0]) }, &budget)
    for check in plan.checks[step.checks] {
      let end = knownEnd(check)
      found.removeAll { place in
        let (subject, object) = check.direction == .outgoing ? (end, place) : (place, end)
        return !nouns.hasEdge(from: subject, check.predicate, to: object, showing: degrees)
      }
    }
    for loop in step.loops {
      let predicate = query.patterns[loop].predicate
      found.removeAll { !nouns.hasEdge(from: $0, predicate, to: $0, showing: degrees) }
    }
    _ = budget.allows(8 * found.count + 8)
    return found
  }

  /// How many candidates a step without loops has, when that can be told without making a list of them.
  private mutating func countOnly(_ depth: Int) -> Int? {
    let range = plan.steps[depth].checks
    guard range.count == 1 || range.count == 2, plan.steps[depth].loops.isEmpty else { return nil }
    let first = plan.checks[range.lowerBound]
    if range.count == 1 {
      if !isAtHand(first),
        let count = graph.neighborCount(
          of: knownEnd(first), first.direction, first.predicate, showing: query.degrees)
      {
        return count
      }
      return list(first).count
    }
    let second = plan.checks[range.lowerBound + 1]
    let isFirst = isAtHand(first)
    guard isFirst || isAtHand(second) else { return nil }
    let known = list(isFirst ? first : second)
    if known.isEmpty { return 0 }
    let other = isFirst ? second : first
    guard isAtHand(other) || other.direction == .outgoing else { return nil }
    return known.countOfIntersection(list(other))
  }

  /// How many ways there are to take the last two steps: the lists that the candidates of the first of them lead to are
  /// looked through without a call for each, against the list that is the same for all of them.
  private mutating func countPairs(_ depth: Int, _ pairs: PairedSteps) -> Int {
    var targets: ArraySlice<EntityID> = []
    if let fixed = pairs.fixed {
      targets = list(plan.checks[fixed])
      if targets.isEmpty { return 0 }
    }
    var entities: ArraySlice<EntityID>
    if let only = pairs.only {
      entities = list(plan.checks[only])
    } else {
      findCandidates(depth)
      entities = candidates[depth][...]
    }
    guard let marks else {
      // Nothing restricts the last step beside its candidate.
      _ = budget.allows(entities.count + 1)
      return pairs.relation.count(from: entities)
    }
    // To mark them is worth while only where as much is looked up.
    let isMarked = targets.count <= 64 || targets.count <= 4 * pairs.relation.count(from: entities)
    if isMarked { marks.insert(targets) }
    var count = 0
    while !entities.isEmpty, budget.allows(min(entities.count, Self.chunk)) {
      count += pairs.relation.count(from: entities.prefix(Self.chunk), to: targets, isMarked ? marks : nil)
      entities = entities.dropFirst(Self.chunk)
    }
    if isMarked { marks.remove(targets) }
    return count
  }

  /// So many candidates are counted between two looks at the budget.
  private static var chunk: Int { 256 }

  /// Whether the list of a restriction need not be looked up in the graph.
  private func isAtHand(_ check: PatternPlan.Check) -> Bool {
    relations[check.pattern] != nil || lists[check.pattern].end == knownEnd(check)
  }

  /// The entities that a restriction allows, ascending.
  private mutating func list(_ check: PatternPlan.Check) -> ArraySlice<EntityID> {
    let end = knownEnd(check)
    if end.rawValue < firstPlace, let relation = relations[check.pattern] {
      return relation.others[relation.range(of: end)]
    }
    if lists[check.pattern].end != end {
      lists[check.pattern].end = end
      held -= lists[check.pattern].entities.count
      defer { held += lists[check.pattern].entities.count }
      if end.rawValue >= firstPlace {
        nouns?.neighbors(
          of: end, check.direction, check.predicate, showing: query.degrees, into: &lists[check.pattern].entities)
        return lists[check.pattern].entities[...]
      }
      guard budget.mayRead(end, in: graph) else { return [] }
      graph.neighbors(
        of: end, check.direction, check.predicate, showing: query.degrees,
        into: &lists[check.pattern].entities)
      _ = budget.allows(lists[check.pattern].entities.count / 8)
    }
    return lists[check.pattern].entities[...]
  }

  /// At least the length of a restriction's list, and whether the list is at hand.
  private func bound(_ check: PatternPlan.Check) -> (count: Int, isAtHand: Bool) {
    let end = knownEnd(check)
    if lists[check.pattern].end == end { return (lists[check.pattern].entities.count, true) }
    if end.rawValue >= firstPlace { return (nouns?.degree(of: end) ?? 0, true) }
    if let relation = relations[check.pattern] { return (relation.range(of: end).count, true) }
    return (graph.degree(of: end, check.direction), false)
  }

  @inline(__always)
  private func knownEnd(_ check: PatternPlan.Check) -> EntityID {
    check.variable < 0 ? check.entity : binding[check.variable]
  }

  private mutating func findCandidates(_ depth: Int) {
    defer { _ = budget.allows(candidates[depth].count / 8) }
    held -= candidates[depth].count
    defer { held += candidates[depth].count }
    if plan.steps[depth].checks.isEmpty { begin(depth, plan.steps[depth]) } else { restrict(depth) }
    // It has one of the first numbers.
    if let excluded = query.excluded,
      let place = candidates[depth].firstIndex(where: { $0 >= excluded }), candidates[depth][place] == excluded
    {
      candidates[depth].remove(at: place)
    }
    guard !plan.steps[depth].loops.isEmpty else { return }
    for number in plan.steps[depth].loops {
      let (graph, predicate, degrees) = (graph, query.patterns[number].predicate, query.degrees)
      candidates[depth].removeAll { !graph.hasEdge(from: $0, predicate, to: $0, showing: degrees) }
    }
  }

  /// The entities that are subjects of all patterns in which the variable is one.
  private mutating func begin(_ depth: Int, _ step: PatternPlan.Step) {
    var hasBegun = false
    // Sets of entities first: two of them are intersected word by word.
    var ranks: EntityRanks?
    for number in step.begins {
      guard let relation = relations[number] else { continue }
      if let first = ranks {
        ranks = nil
        first.formIntersection(with: relation.ends, into: &candidates[depth])
        hasBegun = true
      } else if hasBegun {
        candidates[depth].removeAll { !relation.ends.contains($0) }
      } else {
        ranks = relation.ends
      }
    }
    if let ranks {
      ranks.formIntersection(with: nil, into: &candidates[depth])
      hasBegun = true
    }
    for number in step.begins where relations[number] == nil {
      let predicate = query.patterns[number].predicate
      guard mayRead(predicate) else { return candidates[depth].removeAll() }
      if hasBegun {
        graph.subjects(of: predicate, showing: query.degrees, into: &lists[number].entities)
        lists[number].end = nil
        candidates[depth].formIntersection(lists[number].entities[...])
      } else {
        graph.subjects(of: predicate, showing: query.degrees, into: &candidates[depth])
        hasBegun = true
      }
    }
  }

  /// Whether the edges of a predicate may be read as a whole.
  private mutating func mayRead(_ predicate: PredicateID) -> Bool {
    // In most graphs those of all predicates may.
    graph.edgeCount <= budget.memory / 2 / Self.bytesPerEdge
      || budget.mayHold(Self.bytesPerEdge * graph.size(of: predicate, showing: query.degrees).edges)
  }

  /// Of a relation read from several, both ways of its edges in lists and pairs.
  private static var bytesPerEdge: Int { 12 }

  /// The entities that all restrictions allow.
  private mutating func restrict(_ depth: Int) {
    let range = plan.steps[depth].checks
    var first = range.lowerBound
    if range.count > 1 {
      var least = Int.max
      for place in range {
        let count = bound(plan.checks[place]).count
        if count < least { (least, first) = (count, place) }
      }
    }
    candidates[depth].replaceContent(by: list(plan.checks[first]))
    for place in range where place != first && !candidates[depth].isEmpty {
      let (count, isAtHand) = bound(plan.checks[place])
      if !isAtHand, count > Self.testCost * candidates[depth].count {
        test(depth, plan.checks[place])
      } else {
        candidates[depth].formIntersection(list(plan.checks[place]))
      }
    }
  }

  /// Looking for one edge costs as much as reading so many of a list.
  private static var testCost: Int { 12 }

  /// Keeps the candidates that have the edge that `check` asks for.
  private mutating func test(_ depth: Int, _ check: PatternPlan.Check) {
    let end = knownEnd(check)
    let (graph, degrees) = (graph, query.degrees)
    let isOutgoing = check.direction == .outgoing
    candidates[depth].removeAll { entity in
      !graph.hasEdge(
        from: isOutgoing ? end : entity, check.predicate, to: isOutgoing ? entity : end, showing: degrees)
    }
  }
}
