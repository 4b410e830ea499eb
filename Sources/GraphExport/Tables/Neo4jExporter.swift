internal import Bytes
public import GraphModel

/// Two files for `neo4j-admin database import`: `nodes.csv` and `relationships.csv`, with the head lines that it reads.
/// The label of a node is its type, the type of a relationship the predicate in capitals: `MEMBER_OF`.
///
/// Cells are RFC 4180 in one line each: control characters become spaces. Nothing is done about formulas, because no
/// spreadsheet reads it.
///
/// Source: https://neo4j.com/docs/operations-manual/current/import/
public struct Neo4jExporter: FolderExporter {
  public init() {}

  public func write<Failure: Error>(
    _ part: Subgraph, of graph: some GraphView, to file: (_ name: String, [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let table = TableText(.commas, keepsFormulas: true)
    try withoutActuallyEscaping(file) { file throws(Failure) in
      var nodes = OutputBuffer { bytes throws(Failure) in try file("nodes.csv", bytes) }
      try nodes.append(
        table.row(["id:ID", "name"] + Attribute.ofNode.map(Self.head) + [":LABEL"]) + "\n")
      try part.forEachNode(of: graph) { id throws(Failure) in
        let type = graph.type(of: id)
        let cells = [.text("n\(id.rawValue)"), .text(graph.name(of: id))] + Attribute.values(of: id, in: graph)
        // A semicolon would part two labels.
        let label = type.isEmpty ? "Thing" : type.replacing(";", with: " ")
        try nodes.append(table.row((cells + [.text(label)]).map(Self.cell)) + "\n")
      }
      try nodes.flush()
      var edges = OutputBuffer { bytes throws(Failure) in try file("relationships.csv", bytes) }
      let heads = [":START_ID", ":END_ID", "id", "predicate"] + Attribute.ofEdge.map(Self.head) + [":TYPE"]
      try edges.append(table.row(heads) + "\n")
      try part.forEachArc(of: graph) { edge throws(Failure) in
        let predicate = graph.predicate(edge.predicate)
        let ends: [Attribute.Value?] = [
          .text("n\(edge.subject.rawValue)"), .text("n\(edge.object.rawValue)"), .text("e\(edge.id.rawValue)"),
          .text(predicate.name),
        ]
        let cells = ends + Attribute.values(of: edge, in: graph) + [.text(Self.type(predicate.name))]
        try edges.append(table.row(cells.map(Self.cell)) + "\n")
      }
      try edges.flush()
    }
  }

  private static func head(_ attribute: Attribute) -> String {
    switch attribute.kind {
    case .text: attribute.name
    case .integer: attribute.name + ":int"
    case .decimal: attribute.name + ":double"
    case .list: attribute.name + ":string[]"
    }
  }

  private static func cell(_ value: Attribute.Value?) -> String {
    let text =
      switch value {
      case .list(let texts)?: texts.map { $0.replacing(";", with: ",") }.joined(separator: ";")
      case let value?: value.text
      case nil: ""
      }
    guard text.unicodeScalars.contains(where: \.steersText) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.steersText ? " " : $0 }))
  }

  /// Letters and digits in capitals, `_` for each run of others.
  static func type(_ name: String) -> String {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "SAYS" : words.joined(separator: "_").uppercased()
  }
}
