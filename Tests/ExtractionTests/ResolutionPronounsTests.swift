import Testing

@testable import Extraction

@Suite struct ResolutionPronounsTests {
  @Test func heIsTheManAndSheTheWoman() throws {
    let text = try Referents(
      """
      Mark/PROPN/3/nsubj Rutte/PROPN/1/flat met=meet/VERB/0/root Kaja/PROPN/3/obj Kallas/PROPN/4/flat
      He/PRON/2/nsubj thanked=thank/VERB/0/root her/PRON/2/obj
      """)
    #expect(text.name("He") == "Mark Rutte: Person")
    #expect(text.name("her") == "Kaja Kallas: Person")
  }

  @Test func aPronounIsNotTheOtherArgumentOfItsVerb() throws {
    let text = try Referents(
      """
      Mark/PROPN/3/nsubj Rutte/PROPN/1/flat met=meet/VERB/0/root him/PRON/3/obj
      """)
    #expect(text.entity("him") == nil)
    let possessive = try Referents(
      "Mark/PROPN/3/nsubj Rutte/PROPN/1/flat met=meet/VERB/0/root his/PRON/5/nmod_poss allies=ally/NOUN:NNS/3/obj")
    #expect(possessive.name("his") == "Mark Rutte: Person")
  }

  @Test func betweenTwoEqualCandidatesNoneIsTaken() throws {
    let text = try Referents(
      """
      Mark/PROPN/6/nsubj Rutte/PROPN/1/flat and/CCONJ/4/cc Marco/PROPN/1/conj Rubio/PROPN/4/flat met=meet/VERB/0/root
      He/PRON/2/nsubj left=leave/VERB/0/root
      """)
    #expect(text.entity("He") == nil)
  }

  @Test func relativePronounsAreTheirAntecedents() throws {
    let text = try Referents(
      """
      Mark/PROPN/6/nsubj Rutte/PROPN/1/flat ,/PUNCT/5/punct who/PRON:WP/5/nsubj won=win/VERB/1/acl_relcl left=leave/VERB/0/root
      Who/PRON:WP/2/nsubj won=win/VERB/0/root
      """)
    #expect(text.name("who") == "Mark Rutte: Person")
    #expect(text.entity("Who") == nil)
  }

  /// Whom each quotation has for speaker stands in the other one.
  @Test func twoQuotationsDoNotSpeakForEachOther() throws {
    let text = try Referents(
      """
      “/PUNCT/3/punct I/PRON/3/nsubj say/VERB/0/root so/ADV/3/advmod here/ADV/3/advmod ”/PUNCT/3/punct “/PUNCT/9/punct I/PRON/9/nsubj said=say/VERB/3/parataxis so/ADV/9/advmod there/ADV/9/advmod ”/PUNCT/9/punct
      """)
    #expect(text.entity("I") == nil)
    #expect(text.entity("I", 2) == nil)
  }

  @Test func whoSpeaksBehindAQuotationMayBeAPronoun() throws {
    let text = try Referents(
      """
      Mark/PROPN/3/nsubj Rutte/PROPN/1/flat left=leave/VERB/0/root
      “/PUNCT/3/punct I/PRON/3/nsubj know=know/VERB/7/ccomp that/PRON/3/obj ”/PUNCT/3/punct he/PRON/7/nsubj said=say/VERB/0/root
      """)
    #expect(text.name("I") == "Mark Rutte: Person")
    #expect(text.name("he") == "Mark Rutte: Person")
  }

  @Test func theFirstPersonIsTheSpeaker() throws {
    let text = try Referents(
      """
      “/PUNCT/3/punct I/PRON/3/nsubj know=know/VERB/6/ccomp him/PRON/3/obj ”/PUNCT/3/punct said=say/VERB/0/root Mark/PROPN/6/nsubj Rutte/PROPN/7/flat
      I/PRON/2/nsubj wonder=wonder/VERB/0/root
      """)
    #expect(text.name("I") == "Mark Rutte: Person")
    #expect(text.entity("him") == nil)
    #expect(text.entity("I", 2) == nil)
  }

  @Test func aQuotationGoesOnOverAParagraphThatAMarkCloses() throws {
    let text = try Referents(
      """
      Rutte/PROPN/2/nsubj/B-PERSON said=say/VERB/0/root ,/PUNCT/5/punct “/PUNCT/5/punct allies=ally/NOUN:NNS/6/nsubj met=meet/VERB/2/ccomp
      ¶
      I/PRON/2/nsubj know=know/VERB/0/root ./PUNCT/2/punct ”/PUNCT/2/punct
      """)
    #expect(text.name("I") == "Rutte: Person")
  }

  @Test func itIsABodyAndTheyAreThoseWhoAct() throws {
    let text = try Referents(
      """
      NATO/PROPN/2/nsubj met=meet/VERB/0/root
      It/PRON/2/nsubj warned=warn/VERB/0/root Russia/PROPN/2/obj
      Its/PRON/2/nmod_poss ministers=minister/NOUN:NNS/3/nsubj met=meet/VERB/0/root
      They/PRON/2/nsubj left=leave/VERB/0/root
      It/PRON/2/expl rained=rain/VERB/0/root
      """)
    #expect(text.name("It") == "NATO: Alliance")
    #expect(text.name("Its") == "NATO: Alliance")
    #expect(text.entity("They")?.name == "ministers")
    #expect(text.entity("It", 2) == nil)
  }

  @Test func aPleonasticItRefersToNothing() throws {
    let text = try Referents(
      """
      NATO/PROPN/2/nsubj met=meet/VERB/0/root
      It/PRON/3/nsubj is=be/AUX/3/cop likely/ADJ/0/root that/SCONJ/6/mark Russia/PROPN/6/nsubj left=leave/VERB/3/ccomp
      """)
    #expect(text.entity("It") == nil)
  }
}
