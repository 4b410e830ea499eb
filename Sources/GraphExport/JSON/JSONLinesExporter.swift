internal import Bytes
public import GraphModel

/// One JSON object a line for every event, in the order of its first edge without role, document and sentence, and for
/// every edge without evidence. See ``StatementRecord``.
///
/// Holds what is told of one subject, a few bytes a statement.
public struct JSONLinesExporter: GraphExporter {
  public init() {}

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      var texts = AdjunctText()
      var edges: [EdgeID] = []
      var events = SubjectEvents()
      var subject: EntityID?
      func writeSubject() throws(Failure) {
        events.sort()
        for id in edges { try write(graph.edge(id), events, graph, &texts, &output) }
        edges.removeAll(keepingCapacity: true)
        events = SubjectEvents()
      }
      try part.forEachEdge(of: graph) { edge throws(Failure) in
        if edge.subject != subject { try writeSubject() }
        subject = edge.subject
        edges.append(edge.id)
        let isRole = graph.predicate(edge.predicate).role != nil
        for piece in graph.evidence(of: edge.id) { events.add(piece, of: edge, isRole: isRole) }
      }
      try writeSubject()
      try output.flush()
    }
  }

  private func write<Failure: Error>(
    _ edge: Edge, _ events: SubjectEvents, _ graph: some GraphView, _ texts: inout AdjunctText,
    _ output: inout OutputBuffer<Failure>
  ) throws(Failure) {
    let pieces = graph.evidence(of: edge.id)
    if pieces.isEmpty { try output.append(StatementRecord(edge, in: graph).json + "\n") }
    let isRole = graph.predicate(edge.predicate).role != nil
    for piece in pieces {
      guard let roles = events.roles(of: piece, edge.id, isRole: isRole) else { continue }
      let document = texts.document(of: piece, in: graph)
      var record = StatementRecord(edge, piece, document, in: graph)
      record.adjuncts = texts.adjuncts(of: piece, in: graph)
      for role in roles { record.add(graph.edge(role.edge), at: role.range, in: graph) }
      try output.append(record.json + "\n")
    }
  }
}

/// The words of adjuncts; keeps the text of the last document that was asked for.
private struct AdjunctText {
  private var record: DocumentRecord?
  private var text: (document: DocumentID, bytes: [UInt8])?

  mutating func document(of piece: Evidence, in graph: some GraphView) -> DocumentRecord {
    if let record, record.id == piece.document { return record }
    let read = graph.document(piece.document)
    record = read
    return read
  }

  mutating func adjuncts(of piece: Evidence, in graph: some GraphView) -> [String] {
    guard !piece.adjuncts.isEmpty else { return [] }
    // Most stand in the sentence, which costs less than the text.
    let document = document(of: piece, in: graph)
    if document.sentences.indices.contains(piece.sentence),
      piece.adjuncts.allSatisfy({ $0.clamped(to: document.sentences[piece.sentence]) == $0 }),
      let sentence = graph.sentence(piece.sentence, of: piece.document)
    {
      let start = document.sentences[piece.sentence].lowerBound
      return piece.adjuncts.map {
        StatementRecord.words(Array(sentence.utf8), $0.lowerBound - start..<$0.upperBound - start)
      }
    }
    let bytes: [UInt8]
    if let text, text.document == piece.document { bytes = text.bytes } else { bytes = graph.text(of: piece.document) }
    text = (piece.document, bytes)
    return piece.adjuncts.map { StatementRecord.words(bytes, $0) }
  }
}
