/// The words of an office: `deputy foreign minister for Europe`.
struct OfficeWords {
  let words: [Substring]
  /// Where the noun stands in ``words``, with an adjective behind it, or a word before it without which it is another
  /// office: `minister`, `attorney general`, `prime minister`.
  let noun: Range<Int>
  /// What makes the office another than its noun says: `deputy`.
  let lesser: [Substring]

  /// - Returns: nil where no noun stands before the first preposition.
  init?(_ office: String, _ lexicon: Lexicon) {
    words = office.split(separator: " ")
    let end = words.firstIndex { Self.prepositions.contains($0.lowercased()) } ?? words.count
    guard end > 0 else { return nil }
    let isAdjective = end > 1 && lexicon.postpositiveAdjectives.contains(words[end - 1].lowercased())
    let first = end - (isAdjective ? 2 : 1)
    // `prime minister` is no kind of minister.
    let pair = first > 0 ? words[first - 1..<end].joined(separator: " ").lowercased() : ""
    noun = (lexicon.undividedOffices.contains(pair) ? first - 1 : first)..<end
    lesser = words[..<noun.lowerBound].filter {
      let form = $0.lowercased()
      return lexicon.lesserOffices.contains(form) || lexicon.nonSubsectiveAdjectives.contains(form)
    }
  }

  /// What kind of office it is: `deputy minister`.
  var kind: [Substring] { lesser + words[noun] }

  private static let prepositions: Set<String> = ["at", "for", "in", "of", "to"]
}
