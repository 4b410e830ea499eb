import Language

/// The words for which an acronym stands, as documents vary them.
struct SpelledAcronym {
  /// Folded, without small ones.
  private let words: [String]

  init(_ text: String) {
    words = NameKey.folded(text).split { $0 == " " || $0 == "-" }.map(String.init)
      .filter { !EntityResolver.isSmall($0) }
  }

  /// Whether both are one thing: they differ in the endings of words, in acronyms among them, as `UN Mission` and
  /// `United Nations Mission` do, and in words before them, as the `Office of the U.S. Trade Representative` does.
  func isSame(as other: SpelledAcronym) -> Bool {
    var (own, others) = (words[...], other.words[...])
    while let first = own.last, let second = others.last {
      if Self.isSameWord(first, second) {
        own.removeLast()
        others.removeLast()
      } else if Self.isShort(first, of: others) {
        own.removeLast()
        others.removeLast(first.utf8.count)
      } else if Self.isShort(second, of: own) {
        others.removeLast()
        own.removeLast(second.utf8.count)
      } else {
        return false
      }
    }
    // One word is too little to know a thing by.
    return own.count == others.count || min(words.count, other.words.count) > 1
  }

  /// Whether `word` is made of the first letters of the last of `words`.
  private static func isShort(_ word: String, of words: ArraySlice<String>) -> Bool {
    word.utf8.count > 1 && words.count >= word.utf8.count
      && word.utf8.elementsEqual(words.suffix(word.utf8.count).compactMap(\.utf8.first))
  }

  /// Whether two words are the same but for their endings: `agency`, `agencies`.
  private static func isSameWord(_ first: String, _ second: String) -> Bool {
    if first == second { return true }
    let shared = zip(first.utf8, second.utf8).prefix { $0 == $1 }.count
    let shorter = min(first.utf8.count, second.utf8.count)
    return shared >= max(4, shorter - 2) || shared == shorter && shared > 2
  }
}
