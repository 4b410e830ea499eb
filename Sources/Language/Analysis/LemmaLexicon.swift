/// Lemmas that the model's rules of spelling miss: `withdrew` withdraw, `feet` foot, `hitting` hit.
public struct LemmaLexicon: Sendable {
  private let irregularVerbs: [String: String]
  private let irregularNouns: [String: String]
  private let verbs: Set<String>

  /// From the schema's lists `irregularVerb` and `irregularNoun`, whose entries are a form and its lemma (others are
  /// passed over), and `verb`.
  public init(lists: [String: [String]] = [:]) {
    irregularVerbs = Self.pairs(lists["irregularVerb"] ?? [])
    irregularNouns = Self.pairs(lists["irregularNoun"] ?? [])
    verbs = Set(lists["verb"] ?? [])
  }

  private static func pairs(_ entries: [String]) -> [String: String] {
    var pairs: [String: String] = [:]
    for entry in entries {
      let parts = entry.split(separator: " ")
      if parts.count == 2 { pairs[String(parts[0])] = String(parts[1]) }
    }
    return pairs
  }

  /// Whether a lower-case form is a known verb's own.
  func isVerb(_ form: String) -> Bool { verbs.contains(form) }

  /// The verb of which the lower-case `form` is a regular past, participle, gerund or third person: of the known verbs
  /// that may have it, `lemma` if that is one. Nil when no known verb has such a form.
  ///
  /// - Parameter lemma: what the model's rule makes of the form; it is right more often than not, and decides where the
  ///   spelling leaves a choice (`tinged` of tinge or ting).
  /// - Complexity: O(1).
  func verb(of form: String, lemma: String) -> String? {
    guard !verbs.isEmpty else { return nil }
    if form.hasSuffix("s") { return thirdPerson(form, lemma: lemma) }
    let ending = form.hasSuffix("ed") ? 2 : form.hasSuffix("ing") ? 3 : 0
    guard ending > 0, form.utf8.count > ending + 1 else { return nil }
    let stem = form.dropLast(ending)
    var candidates: [String] = []
    if ending == 2, stem.last == "i" { candidates.append("\(stem.dropLast())y") }
    if !Self.wouldDouble(stem) { candidates.append(String(stem)) }
    candidates.append("\(stem)e")
    if let last = stem.last, stem.dropLast().last == last { candidates.append(String(stem.dropLast())) }
    // `picnicking`.
    if stem.hasSuffix("ck") { candidates.append(String(stem.dropLast())) }
    candidates.removeAll { !verbs.contains($0) }
    return candidates.contains(lemma) ? lemma : candidates.first
  }

  /// `occupies` is of occupy, `undergoes` of undergo.
  private func thirdPerson(_ form: String, lemma: String) -> String? {
    var candidates = [String(form.dropLast())]
    if form.hasSuffix("es") { candidates.append(String(form.dropLast(2))) }
    if form.hasSuffix("ies") { candidates.insert("\(form.dropLast(3))y", at: 0) }
    candidates.removeAll { !verbs.contains($0) }
    return candidates.contains(lemma) ? lemma : candidates.first
  }

  /// Whether a verb spelled like the stem would double its last letter, so that the form is none of its own: `hoped` is
  /// not of hop.
  private static func wouldDouble(_ stem: Substring) -> Bool {
    let letters = Array(stem.utf8)
    guard letters.count >= 3, let last = letters.last, !"wxy".utf8.contains(last) else { return false }
    let isVowel = letters.map { "aeiouy".utf8.contains($0) }
    return isVowel.suffix(3) == [false, true, false] && isVowel.count(where: { $0 }) == 1
  }

  /// The lemma of a lower-case `form` with `tag`; nil when the form is regular or unknown.
  ///
  /// - Complexity: O(1).
  func lemma(of form: String, _ tag: PennTag) -> String? {
    switch tag {
    case .pastVerb, .pastParticiple, .gerund: irregularVerbs[form]
    case .pluralNoun: irregularNouns[form]
    default: nil
    }
  }
}
