/// How much a statement says. Everything that shows, walks, counts or writes statements tells them apart by this alone.
@frozen
public enum StatementDegree: UInt8, Sendable, CaseIterable, Comparable {
  /// The text itself says so, affirmed and certain.
  case fact
  /// Affirmed and certain, but somebody's word; shown with who says so.
  case reported
  /// Negated, possible, expected, planned, desired, or an obligation, whoever says so.
  case claim

  /// - Complexity: O(1).
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Which statements are shown, walked and counted.
@frozen
public struct StatementDegrees: OptionSet, Hashable, Sendable {
  public var rawValue: UInt8

  /// - Complexity: O(1).
  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// - Complexity: O(1).
  @inlinable
  public init(_ degree: StatementDegree) { rawValue = 1 << degree.rawValue }

  public static let facts = StatementDegrees(.fact)
  public static let reported = StatementDegrees(.reported)
  public static let claims = StatementDegrees(.claim)
  /// What answers show where nobody asks for more: facts, and what somebody says.
  public static let usual: StatementDegrees = [.facts, .reported]
  public static let all: StatementDegrees = [.facts, .reported, .claims]

  /// Whether statements of `degree` are among them.
  ///
  /// - Complexity: O(1).
  @inlinable
  @inline(__always)
  public func contains(_ degree: StatementDegree) -> Bool { rawValue >> degree.rawValue & 1 != 0 }
}
