import Language
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

@Suite struct TreeRepairTests {
  /// `word>head relation` of the words that a repair moved.
  private static func moved(_ block: String) throws -> [String] {
    let before = try Document.fixture(block)
    var after = before
    TreeRepair(types: EntityTypes(schema: .small), lexicon: Lexicon(schema: .small)).repair(&after)
    return after.tokens.indices.filter { after.tokens[$0] != before.tokens[$0] }.map {
      let word = after.tokens[$0]
      let head = word.head == Token.noHead ? "-" : after.text(of: after.tokens[Int(word.head)])
      return "\(after.text(of: word))>\(head) \(word.relation.conlluName)"
    }
  }

  @Test func aParticipleBehindACommaIsNotOfThePlace() throws {
    let led = """
      Allies ally NOUN/NNS 2 nsubj
      convene _ VERB/VBP 0 root
      in _ ADP 4 case
      Brussels _ PROPN 2 obl B-GPE
      , _ PUNCT/, 6 punct
      led lead VERB/VBN 4 acl
      by _ ADP 8 case
      France _ PROPN 6 obl:agent B-GPE
      """
    #expect(try Self.moved(led) == ["led>convene advcl"])
    // Without a comma, and of what is no place, it stays.
    #expect(try Self.moved(led.replacing(", _ PUNCT/, 6 punct", with: "then _ ADV 6 advmod")) == [])
    #expect(try Self.moved(led.replacing("Brussels _ PROPN 2 obl B-GPE", with: "talks talk NOUN/NNS 2 obl")) == [])
  }

  @Test func whoRefersToWhoCanAct() throws {
    #expect(
      try Self.moved(
        """
        issues issue NOUN/NNS 0 root
        raised raise VERB/VBN 1 acl
        by _ ADP 4 case
        Spain _ PROPN 2 obl:agent
        , _ PUNCT/, 7 punct
        who _ PRON/WP 7 nsubj
        left leave VERB/VBD 1 acl:relcl
        """) == ["left>Spain acl:relcl"])
  }
}
