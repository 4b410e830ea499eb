import Language
import TestSupport
import Testing

@testable import TreePatterns

/// What nodes and conditions find in one sentence.
@Suite struct MatcherTests {
  private static let block = """
    The _ DET 3 det
    New new PROPN 3 compound B-ORGANIZATION
    York _ PROPN 5 nsubj I-ORGANIZATION
    Times times PROPN 3 flat I-ORGANIZATION
    said say VERB/VBD 0 root
    its _ PRON/PRP$ 7 nmod:poss
    founder _ NOUN/NN 8 nsubj
    left leave VERB/VBD 5 ccomp
    quietly _ ADV 8 advmod
    . _ PUNCT/. 5 punct
    """

  /// The words that a rule relabels as `dep`.
  private static func found(_ nodes: String, _ node: String) throws -> [String] {
    let text = """
      pass p
      rule r
        \(nodes)
        relabel \(node) as dep
        example
          1 a _ X 0 root
        gives
          1 a _ X 0 root
        counter
          1 a _ X 0 root
      """
    let runner = RuleRunner(
      try grammar(text), vocabulary: .small, typeOfNoun: ["founder": "Person", "firm": "Organization"])
    var document = try Document.fixture(block)
    let before = document.tokens
    let firings = runner.run(on: &document)
    #expect(Set(firings.flatMap(\.changed)) == Set(before.indices.filter { before[$0] != document.tokens[$0] }))
    return before.indices.filter { before[$0].relation != document.tokens[$0].relation }.map {
      document.text(of: before[$0])
    }
  }

  @Test(arguments: [
    ("tag VERB", "left"), ("tag VBD|NN", "founder left"), ("relation nsubj|advmod", "York founder quietly"),
    ("form \"the\"|\"its\"", "The its"), ("lemma @reportingVerb|\"leave\"", "left"), ("type Agent", "founder"),
    ("type Organization", ""), ("entity ORGANIZATION, tag PROPN", "New York Times"),
    ("known ORGANIZATION", "New York Times"),
    ("starts sentence", "The"), ("in headline", ""), ("not in headline, tag VERB", "left"), ("leaves name", "York"),
    ("not followed by space, not tag PUNCT", "quietly"),
    ("no child det|nmod:poss|nsubj|dep, no head (tag PROPN), not tag PUNCT", "its quietly"),
    ("has child nsubj (type Person)", "left"), ("has child (tag ADV)", "left"),
    ("has head (has head (no head))", "The New Times founder quietly"),
    ("has previous (tag VERB)", "its quietly"), ("has next (tag PUNCT)", "quietly"), ("no next", "."),
    ("(tag DET or tag ADV, relation advmod)", "The quietly"),
    ("not (tag PROPN|VERB or tag PRON|NOUN|PUNCT)", "The quietly"),
    ("has child (before word), tag VERB", "left"),
  ])
  func conditions(_ conditions: String, _ words: String) throws {
    #expect(try Self.found("find word: \(conditions)", "word").joined(separator: " ") == words)
  }

  @Test(arguments: [
    ("form \"left\"", "child of a", "founder quietly"), ("form \"left\"", "child nsubj of a", "founder"),
    ("form \"left\"", "first child of a", "founder"), ("form \"left\"", "last child of a", "quietly"),
    ("form \"left\"", "last child of a, tag NOUN", ""), ("form \"founder\"", "head of a", "left"),
    ("form \"founder\"", "ancestor of a, has child punct", ""), ("form \"founder\"", "ancestor of a", "left"),
    ("form \"its\"", "ancestor of a, tag VERB", "left"), ("form \"left\"", "sibling of a, tag PUNCT", "."),
    ("form \"left\"", "sibling of a, after a", "."), ("form \"left\"", "right before a", "founder"),
    ("form \"left\"", "right after a", "quietly"), ("form \"left\"", "start of phrase of a", "its"),
    ("form \"left\"", "right before phrase of a", ""), ("form \"founder\"", "right before phrase of a, tag VERB", ""),
    ("form \"times\"", "name-head of a", "York"), ("form \"the\"", "in name of a", ""),
    ("form \"times\"", "in name of a, leaves name", "York"),
    ("form \"times\"", "in name of a, not leaves name", "New Times"),
    ("form \"york\"", "child of a, ends right before a", "New"), ("form \"left\"", "child of a, before a", "founder"),
    ("form \"left\"", "(child advmod of a or child nsubj of a), a relation ccomp", "founder quietly"),
    ("form \"left\"", "child of a, same relation as a", ""),
  ])
  func links(_ anchor: String, _ link: String, _ words: String) throws {
    let found = try Self.found("find a: \(anchor)\n  each b: \(link)", "b").joined(separator: " ")
    #expect(found == words)
  }

  @Test func candidatesAreGivenUpWhenTheRestDoesNotFit() throws {
    let nodes = "find a: form \"left\"\n  find b: child of a\n  find c: right before b, tag VERB"
    #expect(try Self.found(nodes, "b") == ["quietly"])
  }

  @Test func anOptionalNodeMayHaveNoWord() throws {
    let nodes = "find a: form \"left\"\n  maybe b: child obj of a\n  find c: (child nsubj of b or child nsubj of a)"
    #expect(try Self.found(nodes, "c") == ["founder"])
    #expect(try Self.found(nodes, "b") == [])
    #expect(try Self.found("find a: form \"left\"\n  without b: child obj of a", "a") == ["left"])
    #expect(try Self.found("find a: form \"left\"\n  without b: child nsubj of a", "a") == [])
  }

  @Test func wordsBetweenTwoAreFound() throws {
    let nodes = "find a: form \"left\"\n  find b: head of a\n  each c: between b and a"
    #expect(try Self.found(nodes, "c") == ["its", "founder"])
  }

  /// A pattern that multiplies candidates is given up, whatever the sentence.
  @Test func workIsBounded() throws {
    let nodes = (0..<10).map { "  find n\($0): child of a, not tag X\n" }.joined()
    let rule = """
      pass p
      rule r
        find a: no head
      \(nodes)  find last-one: child of a, tag X
        relabel last-one as obj
        example
          1 a _ X 0 root
        gives
          1 a _ X 0 root
        counter
          1 a _ X 0 root
      """
    let words = ["word _ NOUN 0 root"] + (0..<300).map { _ in "word _ NOUN 1 dep" }
    var document = try Document.fixture(words.joined(separator: "\n"))
    let runner = RuleRunner(try grammar(rule), vocabulary: .small, typeOfNoun: [:])
    #expect(runner.run(on: &document) == [])
  }
}
