import Testing

@testable import Extraction

@Suite struct ProposerTests {
  @Test(arguments: [
    // A passive with its agent is turned; its other phrases say something of the undergoer.
    (
      """
      Plan _ NOUN 3 nsubj:pass
      was be AUX 3 aux:pass
      rejected reject VERB/VBN 0 root
      by _ ADP 5 case
      Spain Spain PROPN 3 obl:agent
      """, ["Spain | reject | Plan"]
    ),
    // Who is named to be left out takes no part.
    (
      """
      Spain Spain PROPN 2 nsubj
      signed sign VERB/VBD 0 root
      deals deal NOUN 2 obj
      , _ PUNCT/, 6 punct
      not _ PART 6 advmod
      treaties treaty NOUN 3 conj
      """, ["Spain | sign | deals"]
    ),
    (
      """
      Everyone everyone PRON 4 nsubj
      but but CCONJ/CC 3 cc
      Spain Spain PROPN 1 conj
      signed sign VERB/VBD 0 root
      deals deal NOUN 4 obj
      """, []
    ),
    (
      """
      Norway Norway PROPN 4 nsubj
      but but CCONJ/CC 3 cc
      Spain Spain PROPN 1 conj
      signed sign VERB/VBD 0 root
      deals deal NOUN 4 obj
      """, ["Norway | sign | deals", "Spain | sign | deals"]
    ),
    // `nor` negates, `not only` does not.
    (
      """
      Spain Spain PROPN 3 nsubj
      neither never ADV/RB 3 advmod
      signed sign VERB/VBD 0 root
      deals deal NOUN 3 obj
      nor nor CCONJ/CC 6 cc
      left leave VERB/VBD 3 conj
      talks talk NOUN 6 obj
      """, ["Spain | sign | deals | not", "Spain | leave | talks | not"]
    ),
    (
      """
      Spain Spain PROPN 5 nsubj
      did do AUX 5 aux
      not _ PART 5 advmod
      only _ ADV/RB 5 advmod
      sign sign VERB/VB 0 root
      deals deal NOUN 5 obj
      """, ["Spain | sign | deals"]
    ),
    // What would have been was not; what somebody is accused of is not certain.
    (
      """
      Spain Spain PROPN 4 nsubj
      would would AUX/MD 4 aux
      have have AUX/VB 4 aux
      signed sign VERB/VBN 0 root
      deals deal NOUN 4 obj
      """, ["Spain | sign | deals | possible"]
    ),
    // Negation, and a negative determiner.
    (
      """
      Spain Spain PROPN 4 nsubj
      did do AUX 4 aux
      not _ PART 4 advmod
      sign sign VERB/VB 0 root
      deals deal NOUN 4 obj
      """, ["Spain | sign | deals | not"]
    ),
    (
      """
      No no DET 2 det
      ally _ NOUN 3 nsubj
      signed sign VERB/VBD 0 root
      deals deal NOUN 3 obj
      """, ["ally | sign | deals | not"]
    ),
    // What is refused did not happen; not failing is doing.
    (
      """
      Spain Spain PROPN 2 nsubj
      refused refuse VERB/VBD 0 root
      to _ PART/TO 4 mark
      sign sign VERB/VB 2 xcomp
      deals deal NOUN 4 obj
      """, ["Spain | sign | deals | not"]
    ),
    (
      """
      Spain Spain PROPN 4 nsubj
      did do AUX 4 aux
      not _ PART 4 advmod
      fail fail VERB/VB 0 root
      to _ PART/TO 6 mark
      sign sign VERB/VB 4 xcomp
      deals deal NOUN 6 obj
      """, ["Spain | sign | deals"]
    ),
    // An unlisted governor is part of the predicate.
    (
      """
      Spain Spain PROPN 2 nsubj
      struggles struggle VERB/VBZ 0 root
      to _ PART/TO 4 mark
      meet meet VERB/VB 2 xcomp
      targets target NOUN 4 obj
      """, ["Spain | struggle | -", "Spain | meet | targets | possible"]
    ),
    // Reports belong to their speaker, wishes to what is wished.
    (
      """
      Rutte Rutte PROPN 2 nsubj
      said say VERB/VBD 0 root
      Spain Spain PROPN 4 nsubj
      signed sign VERB/VBD 2 ccomp
      deals deal NOUN 4 obj
      """, ["Spain | sign | deals | says Rutte"]
    ),
    (
      """
      Spain Spain PROPN 2 nsubj
      denied deny VERB/VBD 0 root
      it it PRON 4 nsubj
      signed sign VERB/VBD 2 ccomp
      deals deal NOUN 4 obj
      """, []
    ),
    (
      """
      Rutte Rutte PROPN 2 nsubj
      urged urge VERB/VBD 0 root
      Spain Spain PROPN 2 obj
      to _ PART/TO 5 mark
      sign sign VERB/VB 2 xcomp
      deals deal NOUN 5 obj
      """, ["Rutte | urge | Spain", "Spain | sign | deals | desired | says Rutte"]
    ),
    (
      """
      Ministers minister NOUN 3 nsubj:pass
      are be AUX 3 aux:pass
      expected expect VERB/VBN 0 root
      to _ PART/TO 5 mark
      sign sign VERB/VB 3 xcomp
      deals deal NOUN 5 obj
      """, ["Ministers | sign | deals | expected"]
    ),
    // A condition is no fact.
    (
      """
      Spain Spain PROPN 2 nsubj
      wins win VERB/VBZ 0 root
      votes vote NOUN 2 obj
      if _ SCONJ 6 mark
      Italy Italy PROPN 6 nsubj
      joins join VERB/VBZ 2 advcl
      talks talk NOUN 6 obj
      """, ["Spain | win | votes", "Italy | join | talks | possible"]
    ),
    // Conjuncts on both sides.
    (
      """
      Italy Italy PROPN 4 nsubj
      and _ CCONJ 3 cc
      Spain Spain PROPN 1 conj
      sent send VERB/VBD 0 root
      aid _ NOUN 4 obj
      """, ["Italy | send | aid", "Spain | send | aid"]
    ),
    // A light verb, its noun and the noun's preposition are one predicate.
    (
      """
      Allies ally NOUN 2 nsubj
      voiced voice VERB/VBD 0 root
      concern _ NOUN 2 obj
      over _ ADP 5 case
      tariffs tariff NOUN 3 nmod
      """, ["Allies | voice | concern | over tariffs"]
    ),
    (
      """
      Allies ally NOUN 3 nsubj
      are be AUX 3 cop
      worried worried ADJ 0 root
      about _ ADP 5 case
      tariffs tariff NOUN 3 obl
      """, ["Allies | be worried | - | about tariffs"]
    ),
    (
      """
      Kallas Kallas PROPN 7 nsubj
      , _ PUNCT 5 punct
      the _ DET 5 det
      policy _ NOUN 5 compound
      chief _ NOUN 1 appos
      , _ PUNCT 5 punct
      spoke speak VERB/VBD 0 root
      """, ["Kallas | be | chief", "Kallas | speak | -"]
    ),
    (
      """
      Rich rich ADJ 2 amod
      nations nation NOUN/NNS 7 nsubj
      such such ADJ 5 case
      as as ADP 3 fixed
      Italy Italy PROPN 2 nmod B-GPE
      , _ PUNCT 5 punct
      sent send VERB/VBD 0 root
      aid _ NOUN 7 obj
      """, ["Italy | be | nations", "nations | send | aid"]
    ),
    // The of-phrase of a transparent noun is what is meant.
    (
      """
      number _ NOUN 4 nsubj
      of _ ADP 3 case
      allies ally NOUN 1 nmod
      sent send VERB/VBD 0 root
      aid _ NOUN 4 obj
      """, ["allies | send | aid"]
    ),
  ]) func proposes(_ block: String, _ expected: [String]) throws {
    #expect(try Parsed(block).lines == expected)
  }

