internal import GraphModel

/// Finds the rows of a `match`: patterns of single edges by a join, those of walks from the ends that the join has
/// bound.
struct PatternMatcher<Graph: GraphView> {
  private let patterns: [ResolvedPattern]
  private let variables: [PatternVariable]
  private let rule: EdgeRule
  private let mostRows: Int

  private var binding: [EntityID?]
  private var walks = WalkSearch()
  /// Ends of walks already walked, by pattern, direction and start.
  private var knownEnds: [WalkKey: [EntityID]] = [:]
  private var knownEndCount = 0
  private var knownTypes: [TypeKey: Bool] = [:]
  /// The entities of the rows in the order in which they were found, each once.
  private var found: [EntityID] = []
  /// The numbers of the rows in the order of their entities.
  private var order: [UInt32] = []
  private(set) var rowCount = 0
  /// Whether more rows were found than may be kept.
  private(set) var hasMore = false

  private struct WalkKey: Hashable {
    var pattern: Int
    var isBackward: Bool
    var start: EntityID
  }

  private struct TypeKey: Hashable {
    var variable: Int
    var entity: EntityID
  }

  init(_ patterns: [ResolvedPattern], _ variables: [PatternVariable], rule: EdgeRule, mostRows: Int) {
    self.patterns = patterns
    self.variables = variables
    self.rule = rule
    self.mostRows = mostRows
    binding = Array(repeating: nil, count: variables.count)
  }

  /// Finds all rows, or as many as may be kept, within the bounds of the evaluator.
  mutating func run(in evaluator: inout Evaluator<Graph>) {
    var query = PatternQuery([], showing: evaluator.degrees, without: evaluator.nothing)
    var unions: [[RelationNames.Meaning]] = []
    /// Numbers of variables in the join, dense, by the number here.
    var dense: [Int: Int] = [:]
    func term(_ term: TriplePattern.Term) -> TriplePattern.Term {
      guard case .variable(let number) = term else { return term }
      let place = dense[number] ?? dense.count
      dense[number] = place
      return .variable(place)
    }
    let first = UInt32(evaluator.graph.predicateCount)
    for pattern in patterns {
      guard case .edge(let allowed) = pattern.relation else { continue }
      let (subject, object) = (term(pattern.subject), term(pattern.object))
      if allowed.count == 1, let only = allowed.first {
        query.patterns.append(
          only.isInverse
            ? TriplePattern(object, only.predicate, subject) : TriplePattern(subject, only.predicate, object))
      } else {
        query.patterns.append(TriplePattern(subject, PredicateID(first + UInt32(unions.count)), object))
        unions.append(allowed.sorted { ($0.predicate, $0.isInverse ? 1 : 0) < ($1.predicate, $1.isInverse ? 1 : 0) })
      }
    }
    let open = patterns.indices.filter { if case .walk = patterns[$0].relation { true } else { false } }
    guard !query.patterns.isEmpty else { return extend(open, in: &evaluator) }
    let variables = dense.map { (here: $0.key, there: $0.value) }
    let source = UnionScans(
      base: evaluator.graph, first: first, unions: unions, clock: evaluator.budget.clock,
      memory: evaluator.budget.memory)
    var cache = PredicateIndexCache()
    var join = PatternSearch(query, in: source, &cache, evaluator.budget)
    join.forEachRow { row in
      for variable in variables { binding[variable.here] = row[variable.there] }
      if variables.allSatisfy({ hasType($0.here, in: evaluator.graph) }) { extend(open, in: &evaluator) }
      for variable in variables { binding[variable.here] = nil }
      return evaluator.budget.allows() && !hasMore
    }
    if let cutOff = join.cutOff { evaluator.budget.stop(cutOff) }
  }

