extension Answer {
  /// An entity that a search met or a name may mean.
  public struct Candidate: Sendable, Equatable {
    public var entity: Entity
    public var degree: Int
    /// The alias that matched, or else the most telling one; nil without aliases.
    public var alias: String?
  }

  /// A name of several entities: one is to be chosen by its id, `#12`.
  public struct Ambiguity: AnswerContent, Equatable {
    /// The name and where it stands in the statement.
    public var reference: EntityReference
    /// Highest degree first.
    public var candidates: [Candidate]
  }
}

extension [Answer.Candidate] {
  var records: [Record] {
    map { candidate in
      var record = Record()
      record.add("id", .text(candidate.entity.idText))
      record.add("name", .text(candidate.entity.name))
      record.add("type", .text(candidate.entity.type))
      record.add("edges", .integer(candidate.degree))
      record.add("alias", candidate.alias)
      return record
    }
  }

  /// A table, or nothing without rows.
  var blocks: [AnswerBlock] {
    if isEmpty { return [] }
    let columns: [AnswerTable.Column] = [
      .init(title: "id"), .init(title: "name", shrinks: true), .init(title: "type"),
      .init(title: "edges", alignment: .right), .init(title: "also", shrinks: true, dropOrder: 1),
    ]
    let rows = map { row in
      [
        AnswerText(row.entity.idText, .faint), AnswerText(row.entity.name, .entity), AnswerText(row.entity.type),
        AnswerText(String(row.degree)), AnswerText(row.alias ?? "", .faint),
      ]
    }
    return [.table(AnswerTable(columns, rows: rows))]
  }
}

extension Answer.Ambiguity {
  /// A name that means several entities is no answer.
  public var isEmpty: Bool { true }
  public var records: [Record] { candidates.records }
  public var blocks: [AnswerBlock] { candidates.blocks }
}
