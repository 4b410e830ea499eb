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
    documents = (0..<graph.documentCount).map {
      let record = graph.document(DocumentID(UInt32($0)))
      return Document(
        id: record.name, title: record.title, date: record.date, source: record.source, text: graph.text(of: record.id),
        sentences: record.sentences)
    }
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
        statement.evidence = Evidence(piece)
        statements.append(statement)
      }
    }
  }
}

extension GraphContent.Evidence {
  fileprivate init(_ evidence: Evidence) {
    self.init(
      document: Int(evidence.document.rawValue), sentence: evidence.sentence, subject: evidence.subject,
      predicate: evidence.predicate, object: evidence.object, rules: evidence.rules, confidence: evidence.confidence,
      time: evidence.time, place: evidence.place, quantity: evidence.quantity)
  }
}
