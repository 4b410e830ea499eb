import TestSupport
import Testing

@testable import Language

@Suite struct SpanningTreeTests {
  static func heads(_ scores: [[Float]]) -> [Int] { SpanningTree.heads(count: scores.count) { scores[$0][$1] } }

  @Test func bestHeadsThatMakeATreeStay() {
    #expect(Self.heads([[1, 0, 9, 0], [9, 0, 0, 0], [0, 1, 8, 0]]) == [2, 0, 2])
    #expect(Self.heads([[0, 5]]) == [0])
    #expect(Self.heads([]) == [])
  }

  @Test func breaksACycleWhereItCostsLeast() {
    // The words 1 and 2 like each other best; taking 2 from the root costs 1, taking 1 costs 4.
    #expect(Self.heads([[6, 0, 10], [9, 10, 0]]) == [2, 0])
  }

  @Test func onlyOneRoot() {
    // Both words want the root; the second loses less by hanging on the first.
    #expect(Self.heads([[9, 0, 1], [8, 5, 0]]) == [0, 1])
  }

  @Test func recognizesTrees() {
    #expect(SpanningTree.isTree([0]))
    #expect(SpanningTree.isTree([2, 0, 2]))
    #expect(!SpanningTree.isTree([0, 0]))
    #expect(!SpanningTree.isTree([2, 1, 0]))
    #expect(!SpanningTree.isTree([1]))
    #expect(!SpanningTree.isTree([]))
  }

  /// Against all trees of up to five words.
  @Test(arguments: [11, 12, 13] as [UInt64])
  func noTreeIsBetter(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let count = 2 + random.below(4)
      let scores = (0..<count).map { _ in (0...count).map { _ in Float(random.below(40)) } }
      func total(_ heads: [Int]) -> Float { zip(scores, heads).reduce(0) { $0 + $1.0[$1.1] } }
      let found = Self.heads(scores)
      #expect(SpanningTree.isTree(found), "seed \(seed)")
      var best = -Float.infinity
      var heads = [Int](repeating: 0, count: count)
      while true {
        if SpanningTree.isTree(heads) { best = max(best, total(heads)) }
        guard let place = heads.firstIndex(where: { $0 < count }) else { break }
        heads[place] += 1
        for lower in 0..<place { heads[lower] = 0 }
      }
      #expect(total(found) == best, "seed \(seed): \(scores)")
    }
  }

  @Test func longCyclesEnd() {
    // Every word wants the next one, the last the first: one big cycle.
    let count = 200
    let heads = SpanningTree.heads(count: count) { word, head in head == (word + 1) % count + 1 ? 5 : head == 0 ? -1 : 0
    }
    #expect(SpanningTree.isTree(heads))
  }

  @Test func scoresOfForeignWeightsGiveATreeAllTheSame() {
    let none = SpanningTree.heads(count: 5) { word, head in (word + head) % 2 == 0 ? .nan : -.infinity }
    #expect(SpanningTree.isTree(none))
    let huge = SpanningTree.heads(count: 5) { word, head in head == 0 ? 1e30 : Float(word) }
    #expect(SpanningTree.isTree(huge))
    #expect(SpanningTree.isTree(SpanningTree.heads(count: 5) { _, _ in .infinity }))
  }
}
