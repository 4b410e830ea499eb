internal import GraphQuery
public import GraphModel

/// A table with a head line, one line an edge, columns separated by tabs.
///
/// A tab, line end or backslash in a value is written `\t`, `\n`, `\r`, `\\`; what is not known is empty.
public struct TSVExporter: GraphExporter {
  static let columns = [
    "subject", "predicate", "object", "subject_type", "object_type", "relation", "polarity", "modality", "attribution",
    "support", "confidence", "first_date", "last_date", "edge",
  ]

  public init() {}

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try output.append(Self.columns.joined(separator: "\t") + "\n")
      try part.forEachEdge(of: graph) { edge throws(Failure) in
        let predicate = graph.predicate(edge.predicate)
        let values = [
          graph.name(of: edge.subject), predicate.name, graph.name(of: edge.object), graph.type(of: edge.subject),
          graph.type(of: edge.object), predicate.relation ?? "", edge.polarity.symbol, edge.modality.name,
          edge.attribution.map { graph.name(of: $0) } ?? "", "\(edge.support)",
          edge.support == 0 ? "" : Hundredths.text(edge.confidence),
          edge.firstDate ?? "", edge.lastDate ?? "", "e\(edge.id.rawValue)",
        ]
        try output.append(values.map(Self.escaped).joined(separator: "\t") + "\n")
      }
      try output.flush()
    }
  }

  static func escaped(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return value }
    return value.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\r\n", with: "\\r\\n")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  }
}
