import Testing

@testable import Extraction

@Suite struct ResolutionNamesTests {
  @Test func aSurnameIsThePersonNamedInFull() throws {
    let text = try Referents(
      """
      Mark/PROPN/3/nsubj Rutte/PROPN/1/flat spoke=speak/VERB/0/root ./PUNCT/3/punct
      Mr./PROPN/2/nmod_desc Rutte/PROPN/3/nsubj left=leave/VERB/0/root ./PUNCT/3/punct
      Rutte/PROPN/3/nmod_poss +'s='s/PART/1/case aide/NOUN/4/nsubj left=leave/VERB/0/root ./PUNCT/4/punct
      """)
    #expect(text.named == ["Mark Rutte: Person"])
    #expect(text.aliases(of: "Mark Rutte") == ["Rutte (surname)"])
    #expect(text.name("Rutte", 3) == "Mark Rutte: Person")
  }

  @Test func ofTwoPeopleTheOneMostOftenNamedOrFirstBearsTheSurname() throws {
    let text = try Referents(
      """
      Donald/PROPN/3/nsubj/B-PERSON Tusk/PROPN/1/flat/I-PERSON spoke=speak/VERB/0/root
      Anna/PROPN/3/nsubj/B-PERSON Tusk/PROPN/1/flat/I-PERSON left=leave/VERB/0/root
      Tusk/PROPN/2/nsubj/B-PERSON returned=return/VERB/0/root
      Mr./PROPN/2/nmod_desc Tusk/PROPN/3/nsubj/B-PERSON stayed=stay/VERB/0/root
      """)
    #expect(text.named == ["Anna Tusk: Person", "Donald Tusk: Person"])
    #expect(text.name("Tusk", 3) == "Donald Tusk: Person")
    #expect(text.name("Tusk", 4) == "Donald Tusk: Person")
    let other = try Referents(
      """
      Donald/PROPN/3/nsubj/B-PERSON Tusk/PROPN/1/flat/I-PERSON spoke=speak/VERB/0/root
      Anna/PROPN/3/nsubj/B-PERSON Tusk/PROPN/1/flat/I-PERSON left=leave/VERB/0/root
      Anna/PROPN/3/nsubj/B-PERSON Tusk/PROPN/1/flat/I-PERSON came=come/VERB/0/root
      Tusk/PROPN/2/nsubj/B-PERSON returned=return/VERB/0/root
      """)
    #expect(other.name("Tusk", 4) == "Anna Tusk: Person")
  }

  @Test func aSurnameBeforeAnyOfSeveralBearersStaysAlone() throws {
    let text = try Referents(
      """
      Tusk/PROPN/2/nsubj/B-PERSON spoke=speak/VERB/0/root
      Donald/PROPN/3/nsubj/B-PERSON Tusk/PROPN/1/flat/I-PERSON met=meet/VERB/0/root Anna/PROPN/3/obj/B-PERSON Tusk/PROPN/4/flat/I-PERSON
      """)
    #expect(text.named == ["Anna Tusk: Person", "Donald Tusk: Person", "Tusk: Person"])
  }

  @Test func acronymsByParenthesisAndByInitials() throws {
    let text = try Referents(
      """
      World/PROPN/3/compound Trade/PROPN/3/compound Agency/PROPN/7/nsubj (/PUNCT/5/punct WTA/PROPN/3/appos )/PUNCT/5/punct met=meet/VERB/0/root
      WTA/PROPN/2/nsubj left=leave/VERB/0/root
      Green/PROPN/2/compound Bank/PROPN/3/nsubj met=meet/VERB/0/root GB/PROPN/3/obj
      """)
    #expect(text.named == ["Green Bank: Organization", "World Trade Agency: Organization"])
    #expect(text.aliases(of: "World Trade Agency") == ["WTA (acronym)"])
    #expect(text.aliases(of: "Green Bank") == ["GB (acronym)"])
  }

  @Test func anAcronymOfTwoNamesIsNeither() throws {
    let text = try Referents(
      "Green/PROPN/2/compound Bank/PROPN/6/nsubj and/CCONJ/5/cc Gold/PROPN/5/compound Bank/PROPN/2/conj met=meet/VERB/0/root GB/PROPN/6/obj"
    )
    #expect(text.named == ["GB: Organization", "Gold Bank: Organization", "Green Bank: Organization"])
  }

  @Test func theSchemaKnowsNamesDemonymsAndCase() throws {
    let text = try Referents(
      """
      RUSSIA/PROPN/2/nsubj met=meet/VERB/0/root America/PROPN/2/obj
      Russian/ADJ/2/amod troops=troop/NOUN:NNS/3/nsubj left=leave/VERB/0/root the/DET/5/det U.S./PROPN/3/obj
      """)
    #expect(text.named == ["Russia: GeopoliticalEntity", "United States: GeopoliticalEntity"])
    #expect(text.aliases(of: "Russia") == ["RUSSIA (case)", "Russian (demonym)"])
    #expect(text.aliases(of: "United States") == ["America (schema)", "U.S. (schema)"])
  }

