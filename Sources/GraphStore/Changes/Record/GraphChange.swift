internal import Bytes
internal import GraphModel

/// What a step changes in a graph, in terms of names, so that it means the same whatever the rows are numbered: which
/// entities, predicates, documents and edges are there afterwards with all that is known of them, and which are gone.
struct GraphChange: Sendable, Equatable {
  /// What a step does with a row.
  enum State<Value: Sendable & Equatable>: Sendable, Equatable {
    /// Nothing: a row that others refer to.
    case kept
    case gone
    /// It is there, as told, whatever it was before.
    case present(Value)
  }

  struct Entity: Sendable, Equatable {
    var name: String
    var type: String
    var state: State<[GraphContent.Alias]> = .kept
  }

  struct Predicate: Sendable, Equatable {
    var name: String
    /// With the same name.
    var state: State<GraphContent.Predicate> = .kept
  }

  struct Document: Sendable, Equatable {
    var id: String
    /// With the same id.
    var state: State<GraphContent.Document> = .kept
  }

  /// Which edge: positions in the tables of the change.
  typealias EdgeKey = GraphModel.EdgeKey<Int, Int>

  struct EdgeChange: Sendable, Equatable {
    var key: EdgeKey
    /// All its evidence, documents by position in the change; never ``State/kept``.
    var state: State<[GraphContent.Evidence]>
  }

  /// All that a change says, to be written or read.
  struct Tables: Sendable {
    var entities: [Entity] = []
    var predicates: [Predicate] = []
    var documents: [Document] = []
    var edges: [EdgeChange] = []
    var decisions: [NamingDecision]?
  }

  private(set) var entities: [Entity] = []
  private(set) var predicates: [Predicate] = []
  private(set) var documents: [Document] = []
  private(set) var edges: [EdgeChange] = []
  /// All decisions after the step; nil when it decides nothing.
  var decisions: [NamingDecision]?
  private var entityPlaces: [Pair: Int] = [:]
  private var predicatePlaces: [ByteString: Int] = [:]
  private var documentPlaces: [ByteString: Int] = [:]
  private var edgePlaces: [EdgeKey: Int] = [:]

  private struct Pair: Hashable {
    var name: ByteString
    var type: ByteString
  }

  init() {}

  /// All `changes` made one after the other.
  init(all changes: ArraySlice<GraphChange>) {
    self = changes.first ?? GraphChange()
    for change in changes.dropFirst() { append(change) }
  }

  /// The change of `tables`; nil when they have a row twice.
  init?(_ tables: Tables) {
    for row in tables.entities {
      let place = entities.count
      guard entity(row.name, type: row.type) == place else { return nil }
      entities[place].state = row.state
    }
    for row in tables.predicates {
      let place = predicates.count
      guard predicate(row.name) == place else { return nil }
      predicates[place].state = row.state
    }
    for row in tables.documents {
      let place = documents.count
      guard document(row.id) == place else { return nil }
      documents[place].state = row.state
    }
    for edge in tables.edges { setEdge(edge.key, edge.state) }
    decisions = tables.decisions
  }

  var tables: Tables {
    Tables(entities: entities, predicates: predicates, documents: documents, edges: edges, decisions: decisions)
  }

  static func == (a: Self, b: Self) -> Bool {
    a.entities == b.entities && a.predicates == b.predicates && a.documents == b.documents && a.edges == b.edges
      && a.decisions == b.decisions
  }

  /// Whether the step does nothing.
  var isEmpty: Bool {
    edges.isEmpty && decisions == nil && entities.allSatisfy { $0.state == .kept }
      && predicates.allSatisfy { $0.state == .kept }
      && documents.allSatisfy { $0.state == .kept }
  }

  // MARK: - Tables

  /// The position of an entity, which is added as kept when the change does not speak of it yet; likewise the others.
  mutating func entity(_ name: String, type: String) -> Int {
    let key = Pair(name: ByteString(name), type: ByteString(type))
    if let known = entityPlaces[key] { return known }
    entityPlaces[key] = entities.count
    entities.append(Entity(name: name, type: type))
    return entities.count - 1
  }

  mutating func predicate(_ name: String) -> Int {
    if let known = predicatePlaces[ByteString(name)] { return known }
    predicatePlaces[ByteString(name)] = predicates.count
    predicates.append(Predicate(name: name))
    return predicates.count - 1
  }

  mutating func document(_ id: String) -> Int {
    if let known = documentPlaces[ByteString(id)] { return known }
    documentPlaces[ByteString(id)] = documents.count
    documents.append(Document(id: id))
    return documents.count - 1
  }

  mutating func setEntity(_ entity: Int, _ state: State<[GraphContent.Alias]>) { entities[entity].state = state }
  mutating func setPredicate(_ predicate: Int, _ state: State<GraphContent.Predicate>) {
    predicates[predicate].state = state
  }
  mutating func setDocument(_ document: Int, _ state: State<GraphContent.Document>) {
    documents[document].state = state
  }

  mutating func setEdge(_ key: EdgeKey, _ state: State<[GraphContent.Evidence]>) {
    if let known = edgePlaces[key] {
      edges[known].state = state
    } else {
      edgePlaces[key] = edges.count
      edges.append(EdgeChange(key: key, state: state))
    }
  }

  /// What the change says of an edge; kept when nothing.
  func state(of key: EdgeKey) -> State<[GraphContent.Evidence]> { edgePlaces[key].map { edges[$0].state } ?? .kept }

  /// The change with only some of its edges, by position, and with no evidence for them.
  func keeping(edges kept: [Int]) -> GraphChange {
    var change = self
    change.edges = kept.map { number in
      var edge = edges[number]
      if case .present = edge.state { edge.state = .present([]) }
      return edge
    }
    change.edgePlaces = Dictionary(
      uniqueKeysWithValues: change.edges.enumerated().map { number, edge in (edge.key, number) })
    return change
  }

  // MARK: - Steps

  /// Makes this change and then `later` one.
  mutating func append(_ later: GraphChange) {
    let entityNumbers = later.entities.map { entity in
      let place = self.entity(entity.name, type: entity.type)
      if entity.state != .kept { setEntity(place, entity.state) }
      return place
    }
    let predicateNumbers = later.predicates.map { predicate in
      let place = self.predicate(predicate.name)
      if predicate.state != .kept { setPredicate(place, predicate.state) }
      return place
    }
    let documentNumbers = later.documents.map { document in
      let place = self.document(document.id)
      if document.state != .kept { setDocument(place, document.state) }
      return place
    }
    if let decisions = later.decisions { self.decisions = decisions }
    for edge in later.edges {
      let key = edge.key.map(entity: { entityNumbers[$0] }, predicate: { predicateNumbers[$0] })
      guard case .present(var evidence) = edge.state else {
        setEdge(key, edge.state)
        continue
      }
      for index in evidence.indices { evidence[index].document = documentNumbers[evidence[index].document] }
      setEdge(key, .present(evidence))
    }
  }
}
