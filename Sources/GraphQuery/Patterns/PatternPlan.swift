internal import GraphStore

/// In which order the variables of a query are bound, and what each has to satisfy when its turn comes.
struct PatternPlan {
  /// A pattern that restricts a variable because its other end is known by then.
  struct Restriction {
    var pattern: Int
    /// From the known end to the variable.
    var direction: Direction
  }

  struct Step {
    var variable: Int
    /// Empty only for a variable that begins a part of the query.
    var restrictions: [Restriction] = []
    /// Patterns with the variable at both ends.
    var loops: [Int] = []
    /// For a variable without restrictions: patterns of which it is the subject.
    var begins: [Int] = []
    /// How many candidates it has, about, each time its turn comes.
    var width = 0.0
  }

  private(set) var steps: [Step] = []
  /// Patterns without variables.
  private(set) var conditions: [Int] = []

  /// Binds next the variable that, by the counts of the graph, has the fewest candidates.
  init(_ query: PatternQuery, _ graph: some GraphView) {
    var open = Set<Int>()
    for (number, pattern) in query.patterns.enumerated() {
      var isCondition = true
      for case .variable(let variable) in [pattern.subject, pattern.object] {
        open.insert(variable)
        isCondition = false
      }
      if isCondition { conditions.append(number) }
    }
    var bound = Set<Int>()
    while !open.isEmpty {
      var best: (cost: Double, step: Step)?
      for variable in open.sorted() {
        let step = Self.step(variable, bound, query)
        guard let width = Self.width(step, query, graph) else { continue }
        // To find the subjects of a predicate, the whole graph is passed over.
        let cost = width + (step.restrictions.isEmpty ? Double(graph.edgeCount) / Self.edgesPassed : 0)
        if best.map({ cost < $0.cost }) ?? true {
          best = (cost, step)
          best?.step.width = width
        }
      }
      guard let step = best?.step else { break }
      steps.append(step)
      bound.insert(step.variable)
      open.remove(step.variable)
    }
  }

  private static func step(_ variable: Int, _ bound: Set<Int>, _ query: PatternQuery) -> Step {
    func isKnown(_ term: TriplePattern.Term) -> Bool {
      switch term {
      case .entity: true
      case .variable(let number): bound.contains(number)
      }
    }
    var step = Step(variable: variable)
    for (number, pattern) in query.patterns.enumerated() {
      switch (pattern.subject == .variable(variable), pattern.object == .variable(variable)) {
      case (true, true): step.loops.append(number)
      case (true, false) where isKnown(pattern.object):
        step.restrictions.append(Restriction(pattern: number, direction: .incoming))
      case (true, false): step.begins.append(number)
      case (false, true) where isKnown(pattern.subject):
        step.restrictions.append(Restriction(pattern: number, direction: .outgoing))
      default: break
      }
    }
    if !step.restrictions.isEmpty { step.begins = [] } else { step.begins += step.loops }
    return step
  }

  /// How many candidates a step has, about; nil when it can only be a later one.
  private static func width(_ step: Step, _ query: PatternQuery, _ graph: some GraphView) -> Double? {
    if !step.restrictions.isEmpty {
      return step.restrictions.map { restriction in
        let pattern = query.patterns[restriction.pattern]
        if case .entity(let entity) = pattern.end(restriction.direction == .outgoing ? .incoming : .outgoing) {
          return Double(graph.degree(of: entity, restriction.direction))
        }
        let size = graph.size(of: pattern.predicate, withClaims: query.withClaims)
        return Double(size.edges) / Double(max(size.runs, 1))
      }.min()
    }
    return step.begins.map { number in
      Double(graph.size(of: query.patterns[number].predicate, withClaims: query.withClaims).runs)
    }.min()
  }

  /// So many edges are passed over in the time that one candidate takes.
  private static var edgesPassed: Double { 200 }

  /// For each pattern that will be asked about so often that reading all its edges first is less work, those edges.
  func relations(_ query: PatternQuery, _ graph: some GraphView, _ cache: inout RelationCache) -> [Relation?] {
    var relations = [Relation?](repeating: nil, count: query.patterns.count)
    var questions = 1.0
    for step in steps {
      for restriction in step.restrictions {
        let pattern = query.patterns[restriction.pattern]
        guard case .variable = pattern.end(restriction.direction == .outgoing ? .incoming : .outgoing) else { continue }
        let key = RelationCache.Key(
          predicate: pattern.predicate, direction: restriction.direction, withClaims: query.withClaims)
        let size = graph.size(of: pattern.predicate, withClaims: query.withClaims)
        let cost = questions * (restriction.direction == .outgoing ? Self.outgoingCost : Self.incomingCost)
        let isCheaper = cost > Double(graph.edgeCount) / 2 + Double(size.edges) * Self.edgeCost
        guard isCheaper || cache.has(key), RelationCache.holds(size, in: graph) else { continue }
        relations[restriction.pattern] = cache.relation(key, size, in: graph)
      }
      questions *= max(step.width, 1)
    }
    return relations
  }

  /// Nanoseconds, about, of a look-up in the graph and of reading an edge of a relation; a pass over the graph takes one for
  /// every two edges. Incoming edges of one predicate are found among all that an entity has.
  private static var outgoingCost: Double { 150 }
  private static var incomingCost: Double { 1500 }
  private static var edgeCost: Double { 6 }
}
