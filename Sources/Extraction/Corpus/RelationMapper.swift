package import SchemaFiles

/// Maps the words of a predicate to a relation of the schema where the types of its arguments fit the signature.
package struct RelationMapper: Sendable {
  /// A relation with its direction.
  package struct Match: Sendable, Equatable {
    package var relation: Relation
    /// Whether subject and object change places.
    package var isReversed: Bool
  }

  private let relations: [Relation]
  private let wordings: WordingIndex
  private let types: EntityTypes

  package init(schema: Schema, wordings: WordingIndex, types: EntityTypes) {
    relations = schema.relations
    self.wordings = wordings
    self.types = types
  }

  /// The first relation that one of `keys` words and whose signature the types fit; nil when there is none, and the
  /// predicate stays open.
  ///
  /// A type is nil for a name of which nothing more is known: it may be anything.
  package func match(_ keys: [WordingKey], subjectType: String?, objectType: String?) -> Match? {
    for key in keys {
      for reading in wordings.readings(key.construction, key.words) {
        let relation = relations[reading.relation]
        let (from, to) = reading.isReversed ? (objectType, subjectType) : (subjectType, objectType)
        if fits(from, relation.domain), fits(to, relation.range) {
          return Match(relation: relation, isReversed: reading.isReversed)
        }
      }
    }
    return nil
  }

  /// The relation that one of `keys` words, whatever its signature; nil when none does.
  package func worded(by keys: [WordingKey]) -> Relation? {
    for key in keys {
      if let reading = wordings.readings(key.construction, key.words).first { return relations[reading.relation] }
    }
    return nil
  }

  private func fits(_ type: String?, _ allowed: [String]) -> Bool { type.map { types.isA($0, allowed) } ?? true }
}
