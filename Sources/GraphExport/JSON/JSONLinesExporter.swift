public import GraphModel

/// One JSON object a line for every piece of evidence, in the order (edge, document, sentence), and for every edge
/// without any. See ``StatementRecord``.
public struct JSONLinesExporter: GraphExporter {
  public init() {}

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      var document: DocumentRecord?
      try part.forEachEdge(of: graph) { edge throws(Failure) in
        let pieces = graph.evidence(of: edge.id)
        if pieces.isEmpty { try output.append(StatementRecord(edge, in: graph).json + "\n") }
        for evidence in pieces {
          let record = document?.id == evidence.document ? document : nil
          let source = record ?? graph.document(evidence.document)
          document = source
          try output.append(StatementRecord(edge, evidence, source, in: graph).json + "\n")
        }
      }
      try output.flush()
    }
  }
}
