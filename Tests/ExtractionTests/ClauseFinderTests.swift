import Language
import Testing

@testable import Extraction

@Suite struct ClauseFinderTests {
  @Test func readsTheArgumentsOfAnActiveClause() throws {
    let parsed = try Parsed(
      """
      Allies ally NOUN 2 nsubj
      sent send VERB/VBD 0 root
      troops troop NOUN 2 obj
      to _ ADP 5 case
      Poland Poland PROPN 2 obl
      . _ PUNCT 2 punct
      """)
    let clause = try #require(parsed.clause("sent"))
    #expect(parsed.word(clause.subject) == "Allies")
    #expect(parsed.word(clause.object) == "troops")
    #expect(clause.obliques.map(\.preposition) == ["to"])
    #expect(!clause.isPassive)
  }

  @Test func verbsShareTheObjectBehindTheLast() throws {
    let parsed = try Parsed(
      """
      Robots robot NOUN 2 nsubj
      lift _ VERB/VBP 0 root
      , _ PUNCT 4 punct
      carry _ VERB/VBP 2 conj
      and _ CCONJ 6 cc
      drop _ VERB/VBP 2 conj
      balls ball NOUN 6 obj
      """)
    for verb in ["lift", "carry", "drop"] { #expect(parsed.word(parsed.clause(verb)?.object) == "balls", "\(verb)") }
  }

  /// The phrase of the first verb stands behind the start of the second clause.
  @Test func clausesThatCrossShareNothing() throws {
    let parsed = try Parsed(
      """
      Two two NUM/CD 3 nsubj:pass
      were be AUX/VBD 3 aux:pass
      killed kill VERB/VBN 0 root
      and _ CCONJ 8 cc
      three three NUM/CD 8 nsubj:pass
      in _ ADP 7 case
      Paris Paris PROPN 3 obl
      injured injure VERB/VBN 3 conj
      after _ ADP 10 case
      dusk _ NOUN 8 obl
      """)
    #expect(parsed.clause("killed")?.obliques.map { parsed.word($0.head) } == ["Paris"])
    #expect(parsed.clause("injured")?.obliques.map { parsed.word($0.head) } == ["dusk"])
  }

  @Test func aConjunctBeforeItsGovernorSharesNothing() throws {
    let parsed = try Parsed(
      """
      carry _ VERB/VBP 3 conj
      balls ball NOUN 1 obj
      lift _ VERB/VBP 0 root
      """)
    #expect(parsed.clause("lift")?.object == nil)
  }

  @Test func aParticipleAfterANounIsPassiveAndHasTheNounAsSubject() throws {
    let parsed = try Parsed(
      """
      coalition _ NOUN 5 nsubj
      led lead VERB/VBN 1 acl
      by _ ADP 4 case
      France France PROPN 2 obl:agent
      met meet VERB/VBD 0 root
      . _ PUNCT 5 punct
      """)
    let clause = try #require(parsed.clause("led"))
    #expect(clause.isPassive)
    #expect(parsed.word(clause.subject) == "coalition")
    #expect(parsed.word(clause.agent) == "France")
    #expect(clause.subjectSource == .antecedent)
  }

  @Test func aRelativePronounStandsForItsAntecedent() throws {
    let relative = try Parsed(
      """
      They they PRON 2 nsubj
      saw see VERB/VBD 0 root
      deals deal NOUN 2 obj
      that that PRON/WDT 5 nsubj
      worked work VERB/VBD 3 acl:relcl
      and _ CCONJ 9 cc
      deals deal NOUN 3 conj
      Rubio Rubio PROPN 9 nsubj
      signed sign VERB/VBD 7 acl:relcl
      """)
    #expect(relative.word(relative.clause("worked")?.subject) == "deals")
    // No pronoun at all: the gap is the object.
    #expect(relative.clause("signed")?.object == 6)
  }

  @Test func anOpenComplementTakesTheObjectOfItsGovernorBeforeTheSubject() throws {
    let parsed = try Parsed(
      """
      Rutte Rutte PROPN 2 nsubj
      urged urge VERB/VBD 0 root
      allies ally NOUN 2 obj
      to _ PART/TO 5 mark
      spend spend VERB/VB 2 xcomp
      more _ NOUN 5 obj
      """)
    #expect(parsed.word(parsed.clause("spend")?.subject) == "allies")
    #expect(parsed.clause("spend")?.subjectSource == .control)
  }

  @Test func coordinatedVerbsShareSubjectAndAdjacentOnesTheObject() throws {
    let parsed = try Parsed(
      """
      Ministers minister NOUN 2 nsubj
      signed sign VERB/VBD 0 root
      and _ CCONJ 4 cc
      ratified ratify VERB/VBD 2 conj
      it it PRON 4 obj
      """)
    #expect(parsed.word(parsed.clause("ratified")?.subject) == "Ministers")
    #expect(parsed.word(parsed.clause("signed")?.object) == "it")
  }

  @Test func aTreeWithoutEndOrWithHeadsOutsideIsNoTrouble() throws {
    var document = try Parsed("a _ NOUN 0 root").document
    document.tokens[0].head = 7
    #expect(DependencyTree(document).children(of: 0).isEmpty)
  }
}
