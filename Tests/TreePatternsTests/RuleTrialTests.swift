import Glibc
import Testing

@testable import TreePatterns

@Suite struct RuleTrialTests {
  static let nouns = ["founder": "Person", "member": "Person"]

  static func failures(_ text: String) throws -> [RuleTrial.Failure] {
    try failures(of: grammar(text))
  }

  static func failures(of grammar: Grammar) throws(RuleError) -> [RuleTrial.Failure] {
    try RuleTrial(grammar, vocabulary: .small, typeOfNoun: nouns) { document, rule in
      SmallFacts.statements(of: rule, in: document, grammar)
    }.failures()
  }

  private static func rule(gives: String, counter: String) -> String {
    """
    pass p
    rule subject
      find noun: relation obj
      find verb: head of noun, after noun, no child nsubj
      relabel noun as nsubj
      example
        1 ships _ NOUN 2 obj
        2 sank sink VERB 0 root
      gives
        \(gives)
      counter
        \(counter)
    """
  }

  @Test func anExampleThatComesOutPasses() throws {
    #expect(try Self.failures(Self.rule(gives: "1 ships _ NOUN 2 nsubj", counter: "1 ships _ NOUN 2 obl")).isEmpty)
  }

  @Test func whatDoesNotComeOutIsTold() throws {
    let failures = try Self.failures(Self.rule(gives: "1 ships _ NOUN 2 obl", counter: "1 ships _ NOUN/NNS 2 obj"))
    try #require(failures.count == 2)
    #expect(failures.map(\.place.description) == ["a.rules:6:3", "a.rules:11:3"])
    #expect(failures[0].expected == ["ships (NOUN) is obl of sank"])
    #expect(failures[0].found == ["ships (NOUN) is nsubj of sank"])
    #expect(failures[1].expected == [] && failures[1].found == ["ships (NOUN/NNS) is nsubj of sank"])
  }

  @Test(arguments: [
    ("1 ships _ NOUN 2", "a.rules:10:5", "number, form, lemma"), ("1 ships _ NOUM 2 obj", "a.rules:10:5", "got NOUM"),
    ("1 ships _ NOUN/NX 2 obj", "a.rules:10:5", "a Penn tag"), ("1 ships _ NOUN x obj", "a.rules:10:5", "in column 5"),
    ("1 ships _ NOUN 2 objx", "a.rules:10:5", "a relation"),
    ("1 ships _ NOUN 2 obj PERSON", "a.rules:10:5", "B-PERSON"),
    ("9999 ships _ NOUN 2 obj", "a.rules:10:5", "in column 1"),
  ])
  func aLineThatIsWrongHasAPlace(_ line: String, _ place: String, _ message: String) throws {
    let error = try #require(throws: RuleError.self) { try Self.failures(Self.rule(gives: line, counter: line)) }
    #expect(error.place == place && error.message.contains(message), "\(error.place!) \(error.message)")
  }

  @Test(arguments: ["1 ships _ NOUN 1 obj", "1 ships _ NOUN 0 root", "1 ships _ NOUN 7 obj", "5 ships _ NOUN 2 obj"])
  func whatIsNoTreeIsRefused(_ line: String) throws {
    let text = Self.rule(gives: "1 ships _ NOUN 2 nsubj", counter: line)
    let error = try #require(throws: RuleError.self) { try Self.failures(text) }
    #expect(error.message.hasPrefix("expected a sentence that is one tree"))
  }
}
