import Language

/// The choice among the forms of one name.
enum FullName {
  /// Rules of other names that are no names by themselves.
  enum Rule: String {
    /// An adjective of origin: `American`.
    case demonym
  }

  /// The form to show: full before acronym, several words before one, mixed case before capitals, then the most
  /// frequent, the longest, the first by bytes. Empty when there are no forms.
  static func best(of forms: [LocalEntity.Form]) -> String {
    forms.min { rank($0) < rank($1) }?.text ?? ""
  }

  private static func rank(_ form: LocalEntity.Form) -> (Int, Int, Int, Int, String) {
    let words = form.text.split(separator: " ").count
    return (
      NameKey.isAcronym(form.text) ? 2 : NameKey.isUppercase(form.text) ? 1 : 0, words > 1 ? 0 : 1, -form.count,
      -form.text.utf8.count, form.text
    )
  }

  /// The last word of a person's full name with the particles before it (`von der Leyen`), by which people ask; nil for
  /// a single word.
  static func surname(of name: String) -> String? {
    // Without what tells namesakes apart: `John Fox (coach)`.
    let words = name.prefix { $0 != "(" }.split(separator: " ")
    guard words.count >= 2, var start = words.indices.last, words[start].first?.isUppercase == true else { return nil }
    while start > 1, words[start - 1].first?.isLowercase == true { start -= 1 }
    return start == words.indices.last ? String(words[start]) : words[start...].joined(separator: " ")
  }

  /// Why two spellings are one name: the rule that the alias gets.
  static func difference(of form: String, from name: String) -> String {
    if form.lowercased() == name.lowercased() { return "case" }
    if NameKey.folded(form) == NameKey.folded(name) { return "spelling" }
    return "variant"
  }
}
