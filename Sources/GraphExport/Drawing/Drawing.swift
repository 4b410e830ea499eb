internal import GraphModel

/// The nodes and edges that a drawing shows.
struct Drawing {
  struct Node {
    var id: EntityID
    /// Edges in the drawing.
    var degree: Int
  }

  /// Ascending by id.
  let nodes: [Node]
  let edges: [Edge]
  /// What is told of a node without an object, which is no edge of a drawing.
  let edgesWithoutObject: [Edge]
  let highlighted: Set<EntityID>
  /// What was left out; nil where nothing was.
  let leftOutNote: String?

  /// - Parameter part: a part that was narrowed.
  init(_ part: Subgraph, of graph: some GraphView) {
    highlighted = Set(part.highlighted)
    leftOutNote = part.leftOutNote
    let nothing = graph.nothing
    var degrees: [EntityID: Int] = [:]
    for id in part.entities { degrees[id] = 0 }
    var (edges, withoutObject): ([Edge], [Edge]) = ([], [])
    part.forEachEdge(of: graph) { edge in
      if edge.object == nothing {
        withoutObject.append(edge)
        return
      }
      edges.append(edge)
      degrees[edge.subject, default: 0] += 1
      if edge.object != edge.subject { degrees[edge.object, default: 0] += 1 }
    }
    nodes = degrees.map { Node(id: $0.key, degree: $0.value) }.sorted { $0.id < $1.id }
    self.edges = edges
    edgesWithoutObject = withoutObject
  }
}
