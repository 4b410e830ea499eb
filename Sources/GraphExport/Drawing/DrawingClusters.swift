internal import GraphModel

/// What the nodes of a drawing are put together by.
public enum DrawingClusters: String, Sendable, CaseIterable {
  /// The type of the entity.
  case type
  /// The source that tells the most of it.
  case source

  /// Nodes by what they have in common, in the order of its name.
  func groups(of drawing: Drawing, in graph: some GraphView) -> [(name: String, nodes: [Drawing.Node])] {
    let names = self == .type ? [:] : Self.sources(of: drawing, in: graph)
    var groups: [String: [Drawing.Node]] = [:]
    for node in drawing.nodes {
      groups[self == .type ? graph.type(of: node.id) : names[node.id] ?? "no source", default: []].append(node)
    }
    return groups.sorted { $0.key < $1.key }.map { (name: $0.key, nodes: $0.value) }
  }

  /// The source of most sentences that tell of an entity, of several the first by name.
  private static func sources(of drawing: Drawing, in graph: some GraphView) -> [EntityID: String] {
    var counts: [EntityID: [String: Int]] = [:]
    for edge in drawing.edges {
      for piece in graph.evidenceWithoutRanges(of: edge.id) {
        guard let source = graph.source(of: piece.document) else { continue }
        for end in Set([edge.subject, edge.object]) { counts[end, default: [:]][source, default: 0] += 1 }
      }
    }
    return counts.compactMapValues { counts in counts.min { (-$0.value, $0.key) < (-$1.value, $1.key) }?.key }
  }
}
