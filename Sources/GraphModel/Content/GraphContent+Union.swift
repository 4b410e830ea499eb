extension GraphContent {
  /// The union of graphs, normalized: entities are one when name and type agree, documents when their ids do.
  ///
  /// The order of `contents` and how they are grouped do not matter, and a graph united with itself stays the same.
  ///
  ///     let both = try GraphContent.union([GraphContent(of: yesterday), GraphContent(of: today)])
  ///
  /// - Returns: an empty content for no contents.
  /// - Throws: when two documents of one id differ, or a content is not valid, as ``normalized()`` says.
  /// - Complexity: O(*n* log *n*) for the size *n* of all contents together.
  public static func union(_ contents: [GraphContent]) throws(ContentError) -> GraphContent {
    var all = GraphContent()
    for content in contents {
      try content.validate()
      let shifted = content.statements.map {
        var statement = $0
        statement.subject += all.entities.count
        statement.predicate += all.predicates.count
        statement.object += all.entities.count
        statement.attribution = $0.attribution.map { $0 + all.entities.count }
        statement.evidence?.document += all.documents.count
        return statement
      }
      all.entities += content.entities
      all.predicates += content.predicates
      all.documents += content.documents
      all.statements += shifted
      all.decisions += content.decisions
    }
    return try all.normalized()
  }
}
