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

extension Record {
  init(_ candidate: Answer.Candidate) {
    add("id", .text(candidate.entity.idText))
    add("name", .text(candidate.entity.name))
    add("type", .text(candidate.entity.type))
    add("edges", .integer(candidate.degree))
    add("alias", candidate.alias)
  }
}

extension AnswerRows<Answer.Candidate> {
  var records: AnswerRows<Record> { each { Record($0) } }

  /// A table, or nothing without rows.
  func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if isEmpty { return [] }
    let columns: [AnswerTable.Column] = [
      .init(title: "id"), .init(title: "name", shrinks: true), .init(title: "type"),
      .init(title: "edges", alignment: .right), .init(title: "also", shrinks: true, dropOrder: 1),
    ]
    return AnswerTable(columns, drawing: self, bounds) { row in
      [
        AnswerText(row.entity.idText, .faint), AnswerText(row.entity.name, .entity), AnswerText(row.entity.type),
        AnswerText(String(row.degree)), AnswerText(row.alias ?? "", .faint),
      ]
    }.blocks(of: count)
  }
}

extension Answer.Ambiguity {
  /// A name that means several entities is no answer.
  public var isEmpty: Bool { true }
  public var records: AnswerRows<Record> { AnswerRows(candidates).records }
  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] { AnswerRows(candidates).blocks(within: bounds) }
}
