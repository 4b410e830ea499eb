public import GraphModel

/// RDF as N-Quads: facts in the graph of each document that says them, and in the default graph what is known of
/// entities, documents and statements. See ``RDFDescription``.
///
/// Source: RDF 1.1 N-Quads (W3C).
public struct NQuadsExporter: GraphExporter {
  /// By name of a relation: IRIs of properties elsewhere that say nearly the same.
  public var links: [String: [String]]
  /// What entities are elsewhere.
  public var identities: IdentityTable

  public init(links: [String: [String]] = [:], identities: IdentityTable = .init()) {
    self.links = links
    self.identities = identities
  }

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try RDFDescription(links: links, identities: identities, hasGraphs: true).forEachNode(of: part, in: graph) {
        node throws(Failure) in
        let place = node.graph.map { " \($0.ntriples)" } ?? ""
        for (name, value) in node.properties {
          try output.append("\(node.subject.ntriples) \(name.ntriples) \(value.ntriples)\(place) .\n")
        }
      }
      try output.flush()
    }
  }
}
