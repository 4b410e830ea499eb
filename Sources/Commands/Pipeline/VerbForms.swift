/// The words that a form of a verb or a plural may be of, by its spelling: `deny` of *denies*, `meet` of *met*.
struct VerbForms {
  /// The verb of each irregular form.
  private let verbs: [String: String]
  /// The irregular forms of each verb.
  private let irregular: [String: [String]]

  /// - Parameter entries: irregular forms, each with its verb behind a space; others are passed over.
  init(irregular entries: [String]) {
    let pairs = entries.map { $0.split(separator: " ").map(String.init) }.filter { $0.count == 2 }
    verbs = Dictionary(pairs.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    irregular = Dictionary(grouping: pairs, by: { $0[1] }).mapValues { $0.map { $0[0] } }
  }

  /// The form itself, then the verbs whose third person, past or gerund is spelled so, known or not.
  ///
  /// - Complexity: O(length of the form).
  func verbs(of form: String) -> [String] {
    var found = [form]
    func add(_ word: some StringProtocol) {
      if word.utf8.count > 1, !found.contains(String(word)) { found.append(String(word)) }
    }
    if let verb = verbs[form] { add(verb) }
    singulars(of: form).forEach(add)
    if form.hasSuffix("ied") { add(form.dropLast(3) + "y") }
    for ending in ["ed", "ing"] where form.hasSuffix(ending) {
      let stem = form.dropLast(ending.count)
      add(stem)
      add(stem + "e")
      if let last = stem.last, stem.dropLast().last == last { add(stem.dropLast()) }
    }
    return found
  }

  /// The nouns of which a form is the plural by its spelling, or the verbs of which it is the third person.
  ///
  /// - Complexity: O(length of the form).
  func singulars(of form: String) -> [String] {
    guard form.hasSuffix("s"), !form.hasSuffix("ss") else { return [] }
    var found = [String(form.dropLast())]
    if form.hasSuffix("ies") { found.append(form.dropLast(3) + "y") }
    if form.hasSuffix("es") { found.append(String(form.dropLast(2))) }
    return found
  }

  /// The past participles that a verb may have.
  ///
  /// - Complexity: O(number of its forms).
  func participles(of verb: String) -> [String] {
    var found = irregular[verb] ?? []
    if verb.hasSuffix("e") { return found + [verb + "d"] }
    if verb.hasSuffix("y") { found.append(verb.dropLast() + "ied") }
    found.append(verb + "ed")
    if let last = verb.last { found.append("\(verb)\(last)ed") }
    return found
  }
}
