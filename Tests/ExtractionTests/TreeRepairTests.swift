import Language
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

@Suite struct TreeRepairTests {
  private static let repair = TreeRepair(types: EntityTypes(schema: .small), lexicon: Lexicon(schema: .small))

  /// `word>head relation` of the words that a repair moved, and the mends that moved some.
  private static func repaired(_ block: String) throws -> (moved: [String], mends: Set<Mend>) {
    let before = try Document.fixture(block)
    var after = before
    var tokens = before.tokens
    var mends: Set<Mend> = []
    repair.repair(&after) { mend, document in
      if document.tokens != tokens { mends.insert(mend) }
      tokens = document.tokens
    }
    let moved = after.tokens.indices.filter { after.tokens[$0] != before.tokens[$0] }.map {
      let word = after.tokens[$0]
      let head = word.head == Token.noHead ? "-" : after.text(of: after.tokens[Int(word.head)])
      return "\(after.text(of: word))>\(head) \(word.relation.conlluName)"
    }
    return (moved, mends)
  }

  @Test(arguments: MendExample.all) func firesWhereItShould(_ example: MendExample) throws {
    let (moved, mends) = try Self.repaired(example.block)
    #expect(moved == example.moved && mends.contains(example.mend), "\(example.mend): \(moved), \(mends)")
  }

  @Test(arguments: MendExample.all) func doesNothingWhereItShouldNot(_ example: MendExample) throws {
    for (old, new) in example.counters {
      try #require(example.block.contains(old), "\(example.mend): \(old)")
      let (moved, mends) = try Self.repaired(example.block.replacing(old, with: new))
      #expect(!mends.contains(example.mend), "\(example.mend), \(new) for \(old): \(moved)")
    }
  }

  @Test func everyMendHasAnExampleAndACounterExample() {
    #expect(Set(MendExample.all.map(\.mend)) == Set(Mend.allCases))
    #expect(MendExample.all.allSatisfy { !$0.counters.isEmpty })
  }
}
