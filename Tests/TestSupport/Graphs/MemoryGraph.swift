internal import Bytes
public import GraphModel

/// A graph in plain tables, for tests and small inputs: every answer is found in the most obvious way.
public struct MemoryGraph: GraphView {
  let content: GraphContent
  let edges: [Edge]
  let edgeEvidence: [[Evidence]]
  /// By document the first one of its story.
  private let stories: [Int]

  /// - Throws: when a reference or range in `content` points nowhere, or two documents of one id differ.
  public init(_ content: GraphContent) throws(ContentError) {
    let content = try content.normalized()
    self.content = content
    let stories = Self.stories(content.documents)
    self.stories = stories
    var edges: [Edge] = []
    var edgeEvidence: [[Evidence]] = []
    for (row, statement) in content.statements.enumerated() {
      if row == 0 || statement.key != content.statements[row - 1].key {
        edges.append(Edge(statement, id: EdgeID(UInt32(edges.count))))
        edgeEvidence.append([])
      }
      guard let piece = statement.evidence else { continue }
      edgeEvidence[edges.count - 1].append(piece.naming(DocumentID(UInt32(piece.document))))
    }
    for (row, evidence) in edgeEvidence.enumerated() {
      var dates: DateRange?
      for piece in evidence {
        let document = content.documents[Int(piece.document.rawValue)]
        dates.cover(DateRange(time: piece.time, documentDate: document.date))
      }
      let documents = Set(evidence.map { Int($0.document.rawValue) })
      edges[row].witnesses = Witnesses(
        sentences: evidence.count, documents: documents.count, stories: Set(documents.map { stories[$0] }).count,
        outlets: Set(documents.compactMap { content.documents[$0].source }).count)
      edges[row].confidence = evidence.map(\.confidence).max() ?? 0
      edges[row].firstDate = dates?.first
      edges[row].lastDate = dates?.last
    }
    self.edges = edges
    self.edgeEvidence = edgeEvidence
  }

  public var entityCount: Int { content.entities.count }
  public var predicateCount: Int { content.predicates.count }
  public var edgeCount: Int { edges.count }
  public var documentCount: Int { content.documents.count }
  public var decisions: [NamingDecision] { content.decisions }
  public var evidenceCount: Int { edgeEvidence.reduce(0) { $0 + $1.count } }

  public func name(of entity: EntityID) -> String { content.entities[Int(entity.rawValue)].name }
  public func type(of entity: EntityID) -> String { content.entities[Int(entity.rawValue)].type }
  public func aliases(of entity: EntityID) -> [GraphContent.Alias] { content.entities[Int(entity.rawValue)].aliases }

  public func entities(named name: String) -> [EntityID] {
    let wanted = ByteString(name)
    return allEntities.filter { names(of: $0).contains { ByteString($0) == wanted } }
  }

  public func searchNames(for text: String, at place: NamePlace, _ body: ([NameMatch], _ read: Int) -> Bool) {
    let needle = FoldedText(text)
    for entity in allEntities {
      let names = names(of: entity)
      let found = names.compactMap { needle.position(in: $0, at: place) }
      guard body(found.map { NameMatch(entity: entity, position: $0) }, names.count) else { return }
    }
  }

  public func predicate(_ id: PredicateID) -> GraphContent.Predicate { content.predicates[Int(id.rawValue)] }

  public func degree(of entity: EntityID, _ direction: Direction) -> Int {
    var buffer: [Adjacency] = []
    adjacency(of: entity, direction, into: &buffer)
    return buffer.count
  }

  public func adjacency(of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency]) {
    buffer.removeAll(keepingCapacity: true)
    if direction != .incoming {
      for edge in edges where edge.subject == entity { buffer.append(Adjacency(edge, neighbor: edge.object, false)) }
    }
    if direction != .outgoing {
      for edge in edges where edge.object == entity { buffer.append(Adjacency(edge, neighbor: edge.subject, true)) }
    }
  }

  public func edge(_ id: EdgeID) -> Edge { edges[Int(id.rawValue)] }
  public func evidence(of edge: EdgeID) -> [Evidence] { edgeEvidence[Int(edge.rawValue)] }

  public func document(_ id: DocumentID) -> DocumentRecord {
    DocumentRecord(content.documents[Int(id.rawValue)], id: id)
  }

  public func story(of document: DocumentID) -> DocumentID {
    DocumentID(UInt32(stories[Int(document.rawValue)]))
  }

  /// Every document compared with every other.
  private static func stories(_ documents: [GraphContent.Document]) -> [Int] {
    let texts = documents.map { StoryText($0.text, date: $0.date) }
    var stories = Array(documents.indices)
    for a in texts.indices {
      for b in 0..<a where stories[a] != stories[b] && texts[a].isCopy(of: texts[b]) {
        let (kept, gone) = (min(stories[a], stories[b]), max(stories[a], stories[b]))
        for number in stories.indices where stories[number] == gone { stories[number] = kept }
      }
    }
    return stories
  }

  public func sentence(_ index: Int, of document: DocumentID) -> String? {
    content.documents[Int(document.rawValue)].sentence(index)
  }

  public func text(of document: DocumentID) -> [UInt8] { content.documents[Int(document.rawValue)].text }

  private var allEntities: [EntityID] { content.entities.indices.map { EntityID(UInt32($0)) } }

  private func names(of entity: EntityID) -> [String] { [name(of: entity)] + aliases(of: entity).map(\.name) }
}

extension Adjacency {
  fileprivate init(_ edge: Edge, neighbor: EntityID, _ isIncoming: Bool) {
    self.init(
      edge: edge.id, predicate: edge.predicate, neighbor: neighbor, isIncoming: isIncoming, degree: edge.degree)
  }
}

extension Edge {
  fileprivate init(_ statement: GraphContent.Statement, id: EdgeID) {
    self.init(
      id: id, subject: EntityID(UInt32(statement.subject)), predicate: PredicateID(UInt32(statement.predicate)),
      object: EntityID(UInt32(statement.object)), polarity: statement.polarity, modality: statement.modality,
      attribution: statement.attribution.map { EntityID(UInt32($0)) },
      witnesses: Witnesses(sentences: 0, documents: 0, stories: 0, outlets: 0), confidence: 0, firstDate: nil,
      lastDate: nil)
  }
}
