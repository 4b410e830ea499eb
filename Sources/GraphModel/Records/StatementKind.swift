/// Polarity, modality, and whether somebody is named who says so, as one small number:
/// polarity + 2 · modality + 16 when attributed.
@usableFromInline
package struct StatementKind: RawRepresentable, Hashable, Sendable {
  @usableFromInline package var rawValue: UInt8

  /// How many there are.
  package static let count = 2 * Modality.allCases.count * 2

  /// Nil for a number that means nothing.
  @inlinable
  package init?(rawValue: UInt8) {
    guard rawValue < 32, Modality(rawValue: rawValue >> 1 & 7) != nil else { return nil }
    self.rawValue = rawValue
  }

  /// - Complexity: O(1).
  @inlinable
  package init(_ polarity: Polarity, _ modality: Modality, isAttributed: Bool) {
    rawValue = polarity.rawValue | modality.rawValue << 1 | (isAttributed ? 16 : 0)
  }

  @inlinable package var polarity: Polarity { rawValue & 1 == 0 ? .affirmed : .negated }
  @inlinable package var modality: Modality { Modality(rawValue: rawValue >> 1 & 7) ?? .certain }
  @inlinable package var isAttributed: Bool { rawValue & 16 != 0 }
  @inlinable package var degree: StatementDegree { rawValue == 0 ? .fact : rawValue & 15 == 0 ? .reported : .claim }
}
