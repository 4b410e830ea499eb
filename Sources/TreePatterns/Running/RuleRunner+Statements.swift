package import Language

/// A rule that fits and what it then states, in words.
package struct FittingRule: Sendable, Equatable {
  /// Index among the rules of the grammar.
  package var rule: Int
  /// The word at which it fits.
  package var anchor: Int
  /// By node of the rule, its words.
  package var words: [[Int]]
}

extension RuleRunner {
  /// Whether some rule states something.
  package var statesSomething: Bool { grammar.passes.contains { $0.kind == .statements } }

  /// The rules that state something in a document, in text order of its sentences; in each, pass by pass. At a word the
  /// first rule of a pass that fits is the only one.
  ///
  /// - Parameter reader: who is who in the document.
  /// - Complexity: O(*n*) in the number of words, for trees of bounded depth.
  package func statements(in document: Document, reader: any PhraseFacts) -> [FittingRule] {
    let passes = grammar.passes.indices.filter { grammar.passes[$0].kind == .statements }
    guard !passes.isEmpty else { return [] }
    var matcher = Matcher(
      WordTree(document.tokens), facts: WordFacts(choices, strings: document.strings), reader: reader)
    var fitting: [FittingRule] = []
    for sentence in document.sentences {
      matcher.sentence = Int32(sentence.tokens.lowerBound)..<Int32(sentence.tokens.upperBound)
      for pass in passes {
        for word in matcher.sentence {
          guard let rule = firstRule(of: pass, at: word, &matcher) else { continue }
          fitting.append(
            FittingRule(
              rule: rule, anchor: Int(word), words: grammar.rules[rule].nodes.indices.map(matcher.words)))
        }
      }
    }
    return fitting
  }

  private func firstRule(of pass: Int, at word: Int32, _ matcher: inout Matcher) -> Int? {
    for place in index.candidates(in: pass, for: matcher.tree[word].relation) {
      guard let number = index.rule(place, for: matcher.tree[word]), matcher.fits(grammar.rules[number], at: word)
      else { continue }
      return number
    }
    return nil
  }
}
