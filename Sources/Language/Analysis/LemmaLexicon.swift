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

  /// The verb `lemma` of the lower-case `form`, with the `e` that the endings -ed and -ing hide where it would be no verb
  /// without (`invad` is `invade`), and without one where it would be no verb with it (`chaire` is `chair`).
  ///
  /// - Complexity: O(1).
  func mended(_ lemma: String, form: String) -> String {
    guard !verbsInE.isEmpty, form.hasSuffix("ed") || form.hasSuffix("ing") else { return lemma }
    if lemma.utf8.last != UInt8(ascii: "e") { return verbsInE.contains(lemma + "e") ? lemma + "e" : lemma }
    guard lemma.utf8.count > 4, !verbsInE.contains(lemma), !Self.endsInHiddenE(lemma), !Self.wouldDouble(lemma) else {
      return lemma
    }
    return String(lemma.dropLast())
  }

  /// Whether the ending tells that the verb has an `e`; the list names all others.
  private static func endsInHiddenE(_ lemma: String) -> Bool {
    if ["ize", "ve", "ce", "ue", "dge", "ee"].contains(where: lemma.hasSuffix) { return true }
    // `settle`, but not `reveale`; `negotiate`, but not `defeate`.
    if lemma.hasSuffix("le") { return lemma.utf8.dropLast(2).last.map { !"aeioulrw".utf8.contains($0) } ?? false }
    return lemma.hasSuffix("ate") && lemma.utf8.dropLast(3).last.map { !"aeoy".utf8.contains($0) } ?? false
  }

  /// `scare`: a short verb `scar` would double its last letter, so `scared` is none of its forms.
  private static func wouldDouble(_ lemma: String) -> Bool {
    let isVowel = lemma.utf8.dropLast().map { "aeiouy".utf8.contains($0) }
    return isVowel.suffix(2) == [true, false] && isVowel.count(where: { $0 }) == 1
  }

  /// The lemma of a lower-case `form` with `tag`; nil when the form is regular or unknown.
  ///
  /// - Complexity: O(1).
  func lemma(of form: String, _ tag: PennTag) -> String? {
    switch tag {
    case .pastVerb, .pastParticiple, .gerund: verbs[form]
    case .pluralNoun: nouns[form]
    default: nil
    }
  }
}
