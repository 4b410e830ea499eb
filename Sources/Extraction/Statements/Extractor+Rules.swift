internal import Bytes
public import Language
public import SchemaFiles
internal import TreePatterns

extension Extractor {
  /// The rules over trees that fire in an analyzed document, in the order of its sentences.
  ///
  /// - Complexity: O(*n*) in the number of words.
  public func firedRules(_ analyzed: Document) -> [FiredRule] {
    var document = analyzed
    let mends = repair.repair(&document).map { fired($0.rule, at: $0.anchor, $0.changed, in: document) }
    let reading = Reading(document)
    let stating = eventFinder.statingRules(in: reading, entities: coreferencer.resolve(reading))
    let statements = stating.map { fired($0.rule, at: $0.anchor, Array(Set($0.words.joined())), in: document) }
    // Sorting is stable: in a sentence trees are mended first.
    return (mends + statements).sorted { $0.sentence < $1.sentence }
  }

  private func fired(_ rule: Int, at anchor: Int, _ words: [Int], in document: Document) -> FiredRule {
    let sentence = document.sentences.indices.first(behind: { document.sentences[$0].tokens.upperBound <= anchor })
    return FiredRule(
      name: eventFinder.rules.grammar.rules[rule].name, sentence: sentence,
      word: document.tokens[anchor].start..<document.tokens[anchor].end,
      words: words.sorted().map { document.tokens[$0].start..<document.tokens[$0].end })
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
    let finder = EventFinder(schema: schema)
    let coreferencer = Coreferencer(schema: schema)
    let typeOfNoun = finder.types.typeOfNoun
    let trial = RuleTrial(schema.grammar, vocabulary: schema.ruleVocabulary, typeOfNoun: typeOfNoun) { document, rule in
      let others = Set(schema.grammar.rules.map(\.name)).subtracting([rule.name])
      let alone = finder.with(
        RuleRunner(
          schema.grammar, vocabulary: schema.ruleVocabulary, typeOfNoun: typeOfNoun, disabled: others))
      let reading = Reading(document)
      return alone.events(in: reading, entities: coreferencer.resolve(reading)).filter {
        $0.phraseRule == rule.name
      }.flatMap { lines(of: $0, in: document) }
    }
    return try trial.failures().map { failure in
      FailedRuleExample(
        place: failure.place.description, rule: failure.rule, expected: failure.expected, found: failure.found)
    }
  }

  /// What an event states, by its head words: `Rutte | be of | NATO`.
  private static func lines(of event: Event, in document: Document) -> [String] {
    func word(_ argument: Argument) -> String { document.text(of: document.tokens[argument.head]) }
    let said = "\(word(event.subject)) | \(event.predicate.name)"
    let roles = event.roles.map { "\(said) \($0.name) | \(word($0.filler))" }
    guard let object = event.object else { return roles.isEmpty ? [said] : roles }
    return ["\(said) | \(word(object))"] + roles
  }
}

/// An example in which a rule over trees does not do what it should.
public struct FailedRuleExample: Sendable, Equatable {
  /// `file:line:column`.
  public var place: String
  public var rule: String
  /// How words should hang then, and how they do: `founder (NOUN) is appos of Sybiga`; or what should be stated, and
  /// what is: `Rutte | be of | NATO`. Empty for nothing.
  public var expected: [String]
  public var found: [String]
}
