import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// Statements of `match` on random graphs against a search through all ways to bind the variables.
@Suite struct MatchDifferentialTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func matches(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var answered = 0
    for round in 0..<150 {
      let graph = Self.graph(&generator)
      let query = MatchOracle.Query.random(graph, &generator)
      let text = query.text
      var evaluator = Evaluator(graph: graph)
      let answer = try evaluator.answer(Query(parsing: text))
      let matches = try #require(answer.content as? Answer.Matches)
      let found = matches.rows.map { $0.entities.map { Int($0.id.rawValue) } }
      let expected = MatchOracle(graph: graph, query: query).rows()
      if found != expected {
        Issue.record("seed \(seed), round \(round): \(text) on \(graph.triples): \(found), expected \(expected)")
        return
      }
      let needsSteps = !text.contains("*")
      for row in matches.rows {
        #expect(!row.statements.isEmpty || !needsSteps, "seed \(seed), round \(round): \(text) has rows without proof")
        #expect(
          row.statements.allSatisfy { query.withClaims || $0.edge.degree != .claim }
            && row.statements.allSatisfy { query.allows($0) },
          "seed \(seed), round \(round): \(text)")
      }
      if !expected.isEmpty { answered += 1 }
    }
    #expect(answered > 40, "seed \(seed)")
  }

  private static func graph(_ generator: inout SeededGenerator) -> ArrayGraph {
    let entities = 3 + generator.below(6)
    let predicates = [
      GraphContent.Predicate(name: "p0", relation: "near", isSymmetric: true), GraphContent.Predicate(name: "p1"),
      GraphContent.Predicate(name: "p2", inverse: "back"), GraphContent.Predicate(name: "p3", relation: "p1"),
    ]
    let triples = (0..<generator.below(18)).map { _ in
      ArrayGraph.Triple(
        subject: generator.below(entities), predicate: generator.below(4), object: generator.below(entities),
        isFact: generator.chance(80), date: generator.chance(50) ? "202\(generator.below(4))" : nil)
    }
    return ArrayGraph(entities: entities, predicates: predicates, triples: triples)
  }
}

/// Answers a `match` by trying every entity for every variable.
struct MatchOracle {
  struct Query {
    /// `x`, or the number of an entity.
    enum Term {
      case variable(String, type: String?)
      case entity(Int)

      var text: String {
        switch self {
        case .variable(let name, let type): "?" + name + (type.map { ":" + $0 } ?? "")
        case .entity(let number): "#\(number)"
        }
      }
    }

    var patterns: [(subject: Term, relation: PathExpression, relationText: String, object: Term)]
    var withClaims: Bool
    var since: String?

    var text: String {
      "match " + patterns.map { "\($0.subject.text) \($0.relationText) \($0.object.text)" }.joined(separator: ", ")
        + (since.map { " since \($0)" } ?? "") + " limit 100000" + (withClaims ? " --claims" : "")
    }

    func allows(_ statement: Answer.Statement) -> Bool {
      guard let since else { return true }
      return (statement.edge.lastDate ?? "") >= since
    }

    static func random(_ graph: ArrayGraph, _ generator: inout SeededGenerator) -> Query {
      let relations = [
        "p1", "p2", "near", "back", "^p2", "p1|p2", "^p1|back", "p1/p2", "p2*", "(p1|near)+", ".", "^./p2", "p2{1,2}",
      ]
      func term(_ generator: inout SeededGenerator) -> Term {
        if generator.chance(15) { return .entity(generator.below(graph.entityCount)) }
        let type = generator.chance(15) ? (generator.chance(50) ? "Person" : "Organization") : nil
        return .variable(["x", "y", "z"][generator.below(3)], type: type)
      }
      let patterns = (0..<1 + generator.below(3)).map { _ in
        let text = relations[generator.below(relations.count)]
        let verb = try? GraphQuery.Query(parsing: "path A to B via \(text)").verb as? PathVerb
        return (term(&generator), verb?.via?.pattern ?? .any, text, term(&generator))
      }
      return Query(
        patterns: patterns, withClaims: generator.chance(30), since: generator.chance(20) ? "2022" : nil)
    }
  }

  let graph: ArrayGraph
  let query: Query

  /// The rows, ascending.
  func rows() -> [[Int]] {
    var names: [String] = []
    var types: [String: Set<String>] = [:]
    for term in query.patterns.flatMap({ [$0.subject, $0.object] }) {
      guard case .variable(let name, let type) = term else { continue }
      if !names.contains(name) { names.append(name) }
      if let type { types[name, default: []].insert(type) }
    }
    let relations = query.patterns.map { pairs($0.relation) }
    var rows: [[Int]] = [[]]
    for name in names {
      rows = rows.flatMap { row in
        (0..<graph.entityCount).filter { types[name] == nil || [graph.types[$0]] == types[name] }.map { row + [$0] }
      }
    }
    return rows.filter { row in
      zip(query.patterns, relations).allSatisfy { pattern, pairs in
        func entity(_ term: Query.Term) -> Int {
          switch term {
          case .entity(let number): number
          case .variable(let name, _): row[names.firstIndex(of: name)!]
          }
        }
        return pairs.contains([entity(pattern.subject), entity(pattern.object)])
      }
    }
  }

  /// The pairs of entities that an expression joins, each as an array of two.
  private func pairs(_ expression: PathExpression) -> Set<[Int]> {
    switch expression {
    case .any: return Set(edges { _ in true })
    case .relation(let name):
      switch name.spelling {
      case "near": return Set(edges { $0 == 0 })
      case "p1": return Set(edges { $0 == 1 || $0 == 3 })
      case "back": return Set(edges { $0 == 2 }.map { [$0[1], $0[0]] })
      default: return Set(edges { $0 == 2 })
      }
    case .inverse(let inner): return Set(pairs(inner).map { [$0[1], $0[0]] })
    case .alternatives(let parts): return parts.reduce(into: []) { $0.formUnion(pairs($1)) }
    case .sequence(let parts): return parts.dropFirst().reduce(pairs(parts[0])) { joined($0, pairs($1)) }
    case .repeated(let inner, let minimum, let maximum):
      let step = pairs(inner)
      let same = Set((0..<graph.entityCount).map { [$0, $0] })
      var reached = same
      for _ in 0..<minimum { reached = joined(reached, step) }
      var result = reached
      for _ in minimum..<(maximum ?? minimum + graph.entityCount * 2) {
        reached = joined(reached, step)
        result.formUnion(reached)
      }
      return result
    }
  }

  /// A symmetric predicate counts in both directions.
  private func edges(_ isWanted: (Int) -> Bool) -> [[Int]] {
    graph.triples.filter { triple in
      isWanted(triple.predicate) && (query.withClaims || triple.isFact)
        && (query.since.map { (triple.date ?? "") >= $0 } ?? true)
    }.flatMap { triple in
      let pair = [triple.subject, triple.object]
      return graph.predicates[triple.predicate].isSymmetric ? [pair, [pair[1], pair[0]]] : [pair]
    }
  }

  private func joined(_ a: Set<[Int]>, _ b: Set<[Int]>) -> Set<[Int]> {
    var result: Set<[Int]> = []
    for first in a { for second in b where first[1] == second[0] { result.insert([first[0], second[1]]) } }
    return result
  }
}
