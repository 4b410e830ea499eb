extension Record {
  /// What a later statement can call this row: the entity that it is about by its id, `#12`, or else its edge, `e7`,
  /// its relation, type or document; nil for a row of none of them.
  ///
  /// - Complexity: O(number of fields).
  public var reference: String? { first(of: Self.referenceFields) ?? first(of: Self.nameFields) ?? entityID }

  /// The first entity of the row by its id; nil for a row without entities.
  ///
  /// - Complexity: O(number of fields).
  public var entityID: String? {
    for field in fields {
      if field.name == "id" || field.name.hasSuffix("_id"), case .text(let id) = field.value, id.hasPrefix("#") {
        return id
      }
    }
    return nil
  }

  /// Fields that tell what a row is about, the most telling first.
  private static let referenceFields = ["neighbor_id", "entity_id", "id", "edge"]
  /// The same of rows without entities.
  private static let nameFields = ["document", "relation", "type", "predicate"]

  private func first(of names: [String]) -> String? {
    for name in names {
      if case .text(let text)? = fields.first(where: { $0.name == name })?.value { return text }
    }
    return nil
  }
}
