public import GraphModel

/// `disputes [E] [limit N]`
public struct DisputesVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "disputes", usage: "disputes [E] [limit N]",
    summary: "what is both said and denied, or told in two ways: who has an office, how many, with who says which",
    operands: [.entity], options: [.limit], examples: ["disputes", "disputes NATO"])

  /// Nil for the whole graph.
  public var entity: EntityReference?

  public init(reading parser: inout StatementParser) throws(QueryError) {
    if parser.nextKeyword() == nil, parser.tokens.peek() != nil { entity = try parser.entity("an entity") }
  }

  /// - Complexity: O(*n*) for all *n* edges, or those of the entity, and the evidence of those that tell of offices.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let limit = limit ?? 50
    let found: [Dispute]
    if let entity {
      found = try evaluator.disputes(about: evaluator.resolve(entity))
    } else {
      found = evaluator.disputes()
    }
    evaluator.noteRows(shown: min(limit, found.count), total: found.count, limit: limit)
    let shown = Array(found.prefix(limit))
    return Answer.Disputes(
      rows: AnswerRows(count: shown.count) { [reader = evaluator.reader, shown] in
        Answer.Disputes.Row(
          kind: shown[$0].kind, first: reader.statement(shown[$0].first), second: reader.statement(shown[$0].second),
          firstOrigin: reader.origin(of: shown[$0].first), secondOrigin: reader.origin(of: shown[$0].second))
      }, edges: shown.flatMap { [$0.first, $0.second] }, total: found.count)
  }
}

/// Two edges of which one cannot be so where the other is.
struct Dispute: Sendable {
  var kind: Answer.Disputes.Kind
  var first: EdgeID
  var second: EdgeID
}

extension Answer {
  /// What is both said and denied, or told in two ways.
  public struct Disputes: AnswerContent {
    public enum Kind: String, Sendable {
      /// The second denies the first.
      case denial
      /// Another has the office at the same time.
      case office
      /// The same, of another number.
      case number
    }

    public struct Row: Sendable, Equatable {
      public var kind: Kind
      /// What is said, where it is denied; the earlier of two holders of an office; the smaller of two numbers.
      public var first: Statement
      public var second: Statement
      /// Where each is said first; nil of an imported one.
      public var firstOrigin: Origin?
      public var secondOrigin: Origin?
    }

    public var rows: AnswerRows<Row>
    var edges: [EdgeID]
    public var total: Int
  }
}

extension Answer.Disputes {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "nothing is both said and denied, and no office or number is told in two ways" }
  public var part: AnswerPart? { AnswerPart(edges: edges) }

  public var records: AnswerRows<Record> {
    AnswerRows(count: 2 * rows.count) { [rows] number in
      let row = rows[number / 2]
      var record = Record()
      record.add("dispute", .integer(number / 2 + 1))
      record.add("kind", .text(row.kind.rawValue))
      record.add(number % 2 == 0 ? row.first : row.second)
      let origin = number % 2 == 0 ? row.firstOrigin : row.secondOrigin
      record.add("document", origin?.document)
      record.add("source", origin?.source)
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    let lines = AnswerRows(count: 2 * rows.count) { [rows] number in
      (number: number / 2 + 1, isFirst: number % 2 == 0, row: rows[number / 2])
    }
    var table = AnswerTable(
      [
        .init(title: "", alignment: .right), .init(title: "statement", wraps: true),
        .init(title: "support", alignment: .right, dropOrder: 2), .init(title: "dates", dropOrder: 1),
        .init(title: "said in", wraps: true), .init(title: "edge"), .init(title: "note", wraps: true),
      ], drawing: lines, bounds
    ) { line in
      let statement = line.isFirst ? line.row.first : line.row.second
      return [
        AnswerText(line.isFirst ? String(line.number) : "", .faint), statement.line, statement.times, statement.dates,
        AnswerText((line.isFirst ? line.row.firstOrigin : line.row.secondOrigin)?.text ?? ""),
        AnswerText(statement.idText, .faint), line.isFirst ? statement.note : line.row.kind.note(statement.note),
      ]
    }
    table.dropLastColumnIfEmpty()
    return table.blocks(of: lines.count)
  }
}

extension Answer.Disputes.Kind {
  /// The note of the second statement, with what it disputes.
  fileprivate func note(_ own: AnswerText) -> AnswerText {
    let words: String
    switch self {
    case .denial: return own
    case .office: words = "the same office"
    case .number: words = "another number"
    }
    return own.isEmpty ? AnswerText(words, .faint) : own + AnswerText(", \(words)", .faint)
  }
}
