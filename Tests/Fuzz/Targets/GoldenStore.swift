@testable internal import GraphStore
internal import GraphModel

/// A small store with a change behind it. Targets run from the root of the repository.
enum GoldenStore {
  private static let path = "Tests/Golden/stores/version-3.tercet"

  static let graph: StoredGraph? = try? StoredGraph(path: path)

  /// The bytes of the store, without the change.
  static let bytes: [UInt8] = graph?.base.fileBytes ?? []
}

extension FuzzTarget {
  /// Opens `bytes` as a store and reads everything that it says it has.
  static func readStore(_ bytes: [UInt8]) {
    guard let graph = try? StoredGraph(bytes: bytes) else { return }
    let content = GraphContent(of: graph)
    let isIntact = (try? graph.check()) != nil && graph.damage == nil
    var edges: [Adjacency] = []
    for number in 0..<graph.entityCount { graph.adjacency(of: EntityID(UInt32(number)), .both, into: &edges) }
    for text in ["", "o", "kö"] { _ = graph.entities(matching: text, limit: 5) }
    for number in 0..<graph.documentCount { _ = graph.sentence(1, of: DocumentID(UInt32(number))) }
    _ = graph.decisions
    guard isIntact else { return }
    for entity in content.entities.prefix(100) {
      expect(!graph.entities(named: entity.name).isEmpty, "an entity is found by its name")
    }
  }
}
