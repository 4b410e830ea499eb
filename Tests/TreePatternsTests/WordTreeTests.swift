import Language
import TestSupport
import Testing

@testable import TreePatterns

@Suite struct WordTreeTests {
  /// Words whose heads are given, counted from 0; -1 is the root.
  static func tree(_ heads: [Int32]) -> WordTree {
    WordTree(
      heads.enumerated().map { index, head in
        var token = Token(start: UInt32(2 * index), length: 1)
        token.head = head
        token.relation = head < 0 ? .root : .dependent
        return token
      })
  }

  private static func children(_ tree: WordTree, of word: Int32) -> [Int32] {
    var children: [Int32] = []
    var child = tree.firstChild(of: word)
    while child != WordTree.none {
      children.append(child)
      child = tree.nextSibling(of: child)
    }
    return children
  }

  private static func heads(_ tree: WordTree) -> [Int32] { tree.tokens.map(\.head) }

  @Test func attachMovesAWord() {
    var tree = Self.tree([1, -1, 1, 2])
    let moved = tree.attach(3, to: 0, .flat)
    #expect(moved && Self.heads(tree) == [1, -1, 1, 0] && tree.tokens[3].relation == .flat)
    let again = tree.attach(3, to: 0, .flat)
    let relabeled = tree.attach(3, to: 0, .compound)
    #expect(!again && relabeled)
  }

  @Test func attachRefusesWhatWouldBreakTheTree() {
    var tree = Self.tree([1, -1, 1, 2, -1, 4])
    let refused = [
      tree.attach(1, to: 3, .flat), tree.attach(2, to: 3, .flat), tree.attach(2, to: 2, .flat),
      tree.attach(0, to: 5, .flat), tree.raise(1, over: -1, leaving: .flat), tree.raise(0, over: 2, leaving: .flat),
      tree.relabel(1, .flat),
    ]
    #expect(refused.allSatisfy { !$0 } && Self.heads(tree) == [1, -1, 1, 2, -1, 4])
  }

  @Test func raiseTakesThePlaceOfTheHead() {
    var tree = Self.tree([1, -1, 1, 2])
    let raised = tree.raise(3, over: 2, leaving: .compound)
    #expect(raised && Self.heads(tree) == [1, -1, 3, 1] && Self.children(tree, of: 1) == [0, 3])
    let root = tree.raise(3, over: 1, leaving: .object)
    #expect(root && Self.heads(tree) == [1, 3, 3, -1] && tree.tokens[3].relation == .root)
  }

  /// After any edits each sentence is one tree, and the children are those that the heads say.
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func aTreeStaysATree(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for round in 0..<200 {
      let sizes = [1 + generator.below(9), 1 + generator.below(9)]
      var heads: [Int32] = []
      for size in sizes {
        let start = Int32(heads.count)
        heads += (0..<size).map { $0 == 0 ? -1 : start + Int32(generator.below($0)) }
      }
      var document = Document(metadata: .init(id: "random"), source: [])
      document.sentences = [
        Sentence(tokens: 0..<sizes[0], bytes: 0..<1), Sentence(tokens: sizes[0]..<heads.count, bytes: 0..<1),
      ]
      var tree = Self.tree(heads)
      for _ in 0..<30 {
        let (word, other) = (Int32(generator.below(heads.count)), Int32(generator.below(heads.count)))
        let isChange =
          switch generator.below(3) {
          case 0: tree.attach(word, to: other, .flat)
          case 1: tree.raise(word, over: generator.chance(20) ? other : tree.tokens[Int(word)].head, leaving: .object)
          default: tree.relabel(word, generator.chance(50) ? .object : .subject)
          }
        _ = isChange
        document.tokens = tree.tokens
        try #require(document.treeFault == nil, "seed \(seed), round \(round)")
        for head in tree.tokens.indices {
          let expected = tree.tokens.indices.filter { tree.tokens[$0].head == Int32(head) }.map(Int32.init)
          #expect(Self.children(tree, of: Int32(head)) == expected, "seed \(seed), round \(round)")
          let span = tree.span(of: Int32(head))
          let below = tree.tokens.indices.filter { Self.hangs(Int32($0), on: Int32(head), tree) }
          #expect(span == Int32(below.min()!)...Int32(below.max()!), "seed \(seed), round \(round)")
        }
      }
    }
  }

  private static func hangs(_ word: Int32, on ancestor: Int32, _ tree: WordTree) -> Bool {
    var current = word
    while current != ancestor {
      if current < 0 { return false }
      current = tree.tokens[Int(current)].head
    }
    return true
  }
}
