internal import GraphStore
internal import Language

/// Which documents a graph has, by id and by text.
struct KnownTexts: Sendable {
  private let graph: StoredGraph
  private let byLength: [Int: [DocumentID]]
  /// Bytes of all texts.
  let byteCount: Int

  init(_ graph: StoredGraph) {
    self.graph = graph
    let lengths = (0..<UInt32(graph.documentCount)).map { graph.textLength(of: DocumentID($0)) }
    byteCount = lengths.reduce(0, +)
    byLength = Dictionary(grouping: (0..<UInt32(lengths.count)).map { DocumentID($0) }) { lengths[Int($0.rawValue)] }
  }

  /// Whether the graph has a document of the same id or the same text.
  func contains(_ document: Document) -> Bool {
    if graph.document(named: document.metadata.id) != nil { return true }
    return byLength[document.source.count]?.contains { graph.text(of: $0) == document.source } ?? false
  }
}
