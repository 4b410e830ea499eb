internal import Bytes
internal import GraphModel

/// The nouns of several documents as one statement meets them: what each document calls so is a place of its own, with
/// a number behind those of the graph's entities.
///
/// So two edges meet in a noun where one document says both. Edges without evidence are those of one document more.
final class NounPlaces<Graph: GraphView> {
  private let graph: Graph
  private let nouns: SharedNouns
  /// Entities that the statement names: whoever does so means that of every text.
  private let named: Set<EntityID>
  private var splits: [EntityID: Split] = [:]
  private var places: [Place] = []
  /// The edges of one place after another.
  private var edges: [Adjacency] = []
  private var adjacency: [Adjacency] = []
  /// Of patterns, the relations that the predicates from ``firstUnion`` on stand for.
  var unions: [Set<RelationNames.Meaning>] = []

  /// A noun in one document.
  private struct Place {
    var noun: EntityID
    /// Where its edges stand in ``edges``.
    var edges: Range<Int>
  }

  /// A noun by its documents.
  private struct Split {
    var places: Range<UInt32> = 0..<0
    /// Every edge of every place by neighbor, edge and place.
    var arrivals: [(edge: Adjacency, place: EntityID)] = []
  }

  init(_ graph: Graph, _ nouns: SharedNouns, named: Set<EntityID>) {
    self.graph = graph
    self.nouns = nouns
    self.named = named
  }

  /// Bytes that the places take.
  var bytes: Int { edges.count * (2 * MemoryLayout<Adjacency>.stride + 4) + places.count * 24 + splits.count * 64 }

  /// The first noun that was split; nil where the statement met none.
  private(set) var firstMet: EntityID?

  /// Whether only what one document says may meet in `entity`.
  @inline(__always)
  func isApart(_ entity: EntityID) -> Bool {
    nouns.contains(entity, in: graph) && (named.isEmpty || !named.contains(entity))
  }

  /// Where the numbers of places begin.
  var firstPlace: UInt32 { UInt32(graph.entityCount) }

  @inline(__always)
  func isPlace(_ entity: EntityID) -> Bool { entity.rawValue >= firstPlace }

  /// The noun of a place; any other entity itself.
  @inline(__always)
  func entity(_ place: EntityID) -> EntityID { isPlace(place) ? self[place].noun : place }

  private subscript(place: EntityID) -> Place { places[Int(place.rawValue - firstPlace)] }

  /// The edges of a place.
  func adjacency(of place: EntityID) -> ArraySlice<Adjacency> { edges[self[place].edges] }

  /// The places of a noun that an edge reaches.
  ///
  /// - Complexity: O(log *d*) for *d* edges of the noun, O(*d* log *d*) when it is met first.
  func places(
    of noun: EntityID, reachedBy edge: EdgeID, from neighbor: EntityID, _ budget: inout WorkBudget
  ) -> [EntityID] {
    var found: [EntityID] = []
    split(noun, &budget)
    forEachArrival(of: noun, beside: entity(neighbor)) { arrival, place in
      if arrival.edge == edge, found.last != place { found.append(place) }
    }
    return found
  }

  private func forEachArrival(of noun: EntityID, beside neighbor: EntityID, _ body: (Adjacency, EntityID) -> Void) {
    guard let arrivals = splits[noun]?.arrivals else { return }
    var place = arrivals.indices.first(behind: { arrivals[$0].edge.neighbor < neighbor })
    while place < arrivals.count, arrivals[place].edge.neighbor == neighbor {
      body(arrivals[place].edge, arrivals[place].place)
      place += 1
    }
  }

  /// Finds the documents of a noun and what each says of it; not all where the budget ends.
  private func split(_ noun: EntityID, _ budget: inout WorkBudget) {
    guard splits[noun] == nil else { return }
    if firstMet == nil { firstMet = noun }
    guard budget.read(noun, .both, of: graph, into: &adjacency) else { return }
    var rows: [(document: UInt32, edge: Int)] = []
    for (number, edge) in adjacency.enumerated() {
      guard budget.allows(Self.unitsPerEvidence), budget.mayHold(bytes + 64 * rows.count) else { return }
      let count = rows.count
      nouns.documents.forEach(of: edge.edge, in: graph) { document in
        rows.append((document.rawValue, number))
        return true
      }
      if rows.count == count { rows.append((.max, number)) }
    }
    budget.sort(&rows) { $0 < $1 }
    guard budget.cutOff == nil else { return }
    var split = Split()
    let first = firstPlace + UInt32(places.count)
    for (number, row) in rows.enumerated() {
      if number == 0 || rows[number - 1].document != row.document {
        places.append(Place(noun: noun, edges: edges.count..<edges.count))
      }
      edges.append(adjacency[row.edge])
      places[places.count - 1].edges = places[places.count - 1].edges.lowerBound..<edges.count
      split.arrivals.append((adjacency[row.edge], EntityID(firstPlace + UInt32(places.count - 1))))
    }
    split.places = first..<firstPlace + UInt32(places.count)
    budget.sort(&split.arrivals) { a, b in
      (a.edge.neighbor, a.edge.edge, a.place) < (b.edge.neighbor, b.edge.edge, b.place)
    }
    splits[noun] = split
  }

  /// What it costs to find the documents of an edge.
  private static var unitsPerEvidence: Int { 8 }
}

extension NounPlaces: JoinedNouns {
  func places(of noun: EntityID, beside neighbor: EntityID?, _ budget: inout WorkBudget) -> [EntityID] {
    split(noun, &budget)
    guard let neighbor else { return splits[noun].map { $0.places.map { EntityID($0) } } ?? [] }
    var found: [EntityID] = []
    forEachArrival(of: noun, beside: entity(neighbor)) { _, place in found.append(place) }
    found.sort()
    found.removeRepetitions(==)
    return found
  }

  func degree(of place: EntityID) -> Int { self[place].edges.count }

  func neighbors(
    of place: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees,
    into buffer: inout [EntityID]
  ) {
    buffer.removeAll(keepingCapacity: true)
    for edge in adjacency(of: place)
    where degrees.contains(edge.degree) && says(edge, predicate, isBackward: direction == .incoming) {
      buffer.append(edge.neighbor)
    }
    buffer.sort()
    buffer.removeRepetitions(==)
  }

  func hasEdge(
    from subject: EntityID, _ predicate: PredicateID, to object: EntityID, showing degrees: StatementDegrees
  ) -> Bool {
    let isSubject = isPlace(subject)
    let (place, other) = isSubject ? (subject, object) : (object, subject)
    var isFound = false
    forEachArrival(of: entity(place), beside: entity(other)) { edge, reached in
      guard !isFound, reached == place, degrees.contains(edge.degree), says(edge, predicate, isBackward: !isSubject)
      else { return }
      isFound = holds(edge.edge, other)
    }
    return isFound
  }

  /// Whether a document of `place` says an edge of its noun; true for what is no place.
  func holds(_ edge: EdgeID, _ place: EntityID) -> Bool {
    !isPlace(place) || adjacency(of: place).contains { $0.edge == edge }
  }

  /// Whether an edge is one of a pattern's relation, read from the place or, backward, towards it.
  private func says(_ edge: Adjacency, _ predicate: PredicateID, isBackward: Bool) -> Bool {
    let first = UInt32(graph.predicateCount)
    guard predicate.rawValue >= first else {
      return edge.predicate == predicate && edge.isIncoming == isBackward
    }
    return unions[Int(predicate.rawValue - first)].contains(
      RelationNames.Meaning(predicate: edge.predicate, isInverse: edge.isIncoming != isBackward))
  }
}
