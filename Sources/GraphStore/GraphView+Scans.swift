// Look-ups in terms of `adjacency`, for graphs that have nothing faster.
extension GraphView {
  /// Appends the UTF-8 of the canonical name.
  public func appendName(of entity: EntityID, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: name(of: entity).utf8)
  }

  /// Appends the links of `entity` to `buffer`, in the order of ``adjacency(of:_:into:)``.
  public func appendLinks(of entity: EntityID, to buffer: inout [Link]) {
    var edges: [Adjacency] = []
    adjacency(of: entity, .both, into: &edges)
    buffer += edges.links
  }

  /// The links of `entity` with all that belongs to them.
  public func appendBareLinks(of entity: EntityID, to buffer: inout [Link]) { appendLinks(of: entity, to: &buffer) }

  /// Replaces the content of `buffer` by the other ends of the edges of `entity` with `predicate`, ascending, each once.
  ///
  /// - Parameters:
  ///   - direction: `outgoing` for objects, `incoming` for subjects.
  ///   - withClaims: whether edges count that are no facts.
  public func neighbors(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, withClaims: Bool,
    into buffer: inout [EntityID]
  ) {
    var edges: [Adjacency] = []
    adjacency(of: entity, direction, into: &edges)
    buffer = edges.neighbors(by: predicate, withClaims: withClaims)
  }

  /// Nothing counts without a list.
  public func neighborCount(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, withClaims: Bool
  ) -> Int? { nil }

  /// Whether `subject` has an edge with `predicate` to `object`.
  public func hasEdge(
    from subject: EntityID, _ predicate: PredicateID, to object: EntityID, withClaims: Bool
  ) -> Bool {
    var edges: [Adjacency] = []
    adjacency(of: subject, .outgoing, into: &edges)
    return edges.contains { $0.neighbor == object && $0.says(predicate, withClaims: withClaims) }
  }

  /// Replaces the content of `buffer` by the predicates of the edges from `subject` to `object`, ascending, each once.
  public func predicates(
    from subject: EntityID, to object: EntityID, withClaims: Bool, into buffer: inout [PredicateID]
  ) {
    var edges: [Adjacency] = []
    adjacency(of: subject, .outgoing, into: &edges)
    buffer = edges.predicates(to: object, withClaims: withClaims)
  }

  /// Replaces the content of `buffer` by the subjects of edges with `predicate`, ascending, each once.
  public func subjects(of predicate: PredicateID, withClaims: Bool, into buffer: inout [EntityID]) {
    buffer.removeAll(keepingCapacity: true)
    var edges: [Adjacency] = []
    for number in 0..<UInt32(entityCount) {
      adjacency(of: EntityID(number), .outgoing, into: &edges)
      if edges.contains(where: { $0.says(predicate, withClaims: withClaims) }) { buffer.append(EntityID(number)) }
    }
  }

  /// How much the graph says with `predicate`, by a look at every edge.
  public func size(of predicate: PredicateID, withClaims: Bool) -> PredicateSize {
    var size = PredicateSize(edges: 0, runs: 0)
    var subject: EntityID?
    for number in 0..<edgeCount {
      let edge = edge(EdgeID(UInt32(number)))
      guard edge.predicate == predicate, withClaims || edge.isFact else { continue }
      size.edges += 1
      if edge.subject != subject { size.runs += 1 }
      subject = edge.subject
    }
    return size
  }

  /// The edges with `predicate`.
  public func edges(of predicate: PredicateID, withClaims: Bool) -> EdgesOfPredicate {
    EdgesOfPredicate(predicate, withClaims: withClaims, in: self)
  }

  /// The edges that a sentence of one of `documents` says, ascending, by a look at all evidence.
  public func edges(withEvidenceIn documents: Set<DocumentID>) -> [EdgeID] {
    (0..<UInt32(edgeCount)).map { EdgeID($0) }.filter { edge in
      evidence(of: edge).contains { documents.contains($0.document) }
    }
  }

  /// The edges for which somebody is named who says so, ascending, by a look at every edge.
  public func attributions() -> [(edge: EdgeID, source: EntityID)] {
    (0..<UInt32(edgeCount)).compactMap { number in
      edge(EdgeID(number)).attribution.map { (EdgeID(number), $0) }
    }
  }
}
