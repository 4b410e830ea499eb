import SchemaFiles
import Testing

@testable import Extraction

@Suite struct ResolutionOriginsTests {
  /// The world of the tests, with countries that have presidents.
  private var schema: Schema {
    var schema = Schema.world
    schema.lists["counterpartNoun"] = ["counterpart"]
    schema.lists["refusingVerb"] = ["reject"]
    schema.lists["distinguishingModifier"] = ["new"]
    for index in schema.names.indices where ["United States", "Russia", "Ukraine"].contains(schema.names[index].name) {
      schema.names[index].offices = ["president"]
    }
    return schema
  }

  @Test func theAmericanIsTheOneWhoWasCalledSo() throws {
    let text = try Referents(
      """
      Anna/PROPN/7/nsubj/B-PERSON Fox/PROPN/1/flat/I-PERSON ,/PUNCT/6/punct an/DET/6/det American/ADJ/6/amod coach/NOUN/1/appos left=leave/VERB/0/root
      The/DET/2/det American/ADJ/3/nsubj won=win/VERB/0/root
      The/DET/2/det Americans=American/PROPN:NNPS/3/nsubj won=win/VERB/0/root
      """, schema: schema)
    #expect(text.name("American", 2) == "Anna Fox: Person")
    #expect(text.entity("Americans")?.type == "Group")
  }

  @Test func ofTwoAmericansTheAmericanIsNeither() throws {
    let text = try Referents(
      """
      American/ADJ/2/amod coach/NOUN/3/compound Anna/PROPN/5/nsubj/B-PERSON Fox/PROPN/3/flat/I-PERSON beat/VERB/0/root American/ADJ/7/amod Mark/PROPN/5/obj/B-PERSON Wolf/PROPN/7/flat/I-PERSON
      The/DET/2/det American/ADJ/3/nsubj won=win/VERB/0/root
      """, schema: schema)
    #expect(text.entity("American", 3)?.isNamed != true)
  }

  @Test func aCounterpartHasTheSameOfficeInTheOtherCountry() throws {
    let text = try Referents(
      """
      Ukrainian/ADJ/2/amod President/PROPN/3/compound Anna/PROPN/5/nsubj/B-PERSON Fox/PROPN/3/flat/I-PERSON met=meet/VERB/0/root Russian/ADJ/7/amod President/PROPN/8/compound Mark/PROPN/5/obj/B-PERSON Wolf/PROPN/8/flat/I-PERSON
      Fox/PROPN/2/nsubj/B-PERSON thanked=thank/VERB/0/root her/PRON/5/nmod_poss Russian/ADJ/5/amod counterpart/NOUN/2/obj
      Fox/PROPN/2/nsubj/B-PERSON thanked=thank/VERB/0/root her/PRON/5/nmod_poss American/ADJ/5/amod counterpart/NOUN/2/obj
      """, schema: schema)
    #expect(text.name("counterpart", 1) == "Mark Wolf: Person")
    #expect(text.entity("counterpart", 2)?.isNamed != true)
  }

  @Test func aNamedCounterpartGetsTheOffice() throws {
    let text = try Referents(
      """
      Ukrainian/ADJ/2/amod President/PROPN/3/compound Anna/PROPN/5/nsubj/B-PERSON Fox/PROPN/3/flat/I-PERSON met=meet/VERB/0/root her/PRON/8/nmod_poss Russian/ADJ/8/amod counterpart/NOUN/5/obj ,/PUNCT/8/punct Mark/PROPN/8/appos/B-PERSON Wolf/PROPN/10/flat/I-PERSON
      The/DET/3/det Russian/ADJ/3/amod president/NOUN/4/nsubj left=leave/VERB/0/root
      """, schema: schema)
    #expect(text.name("counterpart") == "Mark Wolf: Person")
    #expect(text.name("president") == "Mark Wolf: Person")
  }

  @Test func nobodyRejectsHisOwnDemands() throws {
    let text = try Referents(
      """
      Mark/PROPN/3/nsubj/B-PERSON Wolf/PROPN/1/flat/I-PERSON met=meet/VERB/0/root John/PROPN/3/obj/B-PERSON Fox/PROPN/4/flat/I-PERSON
      Wolf/PROPN/2/nsubj/B-PERSON rejected=reject/VERB/0/root his/PRON/4/nmod_poss demands=demand/NOUN:NNS/2/obj
      Wolf/PROPN/2/nsubj/B-PERSON repeated=repeat/VERB/0/root his/PRON/4/nmod_poss demands=demand/NOUN:NNS/2/obj
      """, schema: schema)
    #expect(text.name("his", 1) == "John Fox: Person")
    #expect(text.name("his", 2) == "Mark Wolf: Person")
  }

  @Test func descriptionsWithTheSameNamesAreOne() throws {
    let text = try Referents(
      """
      American/ADJ/2/amod ties=tie/NOUN:NNS/5/nsubj to/ADP/4/case NATO/PROPN/2/nmod failed=fail/VERB/0/root
      Old/ADJ/3/amod American/ADJ/3/amod ties=tie/NOUN:NNS/6/nsubj to/ADP/5/case NATO/PROPN/3/nmod failed=fail/VERB/0/root
      New/ADJ/3/amod American/ADJ/3/amod ties=tie/NOUN:NNS/6/nsubj to/ADP/5/case NATO/PROPN/3/nmod failed=fail/VERB/0/root
      Old/ADJ/3/amod American/ADJ/3/amod ties=tie/NOUN:NNS/6/nsubj to/ADP/5/case Russia/PROPN/3/nmod failed=fail/VERB/0/root
      """, schema: schema)
    let numbers = (1...4).map { text.result.entity(atHead: text.token("ties", $0)!) }
    #expect(numbers[0] != nil && numbers[0] == numbers[1])
    #expect(numbers[2] != numbers[0] && numbers[3] != numbers[0])
    #expect(text.entity("ties", 2)?.name == "American ties")
  }
}
