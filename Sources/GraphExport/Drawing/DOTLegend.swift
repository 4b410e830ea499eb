internal import GraphModel

/// What stands below a drawing: what it is of, how much it has, and what its colors and lines mean.
struct DOTLegend {
  /// The names of types with their styles, and the styles of lines, as far as they are drawn.
  var types: [(name: String, style: TypeStyle)]
  var lines: [DrawnLine.Style]
  var title: String
  var summary: String

  init(_ drawing: Drawing, _ lines: [DrawnLine], in graph: some GraphView) {
    types = Set(drawing.nodes.map { graph.type(of: $0.id) }).sorted().map { (name: $0, style: TypeStyle.of($0)) }
    let drawn = Set(lines.map(\.style))
    self.lines = DrawnLine.Style.allCases.filter(drawn.contains)
    title = drawing.highlighted.sorted().prefix(3).map { graph.name(of: $0) }.joined(separator: ", ")
    let edges = drawing.edges.count
    let nodes = drawing.nodes.count
    var summary = "\(nodes) \(nodes == 1 ? "entity" : "entities"), \(edges) statement\(edges == 1 ? "" : "s")"
    let dates = drawing.edges.flatMap { [$0.firstDate, $0.lastDate] }.compactMap { $0 }
    if let first = dates.min(), let last = dates.max() {
      summary += first == last ? ", \(first)" : ", \(first) to \(last)"
    }
    self.summary = summary
  }

  private static let typesOfRow = 4

  /// A table as Graphviz reads it, which stands below the drawing whatever the layout.
  var label: String {
    var rows: [String] = []
    let heading = title.isEmpty ? "" : "<b>\(DOTText.markup(title, limit: 200)):</b> "
    rows.append("<tr><td align=\"left\" colspan=\"8\">\(heading)\(DOTText.markup(summary, limit: 200))</td></tr>")
    for start in stride(from: 0, to: types.count, by: Self.typesOfRow) {
      let cells = types[start..<min(start + Self.typesOfRow, types.count)].map { type in
        "<td border=\"1\" color=\"#4F5963\" width=\"24\" bgcolor=\"\(type.style.color)\"></td>"
          + "<td align=\"left\">\(DOTText.markup(type.name, limit: 60)) (\(type.style.shape))</td>"
      }
      rows.append("<tr>\(cells.joined())</tr>")
    }
    let cells = lines.map { style in
      "<td sides=\"b\" border=\"\(style == .link ? 1 : 2)\" style=\"\(style.pattern)\" color=\"\(style.color)\"></td>"
        + "<td align=\"left\">\(style.meaning)</td>"
    }
    if !cells.isEmpty { rows.append("<tr>\(cells.joined())</tr>") }
    return "<<table border=\"0\" cellborder=\"0\" cellspacing=\"4\" cellpadding=\"1\">\(rows.joined())</table>>"
  }
}
