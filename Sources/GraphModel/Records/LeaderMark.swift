/// That a list of leaders told whom an office means, kept in the place of a rule: `leader as of 2026-01-17`.
public struct LeaderMark: Sendable, Equatable {
  /// The last day on which the list is known to hold, in ISO 8601.
  public var day: String

  public init(asOf day: String) { self.day = day }

  private static let prefix = "leader as of "

  /// The mark that stands in the place of a rule; nil where that is a rule.
  ///
  /// - Complexity: O(length of the rule).
  public init?(rule: String) {
    guard rule.hasPrefix(Self.prefix), rule.utf8.count > Self.prefix.utf8.count else { return nil }
    day = String(rule.dropFirst(Self.prefix.count))
  }

  /// What stands in the place of a rule.
  ///
  /// - Complexity: O(1).
  public var rule: String { Self.prefix + day }
}
