/// The words of an office: `deputy foreign minister for Europe`.
struct OfficeWords {
  let words: [Substring]
  /// Where the noun stands in ``words``, with an adjective behind it, or the words before it without which it is
  /// another office: `adviser`, `attorney general`, `prime minister`, `foreign minister`.
  let noun: Range<Int>
  /// What makes the office another than its noun says: `deputy`.
  let lesser: [Substring]

  /// - Returns: nil where no noun stands before the first preposition.
  init?(_ office: String, _ lexicon: Lexicon) {
    let words = office.split(separator: " ")
    let end = words.firstIndex { Self.prepositions.contains($0.lowercased()) } ?? words.count
    guard end > 0 else { return nil }
    let isAdjective = end > 1 && lexicon.postpositiveAdjectives.contains(words[end - 1].lowercased())
    let last = end - (isAdjective ? 2 : 1)
    // `prime minister` is no kind of minister, and there are many ministers but one foreign minister.
    let first = (0..<last).first { first in
      let title = words[first..<end].joined(separator: " ").lowercased()
      return lexicon.undividedOffices.contains(title) || lexicon.soleOffices.contains(title)
    }
    self.words = words
    noun = (first ?? last)..<end
    lesser = words[..<noun.lowerBound].filter {
      let form = $0.lowercased()
      return lexicon.lesserOffices.contains(form) || lexicon.nonSubsectiveAdjectives.contains(form)
    }
  }

  /// What kind of office it is: `deputy minister`.
  var kind: [Substring] { lesser + words[noun] }

  private static let prepositions: Set<String> = ["at", "for", "in", "of", "to"]
}
