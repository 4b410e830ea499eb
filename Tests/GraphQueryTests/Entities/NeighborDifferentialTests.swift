import GraphQuery
import GraphModel
import TestSupport
import Testing

/// `neighbors` on small random graphs against a plain filter of all edges.
@Suite struct NeighborDifferentialTests {
  @Test(arguments: [21, 22, 23] as [UInt64])
  func filters(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<80 {
      let graph = ArrayGraph.random(&generator)
      var evaluator = Evaluator(graph: graph)
      for _ in 0..<4 {
        let center = generator.below(graph.entityCount)
        var text = "neighbors #\(center)"
        let predicate = generator.chance(40) ? generator.below(3) : nil
        if let predicate { text += " via p\(predicate)" }
        let direction = Direction.allCases[generator.below(3)]
        text += direction == .incoming ? " in" : direction == .outgoing ? " out" : ""
        let type = generator.chance(30) ? ["Person", "Organization"][generator.below(2)] : nil
        if let type { text += " type \(type.lowercased())" }
        let least = 1 + generator.below(3)
        text += " min \(least)"
        let depth = 1 + generator.below(3)
        text += " depth \(depth) limit 1000"
        let claims = generator.chance(40)
        if claims { text += " --claims" }

        var expected: [Int: Int] = [:]
        var near: Set<Int> = [center]
        for level in 1...depth {
          var reached = near
          for (number, triple) in graph.triples.enumerated() where claims || triple.isFact {
            guard predicate == nil || predicate == triple.predicate else { continue }
            guard graph.edge(EdgeID(UInt32(number))).support >= least else { continue }
            let isSymmetric = graph.predicates[triple.predicate].isSymmetric
            let leaves = near.contains(triple.subject) && (direction != .incoming || isSymmetric)
            let enters = near.contains(triple.object) && (direction != .outgoing || isSymmetric)
            guard leaves || enters else { continue }
            if leaves { reached.insert(triple.object) }
            if enters { reached.insert(triple.subject) }
            if expected[number] == nil { expected[number] = level }
          }
          near = reached
        }

        let answer = try evaluator.answer(Query(parsing: text))
        guard let neighbors = answer.content as? Answer.Neighbors else {
          Issue.record("no neighbors: \(text)")
          continue
        }
        let rows = neighbors.groups.flatMap(\.rows)
        if let type {
          #expect(rows.allSatisfy { $0.neighbor.type == type }, "seed \(seed), round \(round): \(text)")
        } else {
          let found = Dictionary(rows.map { (Int($0.statement.edge.id.rawValue), $0.depth) }) { a, _ in a }
          #expect(found == expected, "seed \(seed), round \(round): \(text)")
        }
        #expect(rows.count == neighbors.total && neighbors.groups.allSatisfy { $0.rows.count == $0.total })
      }
    }
  }

  @Test(arguments: [
    ([5, 5], 4, [2, 2]), ([1, 9], 6, [1, 5]), ([3, 0, 1], 10, [3, 0, 1]), ([4, 4, 4], 1, [1, 0, 0]), ([], 5, []),
  ])
  func limitIsDealtOut(sizes: [Int], limit: Int, shares: [Int]) {
    #expect(RowShares.deal(limit, among: sizes) == shares)
  }
}
