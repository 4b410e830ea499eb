extension GraphContent {
  /// The whole content of a graph; writing it again gives the same file.
  ///
  /// - Complexity: O(size of the graph); everything is held in memory.
  public init(of graph: some GraphView) {
    self.init()
    entities = (0..<graph.entityCount).map {
      let id = EntityID(UInt32($0))
      return Entity(name: graph.name(of: id), type: graph.type(of: id), aliases: graph.aliases(of: id))
    }
    predicates = (0..<graph.predicateCount).map { graph.predicate(PredicateID(UInt32($0))) }
    documents = (0..<UInt32(graph.documentCount)).map { Document(DocumentID($0), of: graph) }
    decisions = graph.decisions
    for number in 0..<graph.edgeCount {
      let edge = graph.edge(EdgeID(UInt32(number)))
      var statement = Statement(
        subject: Int(edge.subject.rawValue), predicate: Int(edge.predicate.rawValue),
        object: Int(edge.object.rawValue), evidence: nil)
      statement.polarity = edge.polarity
      statement.modality = edge.modality
      statement.attribution = edge.attribution.map { Int($0.rawValue) }
      let evidence = graph.evidence(of: edge.id)
      if evidence.isEmpty { statements.append(statement) }
      for piece in evidence {
        statement.evidence = piece.naming(Int(piece.document.rawValue))
        statements.append(statement)
      }
    }
  }
}

extension GraphContent.Document {
  /// A document of `graph` with its text.
  ///
  /// - Complexity: O(length of the text).
  package init(_ id: DocumentID, of graph: some GraphView) {
    let record = graph.document(id)
    self.init(
      id: record.name, title: record.title, date: record.date, source: record.source, text: graph.text(of: id),
      sentences: record.sentences)
  }

  /// The text of a sentence; nil when there is no such sentence.
  ///
  /// - Complexity: O(length of the sentence).
  package func sentence(_ index: Int) -> String? {
    guard sentences.indices.contains(index) else { return nil }
    let range = sentences[index]
    return String(decoding: text[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
  }
}

extension DocumentRecord {
  /// `document` as number `id` of a graph.
  ///
  /// - Complexity: O(1): the sentences are shared.
  package init(_ document: GraphContent.Document, id: DocumentID) {
    self.init(
      id: id, name: document.id, title: document.title, date: document.date, source: document.source,
      sentences: document.sentences)
  }
}
