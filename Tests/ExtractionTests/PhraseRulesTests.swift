import Language
import SchemaFiles
import TestSupport
import Testing
import TreePatterns

@testable import Extraction

/// What noun phrases say, by the rules of Schema/grammar/phrases.rules.
@Suite struct PhraseRulesTests {
  private static let schema = Result { try Schema.embedded() }

  private static let leung = """
    Baggio _ PROPN 5 nsubj B-PERSON
    Leung _ PROPN 1 flat I-PERSON
    of _ ADP 4 case
    Youngspiration _ PROPN 1 nmod B-ORGANIZATION
    left leave VERB/VBD 0 root
    """

  @Test func evidenceNamesTheRuleAndConfidenceItsKind() throws {
    let extractor = Extractor(schema: try Self.schema.get())
    let document = try Document.fixture(Self.leung)
    let event = try #require(extractor.events(in: document).events.first { $0.phraseRule == "membership" })
    #expect(event.predicate.name == "be of" && event.rules == [] && event.signs.contains("affiliation"))
    #expect(extractor.extract(document).events.map(\.rules).contains(["membership"]))
  }

  @Test func aRuleLeftOutStatesNothing() throws {
    let document = try Document.fixture(Self.leung)
    let extractor = Extractor(schema: try Self.schema.get())
    let bytes = document.tokens.map { $0.start..<$0.end }
    #expect(
      extractor.firedRules(document) == [
        FiredRule(name: "membership", sentence: 0, word: bytes[3], words: [bytes[0], bytes[3]])
      ])
    let without = Extractor(schema: try Self.schema.get(), disabledRules: ["membership"])
    #expect(without.firedRules(document).isEmpty)
    #expect(!without.events(in: document).events.contains { $0.predicate.name == "be of" })
  }

  /// A misspelled kind would count 0 in silence.
  @Test func statementsOfEveryRuleAreWeighed() throws {
    let rules = try Self.schema.get().grammar.rules.filter(\.isStating)
    #expect(rules.count > 10)
    for rule in rules {
      let weight = RuleName(rawValue: rule.weight)
      #expect(weight.map(RuleName.ofStatements.contains) == true, "\(rule.place): \(rule.weight)")
    }
  }
}
