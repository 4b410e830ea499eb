import Language
import SchemaFiles
import TestSupport
import Testing
import TreePatterns

@testable import Extraction

@Suite struct TreeRepairTests {
  static let schema = Result { try Schema.embedded() }

  /// Every rule fires where its examples say, and nowhere in its counter-examples.
  @Test func rulesDoWhatTheirExamplesSay() throws {
    let failed = try Extractor.failedRuleExamples(of: Self.schema.get())
    #expect(failed == [])
  }

  private static let zuckerberg = """
    Facebook _ PROPN 2 compound
    co-founder founder NOUN/NN 5 nsubj
    Mark _ PROPN 2 flat B-PERSON
    Zuckerberg _ PROPN 3 flat I-PERSON
    left leave VERB/VBD 0 root
    Acme _ PROPN 5 obj
    """

  @Test func evidenceNamesTheMendsOfItsWords() throws {
    let document = try Document.fixture(Self.zuckerberg)
    let extractor = Extractor(schema: try Self.schema.get())
    #expect(
      extractor.firedRules(document) == [
        FiredRule(name: "title", sentence: 0, word: 20..<24, words: [9..<19, 20..<24])
      ])
    let rules = extractor.extract(document).events.map(\.rules)
    #expect(rules.contains { $0.first == "active" && $0.contains("mend:title") }, "\(rules)")
    let without = Extractor(schema: try Self.schema.get(), disabledRules: ["title"])
    #expect(without.firedRules(document).isEmpty)
    #expect(!without.extract(document).events.contains { $0.rules.contains("mend:title") })
  }

  @Test func aSchemaWithoutRulesMendsNothing() throws {
    let document = try Document.fixture(Self.zuckerberg)
    var schema = Schema.small
    schema.grammar = Grammar()
    #expect(Extractor(schema: schema).firedRules(document).isEmpty)
  }
}
