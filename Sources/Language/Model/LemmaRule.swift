/// How a lemma is made from a form: a letter case, characters to strip from the end and a suffix to add.
///
/// Written `l3:be` (lower case, strip three, add `be`: `are` → `be`); Training/FORMAT.md gives the notation.
struct LemmaRule: Sendable, Equatable {
  enum Case: Character, Sendable {
    case lower = "l"
    case keep = "k"
    case title = "t"
  }

  let letterCase: Case
  /// Unicode scalars to strip.
  let stripped: Int
  let suffix: String

  init?(_ text: some StringProtocol) {
    guard let first = text.first, let letterCase = Case(rawValue: first), let colon = text.firstIndex(of: ":"),
      let stripped = Int(text[text.index(after: text.startIndex)..<colon]), (0...64).contains(stripped)
    else { return nil }
    self.letterCase = letterCase
    self.stripped = stripped
    suffix = String(text[text.index(after: colon)...])
  }

  /// The lemma of `form`; the form in the rule's letter case where nothing would be left.
  ///
  /// A typographic apostrophe becomes the plain one.
  func lemma(of form: String) -> String {
    var form = form
    if form.utf8.contains(0xE2) {
      form = String(String.UnicodeScalarView(form.unicodeScalars.map { $0 == "\u{2019}" ? "'" : $0 }))
    }
    let cased =
      switch letterCase {
      case .lower: form.lowercased()
      case .keep: form
      case .title: Self.title(form)
      }
    guard stripped > 0 || !suffix.isEmpty else { return cased }
    let count = cased.unicodeScalars.count
    if stripped > count || (stripped == count && suffix.isEmpty) { return cased }
    return String(cased.unicodeScalars.dropLast(stripped)) + suffix
  }

  /// A verb's lemma with the `e` that `-ated`, `-ating`, `-ized`, `-izing` hide: `escalat` is `escalate`.
  static func completed(_ lemma: String, form: String) -> String {
    let stem = Array(lemma.utf8)
    guard stem.count >= 5, form.hasSuffix("ed") || form.hasSuffix("ing") else { return lemma }
    let isVowel = stem.map { "aeiouy".utf8.contains($0) }
    let hasEarlierVowel = isVowel[..<(stem.count - 2)].contains(true)
    // After these vowels nothing is hidden: `repeat`, `treat`, `float`; but `negotiat`, `evaluat`.
    let isWhole = "aeoy".utf8.contains(stem[stem.count - 3])
    guard hasEarlierVowel, !isWhole, lemma.hasSuffix("at") || lemma.hasSuffix("iz"), lemma != "combat",
      lemma != "format"
    else { return lemma }
    return lemma + "e"
  }

  /// The lemma of a verb without the letter that `-ed` and `-ing` double: `stirr` and `deterre` lose it.
  static func undoubled(_ lemma: String, form: String) -> String {
    let written = form.lowercased()
    guard lemma.utf8.count >= 4, written.hasSuffix("ed") || written.hasSuffix("ing") else { return lemma }
    let endsInE = lemma.utf8.last == UInt8(ascii: "e")
    // Not `t` without `e`: there are `boycott` and others.
    let letters = endsInE ? "bgmnprt" : "bgmnpr"
    let stem = endsInE ? lemma.dropLast() : lemma[...]
    guard stem.utf8.count > 3, let last = stem.last, stem.dropLast().last == last, letters.contains(last) else {
      return lemma
    }
    return String(stem.dropLast())
  }

  /// The first letter upper, the others lower.
  private static func title(_ form: String) -> String {
    String(form.unicodeScalars.prefix(1)).uppercased() + String(form.unicodeScalars.dropFirst()).lowercased()
  }
}
