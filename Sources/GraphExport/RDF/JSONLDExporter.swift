public import GraphModel

/// RDF as JSON-LD: a list of nodes, one a line, facts as plain members of their subjects. See ``RDFDescription``.
///
/// Source: JSON-LD 1.1 (W3C).
public struct JSONLDExporter: GraphExporter {
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
      let context = RDFValue.prefixes.map { "\"\($0.name)\":{\"@id\":\(JSONText.quoted($0.iri)),\"@prefix\":true}" }
      try output.append("{\"@context\":{\"@version\":1.1,\(context.joined(separator: ","))},\"@graph\":[")
      var mark = "\n"
      try RDFDescription(links: links, identities: identities).forEachNode(of: part, in: graph) {
        node throws(Failure) in
        try output.append("\(mark){\(Self.members(node).joined(separator: ","))}")
        mark = ",\n"
      }
      try output.append("\n]}\n")
      try output.flush()
    }
  }

  private static func members(_ node: RDFDescription.Node) -> [String] {
    func quoted(_ value: RDFValue) -> String {
      let term = value.turtle(RDFValue.prefixes)
      return JSONText.quoted(term.first == "<" ? String(term.dropFirst().dropLast()) : term)
    }
    // Values of one name stand together: a name may be there once.
    var members = ["\"@id\":\(quoted(node.subject))"]
    var done: [RDFValue] = []
    for (name, _) in node.properties where !done.contains(name) {
      done.append(name)
      let values = node.properties.filter { $0.name == name }.map(\.value)
      if name == .rdf("type") {
        members.append("\"@type\":[\(values.map(quoted).joined(separator: ","))]")
      } else {
        members.append("\(quoted(name)):[\(values.map(\.json).joined(separator: ","))]")
      }
    }
    return members
  }
}
