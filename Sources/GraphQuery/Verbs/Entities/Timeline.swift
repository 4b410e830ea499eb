public import GraphModel

/// `timeline E [at D] [since D] [until D] [limit N]`
public struct TimelineVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "timeline", usage: "timeline E [at D] [since D] [until D] [limit N]",
    summary: "dated statements about an entity, earliest first", operands: [.entity],
    options: [.moment, .since, .until, .limit], examples: ["timeline NATO since 2025-04-01"])

  public var entity: EntityReference
  /// Shows only what holds then; nil for any time.
  public var moment: Moment?
  public var period = Period()

  public init(reading parser: inout StatementParser) throws(QueryError) {
    entity = try parser.entity("an entity")
    while let keyword = parser.nextKeyword() {
      switch keyword {
      case "at": moment = try parser.moment()
      case "since": period.since = try parser.date("since")
      case "until": period.until = try parser.date("until")
      default: try parser.commonOption(keyword)
      }
    }
  }

  /// - Complexity: that of ``GraphView/evidence(of:)`` and ``GraphView/document(_:)`` for all evidence of the entity.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let id = try evaluator.resolve(entity)
    let limit = limit ?? 50
    var rows: [(date: String, edge: EdgeID, support: Int)] = []
    var undated = 0
    let days = try evaluator.days(of: moment)
    for edge in evaluator.edges(evaluator.shownEdges(of: id), holdingOn: days) {
      guard evaluator.budget.allows(2), evaluator.budget.mayHold(56 * rows.count) else { break }
      var stories: [String: Set<DocumentID>] = [:]
      for evidence in evaluator.evidence(of: edge) {
        guard evaluator.budget.allows(10) else { break }
        guard let date = evaluator.date(of: evidence) else { continue }
        stories[date, default: []].insert(evaluator.graph.story(of: evidence.document))
      }
      if stories.isEmpty { undated += 1 }
      for (date, stories) in stories where period.overlaps(date, date) { rows.append((date, edge, stories.count)) }
    }
    evaluator.budget.sort(&rows) { ($0.date, $0.edge) < ($1.date, $1.edge) }
    if undated > 0 { evaluator.note(.undatedLeftOut(undated)) }
    evaluator.noteRows(shown: min(limit, rows.count), total: rows.count, limit: limit)
    let shown = rows.count <= limit ? rows : Array(rows.prefix(limit))
    return Answer.Timeline(
      entity: evaluator.entity(id),
      rows: AnswerRows(count: shown.count) { [reader = evaluator.reader, shown] in
        let row = shown[$0]
        return Answer.Timeline.Row(date: row.date, statement: reader.statement(row.edge), support: row.support)
      }, edges: shown.map(\.edge), total: rows.count)
  }
}

extension Evaluator {
  /// The date of which a sentence speaks, or else of its document; nil when neither has one.
  fileprivate func date(of evidence: Evidence) -> String? {
    if let time = evidence.time, time.utf8.count >= 4, time.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }) {
      return time
    }
    return graph.date(of: evidence.document)
  }
}

extension Answer {
  /// The dated statements about an entity.
  public struct Timeline: AnswerContent {
    public struct Row: Sendable, Equatable {
      /// ISO 8601.
      public var date: String
      public var statement: Statement
      /// Stories of that date.
      public var support: Int
    }

    public var entity: Entity
    /// Earliest first.
    public var rows: AnswerRows<Row>
    var edges: [EdgeID]
    public var total: Int
  }
}

extension Answer.Timeline {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "nothing dated is stated about \(entity.name)" }

  public var part: AnswerPart? {
    AnswerPart(edges: edges, entities: [entity.id], highlighted: [entity.id])
  }

  public var records: AnswerRows<Record> {
    rows.each { row in
      var record = Record()
      record.add("date", .text(row.date))
      record.add(row.statement)
      record.add("support_on_date", .integer(row.support))
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    var table = AnswerTable(
      [
        .init(title: "date"), .init(title: "statement", shrinks: true),
        .init(title: "support", alignment: .right, dropOrder: 1), .init(title: "edge"),
        .init(title: "note", wraps: true),
      ], drawing: rows, bounds
    ) { row in
      [
        AnswerText(row.date), row.statement.line, .times(row.support), AnswerText(row.statement.idText, .faint),
        row.statement.note,
      ]
    }
    table.dropLastColumnIfEmpty()
    return [.line(entity.heading), .gap] + table.blocks(of: rows.count)
  }
}
