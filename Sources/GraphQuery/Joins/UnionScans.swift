internal import GraphModel

/// A graph with predicates more: each stands for several of the graph, read forwards or backwards. So a join asks for a
/// relation with many wordings, or against its direction, as for any other.
struct UnionScans<Base: GraphScans>: GraphScans {
  let base: Base
  /// The number of the first predicate that is a union.
  let first: UInt32
  let unions: [[RelationNames.Meaning]]
  /// What is read as a whole ends with the statement's time, and takes no more than its memory; it is then told
  /// incomplete by who asked.
  let clock: StatementClock
  let memory: Int

  var entityCount: Int { base.entityCount }
  var edgeCount: Int { base.edgeCount }

  func degree(of entity: EntityID, _ direction: Direction) -> Int {
    // Whichever way the edges are read.
    base.degree(of: entity, .both)
  }

  private func union(_ predicate: PredicateID) -> [RelationNames.Meaning]? {
    predicate.rawValue < first ? nil : unions[Int(predicate.rawValue - first)]
  }

  func neighbors(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees,
    into buffer: inout [EntityID]
  ) {
    guard let union = union(predicate) else {
      return base.neighbors(of: entity, direction, predicate, showing: degrees, into: &buffer)
    }
    var all: [EntityID] = []
    for part in union {
      base.neighbors(
        of: entity, part.isInverse ? direction.reversed : direction, part.predicate, showing: degrees,
        into: &buffer)
      all += buffer
    }
    all.sort()
    buffer.removeAll(keepingCapacity: true)
    for entity in all where entity != buffer.last { buffer.append(entity) }
  }

  func neighborCount(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees
  ) -> Int? {
    union(predicate) == nil ? base.neighborCount(of: entity, direction, predicate, showing: degrees) : nil
  }

  func hasEdge(from subject: EntityID, _ predicate: PredicateID, to object: EntityID, showing degrees: StatementDegrees)
    -> Bool
  {
    guard let union = union(predicate) else {
      return base.hasEdge(from: subject, predicate, to: object, showing: degrees)
    }
    return union.contains { part in
      part.isInverse
        ? base.hasEdge(from: object, part.predicate, to: subject, showing: degrees)
        : base.hasEdge(from: subject, part.predicate, to: object, showing: degrees)
    }
  }

  func predicates(
    from subject: EntityID, to object: EntityID, showing degrees: StatementDegrees, into buffer: inout [PredicateID]
  ) {
    base.predicates(from: subject, to: object, showing: degrees, into: &buffer)
  }

  func subjects(of predicate: PredicateID, showing degrees: StatementDegrees, into buffer: inout [EntityID]) {
    guard union(predicate) != nil else {
      return base.subjects(of: predicate, showing: degrees, into: &buffer)
    }
    buffer = edges(of: predicate, showing: degrees).subjects
  }

  func edges(of predicate: PredicateID, showing degrees: StatementDegrees) -> EdgesOfPredicate {
    guard let union = union(predicate) else { return base.edges(of: predicate, showing: degrees) }
    var budget = WorkBudget(clock, memory: memory)
    var pairs: [(subject: EntityID, object: EntityID)] = []
    let size = size(of: predicate, showing: degrees)
    guard budget.mayHold(12 * size.edges) else { return EdgesOfPredicate() }
    for part in union {
      guard budget.allows(1_000) else { return EdgesOfPredicate() }
      let edges = base.edges(of: part.predicate, showing: degrees)
      for row in edges.subjects.indices {
        for place in edges.starts[row]..<edges.starts[row + 1] {
          let (subject, object) = (edges.subjects[row], edges.objects[Int(place)])
          pairs.append(part.isInverse ? (object, subject) : (subject, object))
        }
      }
    }
    budget.sort(&pairs) { ($0.subject, $0.object) < ($1.subject, $1.object) }
    guard budget.cutOff == nil else { return EdgesOfPredicate() }
    var result = EdgesOfPredicate()
    for (number, pair) in pairs.enumerated() where number == 0 || pair != pairs[number - 1] {
      if result.subjects.last != pair.subject {
        result.subjects.append(pair.subject)
        result.starts.append(UInt32(result.objects.count))
      }
      result.objects.append(pair.object)
      result.starts[result.starts.count - 1] = UInt32(result.objects.count)
    }
    return result
  }

  func size(of predicate: PredicateID, showing degrees: StatementDegrees) -> PredicateSize {
    guard let union = union(predicate) else { return base.size(of: predicate, showing: degrees) }
    return union.reduce(into: PredicateSize(edges: 0, runs: 0)) { sum, part in
      let size = base.size(of: part.predicate, showing: degrees)
      sum.edges += size.edges
      // Of an inverse each edge may have a subject of its own.
      sum.runs += part.isInverse ? size.edges : size.runs
    }
  }
}
