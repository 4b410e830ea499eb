extension GraphContent {
  /// The statements of `graph` that no text of it says, with their entities and predicates: what has to be kept when
  /// the texts are read anew. Of the other names, those that came with the import.
  ///
  /// - Returns: an empty content when every edge has evidence.
  /// - Complexity: O(entities and edges).
  public init(importedInto graph: some GraphView) {
    self.init()
    // Position by number in the graph; -1 for what is not in the content.
    var entityPlaces = [Int](repeating: -1, count: graph.entityCount)
    var predicatePlaces = [Int](repeating: -1, count: graph.predicateCount)
    func entity(_ id: EntityID) -> Int {
      let known = entityPlaces[Int(id.rawValue)]
      if known >= 0 { return known }
      entityPlaces[Int(id.rawValue)] = entities.count
      entities.append(
        Entity(
          name: graph.name(of: id), type: graph.type(of: id),
          aliases: graph.aliases(of: id).filter { $0.rule == Alias.importedRule || $0.rule == Alias.iriRule }))
      return entities.count - 1
    }
    func predicate(_ id: PredicateID) -> Int {
      let known = predicatePlaces[Int(id.rawValue)]
      if known >= 0 { return known }
      predicatePlaces[Int(id.rawValue)] = predicates.count
      predicates.append(graph.predicate(id))
      return predicates.count - 1
    }
    let attributed = Set(graph.attributions().map(\.edge))
    // By subject, because to find the subject of an edge is a search.
    var edges: [Adjacency] = []
    for subject in (0..<UInt32(graph.entityCount)).map({ EntityID($0) }) {
      graph.adjacency(of: subject, .outgoing, into: &edges)
      for edge in edges where graph.evidence(of: edge.edge).isEmpty {
        var statement = Statement(
          subject: entity(subject), predicate: predicate(edge.predicate), object: entity(edge.neighbor), evidence: nil)
        if edge.degree != .fact || attributed.contains(edge.edge) {
          let whole = graph.edge(edge.edge)
          statement.polarity = whole.polarity
          statement.modality = whole.modality
          statement.attribution = whole.attribution.map(entity)
        }
        statements.append(statement)
      }
    }
  }
}

extension GraphContent.Alias {
  /// The rule of names that were imported with their entities.
  public static let importedRule = "label"
  /// The rule of the IRI by which an entity was imported, which may be its name, too.
  public static let iriRule = "iri"
}
