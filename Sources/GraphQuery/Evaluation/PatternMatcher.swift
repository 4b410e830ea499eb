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
  /// The variables at which edges meet.
  private let joined: Set<Int>
  /// The nouns of several documents, each of which binds such a variable as one document has it; nil where there are
  /// none.
  private(set) var nouns: NounPlaces<Graph>?
  /// The entities of the ways to bind the variables, in the order in which they were found.
  private var found: [EntityID] = []
  /// The same with the places of nouns; empty where there are no nouns.
  private var foundPlaces: [EntityID] = []
  private var wayCount = 0
  /// The numbers of the ways in the order of their entities.
  private var order: [UInt32] = []
  /// Where in ``order`` each row begins, of whose entities there may be several ways by document; empty where each is
  /// one.
  private var starts: [UInt32] = []
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
    joined = Self.joined(patterns, variables.count)
    binding = Array(repeating: nil, count: variables.count)
  }

  /// The variables that stand at two ends of patterns, of which an edge from an entity to itself has one.
  private static func joined(_ patterns: [ResolvedPattern], _ count: Int) -> Set<Int> {
    var uses = [Int](repeating: 0, count: count)
    for pattern in patterns {
      var ends = [pattern.subject, pattern.object]
      if case .edge = pattern.relation, ends[0] == ends[1] { ends.removeLast() }
      for case .variable(let number) in ends { uses[number] += 1 }
    }
    return Set(uses.indices.filter { uses[$0] > 1 })
  }

  /// The nouns that have to be told apart; nil where the graph has none, or no two edges can meet.
  private func nouns(in evaluator: Evaluator<Graph>) -> NounPlaces<Graph>? {
    guard let shared = evaluator.nouns else { return nil }
    let hasWalk = patterns.contains { if case .walk = $0.relation { true } else { false } }
    guard hasWalk || !joined.isEmpty else { return nil }
    var named: Set<EntityID> = []
    for pattern in patterns {
      if case .entity(let entity) = pattern.subject { named.insert(entity) }
      if case .entity(let entity) = pattern.object { named.insert(entity) }
    }
    return NounPlaces(evaluator.graph, shared, named: named)
  }

  /// Finds all rows, or as many as may be kept, within the bounds of the evaluator.
  mutating func run(in evaluator: inout Evaluator<Graph>) {
    nouns = nouns(in: evaluator)
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
    query.joined = Set(variables.filter { joined.contains($0.here) }.map(\.there))
    nouns?.unions = unions.map { Set($0) }
    let source = UnionScans(
      base: evaluator.graph, first: first, unions: unions, clock: evaluator.budget.clock,
      memory: evaluator.budget.memory)
    var cache = PredicateIndexCache()
    var join = PatternSearch(query, in: source, &cache, evaluator.budget, query.joined.isEmpty ? nil : nouns)
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
    var entities = [entity]
    if let nouns, !nouns.isPlace(entity), joined.contains(variable), nouns.isApart(entity) {
      entities = nouns.places(of: entity, beside: nil, &evaluator.budget)
    }
    for entity in entities {
      binding[variable] = entity
      if hasType(variable, in: evaluator.graph) { extend(open, in: &evaluator) }
    }
    binding[variable] = nil
  }

  private mutating func keep(_ budget: inout WorkBudget) {
    if wayCount == mostRows {
      hasMore = true
    } else if budget.mayHold(bytes) {
      for case let entity? in binding { found.append(nouns?.entity(entity) ?? entity) }
      if nouns != nil { for case let place? in binding { foundPlaces.append(place) } }
      wayCount += 1
    }
  }

  /// Bytes that the rows take, sorted.
  var bytes: Int { 4 * (found.count + foundPlaces.count + knownEndCount) + 8 * wayCount + (nouns?.bytes ?? 0) }

  /// Puts the rows in the order of their entities.
  mutating func sortRows(_ budget: inout WorkBudget) {
    sortWays(&budget)
    guard nouns?.firstMet != nil else { return }
    for place in order.indices where place == 0 || way(place) != way(place - 1) { starts.append(UInt32(place)) }
  }

  private mutating func sortWays(_ budget: inout WorkBudget) {
    order = Array(0..<UInt32(wayCount))
    let (found, width) = (found, variables.count)
    budget.sort(&order) { a, b in
      let (first, second) = (Int(a) * width, Int(b) * width)
      for place in 0..<width where found[first + place] != found[second + place] {
        return found[first + place] < found[second + place]
      }
      return a < b
    }
  }

  private func way(_ place: Int) -> ArraySlice<EntityID> {
    let start = Int(order[place]) * variables.count
    return found[start..<start + variables.count]
  }

  var rowCount: Int { starts.isEmpty ? wayCount : starts.count }

  /// A row by its place in the order.
  func row(_ number: Int) -> ArraySlice<EntityID> { way(starts.isEmpty ? number : Int(starts[number])) }

  /// How many ways there are to bind the variables of a row, each noun as one document has it.
  func wayCount(ofRow number: Int) -> Int {
    if starts.isEmpty { return 1 }
    return (number + 1 < starts.count ? Int(starts[number + 1]) : order.count) - Int(starts[number])
  }

  /// One of the ways, with the places of nouns.
  func way(_ index: Int, ofRow number: Int) -> ArraySlice<EntityID> {
    if foundPlaces.isEmpty { return row(number) }
    let start = Int(order[(starts.isEmpty ? number : Int(starts[number])) + index]) * variables.count
    return foundPlaces[start..<start + variables.count]
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
    guard !types.isEmpty, let bound = binding[variable] else { return true }
    let entity = nouns?.entity(bound) ?? bound
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
      nothing: evaluator.nothing, nouns: nouns)
    var isJoined = false
    if case .variable(let number) = isBackward ? patterns[number].subject : patterns[number].object {
      isJoined = joined.contains(number)
    }
    let ends = walks.ends(from: start, terms, apart: isJoined, in: evaluator.graph, &evaluator.budget)
    knownEndCount += ends.count + 16
    if knownEndCount > evaluator.budget.memory / 32 {
      knownEnds.removeAll()
      knownEndCount = ends.count + 16
    }
    knownEnds[key] = ends
    return ends
  }
}
