public import GraphModel

/// The entities of all documents, each once.
public struct ResolvedCatalog: Sendable {
  /// Sorted by name, then type, as bytes; each with its aliases and the rule of each.
  public let entities: [GraphContent.Entity]
  /// By ticket and local entity; -1 for those without a name.
  private let numbers: [[Int32]]

  init(entities: [GraphContent.Entity], numbers: [[Int32]]) {
    self.entities = entities
    self.numbers = numbers
  }

  /// The position in ``entities`` of entity `local` of the document added with `ticket`; nil when it has no name.
  ///
  /// - Complexity: O(1).
  public func globalEntity(_ ticket: Int, _ local: Int) -> Int? {
    guard numbers.indices.contains(ticket), numbers[ticket].indices.contains(local) else { return nil }
    let number = Int(numbers[ticket][local])
    return number >= 0 ? number : nil
  }
}
