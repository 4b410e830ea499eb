import Language
import Testing

@testable import TreePatterns

/// Reads rules with a few lists and types.
func grammar(_ text: String) throws -> Grammar {
  try RuleParser.grammar(of: [RuleSource(name: "a.rules", bytes: Array(text.utf8))], vocabulary: .small)
}

extension RuleVocabulary {
  static let small = RuleVocabulary(
    lists: ["reportingVerb": ["say", "state"], "negativeVerb": ["refuse"], "acquittalVerb": ["acquit"]],
    parents: ["Person": "Agent", "Agent": nil, "Organization": "Agent", "GeopoliticalEntity": nil, "Group": nil])
}

@Suite struct RuleParserTests {
  static let rest = """
      relabel a as obj
      example
        1 a _ NOUN 0 root
      gives
        1 a _ NOUN 0 root
      counter
        1 a _ VERB 0 root
    """

  @Test func aRuleIsRead() throws {
    let grammar = try grammar(
      """
      # A comment.
      pass words

      rule first-one
        find a: relation nsubj|obj, (lemma @reportingVerb or form "due"|"set", not tag VBD),
          has child nmod:poss (before a)
        maybe b: head of a, type Person
        without c: child det of a
      \(Self.rest)
      """)
    let rule = try #require(grammar.rules.first)
    #expect(rule.name == "first-one" && rule.place.description == "a.rules:4:6")
    #expect(rule.nodes.map(\.name) == ["a", "b", "c"])
    #expect(rule.nodes.map(\.quantity) == [.one, .optional, .none])
    #expect(rule.nodes[0].conditions.count == 3 && rule.actions == [.edit(.relabel(0, .object))])
    #expect(rule.examples.map(\.kind) == [.example, .gives, .counter])
    #expect(rule.examples.map(\.place.line) == [10, 12, 14])
    #expect(
      grammar.choices == [.words([], lists: ["reportingVerb"]), .words(["due", "set"], lists: []), .types(["Person"])])
  }

  @Test(arguments: [
    ("rule a", "1:1", "pass NAME before the first rule"), ("pass Words", "1:6", "the name of a pass"),
    ("pass p\nrule a\n  find a: tag NOUM\n", "3:15", "a universal or Penn tag, got NOUM; did you mean NOUN?"),
    ("pass p\nrule a\n  find a: relation nsub\n", "3:20", "did you mean nsubj?"),
    ("pass p\nrule a\n  find a: lemma @reportinVerb\n", "3:18", "did you mean reportingVerb?"),
    ("pass p\nrule a\n  find a: type Persn\n", "3:16", "did you mean Person?"),
    ("pass p\nrule a\n  find a: entity PERSONS\n", "3:18", "did you mean PERSON?"),
    ("pass p\nrule a\n  find a: form due\n", "3:16", "words in double quotes, or @LIST, got due"),
    ("pass p\nrule a\n  find a: form \"due\n", "3:16", "a double quote that closes"),
    ("pass p\nrule a\n  find a: head of b\n", "3:19", "the name of a node above: a"),
    ("pass p\nrule a\n  find a: tag NOUN\n  find b: tag VERB\n", "4:11", "first how b is found from another node"),
    ("pass p\nrule a\n  find a: tag NOUN\n  find b: child of b\n", "4:11", "how b is found from a node above"),
    ("pass p\nrule a\n  find a: tag NOUN\n  find a: head of a\n", "4:8", "one node a, which already stands at"),
    ("pass p\nrule a\n  maybe a: tag NOUN\n", "3:9", "“find” for the first node"),
    ("pass p\nrule a\n  find head: tag NOUN\n", "3:8", "a name of a node that is no word of the language"),
    ("pass p\nrule a\n  find a: tag NOUN\n  attach a to b as obj\n", "4:15", "the name of a node above"),
    ("pass p\nrule a\n  find a: tag NOUN\n  each b: child of a\n  attach a to b as obj\n", "5:15", "several words"),
    ("pass p\nrule a\n  find a: tag NOUN\n  relabel a as root\n", "4:16", "a relation to a head, got root"),
    ("pass p\nrule a\n  find a: tag NOUN or tag VERB\n", "3:20", "the end of the line, got or"),
    ("pass p\nrule a\n  find a: (tag NOUN or tag VERB\n  delete a\n", "4:3", "“)”"),
    ("pass p\nrule a\n  find a: tag NOUN\n  delete a\n", "4:3", "an action (attach, raise, relabel, retag, state)"),
    ("pass p\nrule a\n  find a: tag NOUN\n  relabel a as obj\n", "2:6", "the rule a to have an example"),
    ("pass p\nrule a\n  counter\n    1 a _ NOUN 0 root\n", "3:3", "an example before what it gives"),
    ("pass p\nrule a\n  find a: tag NOUN; tag VERB", "3:19", "one of : , ( ) | @ /"),
  ])
  func anErrorHasAPlaceAndSaysWhatIsExpected(_ text: String, _ place: String, _ message: String) throws {
    let error = try #require(throws: RuleError.self) { try grammar(text) }
    #expect(error.place == "a.rules:\(place)" && error.message.contains(message), "\(error.place!) \(error.message)")
  }

  @Test func twoRulesOfOneNameAreRefused() throws {
    let rule = "rule a\n  find a: tag NOUN\n\(Self.rest)\n"
    let error = try #require(throws: RuleError.self) { try grammar("pass p\n\(rule)\(rule)") }
    #expect(error.message.contains("one rule a, which already stands at a.rules:2:6"))
  }

  @Test func whatIsTooLargeIsRefused() throws {
    func message(_ text: String) throws -> String {
      try #require(throws: RuleError.self) { try grammar("pass p\nrule a\n  find a: \(text)") }.message
    }
    #expect(try message(String(repeating: "(", count: 100)).contains("8 brackets"))
    #expect(try message(String(repeating: "not ", count: 100)).contains("8 “not”"))
    #expect(try message(String(repeating: "a ", count: 300)).contains("a condition of a"))
    #expect(try message(String(repeating: "tag NOUN, ", count: 300)).contains("200 conditions"))
    let nodes = (0..<20).map { "  find n\($0): head of a\n" }.joined()
    #expect(try message("tag NOUN\n\(nodes)").contains("12 nodes"))
    let rules = (0..<1_100).map { "rule r\($0)\n  find a: tag NOUN\n\(Self.rest)\n" }.joined()
    let error = try #require(throws: RuleError.self) { try grammar("pass p\n\(rules)") }
    #expect(error.message.contains("1000 rules"))
    let words = (0..<100).map { "form \"w\($0)\"" }
    let sets = (0..<20).map { rule in
      "rule r\(rule)\n  find a: " + words.map { "not \($0)|\"r\(rule)\"" }.joined(separator: ", ") + "\n\(Self.rest)\n"
    }
    let many = try #require(throws: RuleError.self) { try grammar("pass p\n\(sets.joined())") }
    #expect(many.message.contains("1000 different sets of words or types"))
  }
}
