import Language

/// Nouns in small letters that the model tags as proper nouns, though it labels them no name: `iodine`, `justice
/// minister`.
enum SmallNouns {
  /// Only in sentences that write other words with capitals: where nothing has one, names have none either. What stands
  /// beside a proper noun with a capital may be a particle of it: `de`, `bin`; and what hangs on another word without a
  /// space is a part of a word, as in `Wai-ching`.
  ///
  /// - Complexity: O(*n*) in the number of words.
  static func mend(_ document: inout Document) {
    for sentence in document.sentences {
      let words = sentence.tokens
      // `Notre Dame cathedral`: the model writes lemmas of names with a capital.
      for word in words where isSmall(word, document) && document.tokens[word].fineTag == .singularProperNoun {
        document.tokens[word].lemma = document.tokens[word].form
      }
      guard words.contains(where: { isSmallProperNoun($0, document) }),
        words.dropFirst().contains(where: { hasCapital($0, document) })
      else { continue }
      for word in words where isSmallProperNoun(word, document) {
        let isParticle = [word - 1, word + 1].contains { neighbor in
          words.contains(neighbor) && document.tokens[neighbor].tag == .properNoun && hasCapital(neighbor, document)
        }
        if isParticle || isPart(word, of: words, document) { continue }
        let isPlural = document.tokens[word].fineTag == .pluralProperNoun
        document.tokens[word].tag = .noun
        document.tokens[word].fineTag = isPlural ? .pluralNoun : .singularNoun
      }
    }
  }

  private static func isSmallProperNoun(_ word: Int, _ document: Document) -> Bool {
    document.tokens[word].entity == .outside && isSmall(word, document)
  }

  private static func isSmall(_ word: Int, _ document: Document) -> Bool {
    let token = document.tokens[word]
    return token.tag == .properNoun
      && document.text(of: token).unicodeScalars.allSatisfy(\.properties.isLowercase)
  }

  private static func isPart(_ word: Int, of words: Range<Int>, _ document: Document) -> Bool {
    if word > words.lowerBound, !document.tokens[word - 1].flags.contains(.spaceAfter) { return true }
    return words.contains(word + 1) && !document.tokens[word].flags.contains(.spaceAfter)
      && document.tokens[word + 1].tag != .punctuation
  }

  private static func hasCapital(_ word: Int, _ document: Document) -> Bool {
    document.text(of: document.tokens[word]).unicodeScalars.first?.properties.isUppercase ?? false
  }
}
