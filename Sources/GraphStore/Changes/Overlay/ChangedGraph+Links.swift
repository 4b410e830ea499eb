internal import GraphModel

extension ChangedGraph {
  func degree(of entity: EntityID, _ direction: Direction) -> Int {
    var count = baseEntity(entity).map { base.degree(of: $0, direction) } ?? 0
    guard let touched = touched[entity] else { return count }
    if direction != .incoming { count += touched.outgoing.count - touched.removedOutgoing }
    if direction != .outgoing { count += touched.incoming.count - touched.removedIncoming }
    return count
  }

  func adjacency(of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency]) {
    adjacency(of: entity, direction, into: &buffer) { true }
  }

  func adjacency(
    of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency], while mayGoOn: () -> Bool
  ) {
    if let old = baseEntity(entity) {
      base.adjacency(of: old, direction, into: &buffer, while: mayGoOn)
      renumber(&buffer)
    } else {
      buffer.removeAll(keepingCapacity: true)
    }
    guard let touched = touched[entity], !touched.outgoing.isEmpty || !touched.incoming.isEmpty else { return }
    if direction != .incoming {
      for row in touched.outgoing { buffer.append(Adjacency(addedEdges[row].edge, isIncoming: false)) }
    }
    if direction != .outgoing {
      for row in touched.incoming { buffer.append(Adjacency(addedEdges[row].edge, isIncoming: true)) }
    }
    buffer.sort { ($0.isIncoming ? 1 : 0, $0.edge) < ($1.isIncoming ? 1 : 0, $1.edge) }
  }

  /// Brings edges of the store into this numbering, without those that are removed.
  private func renumber(_ buffer: inout [Adjacency]) {
    var kept = 0
    for item in buffer {
      guard let edge = edges.number(ofBase: Int(item.edge.rawValue)) else { continue }
      buffer[kept] = Adjacency(
        edge: EdgeID(UInt32(edge)), predicate: predicate(ofBase: item.predicate),
        neighbor: entity(ofBase: item.neighbor),
        isIncoming: item.isIncoming, degree: item.degree)
      kept += 1
    }
    buffer.removeLast(buffer.count - kept)
  }

  func appendLinks(of entity: EntityID, to buffer: inout [Link]) {
    guard !hasOtherEdges(entity), let old = baseEntity(entity) else {
      var edges: [Adjacency] = []
      adjacency(of: entity, .both, into: &edges)
      buffer += edges.links
      return
    }
    let start = buffer.count
    base.appendLinks(of: old, to: &buffer)
    for index in start..<buffer.count {
      let link = buffer[index]
      buffer[index] = Link(
        neighbor: self.entity(ofBase: link.neighbor), predicate: predicate(ofBase: link.predicate),
        isIncoming: link.isIncoming, degree: link.degree)
    }
  }

  func neighbors(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees,
    into buffer: inout [EntityID]
  ) {
    buffer.removeAll(keepingCapacity: true)
    if hasOtherEdges(entity) {
      var edges: [Adjacency] = []
      adjacency(of: entity, direction, into: &edges)
      buffer = edges.neighbors(by: predicate, showing: degrees)
    } else if let old = baseEntity(entity), let predicate = basePredicate(predicate) {
      base.neighbors(of: old, direction, predicate, showing: degrees, into: &buffer)
      for index in buffer.indices { buffer[index] = self.entity(ofBase: buffer[index]) }
    }
  }

  func hasEdge(from subject: EntityID, _ predicate: PredicateID, to object: EntityID, showing degrees: StatementDegrees)
    -> Bool
  {
    if hasOtherEdges(subject) {
      var edges: [Adjacency] = []
      adjacency(of: subject, .outgoing, into: &edges)
      return edges.contains { $0.neighbor == object && $0.says(predicate, showing: degrees) }
    }
    guard let subject = baseEntity(subject), let object = baseEntity(object), let predicate = basePredicate(predicate)
    else { return false }
    return base.hasEdge(from: subject, predicate, to: object, showing: degrees)
  }

  func predicates(
    from subject: EntityID, to object: EntityID, showing degrees: StatementDegrees, into buffer: inout [PredicateID]
  ) {
    buffer.removeAll(keepingCapacity: true)
    if hasOtherEdges(subject) {
      var edges: [Adjacency] = []
      adjacency(of: subject, .outgoing, into: &edges)
      buffer = edges.predicates(to: object, showing: degrees)
    } else if let subject = baseEntity(subject), let object = baseEntity(object) {
      base.predicates(from: subject, to: object, showing: degrees, into: &buffer)
      for index in buffer.indices { buffer[index] = predicate(ofBase: buffer[index]) }
    }
  }

  func subjects(of predicate: PredicateID, showing degrees: StatementDegrees, into buffer: inout [EntityID]) {
    buffer.removeAll(keepingCapacity: true)
    if let old = basePredicate(predicate) {
      base.subjects(of: old, showing: degrees, into: &buffer)
      buffer = buffer.compactMap { row in
        entities.number(ofBase: Int(row.rawValue)).map { EntityID(UInt32($0)) }
      }
      buffer.removeAll { hasOtherEdges($0) }
    }
    var edges: [Adjacency] = []
    for (entity, touched) in touched where touched.hasOtherEdges {
      adjacency(of: entity, .outgoing, into: &edges)
      if edges.contains(where: { $0.says(predicate, showing: degrees) }) { buffer.append(entity) }
    }
    buffer.sortAndRemoveRepetitions()
  }

  func size(of predicate: PredicateID, showing degrees: StatementDegrees) -> PredicateSize {
    var size =
      basePredicate(predicate).map { base.size(of: $0, showing: degrees) } ?? PredicateSize(edges: 0, runs: 0)
    guard let change = sizeChanges[predicate] else { return size }
    size.edges += change.edges(degrees)
    size.runs += change.added
    return size
  }
}

extension Adjacency {
  fileprivate init(_ edge: Edge, isIncoming: Bool) {
    self.init(
      edge: edge.id, predicate: edge.predicate, neighbor: isIncoming ? edge.subject : edge.object,
      isIncoming: isIncoming, degree: edge.degree)
  }
}
