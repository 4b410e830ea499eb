import Testing

@testable import Extraction

@Suite struct ResolutionGroupsTests {
  /// The names for which the word stands together, `+` between them.
  private func members(_ word: String, _ occurrence: Int = 1, of text: String) throws -> String {
    let referents = try Referents(text)
    let token = try #require(referents.token(word, occurrence))
    return referents.result.members(atHead: token).map { referents.result.entities[$0].name }.joined(separator: " + ")
  }

  private static let both =
    "Mark/PROPN/6/nsubj Rutte/PROPN/1/flat and/CCONJ/4/cc Marco/PROPN/1/conj Rubio/PROPN/4/flat met=meet/VERB/0/root"

  @Test func theyAreTheNamesOfTheSubjectBefore() throws {
    #expect(
      try members("They", of: Self.both + "\nThey/PRON/2/nsubj left=leave/VERB/0/root") == "Mark Rutte + Marco Rubio")
    // Nor does it need the names again.
    let third = Self.both + "\nThey/PRON/2/nsubj left=leave/VERB/0/root\nThey/PRON/2/nsubj won=win/VERB/0/root"
    #expect(try members("They", 2, of: third) == "Mark Rutte + Marco Rubio")
  }

  @Test func aSentenceFurtherBackIsForgotten() throws {
    let far = Self.both + "\nIt/PRON/2/nsubj rained=rain/VERB/0/root\nThey/PRON/2/nsubj left=leave/VERB/0/root"
    #expect(try members("They", of: far) == "")
  }

  @Test func otherPeopleInBetweenAreMeantInstead() throws {
    let officials =
      Self.both
      + "\nOfficials=official/NOUN:NNS/2/nsubj slept=sleep/VERB/0/root\nThey/PRON/2/nsubj left=leave/VERB/0/root"
    #expect(try members("They", of: officials) == "")
  }

  @Test func aNumberMustBeThatOfTheNames() throws {
    func leaders(_ number: String) -> String {
      Self.both
        + "\nThe/DET/3/det \(number)/NUM/3/nummod leaders=leader/NOUN:NNS/4/nsubj left=leave/VERB/0/root"
    }
    #expect(try members("leaders", of: leaders("two")) == "Mark Rutte + Marco Rubio")
    #expect(try members("leaders", of: leaders("three")) == "")
    // And their kind that of the noun.
    #expect(try members("banks", of: leaders("two").replacing("leaders=leader", with: "banks=bank")) == "")
  }
}
