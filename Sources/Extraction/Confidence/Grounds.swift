package import Language

/// What a fact rests on: the rules that gave it, and the words whose places in the tree it takes for right.
package struct Grounds: Sendable, Equatable {
  /// Names of the rules that fired, in order.
  package var rules: [String]
  /// Heads of subject, predicate and object.
  package var words: [Int]

  package init(rules: [String], words: [Int]) {
    self.rules = rules
    self.words = words
  }

  /// The same with a further rule.
  func adding(_ rule: String, _ word: Int? = nil) -> Grounds {
    Grounds(rules: rules + [rule], words: words + (word.map { [$0] } ?? []))
  }

  /// What the confidence model reads: the rules, how sure the parser was of the words, how far they are apart.
  package func signs(in document: Document) -> [String] {
    let margin = words.map { document.tokens[$0].headMargin }.min() ?? 255
    let distance = (words.max() ?? 0) - (words.min() ?? 0)
    let doubt =
      switch margin {
      case ..<8: "margin 0"
      case ..<24: "margin 1"
      case ..<56: "margin 2"
      case ..<104: "margin 3"
      default: "margin 4"
      }
    let reach =
      switch distance {
      case ..<4: "reach 0"
      case ..<8: "reach 1"
      case ..<16: "reach 2"
      default: "reach 3"
      }
    return rules + [doubt, reach]
  }
}

extension Clause {
  /// The rules by which the clause has its arguments.
  var rules: [String] {
    let kind = form == .copular ? "copular" : isPassive ? "passive" : "active"
    return switch subjectSource {
    case .own: [kind]
    case .antecedent: [kind, link == .relative ? "relative" : "participle"]
    case .conjunct, .control, .adverbial: [kind, subjectSource.rawValue]
    }
  }
}
