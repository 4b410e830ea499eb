public import GraphModel

/// RDF as Turtle: facts as plain triples, statements with their evidence beside them. See ``RDFDescription``.
///
/// Source: RDF 1.1 Turtle (W3C).
public struct TurtleExporter: GraphExporter {
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
      let prefixes = RDFValue.prefixes
      for prefix in prefixes { try output.append("@prefix \(prefix.name): <\(prefix.iri)> .\n") }
      try RDFDescription(links: links, identities: identities).forEachNode(of: part, in: graph) {
        node throws(Failure) in
        let lines = node.properties.map { "\($0.name.turtle(prefixes)) \($0.value.turtle(prefixes))" }
        try output.append("\n\(node.subject.turtle(prefixes)) \(lines.joined(separator: " ;\n  ")) .\n")
      }
      try output.flush()
    }
  }
}
