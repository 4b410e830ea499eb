public import GraphModel

/// `about DOCUMENT [limit N]`
public struct AboutVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "about", usage: "about DOCUMENT [limit N]", summary: "of whom and what a text says the most",
    operands: [.document], options: [.limit], examples: ["about nato"])

  public var document: NameReference

  public init(reading parser: inout StatementParser) throws(QueryError) {
    document = try parser.document()
  }

  /// - Complexity: O(*n* + *e*) for all *n* edges and *e* pieces of evidence of the graph.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let document = try evaluator.document(document)
    var counts: [EntityID: Int] = [:]
    let links = evaluator.links()
    let edges = evaluator.graph.edges(withEvidenceIn: [document.id]) { evaluator.budget.allows($0) }
    for id in edges {
      guard evaluator.budget.allows(5) else { break }
      let edge = evaluator.graph.edge(id)
      guard evaluator.degrees.contains(edge.degree), !links.contains(edge.predicate) else { continue }
      for end in Set([edge.subject, edge.object]) where end != evaluator.nothing { counts[end, default: 0] += 1 }
    }
    var ranked = counts.map { (count: $0.value, id: $0.key) }
    evaluator.budget.sort(&ranked) { a, b in a.count != b.count ? a.count > b.count : a.id < b.id }
    let limit = limit ?? 20
    evaluator.noteRows(shown: min(limit, ranked.count), total: ranked.count, limit: limit)
    let shown = Array(ranked.prefix(limit))
    return Answer.Topics(
      document: document,
      rows: AnswerRows(count: shown.count) { [reader = evaluator.reader, shown] in
        Answer.Topics.Row(entity: reader.entity(shown[$0].id), statements: shown[$0].count)
      }, entities: shown.map(\.id))
  }
}

extension Answer {
  /// Of whom and what a text says the most.
  public struct Topics: AnswerContent {
    public struct Row: Sendable {
      public var entity: Entity
      /// How many statements of the text have it.
      public var statements: Int
    }

    public var document: DocumentRecord
    public var rows: AnswerRows<Row>
    var entities: [EntityID]
  }
}

extension Answer.Topics {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "nothing was read from \(document.name)" }
  public var part: AnswerPart? { AnswerPart(edges: [], entities: entities) }

  public var records: AnswerRows<Record> {
    rows.each { row in
      var record = Record()
      record.add("id", .text(row.entity.idText))
      record.add("name", .text(row.entity.name))
      record.add("type", .text(row.entity.type))
      record.add("statements", .integer(row.statements))
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    return document.heading + [.gap]
      + AnswerTable(
        [
          .init(title: "id"), .init(title: "name", shrinks: true), .init(title: "type"),
          .init(title: "statements", alignment: .right),
        ], drawing: rows, bounds
      ) { row in
        [
          AnswerText(row.entity.idText, .faint), AnswerText(row.entity.name, .entity), AnswerText(row.entity.type),
          AnswerText(String(row.statements)),
        ]
      }.blocks(of: rows.count)
  }
}
