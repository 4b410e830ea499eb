internal import GraphModel

/// What the statements of a part speak of, each ascending and once.
struct PartContents {
  /// Besides those at the ends of edges, who says so.
  private(set) var entities: [EntityID] = []
  private(set) var predicates: [PredicateID] = []
  private(set) var documents: [DocumentID] = []

  /// - Complexity: O(statements of the part).
  init(_ part: Subgraph, of graph: some GraphView) {
    var entities = Set(part.entities)
    var predicates: Set<PredicateID> = []
    var documents: Set<DocumentID> = []
    part.forEachEdge(of: graph) { edge in
      entities.formUnion([edge.subject, edge.object])
      if let speaker = edge.attribution { entities.insert(speaker) }
      predicates.insert(edge.predicate)
      documents.formUnion(graph.documents(of: edge.id))
    }
    self.entities = entities.sorted()
    self.predicates = predicates.sorted()
    self.documents = documents.sorted()
  }
}

extension Subgraph {
  /// Hands the documents, predicates and entities of which the part speaks to the three functions, ascending; of the
  /// whole graph all that there are.
  func forEachThing<Failure: Error>(
    of graph: some GraphView, document: (DocumentID) throws(Failure) -> Void,
    predicate: (PredicateID) throws(Failure) -> Void, entity: (EntityID) throws(Failure) -> Void
  ) throws(Failure) {
    if edges == nil, degrees == .all {
      // Never listed: there may be more than memory holds.
      for number in 0..<UInt32(graph.documentCount) { try document(DocumentID(number)) }
      for number in 0..<UInt32(graph.predicateCount) { try predicate(PredicateID(number)) }
      for number in 0..<UInt32(graph.entityCount) { try entity(EntityID(number)) }
    } else {
      let contents = PartContents(self, of: graph)
      for id in contents.documents { try document(id) }
      for id in contents.predicates { try predicate(id) }
      for id in contents.entities { try entity(id) }
    }
  }
}
