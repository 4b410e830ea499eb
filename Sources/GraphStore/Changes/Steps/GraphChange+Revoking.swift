internal import Bytes
internal import GraphModel

extension GraphChange {
  /// The change by which `base` behind `made` is as if `decision` had not been made, by all of its records.
  ///
  /// - Parameter later: the decisions after it, which hold.
  /// - Complexity: O(size of the records and of `made`, and the edges of their entities).
  init(
    revoking decision: NamingDecision, in base: GraphFile, _ made: GraphChange, later: [NamingDecision]
  ) throws(StoreError) {
    self.init()
    for packed in decision.records.reversed() {
      guard let record = DecisionRecord(packed: packed) else { continue }
      var all = made
      all.append(self)
      append(GraphChange(revoking: record, in: try ChangedGraph(base, all), later: later))
    }
  }

  /// The change by which `graph` is as if the decision of `record` had not been made: what it moved and is still there
  /// goes back. What came since stays where it is.
  ///
  /// - Parameter later: the decisions after it, which hold.
  /// - Complexity: O(size of the record, and the edges of its entities).
  init(revoking record: DecisionRecord, in graph: some GraphView, later: [NamingDecision]) {
    self.init()
    var way = WayBack(graph, record, later: later)
    way.restoreEdges()
    way.restoreEntities()
    self = way.maker.change
  }
}

/// Takes back what a decision did to a graph.
private struct WayBack<Graph: GraphView> {
  private let graph: Graph
  private let record: DecisionRecord
  private let later: [NamingDecision]
  var maker: ChangeMaker<Graph>
  /// Edges of each entity that come or go, by position in the change being made.
  private var degrees: [Int: Int] = [:]

  init(_ graph: Graph, _ record: DecisionRecord, later: [NamingDecision]) {
    self.graph = graph
    self.record = record
    self.later = later
    maker = ChangeMaker(graph)
  }

  // MARK: - Edges

  mutating func restoreEdges() {
    // Both changes have the same tables, because one was made from the other.
    for (number, edge) in record.after.edges.enumerated() where number < record.before.edges.count {
      restore(edge, before: record.before.edges[number].state)
    }
  }

  private mutating func restore(
    _ edge: GraphChange.EdgeChange, before: GraphChange.State<[GraphContent.Evidence]>
  ) {
    let key = self.key(edge.key)
    let existing = graph.key(of: key, in: maker.change).flatMap { maker.edge($0) }
    let now = existing.map { self.evidence(of: $0) }
    let old = pieces(before, record.before)
    let new = pieces(edge.state, record.after)
    let added = (new ?? []).filter { piece in !(old ?? []).contains { $0.isSame(as: piece) } }
    let removed = (old ?? []).filter { piece in !(new ?? []).contains { $0.isSame(as: piece) } }
    var evidence = (now ?? []).filter { piece in !added.contains { $0.isSame(as: piece) } }
    evidence += removed.filter { piece in
      graph.row(ofDocument: piece.document) != nil && !evidence.contains { $0.isSame(as: piece) }
    }
    // An edge without evidence, which was imported, is there again; one that the decision made goes with its last
    // piece.
    let isThere = !evidence.isEmpty || (old?.isEmpty ?? false) || (now != nil && new == nil && old == nil)
    let rows = evidence.map { piece in
      var row = piece.evidence
      row.document = maker.change.document(piece.document)
      return row
    }
    if isThere {
      if existing == nil { count(key, 1) }
      if existing == nil || (now ?? []).count != rows.count || !added.isEmpty || !removed.isEmpty {
        maker.change.setEdge(key, .present(rows))
      }
    } else if existing != nil {
      count(key, -1)
      maker.remove(key)
    }
  }

  private mutating func count(_ key: GraphChange.EdgeKey, _ step: Int) {
    for entity in [key.subject, key.object] + [key.source].compactMap({ $0 }) { degrees[entity, default: 0] += step }
  }

