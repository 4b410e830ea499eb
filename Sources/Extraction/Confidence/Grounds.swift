package import Language

/// What a fact rests on: the rules that gave it, and the words whose places in the tree it takes for right.
package struct Grounds: Sendable, Equatable {
  /// The rules that fired, in order.
  package var rules: [RuleName]
  /// What else of an open fact's clause counts: how it hangs on what governs it, how many arguments it has.
  package var shape: [String]
  /// Heads of subject, predicate and object.
  package var words: [Int]
  /// Heads of subject and object of a statement; empty for an open fact.
  package var ends: [Int]

  package init(rules: [RuleName], shape: [String] = [], words: [Int], ends: [Int] = []) {
    self.rules = rules
    self.shape = shape
    self.words = words
    self.ends = ends
  }

  /// The same with a further rule.
  func adding(_ rule: RuleName, _ word: Int? = nil) -> Grounds {
    Grounds(rules: rules + [rule], shape: shape, words: words + (word.map { [$0] } ?? []))
  }

  /// What the confidence model reads: the rules, how sure the parser was of the words, how far they are apart; of a
  /// statement also of what kind its ends are, and how sure the object's place in the tree was.
  package func signs(in document: Document) -> [String] {
    let margin = words.map { document.tokens[$0].headMargin }.min() ?? 255
    let distance = (words.max() ?? 0) - (words.min() ?? 0)
    let reach =
      switch distance {
      case ..<4: "reach 0"
      case ..<8: "reach 1"
      case ..<16: "reach 2"
      default: "reach 3"
      }
    var signs = rules.map(\.rawValue) + shape + ["margin \(Self.step(margin))", reach]
    if let subject = ends.first, let object = ends.last {
      signs += ["subject \(Self.kind(document.tokens[subject]))", "object \(Self.kind(document.tokens[object]))"]
      signs.append("object margin \(Self.step(document.tokens[object].headMargin))")
    }
    return signs
  }

  /// A parser's margin in five steps of about as many words each.
  private static func step(_ margin: UInt8) -> Int { [8, 24, 56, 104].count { margin >= $0 } }

  private static func kind(_ word: Token) -> String {
    switch word.tag {
    case .properNoun: "named"
    case .noun: "described"
    default: "other"
    }
  }
}

extension Clause {
  /// The rules by which the clause has its arguments.
  var rules: [RuleName] {
    let kind = form == .copular ? RuleName.copular : isPassive ? .passive : .active
    return switch subjectSource {
    case .own: [kind]
    case .antecedent: [kind, link == .relative ? .relative : .participle]
    case .conjunct: [kind, .conjunct]
    case .control: [kind, .control]
    case .adverbial: [kind, .adverbial]
    }
  }
}