  @Test func aDayIsReadAgainstTheDateOfTheDocument() throws {
    let block = """
      Ministers minister NOUN 2 nsubj
      signed sign VERB/VBD 0 root
      deals deal NOUN 2 obj
      on _ ADP 5 case
      Friday Friday PROPN 2 obl
      """
    #expect(try Parsed(block, date: "2025-04-02").lines == ["Ministers | sign | deals | 2025-03-28"])
    #expect(try Parsed(block).lines == ["Ministers | sign | deals | Friday"])
  }

  @Test func aQuotationBelongsToItsSpeaker() throws {
    let parsed = try Parsed(
      """
      “ _ PUNCT/`` 4 punct
      Spain Spain PROPN 4 nsubj
      will will AUX/MD 4 aux
      sign sign VERB/VB 7 ccomp
      deals deal NOUN 4 obj
      ” _ PUNCT/'' 4 punct
      said say VERB/VBD 0 root
      Rutte Rutte PROPN 7 nsubj
      """)
    #expect(parsed.lines == ["Spain | sign | deals | expected | says Rutte"])
  }

  /// Each paragraph of the statement opens with a mark, and only the last one closes it; who resigns in what is quoted
  /// says none of it.
  @Test func whoReleasesAStatementSaysIt() throws {
    let parsed = try Parsed(
      """
      Rutte Rutte PROPN 2 nsubj
      released release VERB/VBD 0 root
      statement statement NOUN 2 obj

      ¶
      “ _ PUNCT/`` 4 punct
      Spain Spain PROPN 4 nsubj
      will will AUX/MD 4 aux
      sign sign VERB/VB 0 root
      deals deal NOUN 4 obj

      ¶
      “ _ PUNCT/`` 4 punct
      Kallas Kallas PROPN 4 nsubj
      has have AUX 4 aux
      left leave VERB/VBN 0 root
      Paris Paris PROPN 4 obj
      ” _ PUNCT/'' 4 punct
      """)
    #expect(
      parsed.lines == [
        "Rutte | release | statement", "Spain | sign | deals | expected | says Rutte",
        "Kallas | leave | Paris | says Rutte",
      ])
  }
}
