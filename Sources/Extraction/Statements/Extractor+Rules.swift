public import Language
public import SchemaFiles
internal import TreePatterns

extension Extractor {
  /// The rules over trees that fire in an analyzed document, in the order of its sentences.
  ///
  /// - Complexity: O(*n*) in the number of words.
  public func firedRules(_ analyzed: Document) -> [FiredRule] {
    var document = analyzed
    let firings = repair.repair(&document)
    var sentence = 0
    return firings.map { firing in
      while document.sentences[sentence].tokens.upperBound <= firing.anchor { sentence += 1 }
      let anchor = document.tokens[firing.anchor]
      return FiredRule(
        name: repair.name(of: firing), sentence: sentence, word: anchor.start..<anchor.end,
        changed: firing.changed.sorted().map { document.tokens[$0].start..<document.tokens[$0].end })
    }
  }

  /// The names of all rules over trees, in their order.
  public static func ruleNames(of schema: Schema) -> [String] { schema.grammar.rules.map(\.name) }

  /// How many examples and counter-examples the rules over trees have.
  public static func ruleExampleCount(of schema: Schema) -> Int {
    schema.grammar.rules.reduce(0) { $0 + $1.examples.count { $0.kind != .gives } }
  }

  /// The examples of rules over trees that do not come out, in the order of the files.
  ///
  /// - Throws: `RuleError` where an example cannot be read.
  public static func failedRuleExamples(of schema: Schema) throws -> [FailedRuleExample] {
    let trial = RuleTrial(
      schema.grammar, vocabulary: schema.ruleVocabulary, typeOfNoun: EntityTypes(schema: schema).typeOfNoun)
    return try trial.failures().map { failure in
      FailedRuleExample(
        place: failure.place.description, rule: failure.rule, expected: failure.expected, found: failure.found)
    }
  }
}

/// An example in which a rule over trees does not do what it should.
public struct FailedRuleExample: Sendable, Equatable {
  /// `file:line:column`.
  public var place: String
  public var rule: String
  /// How words should hang then, and how they do: `founder (NOUN) is appos of Sybiga`; empty when nothing changes.
  public var expected: [String]
  public var found: [String]
}
