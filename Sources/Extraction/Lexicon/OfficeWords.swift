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

  /// Whether all words belong to the office: `film director`, `secretary of state`, but not `edging attorney`, `early
  /// opponent member`, where what stands before it is no part of it.
  func isPlain(_ lexicon: Lexicon) -> Bool {
    let others = words[..<noun.lowerBound].map { $0.lowercased() }.filter { !lesser.map { $0.lowercased() }.contains($0) }
    guard others.count <= 1, words.count - noun.upperBound <= Self.longestPortfolio else { return false }
    return others.allSatisfy { word in
      !word.hasSuffix("ing") && !lexicon.droppableAdjectives.contains(word) && !lexicon.officeNouns.contains(word)
        && !lexicon.singlingAdjectives.contains(word)
    }
  }

  private static let longestPortfolio = 4

  private static let prepositions: Set<String> = ["at", "for", "in", "of", "to"]
}
