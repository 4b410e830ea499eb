public import GraphModel
internal import Glibc

/// A drawing for Graphviz: nodes by entity, colored and shaped by type; edges by statement, the thicker the better
/// supported, claims dashed; the sentence behind an edge in its tooltip.
///
/// Node ids are `n12` for the entity `#12`; an edge carries its id `e12` as attribute, so it can be asked about.
public struct DOTExporter: DrawingExporter {
  /// Most nodes drawn: beyond about 100 a drawing is hard to read. Nil for all.
  public var limit: Int?

  public init(limit: Int? = 100) { self.limit = limit }

  /// The hierarchical layout takes seconds up to this size, and minutes soon after.
  private static let hierarchicalNodes = 100
  private static let hierarchicalEdges = 200

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let drawing = Drawing(part, of: graph, limit: limit)
    try withoutActuallyEscaping(sink) { sink throws(Failure) in
      var output = OutputBuffer(sink)
      try output.append(head(drawing))
      for node in drawing.nodes { try output.append(self.node(node, drawing, graph)) }
      for edge in drawing.edges { try output.append(self.edge(edge, graph)) }
      try output.append("}\n")
      try output.flush()
    }
  }

  private func head(_ drawing: Drawing) -> String {
    let isSmall =
      drawing.nodes.count <= Self.hierarchicalNodes && drawing.edges.count <= Self.hierarchicalEdges
    var lines = ["// \(drawing.nodes.count) nodes, \(drawing.edges.count) edges"]
    if drawing.nodesLeftOut > 0 {
      lines.append(
        "// \(drawing.nodesLeftOut) nodes not drawn, and \(drawing.edgesLeftOut) edges with them: "
          + "the \(drawing.nodes.count) best connected are")
    }
    if !isSmall { lines.append("// layout sfdp: dot needs minutes for a graph of this size") }
    lines += [
      "digraph tercet {",
      isSmall
        ? "  graph [layout=dot, rankdir=LR, charset=\"UTF-8\", fontname=\"Helvetica\"];"
        : "  graph [layout=sfdp, overlap=prism, charset=\"UTF-8\", fontname=\"Helvetica\"];",
      "  node [style=\"filled\", fontname=\"Helvetica\", fontsize=11];",
      "  edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.7];",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func node(_ node: Drawing.Node, _ drawing: Drawing, _ graph: some GraphView) -> String {
    let type = graph.type(of: node.id)
    let style = TypeStyle.of(type)
    let isHighlighted = drawing.highlighted.contains(node.id)
    let tooltip = "\(type) #\(node.id.rawValue), \(node.degree) \(node.degree == 1 ? "edge" : "edges")"
    var attributes = [
      "label=\(DOTText.quoted(graph.name(of: node.id), limit: 400))", "shape=\(style.shape)",
      "fillcolor=\"\(style.color)\"", "tooltip=\(DOTText.quoted(tooltip))",
    ]
    if style.shape == "box" { attributes.append("style=\"rounded,filled\"") }
    if isHighlighted { attributes += ["penwidth=3", "fontname=\"Helvetica-Bold\""] }
    return "  n\(node.id.rawValue) [\(attributes.joined(separator: ", "))];\n"
  }

  private func edge(_ edge: Edge, _ graph: some GraphView) -> String {
    let predicate = graph.predicate(edge.predicate)
    var label = predicate.name
    var marks: [String] = []
    if edge.polarity == .negated { marks.append("not") }
    if edge.modality != .certain { marks.append(edge.modality.name) }
    if !marks.isEmpty { label += " (\(marks.joined(separator: " ")))" }
    if let attribution = edge.attribution { label += "\naccording to \(graph.name(of: attribution))" }
    let quotedLabel = DOTText.quoted(label, limit: 400)
    let tooltip = DOTText.quoted(proof(of: edge, graph), limit: 4_000)
    // An imported edge has no evidence, and is drawn as one with a single sentence.
    let support = max(edge.support, 1)
    var attributes = [
      "label=\(quotedLabel)", "id=\"e\(edge.id.rawValue)\"",
      "penwidth=\(DOTText.decimal(1 + log2(Double(support))))",
      "weight=\(support)", "tooltip=\(tooltip)", "labeltooltip=\(tooltip)",
    ]
    if edge.degree == .claim { attributes.append("style=dashed") }
    if predicate.isSymmetric { attributes.append("dir=none") }
    return "  n\(edge.subject.rawValue) -> n\(edge.object.rawValue) [\(attributes.joined(separator: ", "))];\n"
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
