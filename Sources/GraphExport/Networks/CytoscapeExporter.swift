public import GraphModel

/// Cytoscape JSON (.cyjs), which Cytoscape, Cytoscape.js and networkx read.
///
/// Source: https://js.cytoscape.org/#notation/elements-json
public struct CytoscapeExporter: GraphExporter {
  public init() {}

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try output.append(
        #"{"format_version":"1.0","generated_by":"Tercet","target_cytoscapejs_version":"~3.0","directed":true,"#
          + #""multigraph":true,"data":{"name":"Tercet"},"elements":{"nodes":["#)
      var mark = "\n"
      func append(_ members: [String]) throws(Failure) {
        try output.append("\(mark){\"data\":{\(members.joined(separator: ","))}}")
        mark = ",\n"
      }
      try part.forEachNode(of: graph) { id throws(Failure) in
        let name = JSONText.quoted(graph.name(of: id))
        // What networkx calls a node by is its value.
        let members = ["\"id\":\"n\(id.rawValue)\"", "\"value\":\"n\(id.rawValue)\"", "\"name\":\(name)"]
        try append(members + Self.members(Attribute.ofNode, Attribute.values(of: id, in: graph)))
      }
      try output.append("\n],\"edges\":[")
      mark = "\n"
      try part.forEachArc(of: graph) { edge throws(Failure) in
        let label = JSONText.quoted(graph.predicate(edge.predicate).name)
        let members = [
          "\"id\":\"e\(edge.id.rawValue)\"", "\"key\":\"e\(edge.id.rawValue)\"",
          "\"source\":\"n\(edge.subject.rawValue)\"", "\"target\":\"n\(edge.object.rawValue)\"",
          "\"interaction\":\(label)", "\"name\":\(label)", "\"weight\":\(max(edge.support, 1))",
        ]
        try append(members + Self.members(Attribute.ofEdge, Attribute.values(of: edge, in: graph)))
      }
      try output.append("\n]}}\n")
      try output.flush()
    }
  }

  private static func members(_ attributes: [Attribute], _ values: [Attribute.Value?]) -> [String] {
    zip(attributes, values).compactMap { attribute, value in value.map { "\"\(attribute.name)\":\($0.json)" } }
  }
}
