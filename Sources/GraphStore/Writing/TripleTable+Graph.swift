public import GraphModel

extension TripleTable {
  /// Adds the statements of a graph in which no text stands, with all its entities.
  ///
  /// - Parameter spill: is called from time to time, and may take away entities and triples.
  /// - Precondition: the graph has no documents.
  /// - Throws: as ``entity(_:type:)``, and what `spill` throws.
  /// - Complexity: that of reading the graph, and O(entities) for each time that `spill` takes the entities away.
  public mutating func append(_ graph: some GraphView, spill: (inout TripleTable) throws -> Void) throws {
    precondition(graph.documentCount == 0, "texts do not go into a table")
    var predicates: [UInt32] = []
    for number in 0..<UInt32(graph.predicateCount) {
      let predicate = graph.predicate(PredicateID(number))
      predicates.append(try self.predicate(Array(predicate.name.utf8)[...]))
      combine(predicate, of: predicates[predicates.count - 1])
    }
    for number in 0..<UInt32(graph.entityCount) {
      let entity = try self.entity(EntityID(number), of: graph)
      for alias in graph.aliases(of: EntityID(number)) {
        try addAlias(Array(alias.name.utf8)[...], rule: alias.rule, to: entity)
      }
      try spill(&self)
    }
    // Number + 1 by entity of the graph, until a spill; 0 for none.
    var numbers = [UInt32](repeating: 0, count: graph.entityCount)
    for number in 0..<UInt32(graph.edgeCount) {
      let edge = graph.edge(EdgeID(number))
      func entity(_ id: EntityID) throws -> UInt32 {
        if numbers[Int(id.rawValue)] == 0 { numbers[Int(id.rawValue)] = try self.entity(id, of: graph) + 1 }
        return numbers[Int(id.rawValue)] - 1
      }
      append(
        subject: try entity(edge.subject), predicate: predicates[Int(edge.predicate.rawValue)],
        object: try entity(edge.object), edge.polarity, edge.modality, source: try edge.attribution.map(entity))
      try spill(&self)
      if entityCount == 0 { for place in numbers.indices { numbers[place] = 0 } }
    }
  }

  private mutating func entity(_ id: EntityID, of graph: some GraphView) throws -> UInt32 {
    try entity(Array(graph.name(of: id).utf8)[...], type: type(graph.type(of: id)))
  }
}
