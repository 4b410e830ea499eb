import Language
import TestSupport
import Testing

@testable import TreePatterns

/// Rules that state something.
@Suite struct StatementRuleTests {
  private static let block = """
    Marta _ PROPN 9 nsubj B-PERSON
    Kelles _ PROPN 1 flat I-PERSON
    of _ ADP 4 case
    Equinor _ PROPN 1 nmod B-ORGANIZATION
    , _ PUNCT/, 6 punct
    Bergen _ PROPN 4 appos B-GPE
    and _ CCONJ 8 cc
    Oslo _ PROPN 6 conj B-GPE
    left leave VERB/VBD 0 root
    on _ ADP 11 case
    Monday _ PROPN 9 obl
    such _ ADJ 14 case
    as _ ADP 12 fixed
    Kelles _ PROPN 9 obl B-PERSON
    """

  private static let rest = """
      example
        1 a _ X 0 root
      gives
        a | b | c
      counter
        1 a _ X 0 root

    """

  private static func rule(_ name: String, _ lines: String) -> String { "rule \(name)\n  \(lines)\n\(rest)" }

  private static func stated(_ text: String, without disabled: Set<String> = []) throws -> [String] {
    let runner = RuleRunner(
      try grammar(text), vocabulary: .small, typeOfNoun: RuleTrialTests.nouns, disabled: disabled)
    return SmallFacts.statements(runner, in: try Document.fixture(block))
  }

  @Test func aStatementIsRead() throws {
    let grammar = try grammar(
      """
      pass p
      rule holder as affiliation
        find a: relation nmod
        find b: head of a
        each c: conjunct of a
        state b "have {lemma a} {preposition a}" c, known as verb "* {form a}"|noun "x of",
          at b, in clause of a
        state b "be" "in" c as verb "be in"
        state b is a
      \(Self.rest)
      """)
    let rule = try #require(grammar.rules.first)
    #expect(rule.weight == "affiliation" && rule.isStating && grammar.passes[0].kind == .statements)
    var holding = StatementPattern(subject: 1)
    holding.predicate = [.text("have "), .lemma(0), .text(" "), .preposition(0)]
    holding.object = 2
    holding.keys = [
      .init(construction: .verb, words: [.text("* "), .form(0)]), .init(construction: .noun, words: [.text("x of")]),
    ]
    (holding.isOnlyIfKnown, holding.place, holding.clause) = (true, 1, 0)
    var being = StatementPattern(subject: 1, predicate: [.text("be")])
    being.role = .init(preposition: [.text("in")], filler: 2)
    being.keys = [.init(construction: .verb, words: [.text("be in")])]
    #expect(rule.actions == [.state(holding), .state(being), .state(StatementPattern(subject: 1, object: 0))])
  }

  @Test(arguments: [
    ("is named, is Person", "Marta Kelles Kelles"), ("is Person|Organization, relation nmod", "Equinor"),
    ("is time", "Monday"), ("is place", "Bergen Oslo"), ("not is referential, tag VERB", "left"),
    ("is told", ""), ("is proper, not is mentioned", ""), ("has preposition \"such as\"", "Kelles"),
    ("has preposition \"of\"|\"on\"", "Equinor Monday"), ("has preposition", "Equinor Monday Kelles"),
    ("no preposition, is Organization|GeopoliticalEntity", "Bergen Oslo"),
  ])
  func conditions(_ conditions: String, _ words: String) throws {
    let text = "pass p\n" + Self.rule("r", "find a: \(conditions)\n  state a \"be\"")
    #expect(try Self.stated(text).joined(separator: " ") == words)
  }

  @Test(arguments: [
    ("form \"equinor\"", "each b: conjunct of a", "Equinor | Equinor"),
    ("form \"bergen\"", "each b: conjunct of a", "Bergen | Bergen Oslo"),
    ("form \"of\"", "find b: head of a, starts name right after a", "of | Equinor"),
    ("form \",\"", "find b: child of a, starts name right after a", ""),
    ("form \"of\"", "find b: right before a, ends name right before a", "of | Kelles"),
    ("form \"and\"", "find b: right before a, ends name right before a, is place", "and | Bergen"),
    ("form \"left\"", "find b: child obl of a, is same as b, has preposition \"on\"", "left | Monday"),
    ("relation flat", "find b: between a and a", ""),
  ])
  func links(_ anchor: String, _ node: String, _ words: String) throws {
    let text = "pass p\n" + Self.rule("r", "find a: \(anchor)\n  \(node)\n  state a \"be\" b")
    #expect(try Self.stated(text) == (words.isEmpty ? [] : [words]))
  }

