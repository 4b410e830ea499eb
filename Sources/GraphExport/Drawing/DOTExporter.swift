public import GraphModel
internal import Glibc

/// A drawing for Graphviz: nodes by entity, colored and shaped by type; lines by what is said between two of them, the
/// thicker the better supported, what is only said dotted, claims dashed; the sentences behind a line in its tooltip; a
/// legend below.
///
/// Node ids are `n12` for the entity `#12`; a line carries the id of its first edge, `e12`, and its tooltip those of
/// all, so they can be asked about.
public struct DOTExporter: GraphExporter {
  /// Most nodes drawn, the best connected; nil for all.
  public var limit: Int?
  /// Most lines drawn, the best supported; nil for all.
  public var lineLimit: Int?
  /// What nodes are put together by; nil for nothing.
  public var clusters: DrawingClusters?

  /// Whether names in descriptions are drawn, which say nothing of anybody.
  public var showsLinks = true

  /// So many nodes can usually be read on a screen.
  public static let usualLimit = 40
  /// The smallest letters of a drawing in points.
  public static let smallestLetters = 9.0

  public init(limit: Int? = DOTExporter.usualLimit, clusters: DrawingClusters? = nil) {
    self.limit = limit
    self.clusters = clusters
  }

  /// The hierarchical layout takes seconds up to this size, and minutes soon after.
  private static let hierarchicalNodes = 100
  private static let hierarchicalLines = 200

  public func shown(_ part: Subgraph, of graph: some GraphView) -> Subgraph {
    let part = (showsLinks ? part : part.withoutLinks(in: graph)).narrowed(to: limit, of: graph)
    return lineLimit.map { part.thinned(to: $0, in: graph) } ?? part
  }

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let drawing = Drawing(shown(part, of: graph), of: graph)
    let lines = DrawnLine.lines(of: drawing.edges, in: graph)
    let isSmall = drawing.nodes.count <= Self.hierarchicalNodes && lines.count <= Self.hierarchicalLines
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try output.append(head(drawing, isSmall: isSmall, DOTLegend(drawing, lines, in: graph)))
      if let clusters {
        for (number, group) in clusters.groups(of: drawing, in: graph).enumerated() {
          try output.append(
            "  subgraph cluster_\(number) {\n  label=\(DOTText.quoted(group.name, limit: 100)); labelloc=t; "
              + "fontsize=12; style=rounded; color=\"#98A2AD\";\n")
          for node in group.nodes { try output.append(self.node(node, drawing, graph)) }
          try output.append("  }\n")
        }
      } else {
        for node in drawing.nodes { try output.append(self.node(node, drawing, graph)) }
      }
      for line in lines { try output.append(self.line(line, isLabeled: isSmall, graph)) }
      try output.append("}\n")
      try output.flush()
    }
  }

  private func head(_ drawing: Drawing, isSmall: Bool, _ legend: DOTLegend) -> String {
    var lines = ["// \(drawing.nodes.count) nodes, \(drawing.edges.count) edges"]
    if let note = drawing.leftOutNote { lines.append("// \(note)") }
    let layout: String
    if isSmall {
      layout = "layout=dot, rankdir=LR, nodesep=0.2, ranksep=0.5"
    } else {
      // Of the layouts for large graphs one knows clusters.
      let name = clusters == nil ? "sfdp" : "fdp"
      lines.append("// layout \(name): dot needs minutes for a graph of this size; relations are in the tooltips")
      layout = "layout=\(name), overlap=prism, outputorder=edgesfirst"
    }
    lines += [
      "digraph tercet {",
      "  graph [\(layout), charset=\"UTF-8\", fontname=\"Helvetica\", fontsize=10, labelloc=b, labeljust=l,",
      "    label=\(legend.label)];",
      "  node [style=\"filled\", color=\"#4F5963\", fontname=\"Helvetica\", fontsize=11, margin=\"0.08,0.04\",",
      "    height=0.3];",
      "  edge [fontname=\"Helvetica\", fontsize=\(DOTText.decimal(Self.smallestLetters)), arrowsize=0.7];",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func node(_ node: Drawing.Node, _ drawing: Drawing, _ graph: some GraphView) -> String {
    let type = graph.type(of: node.id)
    let style = TypeStyle.of(type)
    let tooltip = "\(type) #\(node.id.rawValue), \(node.degree) \(node.degree == 1 ? "edge" : "edges")"
    let name = DOTText.wrapped(graph.name(of: node.id), at: style.isRoomy ? 24 : 17)
    var attributes = [
      "label=\(DOTText.quoted(name, limit: 160))", "shape=\(style.shape)",
      "fillcolor=\"\(style.color)\"", "tooltip=\(DOTText.quoted(tooltip))",
    ]
    if style.shape == "box" { attributes.append("style=\"rounded,filled\"") }
    if drawing.highlighted.contains(node.id) { attributes += ["penwidth=3", "fontname=\"Helvetica-Bold\""] }
    return "  n\(node.id.rawValue) [\(attributes.joined(separator: ", "))];\n"
  }

  private func line(_ line: DrawnLine, isLabeled: Bool, _ graph: some GraphView) -> String {
    let label = line.label(in: graph)
    let proofs = line.edges.map { proof(of: $0, graph) }.joined(separator: "\n")
    let tooltip = DOTText.quoted(isLabeled ? proofs : label + "\n" + proofs, limit: 4_000)
    var attributes = [
      "id=\"e\(line.edges[0].id.rawValue)\"", "color=\"\(line.style.color)\"",
      "penwidth=\(DOTText.decimal(1 + log2(Double(line.support)) / 2))", "weight=\(line.support)", "tooltip=\(tooltip)",
    ]
    if isLabeled {
      attributes += [
        "label=\(DOTText.quoted(label, limit: 400))", "fontcolor=\"\(line.style.color)\"", "labeltooltip=\(tooltip)",
      ]
    }
    if line.style.pattern != "solid" { attributes.append("style=\(line.style.pattern)") }
    if line.isSymmetric { attributes.append("dir=none") }
    return "  n\(line.subject.rawValue) -> n\(line.object.rawValue) [\(attributes.joined(separator: ", "))];\n"
  }

  /// The first sentence behind an edge, its document and how many there are.
  private func proof(of edge: Edge, _ graph: some GraphView) -> String {
    let evidence = graph.evidence(of: edge.id)
    guard let first = evidence.first else { return "e\(edge.id.rawValue)" }
    let document = graph.document(first.document)
    let sentence = graph.sentence(first.sentence, of: first.document) ?? ""
    let place = [document.name, document.date].compactMap { $0 }.joined(separator: ", ")
    let more = evidence.count > 1 ? " and \(evidence.count - 1) more" : ""
    return "e\(edge.id.rawValue): \(sentence)\n(\(place)\(more))"
  }
}
