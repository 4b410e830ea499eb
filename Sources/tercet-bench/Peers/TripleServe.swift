import Bytes
import Commands
import GraphQuery
import GraphModel
import GraphStore

/// Answers the look-ups of the peer benchmark on a store: a line of answer for a line of query on standard input.
///
/// The fields of a query are separated by tabs: `nbr E`, `so S O`, `po P O`, `sp A B`, `hop2 E`, `rpq S P1 P2`, `star
/// P1 O1 P2 O2 P3`, `path3 S P1 P2 P3`, `tri P1 P2 P3`, `ping`. An answer is a number, and
/// behind a tab the nanoseconds that it took; `?` for a class that is not there yet.
struct TripleServe {
  var store: String

  func run(_ output: TextStream) throws -> ExitStatus {
    let graph = try GraphFile(path: store)
    var answerer = TripleAnswerer(graph: graph)
    try output.writeLine("ready")
    try output.flush()
    let clock = ContinuousClock()
    while let line = readLine() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let start = clock.now
      let answer = answerer.answer(fields)
      let taken = clock.now - start
      try output.writeLine(answer.map { "\($0)\t\(taken.components.attoseconds / 1_000_000_000)" } ?? "?")
      try output.flush()
    }
    return .answered
  }
}

/// The classes of queries of the peer benchmark.
struct TripleAnswerer<Graph: GraphView> {
  private let graph: Graph
  private var evaluator: Evaluator<Graph>
  private var engine: PatternEngine<Graph>
  private var links: [Link] = []
  private var neighbors: [EntityID] = []
  private var text: [UInt8] = []
  private var predicates: [String: PredicateID] = [:]
  /// What keeps the compiler from leaving out the reading of names.
  private(set) var bytesRead = 0

  init(graph: Graph) {
    self.graph = graph
    evaluator = Evaluator(graph: graph)
    engine = PatternEngine(graph: graph)
    for number in 0..<UInt32(graph.predicateCount) {
      predicates[graph.predicate(PredicateID(number)).name] = PredicateID(number)
    }
  }

  /// The number that answers a query; nil for a class that is not there.
  mutating func answer(_ fields: [String]) -> Int? {
    switch (fields.first, fields.count) {
    case ("ping", _): 0
    case ("nbr", 2): triples(of: fields[1])
    case ("so", 3): predicates(from: fields[1], to: fields[2])
    case ("po", 3): subjects(of: fields[1], fields[2])
    case ("sp", 3): hops(from: fields[1], to: fields[2])
    case ("hop2", 2): withinTwoHops(of: fields[1])
    case ("rpq", 4): reachable(from: fields[1], fields[2], fields[3])
    case ("star", 6): star(fields)
    case ("path3", 5): pathOfThree(fields)
    case ("tri", 4): triangles(fields)
    default: nil
    }
  }

  private func entity(_ name: String) -> EntityID? { graph.entities(named: name).first }

  private mutating func triples(of name: String) -> Int {
    guard let entity = entity(name) else { return 0 }
    links.removeAll(keepingCapacity: true)
    graph.appendLinks(of: entity, to: &links)
    text.removeAll(keepingCapacity: true)
    for link in links { graph.appendName(of: link.neighbor, to: &text) }
    bytesRead += text.count
    return links.count
  }

  private mutating func predicates(from subject: String, to object: String) -> Int {
    guard let subject = entity(subject), let object = entity(object) else { return 0 }
    var found: [PredicateID] = []
    graph.predicates(from: subject, to: object, showing: .usual, into: &found)
    return found.count
  }

  private mutating func subjects(of predicate: String, _ object: String) -> Int {
    guard let predicate = predicates[predicate], let object = entity(object) else { return 0 }
    graph.neighbors(of: object, .incoming, predicate, showing: .usual, into: &neighbors)
    text.removeAll(keepingCapacity: true)
    for neighbor in neighbors { graph.appendName(of: neighbor, to: &text) }
    bytesRead += text.count
    return neighbors.count
  }

  /// Hops of the shortest path in either direction of the edges; -1 when there is none.
  private mutating func hops(from start: String, to end: String) -> Int {
    guard let first = entity(start), let last = entity(end) else { return -1 }
    if first == last { return 0 }
    return evaluator.distance(from: first, to: last) ?? -1
  }

  private mutating func withinTwoHops(of name: String) -> Int {
    guard let entity = entity(name) else { return 0 }
    return evaluator.countWithin(hops: 2, of: entity)
  }

  /// Ends of walks `p1/p2*`.
  private mutating func reachable(from name: String, _ first: String, _ repeated: String) -> Int {
    guard let entity = entity(name), let first = predicates[first], let repeated = predicates[repeated] else {
      return 0
    }
    let expression = RelationMoves(
      moves: [[.init(first, .outgoing, to: 1)], [.init(repeated, .outgoing, to: 1)]], isAccepting: [false, true])
    return engine.entities(from: entity, expression).entities.count
  }

  /// Rows of `?x p1 o1 . ?x p2 o2 . ?x p3 ?y`.
  private mutating func star(_ fields: [String]) -> Int {
    guard let p1 = predicates[fields[1]], let o1 = entity(fields[2]), let p2 = predicates[fields[3]],
      let o2 = entity(fields[4]), let p3 = predicates[fields[5]]
    else { return 0 }
    return rows([
      TriplePattern(.variable(0), p1, .entity(o1)), TriplePattern(.variable(0), p2, .entity(o2)),
      TriplePattern(.variable(0), p3, .variable(1)),
    ])
  }

  /// Rows of `s p1 ?x . ?x p2 ?y . ?y p3 ?z`.
  private mutating func pathOfThree(_ fields: [String]) -> Int {
    guard let start = entity(fields[1]), let p1 = predicates[fields[2]], let p2 = predicates[fields[3]],
      let p3 = predicates[fields[4]]
    else { return 0 }
    return rows([
      TriplePattern(.entity(start), p1, .variable(0)), TriplePattern(.variable(0), p2, .variable(1)),
      TriplePattern(.variable(1), p3, .variable(2)),
    ])
  }

  /// Rows of `?a p1 ?b . ?b p2 ?c . ?a p3 ?c`.
  private mutating func triangles(_ fields: [String]) -> Int {
    guard let p1 = predicates[fields[1]], let p2 = predicates[fields[2]], let p3 = predicates[fields[3]] else {
      return 0
    }
    return rows([
      TriplePattern(.variable(0), p1, .variable(1)), TriplePattern(.variable(1), p2, .variable(2)),
      TriplePattern(.variable(0), p3, .variable(2)),
    ])
  }

  private mutating func rows(_ patterns: [TriplePattern]) -> Int {
    engine.count(PatternQuery(patterns)).count
  }
}
