internal import Bytes
internal import GraphModel

/// Puts a change and a store together.
struct ChangedGraphBuilder {
  let base: GraphFile
  let change: GraphChange
  let entities: ChangedTable<GraphContent.Entity>
  let predicates: ChangedTable<GraphContent.Predicate>
  let documents: ChangedTable<GraphContent.Document>
  private(set) var edgeNumbers: Renumbering
  private(set) var addedEdges: [ChangedGraph.AddedEdge] = []
  private(set) var touched: [EntityID: ChangedGraph.TouchedEntity] = [:]
  private(set) var removedEvidence = 0
  private(set) var sizeChanges: [PredicateID: ChangedGraph.SizeChange] = [:]

  init(_ base: GraphFile, _ change: GraphChange) throws(StoreError) {
    self.base = base
    self.change = change
    let keys = change.entities.map { EntityKey(GraphContent.Entity(name: $0.name, type: $0.type)) }
    let place = base.container.place
    entities = try ChangedTable(
      change.entities.map { entity in
        switch entity.state {
        case .kept: .kept
        case .gone: .gone
        case .present(let aliases):
          .present(
            GraphContent.Entity(name: entity.name, type: entity.type, aliases: GraphContent.sorted(aliases)))
        }
      }, baseCount: base.entityCount, find: { base.row(of: keys[$0], folded: change.entities[$0].name) },
      isBefore: { keys[$0] < keys[$1] }, what: { "“\(change.entities[$0].name)”" }, place: place)
    predicates = try ChangedTable(
      change.predicates.map(\.state), baseCount: base.predicateCount,
      find: { base.row(ofPredicate: change.predicates[$0].name) },
      isBefore: { ByteString(change.predicates[$0].name) < ByteString(change.predicates[$1].name) },
      what: { "“\(change.predicates[$0].name)”" }, place: place)
    documents = try ChangedTable(
      change.documents.map(\.state), baseCount: base.documentCount,
      find: { base.row(ofDocument: change.documents[$0].id) },
      isBefore: { ByteString(change.documents[$0].id) < ByteString(change.documents[$1].id) },
      what: { "“\(change.documents[$0].id)”" }, place: place)
    edgeNumbers = Renumbering(baseCount: base.edgeCount, removed: [], before: [])
    for number in change.entities.indices {
      if let id = entities.number(number) { touched[EntityID(UInt32(id))] = .init() }
    }
  }

  /// Where an edge of the change stands.
  private struct Located {
    var key: EdgePlace
    var number: Int
    var row: Int
    var isThere: Bool
  }

  mutating func addEdges() throws(StoreError) {
    var located: [Located] = []
    for (number, edge) in change.edges.enumerated() {
      guard let key = place(of: edge.key) else {
        guard edge.state == .gone else {
          throw .damaged(place: base.container.place, detail: "an edge of a change has an end that is not there")
        }
        continue
      }
      let (row, isThere) = base.edge(at: key)
      located.append(Located(key: key, number: number, row: row, isThere: isThere))
    }
    located.sort { $0.key < $1.key }
    var removed: [Int] = []
    var before: [Int] = []
    for edge in located {
      if edge.isThere { removed.append(edge.row) }
      if case .present = change.edges[edge.number].state { before.append(edge.row) }
    }
    edgeNumbers = Renumbering(baseCount: base.edgeCount, removed: removed, before: before)
    for edge in located where edge.isThere { remove(edge.row) }
    for edge in located {
      guard case .present(let evidence) = change.edges[edge.number].state else { continue }
      try add(change.edges[edge.number].key, evidence)
    }
  }

  private func place(of key: GraphChange.EdgeKey) -> EdgePlace? {
    key.compactMap(entity: { entities.places[$0] }, predicate: { predicates.places[$0] })
  }

  private mutating func remove(_ row: Int) {
    let edge = base.key(ofEdge: row)
    removedEvidence += base.evidenceTable.starts.rows(of: row).count
    if let subject = entities.renumbering.number(ofBase: edge.subject) {
      touched[EntityID(UInt32(subject)), default: .init()].removedOutgoing += 1
    }
    if let object = entities.renumbering.number(ofBase: edge.object) {
      touched[EntityID(UInt32(object)), default: .init()].removedIncoming += 1
    }
    guard let predicate = predicates.renumbering.number(ofBase: edge.predicate) else { return }
    count(PredicateID(UInt32(predicate)), edge.kind.degree, by: -1)
  }

  private mutating func count(_ predicate: PredicateID, _ degree: StatementDegree, by step: Int) {
    switch degree {
    case .fact: sizeChanges[predicate, default: .init()].facts += step
    case .reported: sizeChanges[predicate, default: .init()].reported += step
    case .claim: sizeChanges[predicate, default: .init()].claims += step
    }
    if step > 0 { sizeChanges[predicate, default: .init()].added += step }
  }

  private mutating func add(_ key: GraphChange.EdgeKey, _ rows: [GraphContent.Evidence]) throws(StoreError) {
    func id(_ entity: Int) throws(StoreError) -> EntityID {
      guard let number = entities.number(entity) else {
        throw .damaged(place: base.container.place, detail: "an edge of a change has an end that is gone")
      }
      return EntityID(UInt32(number))
    }
    guard let predicateNumber = predicates.number(key.predicate) else {
      throw .damaged(place: base.container.place, detail: "an edge of a change has a predicate that is gone")
    }
    let number = addedEdges.count
    let predicate = PredicateID(UInt32(predicateNumber))
    let subject = try id(key.subject)
    let object = try id(key.object)
    var source: EntityID?
    if let entity = key.source { source = try id(entity) }
    var dates: DateRange?
    var evidence: [Evidence] = []
    for row in try numbered(rows) {
      evidence.append(row.naming(DocumentID(UInt32(row.document))))
      dates.cover(DateRange(time: row.time, documentDate: date(of: row.document)))
    }
    addedEdges.append(
      ChangedGraph.AddedEdge(
        edge: Edge(
          id: EdgeID(UInt32(edgeNumbers.number(ofAdded: number))), subject: subject, predicate: predicate,
          object: object, polarity: key.kind.polarity, modality: key.kind.modality, attribution: source,
          witnesses: Witnesses(sentences: evidence.count, documents: 0, stories: 0, outlets: 0),
          confidence: evidence.map(\.confidence).max() ?? 0, firstDate: dates?.first,
          lastDate: dates?.last), evidence: evidence))
    touched[subject, default: .init()].outgoing.append(number)
    touched[object, default: .init()].incoming.append(number)
    count(predicate, key.kind.degree, by: 1)
  }

  /// Evidence with the numbers of its documents, in order, each once.
  private func numbered(_ rows: [GraphContent.Evidence]) throws(StoreError) -> [GraphContent.Evidence] {
    var rows = rows
    for index in rows.indices {
      guard let document = documents.number(rows[index].document) else {
        throw .damaged(place: base.container.place, detail: "evidence of a change has a document that is gone")
      }
      rows[index].document = document
    }
    rows.sort { $0.order($1) < 0 }
    rows.removeRepetitions { $0.order($1) == 0 }
    return rows
  }

  private func date(of document: Int) -> String? {
    switch documents.renumbering.source(of: document) {
    case .added(let row): documents.added[row].date
    case .base(let row): base.optionalString(base.documents.metadata(row).date)
    }
  }
}
