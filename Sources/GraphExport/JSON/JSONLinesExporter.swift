internal import Bytes
public import GraphModel

/// One JSON object a line: first the documents with their texts, the predicates and the entities of which the part
/// speaks, and the decisions on who is who (``RecordLine``), then every event, in the order of its first edge without
/// role, document and sentence, and every edge without evidence (``StatementRecord``). The whole of it is the whole
/// graph: reading it gives the same store, byte for byte.
///
/// Holds what is told of one subject, a few bytes a statement, and of a part the numbers of what it speaks of.
public struct JSONLinesExporter: GraphExporter {
  /// What entities are elsewhere: told in their lines, for other programs; not read again, because no graph keeps it.
  public var identities: IdentityTable

  public init(identities: IdentityTable = .init()) { self.identities = identities }

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try writeRecords(part, graph, &output)
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
        let predicate = graph.predicate(edge.predicate)
        if predicate.isLink { return }
        for (number, piece) in graph.evidence(of: edge.id).enumerated() {
          events.add(piece, number, of: edge.id, isRole: predicate.role != nil)
        }
      }
      try writeSubject()
      try output.flush()
    }
  }

  private func writeRecords<Failure: Error>(
    _ part: Subgraph, _ graph: some GraphView, _ output: inout OutputBuffer<Failure>
  ) throws(Failure) {
    try part.forEachThing(
      of: graph,
      document: { id throws(Failure) in
        for line in RecordLine.document(id, in: graph) { try output.append(line + "\n") }
      },
      predicate: { id throws(Failure) in try output.append(RecordLine.predicate(graph.predicate(id)) + "\n") },
      entity: { id throws(Failure) in
        for line in RecordLine.entity(id, identities.identity(of: id, in: graph), in: graph) {
          try output.append(line + "\n")
        }
      })
    if part.edges == nil { for decision in graph.decisions { try output.append(RecordLine.decision(decision) + "\n") } }
  }

  private func write<Failure: Error>(
    _ edge: Edge, _ events: SubjectEvents, _ graph: some GraphView, _ texts: inout AdjunctText,
    _ output: inout OutputBuffer<Failure>
  ) throws(Failure) {
    func append(_ members: [String]) throws(Failure) {
      try output.append("{" + members.joined(separator: ",") + "}\n")
    }
    let pieces = graph.evidence(of: edge.id)
    if pieces.isEmpty {
      var record = StatementRecord(edge, in: graph)
      let members = StatementMembers(edge, nil, in: graph)
      for place in record.roles.indices { record.roles[place].members = members.differing(from: members) }
      try append(record.members + (record.isLink ? members.linking : members.leading))
    }
    for (number, piece) in pieces.enumerated() {
      let lead = StatementMembers(edge, piece, in: graph)
      let isRole = lead.predicate.role != nil
      let isLink = lead.predicate.isLink
      guard let roles = isLink ? [] : events.roles(of: piece, number, edge.id, isRole: isRole) else { continue }
      let document = texts.document(of: piece, in: graph)
      var record = StatementRecord(edge, piece, document, in: graph)
      let source = StatementMembers.source(document, sentence: graph.sentence(piece.sentence, of: piece.document))
      if isLink {
        try append(record.members + source + lead.linking)
        continue
      }
      record.adjuncts = texts.adjuncts(of: piece, in: graph)
      for place in record.roles.indices { record.roles[place].members = lead.differing(from: lead) }
      for role in roles {
        let other = graph.edge(role.edge)
        let evidence = graph.evidence(of: role.edge)
        // A damaged store may have lost it meanwhile.
        guard evidence.indices.contains(Int(role.piece)) else { continue }
        let piece = evidence[Int(role.piece)]
        let members = StatementMembers(other, piece, in: graph).differing(from: lead)
        record.add(other, at: piece.object, members: members, in: graph)
      }
      let needsSpan = record.objectRange == nil && !isRole
      try append(record.members + source + lead.leading + (needsSpan ? lead.objectSpan : []))
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
