/// Past participles, for predicates that no participle of the text words: `be arrested` of `the arrest of Maduro`.
package struct Participles: Sendable {
  private let irregular: [String: String]
  private let doubling: Set<String>

  /// From lists of the schema: forms with their lemmas, verbs that are their own participle, and verbs of several
  /// syllables that double their last consonant.
  init(forms: [String], unchanged: [String], doubling: [String]) {
    var irregular: [String: String] = [:]
    for entry in forms {
      let words = entry.split(separator: " ").map(String.init)
      guard words.count == 2, !words[0].hasSuffix("ing"), !words[0].hasSuffix("oes"), words[0] != "has" else {
        continue
      }
      // Of two forms the participle ends in n, or has the later vowel: broken, sung.
      if let other = irregular[words[1]], Self.rank(other) >= Self.rank(words[0]) { continue }
      irregular[words[1]] = words[0]
    }
    for verb in unchanged { irregular[verb] = verb }
    self.irregular = irregular
    self.doubling = Set(doubling)
  }

  private static func rank(_ form: String) -> Int {
    if form.hasSuffix("n") || form.hasSuffix("ne") { return 2 }
    return form.utf8.contains(UInt8(ascii: "u")) ? 1 : 0
  }

  /// The participle of a lemma; of a verb with a particle that of its first word, with the particle.
  package func participle(of verb: String) -> String {
    let words = verb.split(separator: " ", maxSplits: 1).map(String.init)
    guard let lemma = words.first else { return verb }
    return ([irregular[lemma] ?? regular(lemma)] + words.dropFirst()).joined(separator: " ")
  }

  private func regular(_ lemma: String) -> String {
    let letters = Array(lemma.utf8)
    guard let last = letters.last, letters.count > 2 else { return lemma + "ed" }
    if last == UInt8(ascii: "e") { return lemma + "d" }
    let isAfterVowel = Self.isVowel(letters[letters.count - 2])
    if last == UInt8(ascii: "y"), !isAfterVowel { return lemma.dropLast() + "ied" }
    let isClosed =
      isAfterVowel && !Self.isVowel(last) && !Self.isVowel(letters[letters.count - 3])
      && !"wxy".utf8.contains(last)
    let vowels = letters.indices.count { Self.isVowel(letters[$0]) && ($0 == 0 || !Self.isVowel(letters[$0 - 1])) }
    if doubling.contains(lemma) || isClosed && vowels == 1 { return "\(lemma)\(lemma.suffix(1))ed" }
    return lemma + "ed"
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiou".utf8.contains(letter) }
}
