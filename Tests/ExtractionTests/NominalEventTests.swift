import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

/// Nouns that name events: hand-built trees, so that only the rules are tested.
@Suite struct EventTests {
  private static var schema: Schema {
    var schema = Schema.small
    schema.frames = .small(
      and: """
        frame attack
        verb attack
        noun attack
        roles object! (on, against)
        frame invade
        verb invade
        noun invasion
        roles object (of)
        frame reject
        verb reject
        effect denies, object implies
        frame talk
        verb talk
        noun talk
        roles with (with, between)
        symmetric
        frame withdraw
        verb withdraw
        noun withdrawal
        roles subject (of), object, from
        """)
    var attacks = Relation(name: "attacks", label: "attacks")
    attacks.wordings = [Wording(construction: .verb, lemmas: "attack")]
    schema.relations += [attacks]
    return schema
  }

  private static let invasion = """
    Russia _ PROPN 3 nmod:poss B-GPE
    's _ PART/POS 1 case
    invasion _ NOUN/NN 6 nsubj
    of _ ADP 5 case
    Ukraine _ PROPN 3 nmod B-GPE
    shocked shock VERB/VBD 0 root
    Europe _ PROPN 6 obj B-LOCATION
    """

  private func events(_ block: String) throws -> [String] {
    try Parsed(block, schema: Self.schema).lines.filter {
      $0.contains("invade") || $0.contains("withdraw") || $0.contains("attack")
    }
    .filter {
      !$0.hasPrefix("invasion") && !$0.hasPrefix("withdrawal") && !$0.contains("| invasion")
        && !$0.contains("| withdrawal")
    }
  }

  @Test func theOwnerDoesWhatTheNounNames() throws {
    #expect(try events(Self.invasion) == ["Russia | invade | Ukraine"])
    let agent = """
      The the DET 2 det
      invasion _ NOUN/NN 7 nsubj
      of _ ADP 4 case
      Ukraine _ PROPN 2 nmod B-GPE
      by _ ADP 6 case
      Russia _ PROPN 2 nmod B-GPE
      failed fail VERB/VBD 0 root
      """
    #expect(try events(agent) == ["Russia | invade | Ukraine"])
  }

  @Test func whatIsOnlyFearedOrPlannedIsNoFact() throws {
    let feared = """
      NATO _ PROPN 2 nsubj B-ORGANIZATION
      wants want VERB/VBZ 0 root
      a _ DET 5 det
      Russian _ PROPN 5 compound B-GPE
      invasion _ NOUN/NN 2 obj
      of _ ADP 7 case
      Ukraine _ PROPN 5 nmod B-GPE
      by _ ADP 9 case
      Russia _ PROPN 5 nmod B-GPE
      """
    #expect(try events(feared) == ["Russia | invade | Ukraine | desired"])
    #expect(try events(feared.replacing("wants want", with: "plans plan")) == ["Russia | invade | Ukraine | planned"])
    #expect(
      try events(feared.replacing("wants want", with: "denies deny")) == ["Russia | invade | Ukraine | not | says NATO"]
    )
    #expect(try events(feared.replacing("wants want", with: "rejects reject")) == ["Russia | invade | Ukraine"])
    #expect(
      try events(feared.replacing("a _ DET", with: "no _ DET").replacing("wants want", with: "saw see")) == [
        "Russia | invade | Ukraine | not"
      ])
  }

  @Test func whatMovesIsBehindOf() throws {
    let withdrawal = """
      The the DET 2 det
      withdrawal _ NOUN/NN 7 nsubj
      of _ ADP 4 case
      troops troop NOUN/NNS 2 nmod
      from _ ADP 6 case
      Mali _ PROPN 2 nmod B-GPE
      began begin VERB/VBD 0 root
      """
    #expect(try events(withdrawal) == ["troops | withdraw | - | from Mali"])
    #expect(
      try events(withdrawal.replacing("6 case\nMali _ PROPN 2", with: "6 case\nMali _ PROPN 4")) == [
        "troops | withdraw | - | from Mali"
      ])
  }

  @Test func partiesHaveItWithOneAnother() throws {
    let talks = """
      Talks talk NOUN/NNS 6 nsubj
      between _ ADP 3 case
      Iran _ PROPN 1 nmod B-GPE
      and _ CCONJ 5 cc
      Iraq _ PROPN 3 conj B-GPE
      failed fail VERB/VBD 0 root
      """
    #expect(try Parsed(talks, schema: Self.schema).lines == ["Iran | talk | - | with Iraq", "Talks | fail | -"])
  }
}
