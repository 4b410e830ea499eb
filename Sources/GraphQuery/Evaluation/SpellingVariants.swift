/// British and American spellings of a word.
enum SpellingVariants {
  /// Endings of one word: those of `organise`, `analyse`, `labour`, `centre`, `defence`, `dialogue`, `programme`.
  private static let endings: [(String, String)] = [
    ("ise", "ize"), ("ised", "ized"), ("ises", "izes"), ("ising", "izing"), ("iser", "izer"), ("isation", "ization"),
    ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"), ("our", "or"), ("ours", "ors"), ("oured", "ored"),
    ("ouring", "oring"), ("tre", "ter"), ("tres", "ters"), ("ence", "ense"), ("ences", "enses"), ("ogue", "og"),
    ("ogues", "ogs"), ("amme", "am"), ("ammes", "ams"),
  ]
  /// Letters of words that may have two spellings: not *four* and *for*.
  private static let shortest = 5

  /// How else `word`, in plain small letters, may be spelled; most are no words, and found nowhere.
  ///
  ///     SpellingVariants.of(Array("labour".utf8))  // ["labor"]
  ///
  /// - Complexity: O(1).
  static func of(_ word: [UInt8]) -> [[UInt8]] {
    endings.flatMap { british, american in
      [(british, american), (american, british)].compactMap { ending, other in
        let stem = word.count - ending.utf8.count
        let longer = stem + max(ending.utf8.count, other.utf8.count)
        guard stem > 1, longer >= shortest, word[stem...].elementsEqual(ending.utf8) else { return nil }
        return word[..<stem] + Array(other.utf8)
      }
    }
  }
}
