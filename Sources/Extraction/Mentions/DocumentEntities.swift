/// Who is who in one document.
public struct DocumentEntities: Sendable {
  /// In text order.
  public var mentions: [Mention]
  /// In the order of their first mention.
  public var entities: [LocalEntity]
  /// By token: the entity whose mention it heads, or -1.
  var entityOfHead: [Int32]

  init(mentions: [Mention], entities: [LocalEntity], entityOfHead: [Int32]) {
    self.mentions = mentions
    self.entities = entities
    self.entityOfHead = entityOfHead
  }

  /// The local entity whose mention has this head token; nil for tokens that head no mention.
  ///
  /// A title that the parse makes the head of the name after it (`President` of `President Trump`) answers like the name.
  /// - Complexity: O(1).
  public func entity(atHead token: Int) -> Int? {
    guard entityOfHead.indices.contains(token), entityOfHead[token] >= 0 else { return nil }
    return Int(entityOfHead[token])
  }
}