  @Test func aCapitalThatActsIsItsGovernment() throws {
    let text = try Referents(
      """
      Washington/PROPN/2/nsubj warned=warn/VERB/0/root Moscow/PROPN/2/obj
      The/DET/2/det rapprochement/NOUN/7/nsubj between/ADP/4/case Washington/PROPN/2/nmod and/CCONJ/6/cc Moscow/PROPN/4/conj grew=grow/VERB/0/root
      Rutte/PROPN/2/nsubj/B-PERSON spoke=speak/VERB/0/root in/ADP/4/case Washington/PROPN/2/obl
      The/DET/2/det road/NOUN/7/nsubj between/ADP/4/case Washington/PROPN/2/nmod and/CCONJ/6/cc Moscow/PROPN/4/conj is=be/VERB/0/root
      """)
    #expect(text.name("Washington", 1) == "United States: GeopoliticalEntity")
    #expect(text.name("Washington", 2) == "United States: GeopoliticalEntity")
    #expect(text.name("Moscow", 2) == "Russia: GeopoliticalEntity")
    #expect(text.name("Washington", 3) == "Washington: GeopoliticalEntity")
    #expect(text.name("Washington", 4) == "Washington: GeopoliticalEntity")
    #expect(text.name("Moscow", 3) == "Moscow: GeopoliticalEntity")
    #expect(text.aliases(of: "United States") == ["Washington (metonymy)"])
  }

  @Test func aSeatOfTwoIsTheOneThatTheTextNames() throws {
    let text = try Referents(
      """
      The/DET/2/det EU/PROPN/3/nsubj met=meet/VERB/0/root
      Brussels/PROPN/2/nsubj refused=refuse/VERB/0/root
      """)
    #expect(text.name("Brussels") == "European Union: Alliance")
    let alone = try Referents("Brussels/PROPN/2/nsubj refused=refuse/VERB/0/root")
    #expect(alone.name("Brussels") == "Brussels: GeopoliticalEntity")
  }

  @Test func aCapitalUrgedToActIsItsGovernmentToo() throws {
    let text = try Referents(
      "Ukraine/PROPN/2/nsubj urged=urge/VERB/0/root Moscow/PROPN/2/obj to/PART/5/mark withdraw/VERB/2/xcomp")
    #expect(text.name("Moscow") == "Russia: GeopoliticalEntity")
  }

  @Test func aStateStandsBehindItsCityAndACountryBehindItsCapital() throws {
    let state = try Referents(
      "They/PRON/2/nsubj met=meet/VERB/0/root in/ADP/4/case Atlanta/PROPN/2/obl/B-LOCATION ,/PUNCT/6/punct Georgia/PROPN/4/appos"
    )
    #expect(state.name("Georgia") == "Georgia State: GeopoliticalEntity")
    let country = try Referents(
      "They/PRON/2/nsubj met=meet/VERB/0/root in/ADP/4/case Tbilisi/PROPN/2/obl/B-LOCATION ,/PUNCT/6/punct Georgia/PROPN/4/appos"
    )
    #expect(country.name("Georgia") == "Georgia: GeopoliticalEntity")
  }

  @Test func aCountryNamesakeIsASurnameOnlyOfAPersonBefore() throws {
    let text = try Referents(
      """
      Michael/PROPN/3/nsubj Jordan/PROPN/1/flat flew=fly/VERB/0/root to/ADP/5/case Jordan/PROPN/3/obl
      Jordan/PROPN/2/nsubj smiled=smile/VERB/0/root
      """)
    #expect(text.named == ["Jordan: GeopoliticalEntity", "Michael Jordan: Person"])
    #expect(text.name("Jordan", 2) == "Jordan: GeopoliticalEntity")
    #expect(text.name("Jordan", 3) == "Michael Jordan: Person")
  }

  @Test func companiesLoseTheirSuffixAndInstitutionsTheirOrigin() throws {
    let text = try Referents(
      """
      Acme/PROPN/3/nsubj Corp./PROPN/1/flat met=meet/VERB/0/root Russian/PROPN/6/compound Foreign/PROPN/6/compound Ministry/PROPN/3/obj
      Acme/PROPN/2/nsubj left=leave/VERB/0/root the/DET/5/det Foreign/PROPN/5/compound Ministry/PROPN/2/obj
      """)
    #expect(
      text.named == [
        "Acme Corp.: Organization", "Russia: GeopoliticalEntity", "Russian Foreign Ministry: Organization",
      ])
    #expect(text.aliases(of: "Acme Corp.") == ["Acme (suffix)"])
    #expect(text.aliases(of: "Russian Foreign Ministry") == ["Foreign Ministry (short)"])
  }

  @Test func middleNamesAreTheSamePersonButOtherOnesAreNot() throws {
    let text = try Referents(
      """
      Donald/PROPN/3/nsubj Trump/PROPN/1/flat met=meet/VERB/0/root John/PROPN/3/obj A./PROPN/4/flat Smith/PROPN/4/flat
      Donald/PROPN/4/nsubj J./PROPN/1/flat Trump/PROPN/1/flat met=meet/VERB/0/root John/PROPN/4/obj B./PROPN/5/flat Smith/PROPN/5/flat
      """)
    #expect(text.named == ["Donald J. Trump: Person", "John A. Smith: Person", "John B. Smith: Person"])
  }

  @Test func namesDifferingInAccentsAreOne() throws {
    let text = try Referents(
      """
      Andriï/PROPN/3/nsubj Sybiga/PROPN/1/flat spoke=speak/VERB/0/root
      Andrii/PROPN/3/nsubj/B-PERSON Sybiga/PROPN/1/flat/I-PERSON left=leave/VERB/0/root
      """)
    #expect(text.result.entities.count == 1)
  }
}
