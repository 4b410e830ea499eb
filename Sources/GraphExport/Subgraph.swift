public import GraphQuery
public import GraphModel

/// What is to be exported: edges, and entities that are shown even without one.
public struct Subgraph: Sendable, Equatable {
  /// Ascending, without repetition; nil for every edge of the graph.
  public var edges: [EdgeID]?
  /// Entities besides those at the ends of ``edges``.
  public var entities: [EntityID]
  /// Those that were asked about: drawn with emphasis, never left out.
  public var highlighted: [EntityID]
  /// Whether ``edges`` that are not facts are exported too. They are always marked as what they are.
  public var includesClaims: Bool

  public init(
    edges: [EdgeID]?, entities: [EntityID] = [], highlighted: [EntityID] = [], includesClaims: Bool = true
  ) {
    self.edges = edges.map { Set($0).sorted() }
    self.entities = entities
    self.highlighted = highlighted
    self.includesClaims = includesClaims
  }

  /// The whole graph.
  public static func whole(includesClaims: Bool = true) -> Subgraph {
    Subgraph(edges: nil, includesClaims: includesClaims)
  }

  /// The edges within `depth` steps of `entity`, in either direction. Claims are neither followed nor taken unless asked for.
  ///
  /// - Complexity: O(edges of the entities nearer than `depth`).
  public static func around(
    _ entity: EntityID, depth: Int, in graph: some GraphView, includesClaims: Bool = true
  ) -> Subgraph {
    var edges: Set<EdgeID> = []
    var reached: Set<EntityID> = [entity]
    var frontier = [entity]
    var buffer: [Adjacency] = []
    for _ in 0..<max(0, depth) {
      var next: [EntityID] = []
      for node in frontier {
        graph.adjacency(of: node, .both, into: &buffer)
        for item in buffer where includesClaims || item.isFact {
          edges.insert(item.edge)
          if reached.insert(item.neighbor).inserted { next.append(item.neighbor) }
        }
      }
      frontier = next
    }
    return Subgraph(
      edges: Array(edges), entities: [entity], highlighted: [entity], includesClaims: includesClaims)
  }

  /// The edges that an answer shows, with the entities asked about highlighted; nil for an answer without edges or entities,
  /// such as that of `types`.
  public init?(_ answer: Answer) {
    switch answer.body {
    case .neighbors(let neighbors):
      let edges = neighbors.groups.flatMap { $0.rows.map(\.statement.edge.id) }
      self.init(edges: edges, entities: [neighbors.entity.id], highlighted: [neighbors.entity.id])
    case .paths(let paths):
      let ends = [paths.start.id, paths.end.id]
      let edges = paths.paths.flatMap { $0.steps.map(\.statement.edge.id) }
      self.init(edges: edges, entities: ends, highlighted: ends)
    case .facts(let facts):
      self.init(edges: facts.rows.map(\.edge.id), entities: [facts.entity.id], highlighted: [facts.entity.id])
    case .timeline(let timeline):
      let edges = timeline.rows.map(\.statement.edge.id)
      self.init(edges: edges, entities: [timeline.entity.id], highlighted: [timeline.entity.id])
    case .why(let explanation): self.init(edges: [explanation.statement.edge.id])
    case .identity(let identity): self.init(edges: [], entities: [identity.entity.id])
    case .found(let found): self.init(edges: [], entities: found.rows.map(\.entity.id))
    case .types, .relations, .stats, .ambiguous: return nil
    }
  }

  /// Hands the edges to `body`, ascending.
  func forEachEdge<Failure: Error>(
    of graph: some GraphView, _ body: (Edge) throws(Failure) -> Void
  ) throws(Failure) {
    if let edges {
      for id in edges {
        let edge = graph.edge(id)
        if includesClaims || edge.isFact { try body(edge) }
      }
    } else {
      for number in 0..<UInt32(graph.edgeCount) {
        let edge = graph.edge(EdgeID(number))
        if includesClaims || edge.isFact { try body(edge) }
      }
    }
  }
}
