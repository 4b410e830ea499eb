internal import GraphModel

/// In which order the variables of a query are bound, and what each has to satisfy when its turn comes.
struct PatternPlan {
  /// A pattern that restricts a variable because its other end is known by then.
  struct Check {
    var pattern: Int
    var predicate: PredicateID
    /// From the known end to the variable.
    var direction: Direction
    /// The variable at the known end, or -1 for ``entity``.
    var variable = -1
    var entity = EntityID(0)
  }

  struct Step {
    var variable: Int
    /// Which of ``PatternPlan/checks`` are its own; none only for a variable that begins a part of the query.
    var checks: Range<Int>
    /// Patterns with the variable at both ends.
    var loops: [Int] = []
    /// For a variable without restrictions: patterns of which it is the subject.
    var begins: [Int] = []
    /// How many candidates it has, about, each time its turn comes.
    var width: Double
  }

  private(set) var steps: [Step] = []
  private(set) var checks: [Check] = []
  /// Patterns without variables.
  private(set) var conditions: [Int] = []

  init(_ query: PatternQuery, _ graph: some GraphScans) {
    for (number, pattern) in query.patterns.enumerated() {
      if case .entity = pattern.subject, case .entity = pattern.object { conditions.append(number) }
    }
    var search = PlanSearch(query, graph)
    var isKnown = [Bool](repeating: false, count: query.variableCount)
    for (variable, width) in search.variables() {
      appendStep(variable, width, isKnown, query)
      isKnown[variable] = true
    }
  }

  private mutating func appendStep(_ variable: Int, _ width: Double, _ isKnown: [Bool], _ query: PatternQuery) {
    var step = Step(variable: variable, checks: checks.count..<checks.count, width: width)
    for (number, pattern) in query.patterns.enumerated() {
      let direction: Direction
      switch (pattern.subject == .variable(variable), pattern.object == .variable(variable)) {
      case (true, true):
        step.loops.append(number)
        continue
      case (true, false): direction = .incoming
      case (false, true): direction = .outgoing
      default: continue
      }
      var check = Check(pattern: number, predicate: pattern.predicate, direction: direction)
      switch direction == .outgoing ? pattern.subject : pattern.object {
      case .entity(let entity): check.entity = entity
      case .variable(let known) where isKnown[known]: check.variable = known
      case .variable:
        if direction == .incoming { step.begins.append(number) }
        continue
      }
      checks.append(check)
    }
    step.checks = step.checks.lowerBound..<checks.count
    if step.checks.isEmpty { step.begins += step.loops } else { step.begins = [] }
    steps.append(step)
  }
}
