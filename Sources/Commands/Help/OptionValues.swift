internal import GraphQuery

/// What stands behind an option of a verb, as its usage line tells: `[by edges|date|name]`.
enum OptionValues: Equatable {
  /// One of these words.
  case words([String])
  case number
  /// `2025`, `2025-04` or `2025-04-03`; now as well where that is allowed.
  case date(allowsNow: Bool)
  /// Who says something.
  case speaker

  /// Nil for an option without a value, with one of a kind that ``VerbOption/operand`` tells better, or that may stand
  /// alone as `shortest` does.
  init?(behind option: String, of syntax: VerbSyntax) {
    guard let (value, rest) = Self.values(behind: option, of: syntax).first, !rest.hasPrefix(" |") else { return nil }
    switch value {
    case "N", "K": self = .number
    case "D": self = .date(allowsNow: option == VerbOption.moment.word)
    case "SPEAKER": self = .speaker
    default:
      let words = value.split(separator: "|")
      guard words.count > 1 else { return nil }
      self = .words(words.map(String.init))
    }
  }

  /// Whether one of some words stands there.
  var isWords: Bool { if case .words = self { true } else { false } }

  /// Whether `option` may stand in a statement again, as `and` in `[and C …]`.
  static func mayRepeat(_ option: String, of syntax: VerbSyntax) -> Bool {
    values(behind: option, of: syntax).contains { $0.rest.hasPrefix(" …") }
  }

  /// The words behind `option` in the usage line, each with what follows it; none where it stands alone.
  private static func values(
    behind option: String, of syntax: VerbSyntax
  ) -> [(word: Substring, rest: Substring)] {
    let usage = syntax.usage
    let places = usage.ranges(of: option + " ").filter { range in
      range.lowerBound > usage.startIndex && " [".contains(usage[usage.index(before: range.lowerBound)])
    }
    return places.map { place in
      let word = usage[place.upperBound...].prefix { $0 != " " && $0 != "]" }
      return (word: word, rest: usage[word.endIndex...])
    }
  }
}
