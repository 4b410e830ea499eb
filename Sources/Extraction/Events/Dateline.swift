import Language

/// The line before a report that tells where and when it was written: `OSLO, March 3, 2025 —`.
enum Dateline {
  /// A report begins within as many sentences: behind its headline and its authors.
  private static let reach = 6

  /// The day that the first dateline of a document with a day has; nil where there is none.
  ///
  /// - Complexity: O(1).
  static func date(of document: Document, _ normalizer: TimeNormalizer) -> String? {
    for sentence in document.sentences.prefix(reach) {
      let tokens = document.tokens[sentence.tokens]
      guard let last = tokens.last, tokens.first?.flags.contains(.opensParagraph) == true,
        ["-", "–", "—", "--", "_"].contains(document.form(of: last))
      else { continue }
      let words = tokens.map { document.form(of: $0) }
      if let date = normalizer.normalize(words, reference: nil, isFuture: false).flatMap(CalendarDate.init(iso:)) {
        return date.iso
      }
    }
    return nil
  }
}
