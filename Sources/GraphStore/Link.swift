/// An edge as a search needs it: where it leads and how, without its number and in eight bytes.
public struct Link: Hashable, Sendable {
  public var neighbor: EntityID
  private var word: UInt32

  public init(neighbor: EntityID, predicate: PredicateID, isIncoming: Bool, isFact: Bool) {
    self.neighbor = neighbor
    word = predicate.rawValue << 2 | (isIncoming ? 2 : 0) | (isFact ? 1 : 0)
  }

  @inline(__always)
  init(neighbor: Int, label: Label) {
    self.neighbor = EntityID(UInt32(truncatingIfNeeded: neighbor))
    word = label.word
  }

  public var predicate: PredicateID { PredicateID(word >> 2) }
  /// True when the entity asked about is the object.
  public var isIncoming: Bool { word & 2 != 0 }
  /// See ``Edge/isFact``.
  public var isFact: Bool { word & 1 != 0 }

  /// All of a link but the neighbor.
  struct Label {
    let word: UInt32

    init(predicate: Int, isIncoming: Bool, isFact: Bool) {
      word = UInt32(truncatingIfNeeded: predicate) << 2 | (isIncoming ? 2 : 0) | (isFact ? 1 : 0)
    }
  }
}

extension GraphView {
  /// Appends the UTF-8 of the canonical name.
  public func appendName(of entity: EntityID, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: name(of: entity).utf8)
  }

  /// Appends the links of `entity` to `buffer`, in the order of ``adjacency(of:_:into:)``.
  public func appendLinks(of entity: EntityID, to buffer: inout [Link]) {
    var edges: [Adjacency] = []
    adjacency(of: entity, .both, into: &edges)
    for edge in edges {
      buffer.append(
        Link(neighbor: edge.neighbor, predicate: edge.predicate, isIncoming: edge.isIncoming, isFact: edge.isFact))
    }
  }

  /// Replaces the content of `buffer` by the other ends of the edges of `entity` with `predicate`, ascending, each once.
  ///
  /// - Parameters:
  ///   - direction: `outgoing` for objects, `incoming` for subjects.
  ///   - withClaims: whether edges count that are no facts.
  public func neighbors(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, withClaims: Bool, into buffer: inout [EntityID]
  ) {
    var edges: [Adjacency] = []
    adjacency(of: entity, direction, into: &edges)
    let found = edges.filter { $0.predicate == predicate && (withClaims || $0.isFact) }.map(\.neighbor)
    buffer = Set(found).sorted()
  }

  /// Replaces the content of `buffer` by the predicates of the edges from `subject` to `object`, ascending, each once.
  public func predicates(
    from subject: EntityID, to object: EntityID, withClaims: Bool, into buffer: inout [PredicateID]
  ) {
    var edges: [Adjacency] = []
    adjacency(of: subject, .outgoing, into: &edges)
    let found = edges.filter { $0.neighbor == object && (withClaims || $0.isFact) }.map(\.predicate)
    buffer = Set(found).sorted()
  }

  /// Replaces the content of `buffer` by the subjects of edges with `predicate`, ascending, each once.
  public func subjects(of predicate: PredicateID, withClaims: Bool, into buffer: inout [EntityID]) {
    buffer.removeAll(keepingCapacity: true)
    var edges: [Adjacency] = []
    for number in 0..<UInt32(entityCount) {
      adjacency(of: EntityID(number), .outgoing, into: &edges)
      if edges.contains(where: { $0.predicate == predicate && (withClaims || $0.isFact) }) {
        buffer.append(EntityID(number))
      }
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
}

/// How much a graph says with one predicate.
public struct PredicateSize: Hashable, Sendable {
  public var edges: Int
  /// Pairs of a subject and a kind of statement; at least the number of distinct subjects.
  public var runs: Int

  public init(edges: Int, runs: Int) {
    self.edges = edges
    self.runs = runs
  }
}
