import Testing

@testable import Extraction

@Suite struct ResolutionDescriptionsTests {
  @Test func aTitleMeansWhoWasIntroducedWithIt() throws {
    let text = try Referents(
      """
      NATO/PROPN/2/compound Secretary/PROPN/4/nmod_desc General/PROPN/2/flat Mark/PROPN/6/nsubj Rutte/PROPN/4/flat spoke=speak/VERB/0/root
      The/DET/2/det Secretary/PROPN/4/nsubj General/PROPN/2/flat left=leave/VERB/0/root
      The/DET/2/det president/NOUN/3/nsubj stayed=stay/VERB/0/root
      """)
    #expect(text.name("Secretary", 2) == "Mark Rutte: Person")
    #expect(text.entity("president")?.isNamed == false)
  }

  @Test func aTitleOfTwoPeopleIsNobodyInParticularButItsOwnerDecides() throws {
    let text = try Referents(
      """
      Russian/ADJ/2/amod minister/NOUN/3/nmod_desc John/PROPN/8/nsubj Fox/PROPN/3/flat and/CCONJ/7/cc Ukrainian/ADJ/7/amod minister/NOUN/8/nmod_desc Mark/PROPN/3/conj Wolf/PROPN/8/flat met=meet/VERB/0/root
      The/DET/2/det minister/NOUN/3/nsubj left=leave/VERB/0/root
      The/DET/3/det Ukrainian/ADJ/3/amod minister/NOUN/4/nsubj stayed=stay/VERB/0/root
      """)
    #expect(text.entity("minister", 3)?.isNamed == false)
    #expect(text.name("minister", 4) == "Mark Wolf: Person")
  }

  @Test func appositionsDescribe() throws {
    let text = try Referents(
      """
      Kaja/PROPN/10/nsubj Kallas/PROPN/1/flat ,/PUNCT/8/punct the/DET/5/det EU/PROPN/8/nmod_poss +'s='s/PART/5/case policy/NOUN/8/compound chief/NOUN/1/appos ,/PUNCT/8/punct spoke=speak/VERB/0/root
      The/DET/2/det diplomat/NOUN/6/nsubj ,/PUNCT/4/punct John/PROPN/2/appos Fox/PROPN/4/flat left=leave/VERB/0/root
      """)
    #expect(text.name("chief") == "Kaja Kallas: Person")
    #expect(text.aliases(of: "Kaja Kallas") == ["EU chief (title)"])
    #expect(text.name("diplomat") == "John Fox: Person")
  }

  @Test func anAppositionIsToldFromAListByItsCommas() throws {
    let text = try Referents(
      """
      Andriï/PROPN/12/nsubj Sybiga/PROPN/1/flat ,/PUNCT/6/punct Ukraine/PROPN/6/nmod_poss +'s='s/PART/4/case minister/NOUN/1/conj ,/PUNCT/9/punct and/CCONJ/9/cc Kaja/PROPN/1/conj Kallas/PROPN/9/flat ,/PUNCT/12/punct met=meet/VERB/0/root
      Rutte/PROPN/4/nsubj/B-PERSON and/CCONJ/3/cc ministers=minister/NOUN:NNS/1/conj met=meet/VERB/0/root
      """)
    #expect(text.name("minister") == "Andriï Sybiga: Person")
    #expect(text.entity("Andriï")?.titles == ["Ukraine minister"])
    #expect(text.entity("ministers")?.isNamed == false)
  }

  @Test func theAllianceIsTheOneThatTheTextNames() throws {
    let text = try Referents(
      """
      NATO/PROPN/2/nsubj met=meet/VERB/0/root
      The/DET/2/det alliance/NOUN/3/nsubj agreed=agree/VERB/0/root
      An/DET/2/det alliance/NOUN/3/nsubj broke=break/VERB/0/root
      """)
    #expect(text.name("alliance", 1) == "NATO: Alliance")
    #expect(text.entity("alliance", 2)?.isNamed == false)
    #expect(text.aliases(of: "NATO") == ["the alliance (epithet)"])
    let other = try Referents("The/DET/2/det alliance/NOUN/3/nsubj agreed=agree/VERB/0/root")
    #expect(other.entity("alliance")?.isNamed == false)
    // Two members in the text, and the schema knows one alliance.
    let members = try Referents(
      "America/PROPN/4/nsubj and/CCONJ/3/cc Belgium/PROPN/1/conj left=leave/VERB/0/root the/DET/6/det alliance/NOUN/4/obj"
    )
    #expect(members.name("alliance") == "NATO: Alliance")
  }

  @Test func aNounOfTheNameRefersBack() throws {
    let text = try Referents(
      """
      Green/PROPN/2/compound Bank/PROPN/3/nsubj met=meet/VERB/0/root
      The/DET/2/det bank/NOUN/3/nsubj agreed=agree/VERB/0/root
      Its/PRON/2/nmod_poss bank/NOUN/3/nsubj agreed=agree/VERB/0/root
      """)
    #expect(text.name("bank", 1) == "Green Bank: Organization")
    #expect(text.entity("bank", 2)?.isNamed == false)
  }

  @Test func likeDescriptionsAreOneUnlessIndefinite() throws {
    let text = try Referents(
      """
      NATO/PROPN/2/compound ministers=minister/NOUN:NNS/3/nsubj met=meet/VERB/0/root
      The/DET/2/det ministers=minister/NOUN:NNS/3/nsubj agreed=agree/VERB/0/root
      A/DET/2/det man/NOUN/3/nsubj left=leave/VERB/0/root
      A/DET/2/det man/NOUN/3/nsubj stayed=stay/VERB/0/root
      """)
    #expect(
      text.result.entity(atHead: text.token("ministers", 1)!) == text.result.entity(atHead: text.token("ministers", 2)!)
    )
    #expect(text.result.entity(atHead: text.token("man", 1)!) != text.result.entity(atHead: text.token("man", 2)!))
    #expect(text.entity("ministers")?.name == "NATO ministers")
  }
}
