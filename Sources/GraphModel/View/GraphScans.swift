/// What joins ask of a graph: whole columns of edges with one predicate, and sorted lists of neighbors. A ``GraphView``
/// has these by looking through its edges; a store answers faster.
///
/// Complexities are those of a store of *n* edges. Changes behind a store add O(log changes), and make the edges of an
/// entity that they touch cost what ``GraphView/adjacency(of:_:into:)`` does.
public protocol GraphScans: Sendable {
  var entityCount: Int { get }
  var edgeCount: Int { get }
  /// Number of edges that leave (or enter) `entity`; both sides count a loop.
  ///
  /// - Complexity: O(log *n*), O(1) on average.
  func degree(of entity: EntityID, _ direction: Direction) -> Int
  /// Replaces the content of `buffer` by the other ends of the edges of `entity` with `predicate`, ascending, each
  /// once.
  ///
  /// - Parameters:
  ///   - direction: `outgoing` for objects, `incoming` for subjects.
  ///   - degrees: which edges count.
  /// - Complexity: O(log *n* + *k* log *k*) for *k* objects; O(*d* log *n*) for subjects, of *d* incoming edges with
  ///   any predicate.
  func neighbors(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees,
    into buffer: inout [EntityID])
  /// How many ``neighbors(of:_:_:showing:into:)`` there are; nil where they would have to be listed for it.
  ///
  /// - Complexity: O(log *n*).
  func neighborCount(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees
  ) -> Int?
  /// Whether `subject` has an edge with `predicate` to `object`.
  ///
  /// - Parameter degrees: which edges count.
  /// - Complexity: O(log *n*).
  func hasEdge(from subject: EntityID, _ predicate: PredicateID, to object: EntityID, showing degrees: StatementDegrees)
    -> Bool
  /// Replaces the content of `buffer` by the predicates of the edges from `subject` to `object`, ascending, each once.
  ///
  /// - Complexity: O(*d* log *n*) for *d* edges of the one of both that has fewer, about.
  func predicates(
    from subject: EntityID, to object: EntityID, showing degrees: StatementDegrees, into buffer: inout [PredicateID])
  /// Replaces the content of `buffer` by the subjects of edges with `predicate`, ascending, each once.
  ///
  /// - Complexity: O(*n*), a pass over one packed column, and O(log *n*) for each subject at worst.
  func subjects(of predicate: PredicateID, showing degrees: StatementDegrees, into buffer: inout [EntityID])
  /// The edges with `predicate`; empty columns where there are none.
  ///
  /// - Complexity: O(*n*), a pass over one packed column, and O(log *n*) for each edge found at worst.
  func edges(of predicate: PredicateID, showing degrees: StatementDegrees) -> EdgesOfPredicate
  /// How much the graph says with `predicate`.
  ///
  /// - Complexity: O(log *p*) for *p* predicates; O(*n*) without a store.
  func size(of predicate: PredicateID, showing degrees: StatementDegrees) -> PredicateSize
}

// Look-ups in terms of `adjacency`, for graphs that have nothing faster.
extension GraphView {
  /// Replaces the content of `buffer` by the other ends of the edges of `entity` with `predicate`, ascending, each
  /// once.
  ///
  /// - Parameters:
  ///   - direction: `outgoing` for objects, `incoming` for subjects.
  ///   - degrees: which edges count.
  public func neighbors(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees,
    into buffer: inout [EntityID]
  ) {
    var edges: [Adjacency] = []
    adjacency(of: entity, direction, into: &edges)
    buffer = edges.neighbors(by: predicate, showing: degrees)
  }

  /// Nothing counts without a list.
  public func neighborCount(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees
  ) -> Int? { nil }

  /// Whether `subject` has an edge with `predicate` to `object`.
  public func hasEdge(
    from subject: EntityID, _ predicate: PredicateID, to object: EntityID, showing degrees: StatementDegrees
  ) -> Bool {
    var edges: [Adjacency] = []
    adjacency(of: subject, .outgoing, into: &edges)
    return edges.contains { $0.neighbor == object && $0.says(predicate, showing: degrees) }
  }

  /// Replaces the content of `buffer` by the predicates of the edges from `subject` to `object`, ascending, each once.
  public func predicates(
    from subject: EntityID, to object: EntityID, showing degrees: StatementDegrees, into buffer: inout [PredicateID]
  ) {
    var edges: [Adjacency] = []
    adjacency(of: subject, .outgoing, into: &edges)
    buffer = edges.predicates(to: object, showing: degrees)
  }

  /// Replaces the content of `buffer` by the subjects of edges with `predicate`, ascending, each once.
  public func subjects(of predicate: PredicateID, showing degrees: StatementDegrees, into buffer: inout [EntityID]) {
    buffer.removeAll(keepingCapacity: true)
    var edges: [Adjacency] = []
    for number in 0..<UInt32(entityCount) {
      adjacency(of: EntityID(number), .outgoing, into: &edges)
      if edges.contains(where: { $0.says(predicate, showing: degrees) }) { buffer.append(EntityID(number)) }
    }
  }

  /// How much the graph says with `predicate`, by a look at every edge.
  public func size(of predicate: PredicateID, showing degrees: StatementDegrees) -> PredicateSize {
    var size = PredicateSize(edges: 0, runs: 0)
    var subject: EntityID?
    for number in 0..<edgeCount {
      let edge = edge(EdgeID(UInt32(number)))
      guard edge.predicate == predicate, degrees.contains(edge.degree) else { continue }
      size.edges += 1
      if edge.subject != subject { size.runs += 1 }
      subject = edge.subject
    }
    return size
  }

  /// The edges with `predicate`.
  public func edges(of predicate: PredicateID, showing degrees: StatementDegrees) -> EdgesOfPredicate {
    EdgesOfPredicate(predicate, showing: degrees, in: self)
  }
}
