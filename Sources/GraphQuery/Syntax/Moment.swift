internal import GraphModel

/// A day, month or year of which a statement asks what holds then: the words behind `at`.
public enum Moment: Sendable, Equatable {
  /// The last date of the graph's documents: no clock is asked. With its place in the statement.
  case now(SourceRange)
  /// `2025`, `2025-04` or `2025-04-03`.
  case date(String)

  /// What may be written, as errors say it.
  public static let form = "now or a date such as 2025-04-03, 2025-04 or 2025"

  /// As it is written; of now its date, which `days` has.
  func name(_ days: DaySpan?) -> String {
    switch self {
    case .now: days?.last ?? "now"
    case .date(let date): date
    }
  }

  /// Nil for what is no such date.
  ///
  /// - Parameter range: where it stands in a statement.
  /// - Complexity: O(1): dates are short.
  public init?(_ text: String, at range: SourceRange = SourceRange(SourcePosition(), SourcePosition())) {
    if text.lowercased() == "now" {
      self = .now(range)
    } else if DaySpan(text) != nil {
      self = .date(text)
    } else {
      return nil
    }
  }
}
