/// The words for which an acronym stands, as documents vary them.
struct SpelledAcronym {
  /// Folded, without small ones.
  private let words: [String]

  init(_ text: String) {
    words = NameKey.folded(text).split { $0 == " " || $0 == "-" }.map(String.init)
      .filter { !EntityResolver.isSmall($0) }
  }

  /// Whether both are one thing: they differ in the endings of words, and in acronyms among them, as `UN Mission` and
  /// `United Nations Mission` do.
  func isSame(as other: SpelledAcronym) -> Bool {
    var (own, others) = (words[...], other.words[...])
    while let first = own.first, let second = others.first {
      if Self.isSameWord(first, second) {
        own.removeFirst()
        others.removeFirst()
      } else if Self.isShort(first, of: others) {
        own.removeFirst()
        others.removeFirst(first.utf8.count)
      } else if Self.isShort(second, of: own) {
        others.removeFirst()
        own.removeFirst(second.utf8.count)
      } else {
        return false
      }
    }
    return own.isEmpty && others.isEmpty
  }

  /// Whether `word` is made of the first letters of the first of `words`.
  private static func isShort(_ word: String, of words: ArraySlice<String>) -> Bool {
    word.utf8.count > 1 && words.count >= word.utf8.count
      && word.utf8.elementsEqual(words.prefix(word.utf8.count).compactMap(\.utf8.first))
  }

  /// Whether two words are the same but for their endings: `agency`, `agencies`.
  private static func isSameWord(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    let shared = zip(first.utf8, second.utf8).prefix { $0 == $1 }.count
    let shorter = min(first.utf8.count, second.utf8.count)
    return shared >= max(4, shorter - 2) || shared == shorter && shared > 2
  }
}