  /// A piece of evidence with the id of its document.
  private struct Piece {
    var document: String
    var evidence: GraphContent.Evidence

    func isSame(as other: Piece) -> Bool {
      guard byteOrder(document, other.document) == 0 else { return false }
      var evidence = evidence
      evidence.document = other.evidence.document
      return evidence.order(other.evidence) == 0
    }
  }

  /// Nil for an edge that is not there.
  private func pieces(_ state: GraphChange.State<[GraphContent.Evidence]>, _ change: GraphChange) -> [Piece]? {
    guard case .present(let evidence) = state else { return nil }
    return evidence.map { Piece(document: change.documents[$0.document].id, evidence: $0) }
  }

  private func evidence(of edge: EdgeID) -> [Piece] {
    graph.evidence(of: edge).map {
      Piece(document: graph.document($0.document).name, evidence: $0.naming(0))
    }
  }

  // MARK: - Names

  /// What an entity of the record is called now: a later decision may have made it another one.
  private func current(_ place: Int) -> (name: String, type: String) {
    var entity = NamingDecision.Entity(name: record.after.entities[place].name, type: record.after.entities[place].type)
    for decision in later where decision.kind == .merge && decision.entity == entity { entity = decision.other }
    return (entity.name, entity.type)
  }

  private mutating func place(_ entity: Int) -> Int {
    let (name, type) = current(entity)
    return maker.change.entity(name, type: type)
  }

  private mutating func key(_ key: GraphChange.EdgeKey) -> GraphChange.EdgeKey {
    let predicate = maker.change.predicate(record.after.predicates[key.predicate].name)
    return key.map(entity: { place($0) }, predicate: { _ in predicate })
  }

  // MARK: - Entities

  mutating func restoreEntities() {
    for (number, entity) in record.after.entities.enumerated() where number < record.before.entities.count {
      restore(number, before: record.before.entities[number].state, after: entity.state)
    }
    restorePredicates()
  }

  private mutating func restore(
    _ number: Int, before: GraphChange.State<[GraphContent.Alias]>, after: GraphChange.State<[GraphContent.Alias]>
  ) {
    let (name, type) = current(number)
    let place = maker.change.entity(name, type: type)
    let existing = graph.entity(name, type: type)
    switch (before, after) {
    case (.present(let old), .gone):
      // Not one of which nothing is left.
      if degrees[place, default: 0] > 0 || !hadEdges(number) { maker.change.setEntity(place, .present(old)) }
    case (.gone, .present):
      // Only where nothing else speaks of it.
      guard let existing else { return }
      let uses = graph.degree(of: existing, .both) + graph.attributions().count { $0.source == existing }
      if uses + degrees[place, default: 0] <= 0 { maker.change.setEntity(place, .gone) }
    case (.present(let old), .present(let new)):
      guard let existing else { return }
      let added = new.filter { !old.contains($0) }
      var aliases = graph.aliases(of: existing).filter { !added.contains($0) }
      aliases += old.filter { !aliases.contains($0) }
      maker.change.setEntity(place, .present(aliases))
    default:
      // An end that has gone since, with all that was said of it.
      if existing == nil, maker.change.entities[place].state == .kept, degrees[place, default: 0] > 0 {
        maker.change.setEntity(place, .present([]))
      }
    }
  }

  private func hadEdges(_ entity: Int) -> Bool {
    record.before.edges.contains { edge in
      edge.state != .gone && [edge.key.subject, edge.key.object, edge.key.source].contains(entity)
    }
  }

  /// Predicates that have gone since are there again with their edges.
  private mutating func restorePredicates() {
    for edge in maker.change.edges where edge.state != .gone {
      let name = maker.change.predicates[edge.key.predicate].name
      if graph.predicate(named: name) == nil {
        maker.change.setPredicate(edge.key.predicate, .present(GraphContent.Predicate(name: name)))
      }
    }
  }
}
