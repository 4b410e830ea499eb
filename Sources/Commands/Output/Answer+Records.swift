internal import GraphQuery
internal import GraphModel

extension Answer {
  /// The rows of the answer for programs; a query that found nothing has none.
  func records(_ style: OutputStyle) -> [Record] {
    switch body {
    case .neighbors(let neighbors): neighbors.groups.flatMap { group in group.rows.map { Self.record($0, in: group) } }
    case .paths(let paths): paths.paths.enumerated().map { Self.record($1, number: $0 + 1, from: paths.start, style) }
    case .facts(let facts): facts.rows.map { Record($0) }
    case .found(let found): found.rows.map { Record($0) }
    case .why(let explanation):
      // An imported statement has no sentence, but an answer all the same.
      explanation.proofs.isEmpty
        ? [Record(nil, of: explanation.statement)]
        : explanation.proofs.map { Record($0, of: explanation.statement) }
    case .identity(let identity): identity.names.map { Record($0, of: identity.entity) }
    case .timeline(let timeline): timeline.rows.map { Record($0) }
    case .types(let rows): rows.map { Record($0) }
    case .relations(let rows): rows.map { Record($0) }
    case .stats(let statistics): Self.records(statistics)
    case .ambiguous(let ambiguity): ambiguity.candidates.map { Record($0) }
    }
  }

  private static func record(_ row: Neighbors.Row, in group: Neighbors.Group) -> Record {
    var record = Record()
    record.add("edge", .text(row.statement.idText))
    record.add("direction", .text(group.isIncoming ? "in" : "out"))
    record.add("predicate", .text(row.statement.predicate))
    record.add("relation", row.statement.relation)
    record.add("neighbor_id", .text(row.neighbor.idText))
    record.add("neighbor", .text(row.neighbor.name))
    record.add("neighbor_type", .text(row.neighbor.type))
    record.add("depth", .integer(row.depth))
    record.addQualifiers(of: row.statement)
    return record
  }

  private static func record(_ path: Paths.Path, number: Int, from start: Entity, _ style: OutputStyle) -> Record {
    var record = Record()
    record.add("path", .integer(number))
    record.add("length", .integer(path.steps.count))
    record.add("entities", .text(path.line(from: start, style).plain))
    record.add("edges", .list(path.steps.map(\.statement.idText)))
    let steps = path.steps.map { step in
      var fields = Record(step.statement)
      fields.add("direction", .text(step.isBackward ? "in" : "out"))
      return fields
    }
    record.add("steps", .records(steps), onlyJSON: true)
    return record
  }

  private static func records(_ statistics: Statistics) -> [Record] {
    statistics.counts.map { name, count in
      var record = Record()
      record.add("what", .text(name))
      record.add("count", .integer(count))
      return record
    }
  }
}

extension Answer.Statistics {
  /// The counts with their names, in reading order.
  var counts: [(String, Int)] {
    [
      ("documents", documents), ("entities", entities), ("edges", edges), ("claims", claims), ("evidence", evidence),
      ("predicates", predicates),
    ]
  }
}

extension Record {
  init(_ statement: Answer.Statement) { add(statement) }

  fileprivate init(_ candidate: Answer.Candidate) {
    add("id", .text(candidate.entity.idText))
    add("name", .text(candidate.entity.name))
    add("type", .text(candidate.entity.type))
    add("edges", .integer(candidate.degree))
    add("alias", candidate.alias)
  }

  /// - Parameter proof: nil for a statement that no sentence says.
  fileprivate init(_ proof: Answer.Explanation.Proof?, of statement: Answer.Statement) {
    add("edge", .text(statement.idText))
    add("subject", .text(statement.subject.name))
    add("predicate", .text(statement.predicate))
    add("object", .text(statement.object.name))
    add("polarity", .text(statement.edge.polarity.symbol))
    add("modality", .text(statement.edge.modality.name))
    add("attribution", statement.attribution?.name)
    add("document", proof?.document)
    add("title", proof?.title)
    add("date", proof?.date)
    add("source", proof?.source)
    add("sentence_number", proof.map { .integer($0.sentenceNumber) } ?? .null)
    add("sentence", proof?.sentence)
    add("sentence_span", proof.map { .range($0.sentenceRange) } ?? .null)
    add("subject_span", proof.map { .range($0.subjectRange) } ?? .null)
    add("predicate_span", proof.map { .range($0.predicateRange) } ?? .null)
    add("object_span", proof.map { .range($0.objectRange) } ?? .null)
    add("rules", .list(proof?.rules ?? []))
    add("confidence", proof.map { .hundredths($0.confidence) } ?? .null)
    add("time", proof?.time)
    add("place", proof?.place)
    add("quantity", proof?.quantity)
  }

  fileprivate init(_ name: Answer.Identity.Name, of entity: Answer.Entity) {
    add("entity_id", .text(entity.idText))
    add("entity", .text(entity.name))
    add("type", .text(entity.type))
    add("name", .text(name.text))
    add("rule", name.rule)
    add("uses", .integer(name.uses))
    add("document", name.proof?.document)
    add("sentence_number", name.proof.map { .integer($0.sentenceNumber) } ?? .null)
    add("sentence", name.proof?.sentence)
  }

  fileprivate init(_ row: Answer.Timeline.Row) {
    add("date", .text(row.date))
    add(row.statement)
    add("support_on_date", .integer(row.support))
  }

  fileprivate init(_ row: Answer.TypeRow) {
    add("type", .text(row.name))
    add("entities", .integer(row.entities))
  }

  fileprivate init(_ row: Answer.RelationRow) {
    add("predicate", .text(row.predicate))
    add("relation", row.relation)
    add("inverse", row.inverse)
    add("symmetric", .text(row.isSymmetric ? "yes" : "no"))
    add("facts", .integer(row.facts))
    add("claims", .integer(row.claims))
  }
}
