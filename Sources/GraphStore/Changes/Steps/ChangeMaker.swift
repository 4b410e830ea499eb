internal import Bytes
internal import GraphModel

/// Makes a change of a graph from what it is asked for, reading only what that touches.
struct ChangeMaker<Graph: GraphView> {
  let graph: Graph
  var change = GraphChange()
  private var entityPlaces: [EntityID: Int] = [:]
  private var predicatePlaces: [PredicateID: Int] = [:]
  private var documentPlaces: [DocumentID: Int] = [:]
  /// The edges of the subject that was asked for last.
  private var subject: EntityID?
  private var subjectEdges: [Ends: [EdgeID]] = [:]

  private struct Ends: Hashable {
    var predicate: PredicateID
    var object: EntityID
  }

  init(_ graph: Graph) { self.graph = graph }

  // MARK: - Rows of the graph

  /// The position in the change of a row of the graph.
  mutating func place(of entity: EntityID) -> Int {
    if let known = entityPlaces[entity] { return known }
    let place = change.entity(graph.name(of: entity), type: graph.type(of: entity))
    entityPlaces[entity] = place
    return place
  }

  mutating func place(of predicate: PredicateID) -> Int {
    if let known = predicatePlaces[predicate] { return known }
    let place = change.predicate(graph.predicate(predicate).name)
    predicatePlaces[predicate] = place
    return place
  }

  private mutating func place(of document: DocumentID) -> Int {
    if let known = documentPlaces[document] { return known }
    let place = change.document(graph.document(document).name)
    documentPlaces[document] = place
    return place
  }

  mutating func key(of edge: Edge) -> GraphChange.EdgeKey {
    let predicate = place(of: edge.predicate)
    return edge.key.map(entity: { place(of: $0) }, predicate: { _ in predicate })
  }

  mutating func evidence(of edge: EdgeID) -> [GraphContent.Evidence] { evidence(graph.evidence(of: edge)) }

  mutating func evidence(_ pieces: [Evidence]) -> [GraphContent.Evidence] {
    pieces.map { $0.naming(place(of: $0.document)) }
  }

  /// The edge with this key; nil when there is none.
  ///
  /// - Complexity: O(edges of its subject), and O(1) for the next one of the same subject.
  mutating func edge(_ key: EdgeKey<EntityID, PredicateID>) -> EdgeID? {
    if subject != key.subject {
      var buffer: [Adjacency] = []
      graph.adjacency(of: key.subject, .outgoing, into: &buffer)
      subject = key.subject
      subjectEdges = Dictionary(grouping: buffer) { Ends(predicate: $0.predicate, object: $0.neighbor) }
        .mapValues { $0.map(\.edge) }
    }
    let alike = subjectEdges[Ends(predicate: key.predicate, object: key.object)] ?? []
    return alike.first { graph.edge($0).key == key }
  }

  // MARK: - Steps

  /// Says that `edge` has `evidence` beside what it has.
  mutating func add(_ evidence: [GraphContent.Evidence], to key: GraphChange.EdgeKey, existing edge: EdgeID?) {
    switch change.state(of: key) {
    case .present(let known): change.setEdge(key, .present(known + evidence))
    case .gone: change.setEdge(key, .present(evidence))
    case .kept:
      guard let edge else { return change.setEdge(key, .present(evidence)) }
      let known = self.evidence(of: edge)
      let new = evidence.filter { piece in !known.contains { $0.order(piece) == 0 } }
      if !new.isEmpty { change.setEdge(key, .present(known + new)) }
    }
  }

  /// Says that an edge has `evidence` and no other.
  mutating func set(_ evidence: [Evidence], of key: GraphChange.EdgeKey) {
    change.setEdge(key, .present(self.evidence(evidence)))
  }

  mutating func remove(_ key: GraphChange.EdgeKey) { change.setEdge(key, .gone) }

  /// Says that an entity is there, with `aliases` beside those that it has.
  ///
  /// - Returns: its position in the change.
  mutating func add(_ entity: GraphContent.Entity) -> Int {
    guard let known = graph.entity(entity.name, type: entity.type) else {
      let place = change.entity(entity.name, type: entity.type)
      change.setEntity(place, .present(entity.aliases))
      return place
    }
    let place = place(of: known)
    let aliases = GraphContent.sorted(graph.aliases(of: known) + entity.aliases)
    if aliases.count > graph.aliases(of: known).count { change.setEntity(place, .present(aliases)) }
    return place
  }

  mutating func add(_ predicate: GraphContent.Predicate) -> Int {
    guard let known = graph.predicate(named: predicate.name) else {
      let place = change.predicate(predicate.name)
      change.setPredicate(place, .present(predicate))
      return place
    }
    let place = place(of: known)
    var united = graph.predicate(known)
    united.combine(predicate)
    if united != graph.predicate(known) { change.setPredicate(place, .present(united)) }
    return place
  }

  /// - Throws: when the graph has another document of the same id.
  mutating func add(_ document: GraphContent.Document) throws(StoreError) -> Int {
    guard let known = graph.row(ofDocument: document.id) else {
      let place = change.document(document.id)
      change.setDocument(place, .present(document))
      return place
    }
    guard GraphContent.Document(known, of: graph).isSame(as: document) else {
      throw .content(.conflictingDocuments(id: document.id))
    }
    return place(of: known)
  }

  mutating func remove(_ document: DocumentID) { change.setDocument(place(of: document), .gone) }
  mutating func remove(_ entity: EntityID) { change.setEntity(place(of: entity), .gone) }
  mutating func remove(_ predicate: PredicateID) { change.setPredicate(place(of: predicate), .gone) }
  mutating func setAliases(_ aliases: [GraphContent.Alias], of entity: EntityID) {
    change.setEntity(place(of: entity), .present(GraphContent.sorted(aliases)))
  }
}
