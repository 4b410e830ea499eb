import Language

@testable import TreePatterns

/// Who is who in a hand-built sentence, by labels and forms alone.
struct SmallFacts: PhraseFacts {
  let document: Document

  func holds(_ fact: WordFact, of word: Int) -> Bool {
    let token = document.tokens[word]
    return switch fact {
    case .mentioned, .referential: [.noun, .properNoun, .pronoun].contains(token.tag)
    case .named, .proper: token.tag == .properNoun
    case .place: token.entity.label == .geopoliticalEntity
    case .time: document.form(of: token) == "monday"
    case .told: document.form(of: token) == "attack"
    }
  }

  func entity(of word: Int) -> Int? { holds(.mentioned, of: word) ? Int(document.tokens[word].form) : nil }

  func isA(_ types: [String], _ word: Int) -> Bool {
    switch document.tokens[word].entity.label {
    case .person: types.contains("Person") || types.contains("Agent")
    case .organization: types.contains("Organization")
    case .geopoliticalEntity: types.contains("GeopoliticalEntity")
    default: false
    }
  }

  func name(at word: Int) -> Range<Int>? {
    guard document.tokens[word].entity.label != nil else { return nil }
    var (start, end) = (word, word + 1)
    while start > 0, document.tokens[start].entity.isInside { start -= 1 }
    while end < document.tokens.count, document.tokens[end].entity.isInside { end += 1 }
    return start..<end
  }

  func preposition(of word: Int) -> String {
    let tokens = document.tokens
    let markers = tokens.indices.filter { tokens[$0].relation == .caseMarker && tokens[$0].head == Int32(word) }
    let words = tokens.indices.filter { index in
      markers.contains(index) || tokens[index].relation == .fixed && markers.contains(Int(tokens[index].head))
    }
    return words.map { document.form(of: tokens[$0]) }.joined(separator: " ")
  }

  func conjuncts(of word: Int) -> [Int] {
    document.tokens.indices.filter {
      $0 == word || document.tokens[$0].relation == .conjunct && document.tokens[$0].head == Int32(word)
    }
  }

  /// What rules state: the words of their nodes, in the order in which the statement has them, joined by ` | `.
  static func statements(_ runner: RuleRunner, in document: Document) -> [String] {
    let fitting = runner.statements(in: document, reader: SmallFacts(document: document))
    return fitting.flatMap { fit in
      runner.grammar.rules[fit.rule].actions.compactMap { action in
        guard case .state(let statement) = action else { return nil }
        let words = statement.nodes.map { node in
          fit.words[Int(node)].map { document.text(of: document.tokens[$0]) }.joined(separator: " ")
        }
        return words.joined(separator: " | ")
      }
    }
  }

  /// What a rule alone states, for a ``RuleTrial``.
  static func statements(of rule: Rule, in document: Document, _ grammar: Grammar) -> [String] {
    let others = Set(grammar.rules.map(\.name)).subtracting([rule.name])
    return statements(
      RuleRunner(grammar, vocabulary: .small, typeOfNoun: RuleTrialTests.nouns, disabled: others), in: document)
  }
}