  @Test func ofThePassesRulesTheFirstThatFitsStates() throws {
    let rules =
      "pass p\n" + Self.rule("one", "find a: is place\n  state a \"be\"")
      + Self.rule("two", "find a: relation appos|nmod\n  state a \"be\" a") + "pass q\n"
      + Self.rule("three", "find a: relation appos\n  state a \"be\" a")
    #expect(try Self.stated(rules) == ["Equinor | Equinor", "Bergen", "Oslo", "Bergen | Bergen"])
    #expect(
      try Self.stated(rules, without: ["one"]) == ["Equinor | Equinor", "Bergen | Bergen", "Bergen | Bergen"])
  }

  @Test func rulesThatStateSomethingChangeNoTree() throws {
    let text = "pass p\n" + Self.rule("r", "find a: is place\n  state a \"be\"")
    var document = try Document.fixture(Self.block)
    let before = document.tokens
    let runner = RuleRunner(try grammar(text), vocabulary: .small, typeOfNoun: [:])
    #expect(runner.run(on: &document) == [] && document.tokens == before)
  }

  @Test(arguments: [
    ("state b \"be\"", "4:9", "the name of a node above: a"), ("state a", "4:10", "the predicate in double quotes"),
    ("state a \"be\" \"in\"", "4:20", "the name of a node above"), ("state a \"be\" a as vreb \"x\"", "4:21", "verb?"),
    ("state a \"be {lemma}\"", "4:11", "in braces lemma, form or preposition"),
    ("state a \"be {lemma b}\"", "4:11", "in braces"), ("state a \"be {lemma a\"", "4:11", "a } behind {"),
    ("state a \"\"", "4:11", "the predicate"), ("state a \"be\" at c", "4:19", "the name of a node above"),
    ("state a \"be\" in a", "4:19", "“clause”"), ("state a is b", "4:14", "the name of a node above"),
    ("state a \"be\"\n  relabel a as obj", "5:3", "state …, as rules above"),
    ("relabel a as obj\n  state a \"be\"", "5:3", "an action that changes the tree"),
  ])
  func anErrorHasAPlace(_ lines: String, _ place: String, _ message: String) throws {
    let error = try #require(throws: RuleError.self) { try grammar("pass p\nrule r\n  find a: tag NOUN\n  \(lines)\n") }
    #expect(error.place == "a.rules:\(place)" && error.message.contains(message), "\(error.place!) \(error.message)")
  }

  @Test(arguments: [
    ("is nam", "3:14", "did you mean named?"), ("is Persn", "3:14", "did you mean Person?"),
    ("has child case, has preposition of", "3:43", "the end of the line"), ("starts word", "3:18", "“sentence”"),
    ("is same a", "3:19", "“as”"), ("starts name right before a", "3:29", "“after”"),
  ])
  func aConditionWithAMistakeHasAPlace(_ condition: String, _ place: String, _ message: String) throws {
    let text = "pass p\nrule r\n  find a: \(condition)\n  state a \"be\"\n"
    let error = try #require(throws: RuleError.self) { try grammar(text) }
    #expect(error.place == "a.rules:\(place)" && error.message.contains(message), "\(error.place!) \(error.message)")
  }

  @Test(arguments: [
    "is named", "has preposition", "no preposition", "starts name right after a", "has child (is time)",
  ])
  func whatChangesTreesCannotAskWhoIsWho(_ condition: String) throws {
    let text = "pass p\nrule r\n  find a: tag NOUN, \(condition)\n  relabel a as obj\n"
    let error = try #require(throws: RuleError.self) { try grammar(text) }
    #expect(error.message.hasPrefix("expected conditions on the tree alone"), "\(error.message)")
    #expect(error.place?.hasPrefix("a.rules:3:") == true)
  }

  @Test func examplesOfStatementsAreWords() throws {
    func failures(_ gives: String, _ counter: String) throws -> [RuleTrial.Failure] {
      try RuleTrialTests.failures(
        """
        pass p
        rule r
          find a: relation nmod
          find b: head of a
          state b "be of" a
          example
            1 Marta _ PROPN 0 root B-PERSON
            2 Equinor _ PROPN 1 nmod
          gives
            \(gives)
          counter
            \(counter)
        """)
    }
    #expect(try failures("Marta  | Equinor", "2 Equinor _ PROPN 1 appos").isEmpty)
    let failures = try failures("Marta | Acme", "2 Equinor _ PROPN 1 nmod")
    #expect(failures.map(\.expected) == [["Marta | Acme"], []])
    #expect(failures.map(\.found) == [["Marta | Equinor"], ["Marta | Equinor"]])
    #expect(failures.map(\.place.description) == ["a.rules:6:3", "a.rules:11:3"])
  }
}
