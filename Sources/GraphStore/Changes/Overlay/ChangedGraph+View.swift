internal import GraphModel

extension ChangedGraph: GraphView {
  var entityCount: Int { entities.count }
  var predicateCount: Int { predicates.count }
  var edgeCount: Int { edges.count }
  var documentCount: Int { documents.count }
  var evidenceCount: Int {
    base.evidenceCount - removedEvidence + addedEdges.reduce(0) { $0 + $1.evidence.count }
  }

  func name(of entity: EntityID) -> String {
    switch entities.source(of: Int(entity.rawValue)) {
    case .base(let row): base.name(of: EntityID(UInt32(row)))
    case .added(let row): addedEntities[row].name
    }
  }

  func appendName(of entity: EntityID, to buffer: inout [UInt8]) {
    switch entities.source(of: Int(entity.rawValue)) {
    case .base(let row): base.appendName(of: EntityID(UInt32(row)), to: &buffer)
    case .added(let row): buffer.append(contentsOf: addedEntities[row].name.utf8)
    }
  }

  func type(of entity: EntityID) -> String {
    switch entities.source(of: Int(entity.rawValue)) {
    case .base(let row): base.type(of: EntityID(UInt32(row)))
    case .added(let row): addedEntities[row].type
    }
  }

  func aliases(of entity: EntityID) -> [GraphContent.Alias] {
    switch entities.source(of: Int(entity.rawValue)) {
    case .base(let row): aliases[row] ?? base.aliases(of: EntityID(UInt32(row)))
    case .added(let row): addedEntities[row].aliases
    }
  }

  var aliasRules: [String] {
    let own = aliases.values.joined().map(\.rule) + addedEntities.flatMap(\.aliases).map(\.rule)
    return Array(Set(own).union(base.aliasRules))
  }

  func predicate(_ id: PredicateID) -> GraphContent.Predicate {
    switch predicates.source(of: Int(id.rawValue)) {
    case .base(let row): attributes[row] ?? base.predicate(PredicateID(UInt32(row)))
    case .added(let row): addedPredicates[row]
    }
  }

  func edge(_ id: EdgeID) -> Edge {
    switch edges.source(of: Int(id.rawValue)) {
    case .added(let row):
      var edge = addedEdges[row].edge
      edge.witnesses = witnesses(of: addedEdges[row].evidence)
      return edge
    case .base(let row):
      var edge = base.edge(EdgeID(UInt32(row))) { document in
        documents.number(ofBase: document).map { stories.story(of: $0, in: self) } ?? document
      }
      edge.id = id
      edge.subject = entity(ofBase: edge.subject)
      edge.predicate = predicate(ofBase: edge.predicate)
      edge.object = entity(ofBase: edge.object)
      edge.attribution = edge.attribution.map(entity(ofBase:))
      return edge
    }
  }

  private func witnesses(of evidence: [Evidence]) -> Witnesses {
    var counter = Witnesses.Counter()
    var sources: [String: Int] = [:]
    for piece in evidence {
      counter.add(document: Int(piece.document.rawValue)) {
        let source = document(piece.document).source.map { source in
          let number = sources[source, default: sources.count]
          sources[source] = number
          return number
        }
        return (Int(story(of: piece.document).rawValue), source)
      }
    }
    return counter.witnesses
  }

  func story(of document: DocumentID) -> DocumentID {
    DocumentID(UInt32(stories.story(of: Int(document.rawValue), in: self)))
  }

  func evidence(of edge: EdgeID) -> [Evidence] { evidence(of: edge, ofBase: base.evidence(of:)) }

  func evidenceWithoutRanges(of edge: EdgeID) -> [Evidence] {
    evidence(of: edge, ofBase: base.evidenceWithoutRanges(of:))
  }

  func unpackTexts(into folder: String) { base.unpackTexts(into: folder) }

