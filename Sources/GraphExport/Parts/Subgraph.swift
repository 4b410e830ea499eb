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
  /// Which of ``edges`` are exported. They are always marked as what they are.
  public var degrees: StatementDegrees
  /// What ``narrowed(to:of:)`` has left out.
  public internal(set) var nodesLeftOut = 0
  public internal(set) var edgesLeftOut = 0

  public init(
    edges: [EdgeID]?, entities: [EntityID] = [], highlighted: [EntityID] = [], showing degrees: StatementDegrees = .all
  ) {
    self.edges = edges.map { Set($0).sorted() }
    self.entities = entities
    self.highlighted = highlighted
    self.degrees = degrees
  }

  /// The whole graph.
  public static func whole(showing degrees: StatementDegrees = .all) -> Subgraph {
    Subgraph(edges: nil, showing: degrees)
  }

  /// The edges around an entity, which is highlighted.
  public init(_ near: Neighborhood) {
    self.init(edges: near.edges, entities: [near.center], highlighted: [near.center], showing: near.degrees)
  }

  /// The edges around several entities, which are highlighted.
  public init(_ near: [Neighborhood], showing degrees: StatementDegrees) {
    let centers = near.map(\.center)
    self.init(edges: near.flatMap(\.edges), entities: centers, highlighted: centers, showing: degrees)
  }

  /// The edges that an answer shows, with the entities asked about highlighted; nil for an answer without edges or
  /// entities, such as that of `types`.
  public init?(_ answer: Answer) {
    guard let part = answer.content.part else { return nil }
    self.init(part)
  }

  /// The edges of an answer.
  public init(_ part: AnswerPart) {
    self.init(edges: part.edges, entities: part.entities, highlighted: part.highlighted)
  }

  /// Hands the edges to `body`, ascending.
  func forEachEdge<Failure: Error>(
    of graph: some GraphView, _ body: (Edge) throws(Failure) -> Void
  ) throws(Failure) {
    if let edges {
      for id in edges {
        let edge = graph.edge(id)
        if degrees.contains(edge.degree) { try body(edge) }
      }
    } else {
      for number in 0..<UInt32(graph.edgeCount) {
        let edge = graph.edge(EdgeID(number))
        if degrees.contains(edge.degree) { try body(edge) }
      }
    }
  }
}
