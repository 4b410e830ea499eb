internal import GraphModel

/// An exporter that draws the best connected entities alone.
protocol DrawingExporter: GraphExporter {
  /// Most nodes drawn; nil for all.
  var limit: Int? { get }
}

/// The nodes and edges that a drawing shows, within its limit.
struct Drawing {
  struct Node {
    var id: EntityID
    /// Edges in the part that is exported, drawn or not.
    var degree: Int
  }

  /// Ascending by id.
  private(set) var nodes: [Node]
  private(set) var edges: [Edge]
  let highlighted: Set<EntityID>
  private(set) var nodesLeftOut = 0
  private(set) var edgesLeftOut = 0

  /// Keeps the highlighted nodes and those with the most edges in the part, ties by id.
  init(_ part: Subgraph, of graph: some GraphView, limit: Int?) {
    highlighted = Set(part.highlighted)
    // No node stands for nothing: what has no object cannot be drawn as an edge.
    let nothing = graph.nothing
    var degrees: [EntityID: Int] = [:]
    for id in part.entities + part.highlighted where id != nothing { degrees[id] = 0 }
    part.forEachEdge(of: graph) { edge in
      degrees[edge.subject, default: 0] += 1
      if edge.object == nothing { return }
      degrees[edge.object, default: 0] += 1
    }
    let ranked = degrees.map { Node(id: $0.key, degree: $0.value) }.sorted { [highlighted] a, b in
      let emphasis = (highlighted.contains(a.id), highlighted.contains(b.id))
      if emphasis.0 != emphasis.1 { return emphasis.0 }
      return a.degree != b.degree ? a.degree > b.degree : a.id < b.id
    }
    let shown = ranked.prefix(max(limit ?? ranked.count, highlighted.count))
    nodes = shown.sorted { $0.id < $1.id }
    nodesLeftOut = ranked.count - shown.count
    let ids = Set(shown.map(\.id))
    var kept: [Edge] = []
    var dropped = 0
    part.forEachEdge(of: graph) { edge in
      if edge.object == nothing { return }
      if ids.contains(edge.subject), ids.contains(edge.object) { kept.append(edge) } else { dropped += 1 }
    }
    edges = kept
    edgesLeftOut = dropped
  }
}
