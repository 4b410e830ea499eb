/// How many documents took an entity for something of a type, kept where they do not agree.
///
/// A store keeps it as an alias that is the canonical name itself, with what it says in the place of the rule: so it is
/// there in every format that has aliases, and moves with them.
public struct TypeVote: Sendable, Equatable {
  /// Name of the type, such as `Person`.
  public var type: String
  /// How many documents; each has one vote.
  public var documents: Int
  /// Whether none of them had more than a guess.
  public var isGuess: Bool

  public init(type: String, documents: Int, isGuess: Bool) {
    self.type = type
    self.documents = documents
    self.isGuess = isGuess
  }

  private static let prefix = "type "
  private static let guess = "?"

  /// The vote that stands in the place of a rule; nil where that is a rule.
  ///
  /// - Complexity: O(length of the rule).
  public init?(rule: String) {
    guard rule.hasPrefix(Self.prefix), let space = rule.lastIndex(of: " ") else { return nil }
    let count = rule[rule.index(after: space)...]
    let type = rule[..<space].dropFirst(Self.prefix.count)
    isGuess = count.hasSuffix(Self.guess)
    // A sum of them is no number too large.
    guard !type.isEmpty, let documents = Int32(isGuess ? count.dropLast() : count), documents > 0 else { return nil }
    self.type = String(type)
    self.documents = Int(documents)
  }

  /// What stands in the place of a rule: `type Person 3`, with a question mark for guesses.
  ///
  /// - Complexity: O(length of the type).
  public var rule: String { "\(Self.prefix)\(type) \(documents)\(isGuess ? Self.guess : "")" }
}
