public import GraphModel

// Answered by the store, or by the store with its changes.
extension StoredGraph: GraphView {
  public var entityCount: Int { changed?.entityCount ?? base.entityCount }
  public var predicateCount: Int { changed?.predicateCount ?? base.predicateCount }
  public var edgeCount: Int { changed?.edgeCount ?? base.edgeCount }
  public var documentCount: Int { changed?.documentCount ?? base.documentCount }
  public var evidenceCount: Int { changed?.evidenceCount ?? base.evidenceCount }
  public var decisions: [NamingDecision] { changed?.decisions ?? base.decisions }

  public func name(of entity: EntityID) -> String { changed?.name(of: entity) ?? base.name(of: entity) }

  public func appendName(of entity: EntityID, to buffer: inout [UInt8]) {
    guard let changed else { return base.appendName(of: entity, to: &buffer) }
    changed.appendName(of: entity, to: &buffer)
  }

  public func type(of entity: EntityID) -> String { changed?.type(of: entity) ?? base.type(of: entity) }

  public func aliases(of entity: EntityID) -> [GraphContent.Alias] {
    changed?.aliases(of: entity) ?? base.aliases(of: entity)
  }

  public var aliasRules: [String] { changed?.aliasRules ?? base.aliasRules }

  public func entities(named name: String) -> [EntityID] {
    changed?.entities(named: name) ?? base.entities(named: name)
  }

  public func searchNames(for text: String, at place: NamePlace, _ body: ([NameMatch], _ read: Int) -> Bool) {
    guard let changed else { return base.searchNames(for: text, at: place, body) }
    changed.searchNames(for: text, at: place, body)
  }

  public func predicate(_ id: PredicateID) -> GraphContent.Predicate { changed?.predicate(id) ?? base.predicate(id) }

  public func degree(of entity: EntityID, _ direction: Direction) -> Int {
    changed?.degree(of: entity, direction) ?? base.degree(of: entity, direction)
  }

  public func adjacency(of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency]) {
    guard let changed else { return base.adjacency(of: entity, direction, into: &buffer) }
    changed.adjacency(of: entity, direction, into: &buffer)
  }

  public func adjacency(
    of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency], while mayGoOn: () -> Bool
  ) {
    guard let changed else { return base.adjacency(of: entity, direction, into: &buffer, while: mayGoOn) }
    changed.adjacency(of: entity, direction, into: &buffer, while: mayGoOn)
  }

  public func appendLinks(of entity: EntityID, to buffer: inout [Link]) {
    guard let changed else { return base.appendLinks(of: entity, to: &buffer) }
    changed.appendLinks(of: entity, to: &buffer)
  }

  public func appendBareLinks(of entity: EntityID, to buffer: inout [Link]) {
    guard let changed else { return base.appendBareLinks(of: entity, to: &buffer) }
    changed.appendBareLinks(of: entity, to: &buffer)
  }

  public func neighbors(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees,
    into buffer: inout [EntityID]
  ) {
    guard let changed else {
      return base.neighbors(of: entity, direction, predicate, showing: degrees, into: &buffer)
    }
    changed.neighbors(of: entity, direction, predicate, showing: degrees, into: &buffer)
  }

  public func neighborCount(
    of entity: EntityID, _ direction: Direction, _ predicate: PredicateID, showing degrees: StatementDegrees
  ) -> Int? { changed == nil ? base.neighborCount(of: entity, direction, predicate, showing: degrees) : nil }

  public func hasEdge(
    from subject: EntityID, _ predicate: PredicateID, to object: EntityID, showing degrees: StatementDegrees
  ) -> Bool {
    changed?.hasEdge(from: subject, predicate, to: object, showing: degrees)
      ?? base.hasEdge(from: subject, predicate, to: object, showing: degrees)
  }

  public func predicates(
    from subject: EntityID, to object: EntityID, showing degrees: StatementDegrees, into buffer: inout [PredicateID]
  ) {
    guard let changed else {
      return base.predicates(from: subject, to: object, showing: degrees, into: &buffer)
    }
    changed.predicates(from: subject, to: object, showing: degrees, into: &buffer)
  }

  public func subjects(of predicate: PredicateID, showing degrees: StatementDegrees, into buffer: inout [EntityID]) {
    guard let changed else { return base.subjects(of: predicate, showing: degrees, into: &buffer) }
    changed.subjects(of: predicate, showing: degrees, into: &buffer)
  }

  public func edges(of predicate: PredicateID, showing degrees: StatementDegrees) -> EdgesOfPredicate {
    changed?.edges(of: predicate, showing: degrees) ?? base.edges(of: predicate, showing: degrees)
  }

  public func size(of predicate: PredicateID, showing degrees: StatementDegrees) -> PredicateSize {
    changed?.size(of: predicate, showing: degrees) ?? base.size(of: predicate, showing: degrees)
  }

  public func edge(_ id: EdgeID) -> Edge { changed?.edge(id) ?? base.edge(id) }

  public func evidence(of edge: EdgeID) -> [Evidence] { changed?.evidence(of: edge) ?? base.evidence(of: edge) }

  public func evidenceWithoutRanges(of edge: EdgeID) -> [Evidence] {
    changed?.evidenceWithoutRanges(of: edge) ?? base.evidenceWithoutRanges(of: edge)
  }

  public func unpackTexts(into folder: String) { base.unpackTexts(into: folder) }

  public func tellsOfOffices(_ edge: EdgeID) -> Bool {
    changed?.tellsOfOffices(edge) ?? base.tellsOfOffices(edge)
  }

  public func documents(of edge: EdgeID) -> [DocumentID] { changed?.documents(of: edge) ?? base.documents(of: edge) }

  public func edges(withEvidenceIn documents: Set<DocumentID>, while mayGoOn: (Int) -> Bool) -> [EdgeID] {
    changed.map { $0.edges(withEvidenceIn: documents, while: mayGoOn) }
      ?? base.edges(withEvidenceIn: documents, while: mayGoOn)
  }

  public func attributions() -> [(edge: EdgeID, source: EntityID)] { changed?.attributions() ?? base.attributions() }

  public func document(_ id: DocumentID) -> DocumentRecord { changed?.document(id) ?? base.document(id) }

  public func date(of document: DocumentID) -> String? {
    changed.map { $0.date(of: document) } ?? base.date(of: document)
  }

  public func sentenceCount(of document: DocumentID) -> Int {
    changed.map { $0.sentenceCount(of: document) } ?? base.sentenceCount(of: document)
  }

  public func source(of document: DocumentID) -> String? {
    changed.map { $0.source(of: document) } ?? base.source(of: document)
  }

  public func story(of document: DocumentID) -> DocumentID {
    changed?.story(of: document) ?? base.story(of: document)
  }

  public func sentence(_ index: Int, of document: DocumentID) -> String? {
    if let changed { return changed.sentence(index, of: document) }
    return base.sentence(index, of: document)
  }

  public func text(of document: DocumentID) -> [UInt8] { changed?.text(of: document) ?? base.text(of: document) }
}
