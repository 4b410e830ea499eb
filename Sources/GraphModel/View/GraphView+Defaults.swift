// In terms of the other functions, for graphs that have nothing faster.
extension GraphView {
  /// With its ranges.
  ///
  /// - Complexity: that of ``evidence(of:)``.
  public func evidenceWithoutRanges(of edge: EdgeID) -> [Evidence] { evidence(of: edge) }

  /// Nothing: texts are not packed.
  public func unpackTexts(into folder: String) {}

  /// By its record.
  ///
  /// - Complexity: that of ``document(_:)``.
  public func date(of document: DocumentID) -> String? { self.document(document).date }

  /// By its record.
  ///
  /// - Complexity: that of ``document(_:)``.
  public func sentenceCount(of document: DocumentID) -> Int { self.document(document).sentences.count }

  /// By its record.
  ///
  /// - Complexity: that of ``document(_:)``.
  public func source(of document: DocumentID) -> String? { self.document(document).source }

  /// By its evidence, whole.
  ///
  /// - Complexity: that of ``evidence(of:)``.
  public func tellsOfOffices(_ edge: EdgeID) -> Bool {
    evidence(of: edge).contains(where: \.tellsOfOffice)
  }

  /// The entity that stands for the object of events without one (``GraphContent/Entity/nothing``); nil when every
  /// event of the graph has an object. Entities without a name have the first numbers.
  ///
  /// - Complexity: O(1): the entities without a name are looked at, one a type.
  public var nothing: EntityID? {
    for number in 0..<UInt32(entityCount) {
      let entity = EntityID(number)
      guard name(of: entity).isEmpty else { return nil }
      if type(of: entity) == GraphContent.Entity.nothing.type { return entity }
    }
    return nil
  }

  /// The number of entities without what stands for the object of events that have none.
  ///
  /// - Complexity: as ``nothing``.
  public var nodeCount: Int { entityCount - (nothing == nil ? 0 : 1) }

  /// By a look at all entities.
  public var aliasRules: [String] {
    Array((0..<UInt32(entityCount)).reduce(into: Set<String>()) { $0.formUnion(aliases(of: EntityID($1)).map(\.rule)) })
  }

  /// Appends the UTF-8 of the canonical name.
  public func appendName(of entity: EntityID, to buffer: inout [UInt8]) {
    buffer.append(contentsOf: name(of: entity).utf8)
  }

  /// All edges of `entity`, which are there already.
  public func adjacency(
    of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency], while mayGoOn: () -> Bool
  ) {
    adjacency(of: entity, direction, into: &buffer)
  }

  /// Appends the links of `entity` to `buffer`, in the order of ``adjacency(of:_:into:)``.
  public func appendLinks(of entity: EntityID, to buffer: inout [Link]) {
    var edges: [Adjacency] = []
    adjacency(of: entity, .both, into: &edges)
    buffer += edges.links
  }

  /// The links of `entity` with all that belongs to them.
  public func appendBareLinks(of entity: EntityID, to buffer: inout [Link]) { appendLinks(of: entity, to: &buffer) }

  /// The documents whose sentences say an edge, ascending, each once, by a look at its evidence.
  public func documents(of edge: EdgeID) -> [DocumentID] {
    var found = evidence(of: edge).map(\.document)
    found.removeRepetitions(==)
    return found
  }

  /// Every document is a story of its own.
  public func story(of document: DocumentID) -> DocumentID { document }

  /// The edges that a sentence of one of `documents` says, ascending, by a look at all evidence.
  public func edges(withEvidenceIn documents: Set<DocumentID>, while mayGoOn: (Int) -> Bool) -> [EdgeID] {
    if documents.isEmpty { return [] }
    var found: [EdgeID] = []
    for number in 0..<UInt32(edgeCount) {
      let evidence = evidence(of: EdgeID(number))
      if evidence.contains(where: { documents.contains($0.document) }) { found.append(EdgeID(number)) }
      guard mayGoOn(1 + evidence.count) else { break }
    }
    return found
  }

  /// The same, all of them.
  ///
  /// - Complexity: that of ``edges(withEvidenceIn:while:)``.
  public func edges(withEvidenceIn documents: Set<DocumentID>) -> [EdgeID] {
    edges(withEvidenceIn: documents) { _ in true }
  }

  /// The edges for which somebody is named who says so, ascending, by a look at every edge.
  public func attributions() -> [(edge: EdgeID, source: EntityID)] {
    (0..<UInt32(edgeCount)).compactMap { number in
      edge(EdgeID(number)).attribution.map { (EdgeID(number), $0) }
    }
  }
}
