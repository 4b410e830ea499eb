internal import Bytes
public import GraphModel

extension GraphFile {
  public func degree(of entity: EntityID, _ direction: Direction) -> Int {
    let number = Int(entity.rawValue)
    return switch direction {
    case .outgoing: edges.edges(ofRuns: edges.runs(of: number)).count
    case .incoming: edges.incomingCount(of: number)
    case .both: edges.edges(ofRuns: edges.runs(of: number)).count + edges.incomingCount(of: number)
    }
  }

  public func adjacency(of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency]) {
    readAdjacency(of: entity, direction, into: &buffer) { true }
  }

  public func adjacency(
    of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency], while mayGoOn: () -> Bool
  ) {
    readAdjacency(of: entity, direction, into: &buffer, while: mayGoOn)
  }

  /// Edges that are read between two questions whether to go on: a millisecond or some.
  private static let unwatched = 1 << 15

  @inline(__always)
  private func readAdjacency(
    of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency], while mayGoOn: () -> Bool
  ) {
    buffer.removeAll(keepingCapacity: true)
    let number = Int(entity.rawValue)
    if direction != .incoming {
      var walk = edges.runWalk(edges.runs(of: number))
      while let run = edges.next(&walk) {
        let symbol = symbol(ofRun: walk.run)
        let predicate = predicateID(symbols.predicate(of: symbol))
        let degree = symbols.degree(of: symbol)
        for edge in run {
          if buffer.count % Self.unwatched == Self.unwatched - 1, !mayGoOn() { return }
          buffer.append(
            Adjacency(
              edge: EdgeID(UInt32(edge)), predicate: predicate, neighbor: self.entity(edges.object(ofEdge: edge)),
              isIncoming: false, degree: degree))
        }
      }
    }
    if direction != .outgoing {
      var search = edges.subjectSearch()
      edges.forFirstIncoming(number) { run, edge in
        if buffer.count % Self.unwatched == Self.unwatched - 1, !mayGoOn() { return false }
        let symbol = symbol(ofRun: run)
        buffer.append(
          Adjacency(
            edge: EdgeID(UInt32(edge)), predicate: predicateID(symbols.predicate(of: symbol)),
            neighbor: self.entity(edges.subject(ofRun: run, &search)), isIncoming: true,
            degree: symbols.degree(of: symbol))
        )
        return true
      }
    }
  }

  public func edge(_ id: EdgeID) -> Edge { edge(id, inRun: edges.run(ofEdge: Int(id.rawValue))) }

  /// The edge, of which it is known in which run it stands.
  func edge(_ id: EdgeID, inRun run: Int) -> Edge { edge(id, inRun: run) { story(of: $0) } }

  /// The edge with its documents counted by other stories than those of the store.
  func edge(_ id: EdgeID, stories: (Int) -> Int) -> Edge {
    edge(id, inRun: edges.run(ofEdge: Int(id.rawValue)), stories)
  }

  private func edge(_ id: EdgeID, inRun run: Int, _ story: (Int) -> Int) -> Edge {
    let number = Int(id.rawValue)
    let rows = evidenceTable.starts.rows(of: number)
    var confidence = 0
    var dates: DateRange?
    var witnesses = Witnesses.Counter()
    for row in rows {
      guard let evidence = evidenceRows(upTo: row)?.last else { continue }
      confidence = max(confidence, evidence.confidence)
      let document = documents.document(of: evidence.sentence)
      let metadata = documents.metadata(document)
      dates.cover(
        DateRange(
          time: evidenceTable.time(evidence).map { sharedStrings[$0] }, documentDate: optionalString(metadata.date)))
      witnesses.add(document: document) { (story(document), metadata.source == 0 ? nil : Int(metadata.source)) }
    }
    let symbol = symbol(ofRun: run)
    let kind = symbols.kind(of: symbol)
    return Edge(
      id: id, subject: entity(edges.subject(ofRun: run)), predicate: predicateID(symbols.predicate(of: symbol)),
      object: entity(edges.object(ofEdge: number)), polarity: kind.polarity, modality: kind.modality,
      attribution: kind.isAttributed ? sources.source(of: number).map(entity) : nil, witnesses: witnesses.witnesses,
      confidence: UInt8(clamping: confidence), firstDate: dates?.first, lastDate: dates?.last)
  }

  /// The symbol of `run`; the first one, with the damage remembered, when there is no such symbol.
  func symbol(ofRun run: Int) -> Int {
    let symbol = edges.symbol(ofRun: run)
    if symbol < symbols.count { return symbol }
    names.section.recordDamage("symbol \(symbol) of \(symbols.count)")
    return 0
  }

  /// The id of an entity that the file names; the first one, with the damage remembered, when there is no such entity.
  private func entity(_ number: Int) -> EntityID {
    if number < counts.entities { return EntityID(UInt32(number)) }
    names.section.recordDamage("entity \(number) of \(counts.entities)")
    return EntityID(0)
  }

  private func predicateID(_ number: Int) -> PredicateID {
    if number < counts.predicates { return PredicateID(UInt32(number)) }
    names.section.recordDamage("predicate \(number) of \(counts.predicates)")
    return PredicateID(0)
  }
}
