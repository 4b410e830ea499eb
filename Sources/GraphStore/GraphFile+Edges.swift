internal import Bytes

extension GraphFile {
  public func degree(of entity: EntityID, _ direction: Direction) -> Int {
    let number = Int(entity.rawValue)
    return switch direction {
    case .outgoing: edges.firstEdge.range(number).count
    case .incoming: edges.firstIncoming.range(number).count
    case .both: edges.firstEdge.range(number).count + edges.firstIncoming.range(number).count
    }
  }

  public func adjacency(of entity: EntityID, _ direction: Direction, into buffer: inout [Adjacency]) {
    buffer.removeAll(keepingCapacity: true)
    let number = Int(entity.rawValue)
    if direction != .incoming {
      for edge in edges.firstEdge.range(number) {
        append(edge, neighbor: Int(edges.objects[edge]), isIncoming: false, to: &buffer)
      }
    }
    if direction != .outgoing {
      for place in edges.firstIncoming.range(number) {
        let edge = Int(edges.incoming[place])
        guard edge < counts.edges else {
          names.section.recordDamage("edge \(edge) of \(counts.edges)")
          continue
        }
        append(edge, neighbor: edges.subject(of: edge), isIncoming: true, to: &buffer)
      }
    }
  }

  public func edge(_ id: EdgeID) -> Edge {
    let number = Int(id.rawValue)
    let rows = evidenceRows(of: number)
    var confidence: UInt64 = 0
    var dates: DateRange?
    for row in rows {
      confidence = max(confidence, evidenceColumns[row, .confidence])
      if let range = dateRange(ofRow: row) { if dates == nil { dates = range } else { dates?.cover(range) } }
    }
    let (polarity, modality, attribution) = qualifiers.qualifiers(of: number)
    return Edge(
      id: id, subject: entity(edges.subject(of: number)), predicate: predicateID(Int(edges.predicates[number])),
      object: entity(Int(edges.objects[number])), polarity: polarity, modality: modality,
      attribution: attribution.map(entity), support: rows.count, confidence: UInt8(clamping: confidence),
      firstDate: dates?.first, lastDate: dates?.last)
  }

  private func append(_ edge: Int, neighbor: Int, isIncoming: Bool, to buffer: inout [Adjacency]) {
    buffer.append(
      Adjacency(
        edge: EdgeID(UInt32(edge)), predicate: predicateID(Int(edges.predicates[edge])), neighbor: entity(neighbor),
        isIncoming: isIncoming, isFact: qualifiers.isFact(edge)))
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

  /// The dates that a row of evidence names, or its document's.
  private func dateRange(ofRow row: Int) -> DateRange? {
    if let time = optionalString(evidenceColumns[row, .time]), let range = DateRange(time) { return range }
    let document = documents.document(of: Int(evidenceColumns[row, .sentence]))
    return optionalString(documents.metadata(document).date).flatMap { DateRange($0) }
  }
}
