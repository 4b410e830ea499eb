import Language
import SchemaFiles
import Testing

@testable import Extraction

@Suite struct MentionsTests {
  @Test func aTitlePartsAnOrganizationFromAPerson() throws {
    let text = try Referents(
      "NATO/PROPN/2/compound Secretary/PROPN/4/nmod_desc General/PROPN/2/flat Mark/PROPN/6/nsubj Rutte/PROPN/4/flat spoke=speak/VERB/0/root"
    )
    #expect(text.named == ["Mark Rutte: Person", "NATO: Alliance"])
    #expect(text.name("Mark") == "Mark Rutte: Person")
    #expect(text.name("NATO") == "NATO: Alliance")
    #expect(text.entity("Mark")?.titles == ["NATO Secretary General"])
    #expect(text.aliases(of: "Mark Rutte") == ["NATO Secretary General (title)"])
    #expect(text.entity("Mark")?.representative.tokens == 3..<5)
    // The title is no mention; the tokens inside names head none.
    #expect(text.entity("Secretary") == nil)
    #expect(text.entity("General") == nil)
    #expect(text.entity("Rutte") == nil)
  }

  @Test func aTitleThatTheParseMakesTheHeadAnswersLikeTheName() throws {
    let text = try Referents("President/PROPN/3/nsubj Trump/PROPN/1/flat left=leave/VERB/0/root")
    #expect(text.name("President") == "Trump: Person")
    #expect(text.named == ["Trump: Person"])
    let beside = try Referents(
      "Secretary/PROPN/6/obl of/ADP/3/case State/PROPN/1/nmod Marco/PROPN/6/nsubj Rubio/PROPN/4/flat left=leave/VERB/0/root"
    )
    #expect(beside.name("Secretary") == "Marco Rubio: Person")
    #expect(beside.name("Marco") == "Marco Rubio: Person")
  }

  @Test func aTitleWithOfIsReadAsAWhole() throws {
    let text = try Referents(
      "Secretary/PROPN/4/nmod_desc of/ADP/3/case State/PROPN/1/nmod Marco/PROPN/6/nsubj Rubio/PROPN/4/flat spoke=speak/VERB/0/root"
    )
    #expect(text.named == ["Marco Rubio: Person"])
    #expect(text.entity("Marco")?.titles == ["Secretary of State"])
  }

  @Test func aTitleAloneIsADescription() throws {
    let text = try Referents(
      "The/DET/3/det U.S./PROPN/3/compound Secretary/NOUN/6/nsubj of/ADP/5/case State/NOUN/3/nmod spoke=speak/VERB/0/root"
    )
    #expect(text.named == ["United States: GeopoliticalEntity"])
    #expect(text.entity("Secretary")?.isNamed == false)
    #expect(text.entity("Secretary")?.name == "Secretary of State")
    #expect(text.entity("State") == nil)
  }

  @Test func aLowercaseTitleMakesAPerson() throws {
    let text = try Referents(
      "Ukrainian/ADJ/3/amod foreign/ADJ/3/amod minister/NOUN/4/nmod_desc Andriï/PROPN/6/nsubj Sybiga/PROPN/4/flat spoke=speak/VERB/0/root"
    )
    #expect(text.name("Andriï") == "Andriï Sybiga: Person")
    #expect(text.name("Ukrainian") == "Ukraine: GeopoliticalEntity")
    #expect(text.entity("minister") == nil)
  }

  @Test func anAdministrationIsNotThePerson() throws {
    let text = try Referents(
      """
      President/PROPN/2/nmod_desc Trump/PROPN/3/nsubj spoke=speak/VERB/0/root ./PUNCT/3/punct
      The/DET/3/det Trump/PROPN/3/compound administration/NOUN/4/nsubj agreed=agree/VERB/0/root ./PUNCT/4/punct
      """)
    #expect(text.named == ["Trump administration: Organization", "Trump: Person"])
    #expect(text.name("administration") == "Trump administration: Organization")
    #expect(text.entity("Trump", 2) == nil)
  }

  @Test func countriesModify() throws {
    let text = try Referents(
      "U.S./PROPN/2/compound commitment/NOUN/5/nsubj and/CCONJ/4/cc American/ADJ/2/conj matters=matter/VERB/0/root")
    #expect(text.name("U.S.") == "United States: GeopoliticalEntity")
    #expect(text.named == ["United States: GeopoliticalEntity"])
  }

  @Test func aPeopleIsAGroupOfItsOwn() throws {
    let text = try Referents(
      "The/DET/2/det Europeans=European/PROPN:NNPS/3/nsubj met=meet/VERB/0/root American/ADJ/5/amod troops=troop/NOUN:NNS/3/obj"
    )
    #expect(text.name("Europeans") == "Europeans: Group")
    #expect(text.name("American") == "United States: GeopoliticalEntity")
  }

