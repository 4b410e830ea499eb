/// Lemmas that no rule of spelling gives: `withdrew` withdraw, `feet` foot.
public struct LemmaLexicon: Sendable {
  private let verbs: [String: String]
  private let nouns: [String: String]
  private let verbsInE: Set<String>

  /// From the schema's lists `irregularVerb` and `irregularNoun`, whose entries are a form and its lemma (others are passed
  /// over), and `verbInE`.
  public init(lists: [String: [String]] = [:]) {
    verbs = Self.pairs(lists["irregularVerb"] ?? [])
    nouns = Self.pairs(lists["irregularNoun"] ?? [])
    verbsInE = Set(lists["verbInE"] ?? [])
  }

  private static func pairs(_ entries: [String]) -> [String: String] {
    var pairs: [String: String] = [:]
    for entry in entries {
      let parts = entry.split(separator: " ")
      if parts.count == 2 { pairs[String(parts[0])] = String(parts[1]) }
    }
    return pairs
  }

  /// The verb `lemma`, with the `e` that the endings -ed and -ing hide where it would be no verb without: `invad` is `invade`.
  ///
  /// - Complexity: O(1).
  func completed(_ lemma: String) -> String {
    guard lemma.utf8.last != UInt8(ascii: "e"), verbsInE.contains(lemma + "e") else { return lemma }
    return lemma + "e"
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
