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

  @Test func whoIsNotTheBodyButItsMembers() throws {
    let members = """
      Members member NOUN/NNS 6 nsubj
      of _ ADP 3 case
      NATO _ PROPN 1 nmod B-ORGANIZATION
      who _ PRON/WP 5 nsubj
      met meet VERB/VBD 3 acl:relcl
      left leave VERB/VBD 0 root
      """
    #expect(try Self.moved(members) == ["met>Members acl:relcl"])
    #expect(try Self.moved(members.replacing("who _ PRON/WP", with: "which _ PRON/WDT")) == [])
  }

  @Test func whoSaysSoStandsInBetween() throws {
    let parenthesis = """
      The _ DET 2 det
      drug _ NOUN/NN 6 nsubj
      , _ PUNCT/, 5 punct
      the _ DET 5 det
      agency _ NOUN/NN 2 appos
      says say VERB/VBZ 0 root
      , _ PUNCT/, 8 punct
      damages damage VERB/VBZ 6 ccomp
      livers liver NOUN/NNS 8 obj
      """
    #expect(
      try Self.moved(parenthesis) == [
        "drug>damages nsubj", "agency>says nsubj", "says>damages parataxis", "damages>- root",
      ])
    #expect(try Self.moved(parenthesis.replacing("says say", with: "owns own")) == [])
  }

  @Test func whatIsGivenUpIsNoPropertyOfItsObject() throws {
    let gerund = """
      Croatia _ PROPN 2 nsubj
      refused refuse VERB/VBD 0 root
      exporting export VERB/VBG 4 amod
      grain _ NOUN/NN 2 obj
      """
    #expect(try Self.moved(gerund) == ["exporting>refused xcomp", "grain>exporting obj"])
    #expect(try Self.moved(gerund.replacing("refused refuse", with: "liked like")) == [])
  }

  @Test func aSecondSubjectBehindTheVerbIsItsObject() throws {
    let tides = """
      moons moon NOUN/NNS 2 nsubj
      control _ VERB/VBP 0 root
      tides tide NOUN/NNS 2 nsubj
      """
    #expect(try Self.moved(tides) == ["tides>control obj"])
    #expect(try Self.moved(tides.replacing("control _ VERB", with: "state _ VERB")) == [])
  }

  @Test func beToIsAnAuxiliary() throws {
    let travel = """
      They they PRON/PRP 4 nsubj
      are be AUX/VBP 4 cop
      to _ PART/TO 4 mark
      travel _ VERB/VB 0 root
      """
    #expect(try Self.moved(travel) == ["are>travel aux"])
  }

  @Test func aPersonIsNoAppendixOfTheTitle() throws {
    let title = """
      Founder founder NOUN/NN 4 nsubj
      Mark _ PROPN 1 flat
      Rutte _ PROPN 2 flat
      left leave VERB/VBD 0 root
      """
    #expect(try Self.moved(title) == ["Founder>Mark compound", "Mark>left nsubj"])
    // Of what is no person, nothing is known.
    #expect(try Self.moved(title.replacing("Founder founder", with: "Drug drug")) == [])
  }
}
