public import GraphModel

/// GraphML, which Gephi, yEd, networkx, igraph and others read: nodes and directed edges with declared attributes, what
/// is not known left out.
///
/// Source: http://graphml.graphdrawing.org/specification.html
public struct GraphMLExporter: GraphExporter {
  public init() {}

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try output.append(Self.head)
      try part.forEachNode(of: graph) { id throws(Failure) in
        try output.append(
          "    <node id=\"n\(id.rawValue)\">\(Self.data("n_label", .text(graph.name(of: id))))"
            + Self.data("n_", Attribute.ofNode, Attribute.values(of: id, in: graph)) + "</node>\n")
      }
      try part.forEachArc(of: graph) { edge throws(Failure) in
        let label = graph.predicate(edge.predicate).name
        try output.append(
          "    <edge id=\"e\(edge.id.rawValue)\" source=\"n\(edge.subject.rawValue)\" "
            + "target=\"n\(edge.object.rawValue)\">"
            + Self.data("e_label", .text(label)) + Self.data("e_weight", .integer(max(edge.support, 1)))
            + Self.data("e_", Attribute.ofEdge, Attribute.values(of: edge, in: graph)) + "</edge>\n")
      }
      try output.append("  </graph>\n</graphml>\n")
      try output.flush()
    }
  }

  private static var head: String {
    let keys =
      ([Attribute(name: "label", kind: .text)] + Attribute.ofNode).map { key($0, of: "node") }
      + ([Attribute(name: "label", kind: .text), Attribute(name: "weight", kind: .decimal)] + Attribute.ofEdge)
      .map { key($0, of: "edge") }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
      xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

      """ + keys.joined() + "  <graph id=\"tercet\" edgedefault=\"directed\">\n"
  }

  private static func key(_ attribute: Attribute, of element: String) -> String {
    let type =
      switch attribute.kind {
      case .text, .list: "string"
      case .integer: "int"
      case .decimal: "double"
      }
    return "  <key id=\"\(element.prefix(1))_\(attribute.name)\" for=\"\(element)\" "
      + "attr.name=\"\(attribute.name)\" attr.type=\"\(type)\"/>\n"
  }

  private static func data(_ prefix: String, _ attributes: [Attribute], _ values: [Attribute.Value?]) -> String {
    zip(attributes, values).map { attribute, value in value.map { data(prefix + attribute.name, $0) } ?? "" }.joined()
  }

  private static func data(_ key: String, _ value: Attribute.Value) -> String {
    "<data key=\"\(key)\">\(XMLText.escaped(value.text))</data>"
  }
}
