/// Who is who in one document.
public struct DocumentEntities: Sendable {
  /// In text order.
  public var mentions: [Mention]
  /// In the order of their first mention.
  public var entities: [LocalEntity]
  /// By token: the entity whose mention it heads, or -1.
  var entityOfHead: [Int32]
  /// By head token of a plural: the named entities that it stands for together, `Merz and Macron` for `they`.
  var membersOfHead: [Int: [Int]]

  init(mentions: [Mention], entities: [LocalEntity], entityOfHead: [Int32], membersOfHead: [Int: [Int]] = [:]) {
    self.mentions = mentions
    self.entities = entities
    self.entityOfHead = entityOfHead
    self.membersOfHead = membersOfHead
  }

  /// The local entities for which a plural with this head token stands together; empty for other tokens.
  ///
  /// - Complexity: O(1).
  public func members(atHead token: Int) -> [Int] { membersOfHead[token] ?? [] }

  /// The local entity whose mention has this head token; nil for tokens that head no mention.
  ///
  /// A title that the parse makes the head of the name after it (`President` of `President Trump`) answers like the
  /// name.
  /// - Complexity: O(1).
  public func entity(atHead token: Int) -> Int? {
    guard entityOfHead.indices.contains(token), entityOfHead[token] >= 0 else { return nil }
    return Int(entityOfHead[token])
  }
}
