internal import GraphModel

/// Looks for the order of the variables of a query in which they are bound with the least work, by the counts of the
/// graph alone.
struct PlanSearch {
  /// What is known of a pattern before it is asked.
  private struct Estimate {
    var predicate: PredicateID
    /// Numbers of variables; -1 for an entity.
    var subject: Int
    var object: Int
    var edges: Double
    var runs: Double
    /// At least how many edges the only end that is an entity has.
    var degree = 0.0
  }

  private let patterns: [Estimate]
  private let costs: PlanCosts
  private var isKnown: [Bool]
  private var order: [(variable: Int, width: Double)] = []
  private var best: (cost: Double, order: [(variable: Int, width: Double)])?

  /// Of so many variables every order is looked at; of more, each is the next one that costs least.
  private static let mostOrdered = 4

  init(_ query: PatternQuery, _ graph: some GraphScans) {
    costs = PlanCosts(graph)
    isKnown = Array(repeating: true, count: query.variableCount)
    var patterns: [Estimate] = []
    patterns.reserveCapacity(query.patterns.count)
    for pattern in query.patterns {
      let size = graph.size(of: pattern.predicate, showing: query.degrees)
      var estimate = Estimate(
        predicate: pattern.predicate, subject: -1, object: -1, edges: Double(size.edges),
        runs: Double(max(size.runs, 1)))
      switch (pattern.subject, pattern.object) {
      case (.variable(let subject), .variable(let object)): (estimate.subject, estimate.object) = (subject, object)
      case (.variable(let subject), .entity(let entity)):
        estimate.subject = subject
        estimate.degree = Double(graph.degree(of: entity, .incoming))
      case (.entity(let entity), .variable(let object)):
        estimate.object = object
        estimate.degree = Double(graph.degree(of: entity, .outgoing))
      case (.entity, .entity): continue
      }
      if estimate.subject >= 0 { isKnown[estimate.subject] = false }
      if estimate.object >= 0 { isKnown[estimate.object] = false }
      patterns.append(estimate)
    }
    self.patterns = patterns
  }

  /// The variables in the order in which they are to be bound, and how many candidates each has, about, when its turn
  /// comes.
  mutating func variables() -> [(variable: Int, width: Double)] {
    order.reserveCapacity(isKnown.count)
    extend(cost: 0, questions: 1, open: isKnown.count { !$0 })
    return best?.order ?? []
  }

  /// Tries what may follow on the variables that are known, which is done `questions` times.
  private mutating func extend(cost: Double, questions: Double, open: Int) {
    if let best, best.cost <= cost { return }
    if open == 0 {
      best = (cost, order)
      return
    }
    var least: (cost: Double, variable: Int)?
    for variable in isKnown.indices where !isKnown[variable] {
      guard let step = step(variable, questions) else { continue }
      if open <= Self.mostOrdered {
        bind(variable, step.width, cost + step.cost, questions, open)
      } else if least.map({ step.cost < $0.cost }) ?? true {
        least = (step.cost, variable)
      }
    }
    guard let least, let step = step(least.variable, questions) else { return }
    bind(least.variable, step.width, cost + step.cost, questions, open)
  }

  private mutating func bind(_ variable: Int, _ width: Double, _ cost: Double, _ questions: Double, _ open: Int) {
    isKnown[variable] = true
    order.append((variable, width))
    extend(cost: cost, questions: questions * max(width, 1), open: open - 1)
    order.removeLast()
    isKnown[variable] = false
  }

  /// What it costs to bind `variable` so many times, and to how many entities each time; nil when it can only be a
  /// later one.
  private func step(_ variable: Int, _ questions: Double) -> (cost: Double, width: Double)? {
    var (cost, width, widest, begins) = (0.0, Double.infinity, 1.0, Double.infinity)
    for (number, pattern) in patterns.enumerated() {
      let direction: Direction
      let known: Int
      if pattern.object == variable, pattern.subject != variable {
        (direction, known) = (.outgoing, pattern.subject)
      } else if pattern.subject == variable, pattern.object != variable {
        (direction, known) = (.incoming, pattern.object)
      } else {
        if pattern.subject == variable { begins = min(begins, pattern.runs) }
        continue
      }
      if known < 0 {
        width = min(width, pattern.degree)
        widest = max(widest, pattern.degree)
      } else if isKnown[known] {
        let mean = Self.width(direction, edges: pattern.edges, runs: pattern.runs)
        width = min(width, mean)
        widest = max(widest, mean)
        // What is read for an earlier pattern serves this one too.
        let isShared = patterns[..<number].contains { other in
          other.predicate == pattern.predicate
            && (direction == .outgoing ? other.object : other.subject) == variable
        }
        cost += isShared ? questions * costs.question : costs.asking(questions, direction, edges: pattern.edges)
      } else if direction == .incoming {
        begins = min(begins, pattern.runs)
      }
    }
    if width < .infinity {
      // Each element of the shortest list is searched for in the others.
      let looks = Double((1 + widest / max(width, 1)).exponent)
      return (cost + questions * costs.element * (1 + width * max(looks, 1)), width)
    }
    guard begins < .infinity else { return nil }
    return (questions * (costs.pass + begins * costs.element), begins)
  }

  /// How many edges of a predicate an end has, about.
  private static func width(_ direction: Direction, edges: Double, runs: Double) -> Double {
    let mean = edges / max(runs, 1)
    // How many objects there are is not known. They are come to by edges, most often to those that have many.
    return direction == .outgoing ? mean : max(mean, edges.squareRoot())
  }
}

/// Nanoseconds, about, that parts of a join take.
struct PlanCosts {
  /// A pass over the symbols of the graph.
  let pass: Double
  /// What only a relation by its objects takes beside its edges.
  private let reversal: Double
  /// A question to a relation in memory.
  let question = 5.0
  /// An element of a list.
  let element = 3.0

  init(_ graph: some GraphScans) {
    pass = Double(graph.edgeCount) / 2
    reversal = Double(graph.entityCount) * 2
  }

  /// To read a relation of so many edges.
  func reading(_ direction: Direction, edges: Double) -> Double {
    pass + (direction == .outgoing ? edges * 8 : edges * 20 + reversal)
  }

  /// To ask the graph so many times. Incoming edges of one predicate are found among all that an entity has.
  func asking(_ questions: Double, _ direction: Direction) -> Double {
    questions * (direction == .outgoing ? 150 : 1500)
  }

  /// To ask the graph about an entity with so many edges in that direction.
  func asking(_ direction: Direction, degree: Int) -> Double {
    direction == .outgoing ? 150 : 150 + 3 * Double(degree)
  }

  /// To ask the graph so many times or to read the relation first, whatever costs less.
  func asking(_ questions: Double, _ direction: Direction, edges: Double) -> Double {
    min(asking(questions, direction), reading(direction, edges: edges) + questions * question)
  }
}
