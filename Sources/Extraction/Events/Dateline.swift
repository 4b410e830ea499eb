import Language

/// The line before a report that tells where and when it was written: `OSLO, March 3, 2025 —`.
enum Dateline {
  /// A report begins within as many sentences: behind its headline and its authors.
  private static let reach = 6

  /// The day that the first dateline of a document with a day has, or a paragraph that is a day alone (`Friday, August
  /// 21, 2015`, `Published 21 August 2015`); nil where there is none.
  ///
  /// - Parameter publishing: words that may stand beside the day: `published`.
  /// - Complexity: O(1).
  static func date(of document: Document, _ normalizer: TimeNormalizer, publishing: Set<String> = []) -> String? {
    for sentence in document.sentences.prefix(reach) {
      let tokens = document.tokens[sentence.tokens]
      guard let last = tokens.last, tokens.first?.flags.contains(.opensParagraph) == true,
        ["-", "–", "—", "--", "_"].contains(document.form(of: last))
          || isDay(sentence, in: document, normalizer, publishing)
      else { continue }
      let words = tokens.map { document.form(of: $0) }
      if let date = normalizer.normalize(words, reference: nil, isFuture: false).flatMap(CalendarDate.init(iso:)) {
        return date.iso
      }
    }
    return nil
  }

  /// Whether a paragraph has nothing but the words of a date.
  private static func isDay(
    _ sentence: Sentence, in document: Document, _ normalizer: TimeNormalizer, _ publishing: Set<String>
  ) -> Bool {
    let end = sentence.tokens.upperBound
    return sentence.tokens.count <= longestDay && end < document.tokens.count
      && document.tokens[end].flags.contains(.opensParagraph)
      && document.tokens[sentence.tokens].allSatisfy { word in
        let form = document.form(of: word)
        return word.tag == .punctuation || normalizer.isTimeWord(form) || Int(form) != nil
          || normalizer.isDate(form) || publishing.contains(form)
      }
  }

  /// Words and commas of `Friday, August 21, 2015`.
  private static let longestDay = 10
}