  /// Binds the ends of the patterns `open`, which are walks, one after another.
  private mutating func extend(_ open: [Int], in evaluator: inout Evaluator<Graph>) {
    guard evaluator.budget.allows(), !hasMore else { return }
    guard let next = open.first(where: { isBound(patterns[$0].subject) || isBound(patterns[$0].object) }) ?? open.first
    else { return keep(&evaluator.budget) }
    let rest = open.filter { $0 != next }
    let pattern = patterns[next]
    guard let subject = entity(pattern.subject) ?? entity(pattern.object) else {
      // Neither end is known: each entity may begin such a walk.
      guard case .variable(let number) = pattern.subject else { return }
      for entity in 0..<UInt32(evaluator.graph.entityCount) where EntityID(entity) != evaluator.nothing {
        guard evaluator.budget.allows(), !hasMore else { break }
        bind(number, EntityID(entity), open, in: &evaluator)
      }
      return
    }
    let isBackward = entity(pattern.subject) == nil
    let ends = ends(next, from: subject, isBackward, in: &evaluator)
    switch isBackward ? pattern.subject : pattern.object {
    case .entity(let wanted):
      if ends.contains(wanted) { extend(rest, in: &evaluator) }
    case .variable(let number):
      if let bound = binding[number] {
        if ends.contains(bound) { extend(rest, in: &evaluator) }
      } else {
        for end in ends { bind(number, end, rest, in: &evaluator) }
      }
    }
  }

  private mutating func bind(
    _ variable: Int, _ entity: EntityID, _ open: [Int], in evaluator: inout Evaluator<Graph>
  ) {
    binding[variable] = entity
    if hasType(variable, in: evaluator.graph) { extend(open, in: &evaluator) }
    binding[variable] = nil
  }

  private mutating func keep(_ budget: inout WorkBudget) {
    if rowCount == mostRows {
      hasMore = true
    } else if budget.mayHold(bytes) {
      for case let entity? in binding { found.append(entity) }
      rowCount += 1
    }
  }

  /// Bytes that the rows take, sorted.
  var bytes: Int { 4 * found.count + 8 * rowCount + 4 * knownEndCount }

  /// Puts the rows in the order of their entities.
  mutating func sortRows(_ budget: inout WorkBudget) {
    order = Array(0..<UInt32(rowCount))
    let (found, width) = (found, variables.count)
    budget.sort(&order) { a, b in
      let (first, second) = (Int(a) * width, Int(b) * width)
      for place in 0..<width where found[first + place] != found[second + place] {
        return found[first + place] < found[second + place]
      }
      return false
    }
  }

  /// A row by its place in the order.
  func row(_ number: Int) -> ArraySlice<EntityID> {
    let start = Int(order[number]) * variables.count
    return found[start..<start + variables.count]
  }

  private func entity(_ term: TriplePattern.Term) -> EntityID? {
    switch term {
    case .entity(let entity): entity
    case .variable(let number): binding[number]
    }
  }

  private func isBound(_ term: TriplePattern.Term) -> Bool { entity(term) != nil }

  private mutating func hasType(_ variable: Int, in graph: Graph) -> Bool {
    let types = variables[variable].types
    guard !types.isEmpty, let entity = binding[variable] else { return true }
    let key = TypeKey(variable: variable, entity: entity)
    if let known = knownTypes[key] { return known }
    let isOfType = types == [RelationNames.key(graph.type(of: entity))]
    if knownTypes.count >= 100_000 { knownTypes.removeAll() }
    knownTypes[key] = isOfType
    return isOfType
  }

  private mutating func ends(
    _ number: Int, from start: EntityID, _ isBackward: Bool, in evaluator: inout Evaluator<Graph>
  ) -> [EntityID] {
    let key = WalkKey(pattern: number, isBackward: isBackward, start: start)
    if let known = knownEnds[key] { return known }
    guard case .walk(let forwards, let backwards) = patterns[number].relation else { return [] }
    let terms = WalkSearch.Terms(
      automaton: isBackward ? backwards : forwards, degrees: evaluator.degrees, rule: rule,
      nothing: evaluator.nothing)
    let ends = walks.ends(from: start, terms, in: evaluator.graph, &evaluator.budget)
    knownEndCount += ends.count + 16
    if knownEndCount > evaluator.budget.memory / 32 {
      knownEnds.removeAll()
      knownEndCount = ends.count + 16
    }
    knownEnds[key] = ends
    return ends
  }
}
