import GraphQuery
import GraphModel
import TestSupport
import Testing

/// Queries of patterns on random graphs against a search through all combinations of triples.
@Suite struct PatternDifferentialTests {
  /// 100,000 queries in all.
  @Test(arguments: 0..<8 as Range<UInt64>)
  func patterns(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var asked = 0
    var answered = 0
    while asked < 12_500 {
      let graph = Self.graph(&generator)
      var engine = PatternEngine(graph: graph)
      for _ in 0..<25 {
        let query = Self.query(graph, &generator)
        let expected = Self.rows(query, graph)
        var found: Set<[Int]> = []
        var count = 0
        let cutOff = engine.forEachRow(of: query) { row in
          found.insert(row.map { Int($0.rawValue) })
          count += 1
          return true
        }
        let counted = engine.count(query).count
        if found != expected || count != expected.count || counted != expected.count || cutOff != nil {
          Issue.record("seed \(seed), query \(asked): \(query) on \(graph.triples): \(found), expected \(expected)")
          return
        }
        asked += 1
        if !expected.isEmpty { answered += 1 }
      }
    }
    #expect(answered > asked / 5)
  }

  /// Joins on graphs with hubs, large enough for all edges of a predicate to be read first.
  @Test(arguments: 0..<12 as Range<UInt64>)
  func joinsOfWholeRelations(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let entities = 200 + generator.below(200)
    func end() -> Int { generator.chance(40) ? generator.below(4) : generator.below(entities) }
    let triples = (0..<3_000).map { _ in
      ArrayGraph.Triple(
        subject: end(), predicate: generator.below(3), object: end(), isFact: generator.chance(90))
    }
    let graph = ArrayGraph(
      entities: entities, predicates: (0..<3).map { GraphContent.Predicate(name: "p\($0)") }, triples: triples)
    var engine = PatternEngine(graph: graph)
    for round in 0..<40 {
      let predicates = (0..<3).map { _ in generator.below(3) }
      let withClaims = generator.chance(50)
      let lists = predicates.map { predicate in
        var lists = [Set<Int>](repeating: [], count: entities)
        for triple in triples where triple.predicate == predicate && (triple.isFact || withClaims) {
          lists[triple.subject].insert(triple.object)
        }
        return lists
      }
      func pattern(_ subject: Int, _ number: Int, _ object: Int) -> TriplePattern {
        TriplePattern(.variable(subject), PredicateID(UInt32(predicates[number])), .variable(object))
      }
      var (triangles, paths) = (0, 0)
      for first in 0..<entities {
        for second in lists[0][first] {
          triangles += lists[1][second].count { lists[2][first].contains($0) }
          paths += lists[1][second].count
        }
      }
      let cycle = [pattern(0, 0, 1), pattern(1, 1, 2), pattern(0, 2, 2)].shuffled(using: &generator)
      #expect(
        engine.count(PatternQuery(cycle, showing: withClaims ? .all : .usual)).count == triangles,
        "seed \(seed), round \(round)")
      #expect(
        engine.count(PatternQuery([pattern(0, 0, 1), pattern(1, 1, 2)], showing: withClaims ? .all : .usual)).count
          == paths,
        "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func reachability(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<1_000 {
      let graph = Self.graph(&generator)
      let states = 1 + generator.below(3)
      let expression = RelationMoves(
        moves: (0..<states).map { _ in
          (0..<generator.below(3)).map { _ in
            .init(
              PredicateID(UInt32(generator.below(graph.predicateCount))), generator.chance(60) ? .outgoing : .incoming,
              to: generator.below(states))
          }
        }, isAccepting: (0..<states).map { _ in generator.chance(60) })
      let start = generator.below(graph.entityCount)
      let withClaims = generator.chance(50)
      var engine = PatternEngine(graph: graph)
      let found = engine.entities(from: EntityID(UInt32(start)), expression, showing: withClaims ? .all : .usual)
        .entities
      // By and by the graph is asked no more.
      for _ in 0..<3 {
        let again = engine.entities(from: EntityID(UInt32(start)), expression, showing: withClaims ? .all : .usual)
          .entities
        #expect(again == found, "seed \(seed), round \(round)")
      }
      // A fixed point over all pairs of entity and state.
      var pairs: Set<[Int]> = [[start, 0]]
      while true {
        var next = pairs
        for pair in pairs {
          for move in expression.moves[pair[1]] {
            for triple in graph.triples where triple.predicate == Int(move.predicate.rawValue) {
              guard triple.isFact || withClaims else { continue }
              let (from, to) =
                move.direction == .outgoing ? (triple.subject, triple.object) : (triple.object, triple.subject)
              if from == pair[0] { next.insert([to, move.target]) }
            }
          }
        }
        if next.count == pairs.count { break }
        pairs = next
      }
      let expected = Set(pairs.filter { expression.isAccepting[$0[1]] }.map { $0[0] })
      #expect(
        Set(found.map { Int($0.rawValue) }) == expected && found.count == expected.count, "seed \(seed), round \(round)"
      )
    }
  }

  private static func graph(_ generator: inout SeededGenerator) -> ArrayGraph {
    let entities = 2 + generator.below(7)
    let predicates = 1 + generator.below(3)
    let triples = (0..<(2 + generator.below(24))).map { _ in
      ArrayGraph.Triple(
        subject: generator.below(entities), predicate: generator.below(predicates), object: generator.below(entities),
        isFact: generator.chance(85))
    }
    return ArrayGraph(
      entities: entities, predicates: (0..<predicates).map { GraphContent.Predicate(name: "p\($0)") }, triples: triples)
  }

  private static func query(_ graph: ArrayGraph, _ generator: inout SeededGenerator) -> PatternQuery {
    let variables = 1 + generator.below(4)
    func term() -> TriplePattern.Term {
      generator.chance(25)
        ? .entity(EntityID(UInt32(generator.below(graph.entityCount)))) : .variable(generator.below(variables))
    }
    var patterns: [TriplePattern] = []
    for _ in 0..<(1 + generator.below(4)) {
      patterns.append(TriplePattern(term(), PredicateID(UInt32(generator.below(graph.predicateCount))), term()))
    }
    return PatternQuery(dense(patterns), showing: generator.chance(40) ? .all : .usual)
  }

  /// The same patterns with the variables numbered from 0 without gaps.
  private static func dense(_ patterns: [TriplePattern]) -> [TriplePattern] {
    var numbers: [Int: Int] = [:]
    func renumbered(_ term: TriplePattern.Term) -> TriplePattern.Term {
      guard case .variable(let number) = term else { return term }
      let new = numbers[number] ?? numbers.count
      numbers[number] = new
      return .variable(new)
    }
    return patterns.map { TriplePattern(renumbered($0.subject), $0.predicate, renumbered($0.object)) }
  }

  private static func rows(_ query: PatternQuery, _ graph: ArrayGraph) -> Set<[Int]> {
    var rows: [[Int: Int]] = [[:]]
    for pattern in query.patterns {
      var next: Set<[Int: Int]> = []
      for row in rows {
        for triple in graph.triples where triple.predicate == Int(pattern.predicate.rawValue) {
          guard triple.isFact || query.degrees == .all else { continue }
          var extended = row
          if bind(pattern.subject, triple.subject, &extended), bind(pattern.object, triple.object, &extended) {
            next.insert(extended)
          }
        }
      }
      rows = Array(next)
    }
    return Set(rows.map { row in (0..<row.count).compactMap { row[$0] } })
  }

  private static func bind(_ term: TriplePattern.Term, _ entity: Int, _ row: inout [Int: Int]) -> Bool {
    switch term {
    case .entity(let wanted): return Int(wanted.rawValue) == entity
    case .variable(let number):
      if let bound = row[number] { return bound == entity }
      row[number] = entity
      return true
    }
  }
}