  @Test func theAmericanIsSomebodyAndTheFrenchAreAPeople() throws {
    let text = try Referents(
      "The/DET/2/det American/PROPN/3/nsubj met=meet/VERB/0/root the/DET/5/det Russian/ADJ/3/obj")
    #expect(text.entity("American")?.isNamed == false)
    #expect(text.entity("American")?.type == "Person")
    #expect(text.name("Russian") == "Russian: Group")
  }

  @Test func aWordOfWhichOnlyItsPlaceMakesANameIsNone() throws {
    let text = try Referents(
      """
      Rumors=Rumors/PROPN/2/nsubj spread=spread/VERB/0/root
      GDP/PROPN/2/nsubj grew=grow/VERB/0/root in/ADP/4/case Zorg/PROPN/2/obl
      """,
      schema: .world)
    #expect(text.named == ["Zorg: Location"])
  }

  @Test func anArticleMayBelongToAName() throws {
    let text = try Referents(
      "He/PRON/2/nsubj works=work/VERB/0/root in/ADP/5/case The/DET/5/det Hague/PROPN/2/obl/B-LOCATION")
    #expect(text.named == ["The Hague: Location"])
  }

  @Test func theArticleOfASentenceDoesNot() throws {
    let text = try Referents(
      "The/DET/2/det/B-ORGANIZATION Trust/PROPN/3/nsubj/I-ORGANIZATION met=meet/VERB/0/root the/DET/5/det EU/PROPN/3/obj"
    )
    #expect(text.named == ["European Union: Alliance", "Trust: Organization"])
  }

  @Test func institutionsGoOnBehindOf() throws {
    let text = try Referents(
      "The/DET/2/det Bank/PROPN/5/nsubj of/ADP/4/case England/PROPN/2/nmod met=meet/VERB/0/root the/DET/7/det Ministry/PROPN/5/obj of/ADP/9/case Defence/PROPN/7/nmod"
    )
    #expect(text.named == ["Bank of England: Organization", "Ministry of Defence: Organization"])
  }

  @Test func coordinatedNamesAreSeparate() throws {
    let text = try Referents(
      "Rutte/PROPN/4/nsubj/B-PERSON and/CCONJ/3/cc Rubio/PROPN/1/conj/B-PERSON met=meet/VERB/0/root Russia/PROPN/4/obj -/PUNCT/5/punct Ukraine/PROPN/5/flat"
    )
    #expect(
      text.named == ["Rubio: Person", "Russia: GeopoliticalEntity", "Rutte: Person", "Ukraine: GeopoliticalEntity"])
  }

  @Test func aSuffixAHeadNounOrALabelGivesTheType() throws {
    let text = try Referents(
      "Acme/PROPN/3/nsubj Corp./PROPN/1/flat left=leave/VERB/0/root Black/PROPN/5/compound Sea/PROPN/3/obj with/ADP/7/case Zorg/PROPN/3/obl/B-LOCATION"
    )
    #expect(text.named == ["Acme Corp.: Organization", "Black Sea: Location", "Zorg: Location"])
  }

  @Test func alikeNamesHaveOneTypeWhateverTheLabels() throws {
    let text = try Referents(
      """
      Mark/PROPN/3/nsubj/B-PERSON Rutte/PROPN/1/flat/I-PERSON spoke=speak/VERB/0/root
      Rutte/PROPN/2/nsubj/B-ORGANIZATION left=leave/VERB/0/root
      """)
    #expect(text.named == ["Mark Rutte: Person"])
  }

  @Test func datesAndCommonWordsAtTheStartAreNoNames() throws {
    let text = try Referents(
      """
      Allies=Allies/PROPN:NNPS/2/nsubj/B-ORGANIZATION met=meet/VERB/0/root in/ADP/4/case April/PROPN/2/obl
      The/DET/2/det allies=ally/NOUN:NNS/3/nsubj left=leave/VERB/0/root
      """)
    #expect(text.named == [])
  }

  @Test func aKnownNameWithAnotherSenseIsNotTaken() throws {
    // us is no country, and Congo may be two.
    let text = try Referents(
      "They/PRON/2/nsubj told=tell/VERB/0/root us/PRON/2/obj about/ADP/5/case Congo/PROPN/2/obl")
    #expect(text.named == ["Congo: GeopoliticalEntity"])
    #expect(text.entity("Congo")?.isKnown == false)
    #expect(text.entity("us") == nil)
  }

  @Test func aKnownNameMayBeginWithAWordThatIsCutIntoTokens() {
    var schema = Schema()
    for name in ["Covid-19", "Guinea-Bissau", "The Al-Aqsa Mosque", "O'Hare Airport"] {
      schema.names.append(KnownEntity(name: name, type: "Location"))
    }
    let names = NameTable(schema: schema)
    #expect(["covid", "guinea", "guinea-bissau"].map(names.longestName) == [3, 3, 3])
    #expect(["al", "the", "o", "bissau"].map(names.longestName) == [5, 5, 4, 0])
  }
}
