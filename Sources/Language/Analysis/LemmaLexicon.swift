/// Lemmas that no rule of spelling gives: `withdrew` withdraw, `feet` foot.
public struct LemmaLexicon: Sendable {
  private let verbs: [String: String]
  private let nouns: [String: String]

  /// From the schema's lists `irregularVerb` and `irregularNoun`, whose entries are a form and its lemma; others are passed
  /// over.
  public init(lists: [String: [String]] = [:]) {
    verbs = Self.pairs(lists["irregularVerb"] ?? [])
    nouns = Self.pairs(lists["irregularNoun"] ?? [])
  }

  private static func pairs(_ entries: [String]) -> [String: String] {
    var pairs: [String: String] = [:]
    for entry in entries {
      let parts = entry.split(separator: " ")
      if parts.count == 2 { pairs[String(parts[0])] = String(parts[1]) }
    }
    return pairs
  }

  /// The lemma of a lower-case `form` with `tag`; nil when the form is regular or unknown.
  ///
  /// - Complexity: O(1).
  func lemma(of form: String, _ tag: PennTag) -> String? {
    switch tag {
    case .pastVerb, .pastParticiple: verbs[form]
    case .pluralNoun: nouns[form]
    default: nil
    }
  }
}
