/// What the name of a node tells of it.
public enum NodeKind: Sendable, Hashable, CaseIterable {
  /// A name: `NATO`, `Mark Rutte`, `alt.culture`.
  case name
  /// A description with a name in it: `allies of NATO`, `Brooklyn doctor`.
  case phrase
  /// A description without one: `court`, `two soldiers`, `$3.2 billion`.
  case noun

  /// - Parameter isLinked: whether a link leads from the node to a name in it. Not every phrase has one: of others the
  ///   first or last word is none of a name.
  /// - Complexity: O(length of the name).
  public init(_ name: String, isLinked: Bool) {
    let words = name.split(separator: " ")
    if CommonNoun.isOne(name) || words.count > 1 && !name.contains(where: \.isUppercase) {
      self = .noun
    } else {
      self = isLinked || words.count > 1 && Self.hasPlainEnd(words) ? .phrase : .name
    }
  }

  private static func hasPlainEnd(_ words: [Substring]) -> Bool {
    // Not the `de` of a family.
    guard let first = words.first, let last = words.last else { return false }
    return first.first?.isLowercase == true && first.utf8.count > longestParticle || last.first?.isLowercase == true
  }

  /// Bytes of `van`.
  private static let longestParticle = 3
}
