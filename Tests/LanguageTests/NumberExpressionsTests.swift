@testable import Language
import TestSupport
import Testing

@Suite struct NumberExpressionsTests {
  @Test func labelsMoneyAndPercent() throws {
    var document = try Document.fixture(
      """
      It      _ PRON/PRP  2 nsubj
      fell    fall VERB/VBD 0 root
      5       _ NUM/CD    4 nummod
      percent _ NOUN/NN   2 obl
      to      _ ADP/IN    6 case
      $       _ SYM/$     2 obl B-DATE
      1.2     _ NUM/CD    6 nummod I-DATE
      billion _ NUM/CD    6 nummod I-DATE
      in      _ ADP/IN    10 case
      3       _ NUM/CD    2 obl
      per     _ ADP/IN    12 case
      cent    _ NOUN/NN   10 nmod
      of      _ ADP/IN    14 case
      7       _ NUM/CD    12 nmod
      """)
    NumberExpressions.label(0..<document.tokens.count, in: &document)
    #expect(
      document.tokens.map(\.entity.iobName) == [
        "O", "O", "B-PERCENT", "I-PERCENT", "O", "B-MONEY", "I-MONEY", "I-MONEY", "O", "B-PERCENT", "I-PERCENT",
        "I-PERCENT", "O", "O",
      ])
  }

  @Test func leavesNamesAlone() throws {
    var document = try Document.fixture("5 _ NUM/CD 2 nummod B-ORGANIZATION\n% _ SYM/NN 0 root I-ORGANIZATION")
    let before = document.tokens
    NumberExpressions.label(0..<2, in: &document)
    #expect(document.tokens == before)
  }
}
