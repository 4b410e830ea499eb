public import GraphModel

/// `types`
public struct TypesVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "types", usage: "types", summary: "the types of entities with their numbers", examples: ["types"])

  public init(reading parser: inout StatementParser) throws(QueryError) {}

  /// - Complexity: O(number of entities).
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    Answer.Types(
      rows: AnswerRows(evaluator.typeCounts().map { Answer.Types.Row(name: $0.name, entities: $0.entities) }))
  }
}

extension Answer {
  /// The types of entities, most frequent first.
  public struct Types: AnswerContent {
    public struct Row: Sendable, Equatable {
      public var name: String
      public var entities: Int
    }

    public var rows: AnswerRows<Row>
  }
}

extension Answer.Types {
  public var isEmpty: Bool { rows.isEmpty }

  public var records: AnswerRows<Record> {
    rows.each { row in
      var record = Record()
      record.add("type", .text(row.name))
      record.add("entities", .integer(row.entities))
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    return AnswerTable(
      [.init(title: "type"), .init(title: "entities", alignment: .right)], drawing: rows, bounds
    ) { [AnswerText($0.name, .entity), AnswerText(String($0.entities))] }.blocks(of: rows.count)
  }
}
