extension GraphContent {
  /// The statements of `graph` that no text of it says, with their entities and predicates: what has to be kept when
  /// the texts are read anew. Of the other names, those that came with the import.
  ///
  /// - Returns: an empty content when every edge has evidence.
  /// - Complexity: O(edges).
  public init(importedInto graph: some GraphView) {
    self.init()
    var entityNumbers: [EntityID: Int] = [:]
    var predicateNumbers: [PredicateID: Int] = [:]
    func entity(_ id: EntityID) -> Int {
      if let known = entityNumbers[id] { return known }
      entityNumbers[id] = entities.count
      entities.append(
        Entity(
          name: graph.name(of: id), type: graph.type(of: id),
          aliases: graph.aliases(of: id).filter { $0.rule == Alias.importedRule }))
      return entities.count - 1
    }
    for number in 0..<UInt32(graph.edgeCount) where graph.evidence(of: EdgeID(number)).isEmpty {
      let edge = graph.edge(EdgeID(number))
      if predicateNumbers[edge.predicate] == nil {
        predicateNumbers[edge.predicate] = predicates.count
        predicates.append(graph.predicate(edge.predicate))
      }
      var statement = Statement(
        subject: entity(edge.subject), predicate: predicateNumbers[edge.predicate, default: 0],
        object: entity(edge.object), evidence: nil)
      statement.polarity = edge.polarity
      statement.modality = edge.modality
      statement.attribution = edge.attribution.map(entity)
      statements.append(statement)
    }
  }
}

extension GraphContent.Alias {
  /// The rule of names that were imported with their entities.
  public static let importedRule = "label"
}
