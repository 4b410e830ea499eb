import Language
import TestSupport
import Testing

@testable import Extraction

@Suite struct ConfidenceTests {
  private static func document(margins: [UInt8]) throws -> Document {
    var document = try Document.fixture(
      """
      allies ally NOUN/NNS 2 nsubj
      signed sign VERB/VBD 0 root
      deals deal NOUN/NNS 2 obj
      """)
    for (index, margin) in margins.enumerated() { document.tokens[index].headMargin = margin }
    return document
  }

  @Test func signsAreRulesDoubtAndReach() throws {
    let grounds = Grounds(rules: [.active, .object], words: [0, 1, 2])
    #expect(
      grounds.signs(in: try Self.document(margins: [255, 20, 255])) == ["active", "object", "margin 1", "reach 0"])
    #expect(grounds.signs(in: try Self.document(margins: [])) == ["active", "object", "margin 4", "reach 0"])
    let statement = Grounds(rules: [.active], words: [0, 2, 1], ends: [0, 2])
    #expect(
      statement.signs(in: try Self.document(margins: [255, 255, 60])) == [
        "active", "margin 3", "reach 0", "subject described", "object described", "object margin 3",
      ])
  }

  @Test func isTheLogisticOfTheWeights() throws {
    let document = try Self.document(margins: [])
    func confidence(_ bias: Double, _ weight: Double) -> Int {
      ConfidenceModel(ConfidenceTable(bias: bias, weights: ["active": weight]))
        .confidence(Grounds(rules: [.active, .part], words: [1]), in: document)
    }
    #expect(confidence(0, 0) == 50)
    #expect(confidence(1, 1.2) == 90)
    #expect(confidence(-1, -1.2) == 10)
    #expect(confidence(400, 400) == 99)
    #expect(confidence(-400, -400) == 1)
  }

  /// What the parser doubts is less probable, whatever the rule.
  @Test(arguments: [.active, .passive, .copular] as [RuleName]) func doubtCosts(rule: RuleName) throws {
    for table in [ConfidenceTable.statements, .openFacts] {
      let model = ConfidenceModel(table)
      let grounds = Grounds(rules: [rule], words: [0, 1, 2], ends: [0, 2])
      let sure = try model.confidence(grounds, in: Self.document(margins: []))
      #expect(try sure > model.confidence(grounds, in: Self.document(margins: [0, 0, 0])))
    }
  }

  /// A rule has a fitted weight, or stands in the list of those that have none, never both.
  @Test func everyRuleIsWeighed() {
    for (table, rules, unfitted) in [
      (ConfidenceTable.statements, RuleName.ofStatements, ConfidenceTable.unfittedInStatements),
      (.openFacts, RuleName.ofOpenFacts, ConfidenceTable.unfittedInOpenFacts),
    ] {
      for rule in rules {
        #expect((table.weights[rule.rawValue] == nil) == unfitted.contains(rule), "\(rule.rawValue)")
      }
      #expect(unfitted.isSubset(of: rules))
    }
  }
}
