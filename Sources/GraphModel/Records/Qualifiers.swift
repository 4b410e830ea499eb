/// Whether a statement affirms or denies.
public enum Polarity: UInt8, Sendable, CaseIterable, Comparable {
  case affirmed, negated

  /// `+` or `-`, as JSON writes it.
  public var symbol: String { self == .affirmed ? "+" : "-" }

  public static func < (a: Polarity, b: Polarity) -> Bool { a.rawValue < b.rawValue }
}

/// How certain the text presents a statement to be.
public enum Modality: UInt8, Sendable, CaseIterable, Comparable {
  case certain, possible, expected, planned, desired, obligation

  /// The word that JSON and answers use: `planned`.
  ///
  /// - Complexity: O(1).
  public var name: String {
    switch self {
    case .certain: "certain"
    case .possible: "possible"
    case .expected: "expected"
    case .planned: "planned"
    case .desired: "desired"
    case .obligation: "obligation"
    }
  }

  public static func < (a: Modality, b: Modality) -> Bool { a.rawValue < b.rawValue }
}