  func sentenceCount(of document: DocumentID) -> Int {
    switch documents.source(of: Int(document.rawValue)) {
    case .base(let row): base.sentenceCount(of: DocumentID(UInt32(row)))
    case .added(let row): addedDocuments[row].sentences.count
    }
  }

  func date(of document: DocumentID) -> String? {
    switch documents.source(of: Int(document.rawValue)) {
    case .base(let row): base.date(of: DocumentID(UInt32(row)))
    case .added(let row): addedDocuments[row].date
    }
  }

  func source(of document: DocumentID) -> String? {
    switch documents.source(of: Int(document.rawValue)) {
    case .base(let row): base.source(of: DocumentID(UInt32(row)))
    case .added(let row): addedDocuments[row].source
    }
  }

  private func evidence(of edge: EdgeID, ofBase evidence: (EdgeID) -> [Evidence]) -> [Evidence] {
    switch edges.source(of: Int(edge.rawValue)) {
    case .added(let row): return addedEdges[row].evidence
    case .base(let row):
      return evidence(EdgeID(UInt32(row))).map {
        var evidence = $0
        evidence.document = DocumentID(UInt32(documents.number(ofBase: Int($0.document.rawValue)) ?? 0))
        return evidence
      }
    }
  }

  func tellsOfOffices(_ edge: EdgeID) -> Bool {
    switch edges.source(of: Int(edge.rawValue)) {
    case .added(let row): addedEdges[row].evidence.contains(where: \.tellsOfOffice)
    case .base(let row): base.tellsOfOffices(EdgeID(UInt32(row)))
    }
  }

  func documents(of edge: EdgeID) -> [DocumentID] {
    switch edges.source(of: Int(edge.rawValue)) {
    case .added(let row):
      var found = addedEdges[row].evidence.map(\.document)
      found.removeRepetitions(==)
      return found
    case .base(let row):
      return base.documents(of: EdgeID(UInt32(row))).map {
        DocumentID(UInt32(documents.number(ofBase: Int($0.rawValue)) ?? 0))
      }
    }
  }

  func edges(withEvidenceIn documents: Set<DocumentID>, while mayGoOn: (Int) -> Bool) -> [EdgeID] {
    let old = documents.compactMap { id -> DocumentID? in
      guard case .base(let row) = self.documents.source(of: Int(id.rawValue)) else { return nil }
      return DocumentID(UInt32(row))
    }
    let kept = base.edges(withEvidenceIn: Set(old), while: mayGoOn)
      .compactMap { edges.number(ofBase: Int($0.rawValue)) }
    let added = addedEdges.filter { $0.evidence.contains { documents.contains($0.document) } }.map(\.edge.id)
    return (kept.map { EdgeID(UInt32($0)) } + added).sorted()
  }

  func attributions() -> [(edge: EdgeID, source: EntityID)] {
    let kept = base.attributions().compactMap { edge, source in
      edges.number(ofBase: Int(edge.rawValue)).map { (edge: EdgeID(UInt32($0)), source: entity(ofBase: source)) }
    }
    let added = addedEdges.compactMap { row in row.edge.attribution.map { (edge: row.edge.id, source: $0) } }
    return (kept + added).sorted { $0.edge < $1.edge }
  }

  func document(_ id: DocumentID) -> DocumentRecord {
    switch documents.source(of: Int(id.rawValue)) {
    case .base(let row):
      var record = base.document(DocumentID(UInt32(row)))
      record.id = id
      return record
    case .added(let row):
      return DocumentRecord(addedDocuments[row], id: id)
    }
  }

  func sentence(_ index: Int, of document: DocumentID) -> String? {
    switch documents.source(of: Int(document.rawValue)) {
    case .base(let row): base.sentence(index, of: DocumentID(UInt32(row)))
    case .added(let row): addedDocuments[row].sentence(index)
    }
  }

  func text(of document: DocumentID) -> [UInt8] {
    switch documents.source(of: Int(document.rawValue)) {
    case .base(let row): base.text(of: DocumentID(UInt32(row)))
    case .added(let row): addedDocuments[row].text
    }
  }
}
