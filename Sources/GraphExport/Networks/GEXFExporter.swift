public import GraphModel

/// GEXF 1.3, which Gephi reads: a network in time. An edge is there in the days of its evidence, one spell for each;
/// one without a date is there always. Nodes have the color of their type.
///
/// Source: https://gexf.net/schema.html
public struct GEXFExporter: GraphExporter {
  public init() {}

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try output.append(Self.head)
      try output.append("    <nodes>\n")
      try part.forEachNode(of: graph) { id throws(Failure) in
        try output.append(
          "      <node id=\"n\(id.rawValue)\" label=\"\(XMLText.escaped(graph.name(of: id)))\">"
            + Self.values(Attribute.values(of: id, in: graph), Attribute.ofNode)
            + Self.color(TypeStyle.of(graph.type(of: id)).color) + "</node>\n")
      }
      try output.append("    </nodes>\n    <edges>\n")
      try part.forEachArc(of: graph) { edge throws(Failure) in try output.append(Self.edge(edge, graph)) }
      try output.append("    </edges>\n  </graph>\n</gexf>\n")
      try output.flush()
    }
  }

  private static var head: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
      <meta>
        <creator>Tercet</creator>
      </meta>
      <graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval">

    """ + declaration(Attribute.ofNode, of: "node") + declaration(Attribute.ofEdge, of: "edge")
  }

  private static func declaration(_ attributes: [Attribute], of element: String) -> String {
    let rows = attributes.map { attribute in
      let type =
        switch attribute.kind {
        case .text, .list: "string"
        case .integer: "integer"
        case .decimal: "double"
        }
      return "      <attribute id=\"\(attribute.name)\" title=\"\(attribute.name)\" type=\"\(type)\"/>\n"
    }
    return "    <attributes class=\"\(element)\" mode=\"static\">\n" + rows.joined() + "    </attributes>\n"
  }

  private static func edge(_ edge: Edge, _ graph: some GraphView) -> String {
    let label = XMLText.escaped(graph.predicate(edge.predicate).name)
    let spells = DaySpan.all(of: edge, in: graph).map { "<spell start=\"\($0.first)\" end=\"\($0.last)\"/>" }
    return "      <edge id=\"e\(edge.id.rawValue)\" source=\"n\(edge.subject.rawValue)\" "
      + "target=\"n\(edge.object.rawValue)\" kind=\"\(label)\" label=\"\(label)\" weight=\"\(max(edge.support, 1))\">"
      + values(Attribute.values(of: edge, in: graph), Attribute.ofEdge)
      + (spells.isEmpty ? "" : "<spells>" + spells.joined() + "</spells>") + "</edge>\n"
  }

  private static func values(_ values: [Attribute.Value?], _ attributes: [Attribute]) -> String {
    let known = zip(attributes, values).compactMap { attribute, value in
      value.map { "<attvalue for=\"\(attribute.name)\" value=\"\(XMLText.escaped($0.text))\"/>" }
    }
    return known.isEmpty ? "" : "<attvalues>" + known.joined() + "</attvalues>"
  }

  /// - Parameter hexadecimal: `#9FD4F3`.
  private static func color(_ hexadecimal: String) -> String {
    let value = UInt32(hexadecimal.dropFirst(), radix: 16) ?? 0
    return "<viz:color r=\"\(value >> 16 & 255)\" g=\"\(value >> 8 & 255)\" b=\"\(value & 255)\"/>"
  }
}
