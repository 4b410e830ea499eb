internal import GraphQuery
public import GraphModel

/// A table with a head line, one line an edge; what is not known is empty.
public struct TableExporter: GraphExporter {
  static let columns = [
    "subject", "predicate", "object", "subject_type", "object_type", "relation", "polarity", "modality", "attribution",
    "support", "confidence", "first_date", "last_date", "edge", "role",
  ]

  private let text: TableText

  public init(_ text: TableText = TableText(.tabs)) { self.text = text }

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try output.append(text.row(Self.columns) + "\n")
      try part.forEachEdge(of: graph) { edge throws(Failure) in
        let predicate = graph.predicate(edge.predicate)
        let values = [
          graph.name(of: edge.subject), predicate.name, graph.name(of: edge.object), graph.type(of: edge.subject),
          graph.type(of: edge.object), predicate.relation ?? "", edge.polarity.symbol, edge.modality.name,
          edge.attribution.map { graph.name(of: $0) } ?? "", "\(edge.support)",
          edge.support == 0 ? "" : Hundredths.text(edge.confidence),
          edge.firstDate ?? "", edge.lastDate ?? "", "e\(edge.id.rawValue)",
          predicate.role ?? "",
        ]
        try output.append(text.row(values) + "\n")
      }
      try output.flush()
    }
  }
}
