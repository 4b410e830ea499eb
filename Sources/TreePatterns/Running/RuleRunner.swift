package import Language

/// Runs the rules of a grammar over analyzed documents.
package struct RuleRunner: Sendable {
  package let grammar: Grammar
  let index: PatternIndex
  let choices: ChoiceTable

  /// - Parameters:
  ///   - typeOfNoun: by lemma, the type of what a noun stands for.
  ///   - disabled: names of rules that are left out; those that no rule has do nothing.
  /// - Complexity: O(rules + words of the lists that they name).
  package init(
    _ grammar: Grammar, vocabulary: RuleVocabulary, typeOfNoun: [String: String], disabled: Set<String> = []
  ) {
    self.grammar = grammar
    index = PatternIndex(grammar, enabled: grammar.rules.map { !disabled.contains($0.name) })
    choices = ChoiceTable(grammar, vocabulary: vocabulary, typeOfNoun: typeOfNoun)
  }

  /// Changes the trees of a document as the rules say, and returns which did, in the order in which they did: sentence
  /// by sentence, and pass by pass in each. Every sentence is one tree after each change.
  ///
  /// - Parameter observe: is told of each firing, and how the words are then.
  /// - Complexity: O(*n*) in the number of words, for trees of bounded depth.
  package func run(on document: inout Document, observe: (Firing, [Token]) -> Void = { _, _ in }) -> [Firing] {
    let passes = grammar.passes.indices.filter { grammar.passes[$0].kind == .edits }
    guard !passes.isEmpty else { return [] }
    let tree = WordTree(document.tokens)
    // The matcher alone holds the words while it changes them.
    document.tokens = []
    var matcher = Matcher(tree, facts: WordFacts(choices, strings: document.strings))
    var firings: [Firing] = []
    for sentence in document.sentences {
      matcher.sentence = Int32(sentence.tokens.lowerBound)..<Int32(sentence.tokens.upperBound)
      for pass in passes {
        for word in matcher.sentence { attempt(pass, at: word, &matcher, &firings, observe) }
      }
    }
    document.tokens = matcher.tree.tokens
    return firings
  }

  /// Tries the rules of a pass at a word: those that its relation allowed before the first of them fired.
  private func attempt(
    _ pass: Int, at word: Int32, _ matcher: inout Matcher, _ firings: inout [Firing],
    _ observe: (Firing, [Token]) -> Void
  ) {
    for place in index.candidates(in: pass, for: matcher.tree[word].relation) {
      guard let number = index.rule(place, for: matcher.tree[word]), matcher.fits(grammar.rules[number], at: word)
      else { continue }
      let changed = matcher.perform(grammar.rules[number].actions)
      guard !changed.isEmpty else { continue }
      let firing = Firing(rule: number, anchor: Int(word), changed: changed.map(Int.init))
      firings.append(firing)
      observe(firing, matcher.tree.tokens)
    }
  }
}

/// A rule that fired.
package struct Firing: Sendable, Equatable {
  /// Index among the rules of the grammar.
  package var rule: Int
  /// The word at which it fired.
  package var anchor: Int
  /// The words whose head, relation or tag it changed.
  package var changed: [Int]
}
