import GraphQuery
import GraphModel
import TestSupport
import Testing

/// `weighted`, `without`, `since` and `until` of paths against a search through all paths.
@Suite struct WeightedPathTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func asTheOracle(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var answered = 0
    for round in 0..<150 {
      let graph = Self.graph(&generator)
      var evaluator = Evaluator(graph: graph)
      for _ in 0..<5 {
        let start = generator.below(graph.entityCount)
        let end = (start + 1 + generator.below(graph.entityCount - 1)) % graph.entityCount
        var rest = ""
        var allowed: (ArrayGraph.Triple) -> Bool = { _ in true }
        if generator.chance(40) {
          let predicate = generator.below(3)
          rest += " without p\(predicate)"
          allowed = { $0.predicate != predicate }
        }
        if generator.chance(40) {
          let before = allowed
          rest += " since 2021 until 2022"
          allowed = { before($0) && ($0.date.map { "2021"..."2022" ~= $0 } ?? false) }
        }
        var longest = 9
        let isWeighted = generator.chance(70)
        if isWeighted { rest += " weighted" }
        if generator.chance(30) {
          longest = 2 + generator.below(3)
          rest += " max \(longest)"
        }
        let count = 1 + generator.below(4)
        let text = "path #\(start) to #\(end) shortest \(count)\(rest)"
        let all = Self.paths(graph, start, end, longest, allowed)
        let measure: ([Int]) -> Int = { isWeighted ? Self.cost($0, graph) : $0.count }
        let expected = all.map(measure).sorted().prefix(count)
        let answer = try evaluator.answer(Query(parsing: text))
        guard let found = answer.content as? Answer.Paths else {
          Issue.record("seed \(seed), round \(round): \(text)")
          return
        }
        let paths = found.paths.map { $0.steps.map { Int($0.statement.edge.id.rawValue) } }
        #expect(paths.map(measure) == Array(expected), "seed \(seed), round \(round): \(text)")
        #expect(Set(paths).count == paths.count && paths.allSatisfy { all.contains($0) }, "seed \(seed): \(text)")
        if !paths.isEmpty { answered += 1 }
      }
    }
    #expect(answered > 150)
  }

  private static func graph(_ generator: inout SeededGenerator) -> ArrayGraph {
    let entities = 3 + generator.below(5)
    let triples = (0..<(3 + generator.below(14))).map { _ in
      ArrayGraph.Triple(
        subject: generator.below(entities), predicate: generator.below(3), object: generator.below(entities),
        confidence: UInt8(1 + generator.below(99)), date: generator.chance(80) ? "\(2019 + generator.below(5))" : nil)
    }
    return ArrayGraph(
      entities: entities, predicates: (0..<3).map { GraphContent.Predicate(name: "p\($0)") }, triples: triples)
  }

  /// The edges of all paths without repeated entity.
  private static func paths(
    _ graph: ArrayGraph, _ start: Int, _ end: Int, _ longest: Int, _ allowed: (ArrayGraph.Triple) -> Bool
  ) -> [[Int]] {
    var found: [[Int]] = []
    func walk(_ node: Int, _ path: [Int], _ visited: Set<Int>) {
      if node == end {
        found.append(path)
        return
      }
      guard path.count < longest else { return }
      for (number, triple) in graph.triples.enumerated() where allowed(triple) {
        for (from, to) in [(triple.subject, triple.object), (triple.object, triple.subject)] {
          guard from == node, !visited.contains(to) else { continue }
          walk(to, path + [number], visited.union([to]))
        }
      }
    }
    walk(start, [], [start])
    return found
  }

  /// A step, and the odds that all sentences of the edge are wrong.
  private static func cost(_ path: [Int], _ graph: ArrayGraph) -> Int {
    path.reduce(0) { sum, number in
      let edge = graph.edge(EdgeID(UInt32(number)))
      var wrong = 1.0
      for _ in 0..<edge.support { wrong *= 1 - Double(edge.confidence) / 100 }
      return sum + 100 + Int((1000 * wrong / (1 - wrong)).rounded())
    }
  }
}
