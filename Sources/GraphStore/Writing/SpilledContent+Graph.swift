internal import Bytes
public import GraphModel

extension SpilledContent {
  /// Takes all of a graph: entities with their other names, predicates, documents with texts, edges with and without
  /// evidence, and decisions.
  ///
  /// Beside what ``SpilledContent`` says it holds four bytes for each entity and document of the graph, and the edges
  /// of one entity.
  ///
  /// - Throws: as ``take(_:)-(GraphContent)``.
  /// - Complexity: that of reading the graph, O(entities) for each time that names go to the disk, and for each piece
  ///   of evidence the length of its sentence.
  public func take(_ graph: some GraphView) throws(StoreError) {
    graph.unpackTexts(into: folder)
    do {
      let predicates = try (0..<UInt32(graph.predicateCount)).map { number in
        let predicate = graph.predicate(PredicateID(number))
        try predicate.validateLengths()
        return try add(predicate)
      }
      for number in 0..<UInt32(graph.entityCount) {
        try makeRoom()
        let id = EntityID(number)
        let entity = GraphContent.Entity(
          name: graph.name(of: id), type: graph.type(of: id), aliases: graph.aliases(of: id))
        try entity.validateLengths()
        _ = try add(entity)
      }
      let documents = try (0..<UInt32(graph.documentCount)).map { number in
        let document = GraphContent.Document(DocumentID(number), of: graph)
        try document.validate()
        try document.validateLengths()
        return try add(document)
      }
      try self.documents.flush()
      try takeEdges(of: graph, predicates: predicates, documents: documents)
      decisions += graph.decisions
    } catch {
      throw StoreError(wrapping: error)
    }
  }

  private func takeEdges(of graph: some GraphView, predicates: [UInt32], documents: [UInt32]) throws {
    // Number + 1 by entity of the graph, until names go to the disk; 0 for none.
    var numbers = [UInt32](repeating: 0, count: graph.entityCount)
    func entity(_ id: EntityID) throws -> UInt32 {
      let place = Int(id.rawValue)
      if numbers[place] == 0 {
        numbers[place] = try add(GraphContent.Entity(name: graph.name(of: id), type: graph.type(of: id))) + 1
      }
      return numbers[place] - 1
    }
    var edges: [Adjacency] = []
    // By subject, because to find the subject of an edge is a search.
    for subject in (0..<UInt32(graph.entityCount)).map({ EntityID($0) }) {
      graph.adjacency(of: subject, .outgoing, into: &edges)
      for edge in edges {
        if try makeRoom() { for place in numbers.indices { numbers[place] = 0 } }
        var key = EdgeKey<EntityID, PredicateID>(
          subject: subject, predicate: edge.predicate, kind: StatementKind(.affirmed, .certain, isAttributed: false),
          object: edge.neighbor, source: nil)
        if edge.degree != .fact { key = graph.edge(edge.edge).key }
        let row = self.edge(
          EdgeKey(
            subject: try entity(subject), predicate: predicates[Int(key.predicate.rawValue)], kind: key.kind,
            object: try entity(key.object), source: try key.source.map(entity)))
        let evidence = graph.evidence(of: edge.edge)
        if evidence.isEmpty { try add(NumberedStatement(edge: row)) }
        for piece in evidence { try add(piece, number: Int(edge.edge.rawValue), of: row, documents) }
      }
    }
  }

  /// Adds a piece of evidence of a graph, which is not known to be valid.
  private func add(_ evidence: Evidence, number: Int, of edge: NumberedStatement.Edge, _ documents: [UInt32]) throws {
    guard Int(evidence.document.rawValue) < documents.count else {
      throw ContentError.invalidContent(detail: "statement \(number) refers to a sentence that is not there")
    }
    let document = documents[Int(evidence.document.rawValue)]
    let size = self.documents.size(of: document)
    try evidence.validate(number, sentences: size.sentences, length: size.length)
    try evidence.validateLengths()
    try add(evidence.naming(document), of: edge) {
      try self.documents.sentence(evidence.sentence, of: document, prefix: SentenceWords.lengthLimit)
    }
  }
}
