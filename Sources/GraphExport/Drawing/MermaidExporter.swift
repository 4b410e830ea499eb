internal import Bytes
public import GraphModel

/// A flowchart for Mermaid, which pages of Markdown draw: nodes colored by type, claims dotted.
///
/// Mermaid refuses more than 500 edges, or 50,000 characters, unless it is told otherwise.
///
/// Source: https://mermaid.js.org/syntax/flowchart.html
public struct MermaidExporter: GraphExporter {
  /// Most nodes drawn; nil for all.
  public var limit: Int?

  public init(limit: Int? = 50) { self.limit = limit }

  public func shown(_ part: Subgraph, of graph: some GraphView) -> Subgraph { part.narrowed(to: limit, of: graph) }

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let drawing = Drawing(shown(part, of: graph), of: graph)
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try output.append("flowchart LR\n")
      if let note = drawing.leftOutNote { try output.append("  %% \(note)\n") }
      var classes: [String: Int] = [:]
      for node in drawing.nodes {
        let type = graph.type(of: node.id)
        let number = classes[type] ?? classes.count
        classes[type] = number
        let emphasis = drawing.highlighted.contains(node.id) ? "\n  style n\(node.id.rawValue) stroke-width:4px" : ""
        let label = Self.text(graph.name(of: node.id))
        try output.append("  n\(node.id.rawValue)[\"\(label)\"]:::t\(number)\(emphasis)\n")
      }
      for edge in drawing.edges { try output.append(Self.edge(edge, graph)) }
      for (type, number) in classes.sorted(by: { $0.value < $1.value }) {
        try output.append("  classDef t\(number) fill:\(TypeStyle.of(type).color),stroke:#333,color:#000\n")
      }
      try output.flush()
    }
  }

  private static func edge(_ edge: Edge, _ graph: some GraphView) -> String {
    let predicate = graph.predicate(edge.predicate)
    var label = predicate.name
    var marks: [String] = []
    if edge.polarity == .negated { marks.append("not") }
    if edge.modality != .certain { marks.append(edge.modality.name) }
    if let speaker = edge.attribution { marks.append("says \(graph.name(of: speaker))") }
    if !marks.isEmpty { label += " (\(marks.joined(separator: ", ")))" }
    let arrow =
      switch (edge.degree == .claim, predicate.isSymmetric) {
      case (false, false): "-->"
      case (false, true): "---"
      case (true, false): "-.->"
      case (true, true): "-.-"
      }
    return "  n\(edge.subject.rawValue) \(arrow)|\"\(text(label))\"| n\(edge.object.rawValue)\n"
  }

  /// `text` between quotes: what Mermaid takes for markup as its references, cut where it is long.
  static func text(_ text: String) -> String {
    var result = ""
    for (count, scalar) in text.unicodeScalars.enumerated() {
      if count == 200 { return result + "…" }
      switch scalar {
      case "\"", "#", "<", ">", "&", "`", "\\", "|", "[", "]", "{", "}", "(", ")", "*", "_", ";", "~":
        result += "#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: result += " "
      case _ where scalar.steersText: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    // An empty label is none.
    return result.allSatisfy(\.isWhitespace) ? "#8201;" : result
  }
}
