public import GraphModel

extension Evaluator {
  /// What a piece of evidence proves, in words.
  ///
  /// - Parameter documents: those already read.
  mutating func proof(
    _ evidence: Evidence, _ documents: inout [DocumentID: DocumentRecord]
  ) -> Answer.Proof {
    let document = documents[evidence.document] ?? graph.document(evidence.document)
    documents[evidence.document] = document
    let hasSentence = document.sentences.indices.contains(evidence.sentence)
    return Answer.Proof(
      document: document.name, title: document.title, date: document.date, source: document.source,
      sentenceNumber: evidence.sentence + 1,
      sentence: graph.sentence(evidence.sentence, of: evidence.document) ?? "",
      sentenceRange: hasSentence ? document.sentences[evidence.sentence] : 0..<0,
      subjectRange: evidence.subject, predicateRange: evidence.predicate, objectRange: evidence.object,
      rules: evidence.rules, confidence: evidence.confidence, time: evidence.time, place: evidence.place,
      quantity: evidence.quantity)
  }

  /// The first sentence that says so; nil for an edge without evidence.
  ///
  /// - Complexity: O(evidence of the edge).
  public mutating func firstProof(of edge: EdgeID) -> Answer.Proof? {
    var documents: [DocumentID: DocumentRecord] = [:]
    return graph.evidence(of: edge).first.map { proof($0, &documents) }
  }
}
