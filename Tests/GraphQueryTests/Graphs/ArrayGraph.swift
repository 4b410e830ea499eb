import GraphModel

/// A graph of bare triples in arrays: fast enough for a hundred thousand nodes, without documents.
///
/// Entity 12 is called `N12`, predicates are `p0`, `p1`, …
struct ArrayGraph: GraphView {
  struct Triple {
    var subject: Int
    var predicate: Int
    var object: Int
    var isFact = true
    var confidence: UInt8 = 90
    var date: String?
  }

  let names: [String]
  let types: [String]
  let predicates: [GraphContent.Predicate]
  let triples: [Triple]
  private let outgoing: [[Adjacency]]
  private let incoming: [[Adjacency]]
  /// Told of every name that a search reads, by its number.
  var whenNameIsRead: @Sendable (Int) -> Void = { _ in }
  /// Told of every predicate that is read, by its number.
  var whenPredicateIsRead: @Sendable (Int) -> Void = { _ in }

  /// Sorts the triples, so that edges are numbered as a store numbers them.
  init(entities: Int, predicates: [GraphContent.Predicate], triples: [Triple], types: [String]? = nil) {
    names = (0..<entities).map { "N\($0)" }
    self.types = types ?? (0..<entities).map { $0 % 3 == 0 ? "Person" : "Organization" }
    self.predicates = predicates
    let sorted = triples.sorted { ($0.subject, $0.predicate, $0.object) < ($1.subject, $1.predicate, $1.object) }
    self.triples = sorted
    var outgoing = [[Adjacency]](repeating: [], count: entities)
    var incoming = outgoing
    for (number, triple) in sorted.enumerated() {
      let edge = EdgeID(UInt32(number))
      let predicate = PredicateID(UInt32(triple.predicate))
      outgoing[triple.subject].append(
        Adjacency(
          edge: edge, predicate: predicate, neighbor: EntityID(UInt32(triple.object)), isIncoming: false,
          degree: triple.isFact ? .fact : .claim))
      incoming[triple.object].append(
        Adjacency(
          edge: edge, predicate: predicate, neighbor: EntityID(UInt32(triple.subject)), isIncoming: true,
          degree: triple.isFact ? .fact : .claim))
    }
    self.outgoing = outgoing
    self.incoming = incoming
  }

  var entityCount: Int { names.count }
  var predicateCount: Int { predicates.count }
  var edgeCount: Int { triples.count }
  var documentCount: Int { 0 }
  var decisions: [NamingDecision] { [] }
  var evidenceCount: Int { triples.count }

  func name(of entity: EntityID) -> String { names[Int(entity.rawValue)] }
  func type(of entity: EntityID) -> String { types[Int(entity.rawValue)] }
  func aliases(of entity: EntityID) -> [GraphContent.Alias] { [] }
  func entities(named name: String) -> [EntityID] {
    guard let number = UInt32(name.dropFirst()), name.first == "N", number < names.count else { return [] }
    return [EntityID(number)]
  }
  func searchNames(for text: String, at place: NamePlace, _ body: ([NameMatch], _ read: Int) -> Bool) {
    let text = text.lowercased()
    if place == .whole {
      _ = body(entities(named: text.uppercased()).map { NameMatch(entity: $0, position: 0) }, 1)
      return
    }
    for (number, name) in names.enumerated() {
      whenNameIsRead(number)
      let name = name.lowercased()
      let isFound = place == .start ? name.hasPrefix(text) : name.contains(text)
      guard body(isFound ? [NameMatch(entity: EntityID(UInt32(number)), position: 0)] : [], 1) else { return }
    }
  }
  func predicate(_ id: PredicateID) -> GraphContent.Predicate {
    whenPredicateIsRead(Int(id.rawValue))
    return predicates[Int(id.rawValue)]
  }
  func degree(of entity: EntityID, _ direction: Direction) -> Int {
    let node = Int(entity.rawValue)
    return (direction == .incoming ? 0 : outgoing[node].count) + (direction == .outgoing ? 0 : incoming[node].count)
  }
  func adjacency(of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency]) {
    buffer.removeAll(keepingCapacity: true)
    if direction != .incoming { buffer.append(contentsOf: outgoing[Int(entity.rawValue)]) }
    if direction != .outgoing { buffer.append(contentsOf: incoming[Int(entity.rawValue)]) }
  }
  func adjacency(
    of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency], while mayGoOn: () -> Bool
  ) {
    adjacency(of: entity, direction, into: &buffer)
    // As a store does, which reads them one after another.
    for number in buffer.indices where number % 1_000 == 999 && !mayGoOn() {
      buffer.removeLast(buffer.count - number)
      return
    }
  }
  func edge(_ id: EdgeID) -> Edge {
    let triple = triples[Int(id.rawValue)]
    let stories = 1 + Int(id.rawValue) % 3
    return Edge(
      id: id, subject: EntityID(UInt32(triple.subject)), predicate: PredicateID(UInt32(triple.predicate)),
      object: EntityID(UInt32(triple.object)), polarity: triple.isFact ? .affirmed : .negated, modality: .certain,
      attribution: nil,
      witnesses: Witnesses(sentences: stories, documents: stories, stories: stories, outlets: 0),
      confidence: triple.confidence,
      firstDate: triple.date, lastDate: triple.date)
  }
  func evidence(of edge: EdgeID) -> [Evidence] { [] }
  func document(_ id: DocumentID) -> DocumentRecord {
    DocumentRecord(id: id, name: "none", title: nil, date: nil, source: nil, sentences: [])
  }
  func sentence(_ index: Int, of document: DocumentID) -> String? { nil }
  func text(of document: DocumentID) -> [UInt8] { [] }
}
