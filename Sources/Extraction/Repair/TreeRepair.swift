package import Language
package import SchemaFiles
package import TreePatterns

/// Mends what a parser gets wrong again and again in news, as the rules of Schema/grammar say.
package struct TreeRepair: Sendable {
  private let runner: RuleRunner

  /// - Parameter disabled: names of rules that are left out.
  package init(schema: Schema, types: EntityTypes, disabled: Set<String> = []) {
    runner = RuleRunner(
      schema.grammar, vocabulary: schema.ruleVocabulary, typeOfNoun: types.typeOfNoun, disabled: disabled)
  }

  /// - Parameter runner: the rules, compiled.
  init(_ runner: RuleRunner) { self.runner = runner }

  /// Changes the trees, and returns which rules did. Every sentence is one tree after each.
  ///
  /// - Parameter observe: is told of each rule that fired, and how the words are then.
  /// - Complexity: O(*n*) in the number of words, for trees of bounded depth.
  @discardableResult
  package func repair(
    _ document: inout Document, observe: (Firing, [Token]) -> Void = { _, _ in }
  ) -> [Firing] {
    SmallNouns.mend(&document)
    NameLabels.mend(&document)
    return runner.run(on: &document, observe: observe)
  }

  /// The name of a rule that fired.
  package func name(of firing: Firing) -> String { runner.grammar.rules[firing.rule].name }
}
