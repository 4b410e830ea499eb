internal import GraphModel
internal import GraphStore
internal import Language

/// Which documents a graph has, by id and by text and source.
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

  /// The id of the graph's document of the same id, or of the same text and source; nil when there is none.
  func id(of document: Document) -> String? {
    if graph.document(named: document.metadata.id) != nil { return document.metadata.id }
    for known in byLength[document.source.count] ?? [] {
      if graph.source(of: known) == document.metadata.source, graph.text(of: known) == document.source {
        return graph.document(known).name
      }
    }
    return nil
  }
}
