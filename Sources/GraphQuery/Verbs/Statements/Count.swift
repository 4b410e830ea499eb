public import GraphModel

/// `count [via REL] … [per relation|type|source|month|speaker]`
public struct CountVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "count", usage: "count \(EdgeFilter.usage) [per relation|type|source|month|speaker] [limit N]",
    summary: "how many statements there are, in all or apart",
    options: EdgeFilter.options + [
      VerbOption("per", "apart by relation, by the types of both ends, by source, month or speaker"), .limit,
    ],
    examples: ["count per month", "count via attack per source", "count denied per speaker"])

  /// By what statements are told apart.
  public enum Share: String, Sendable, CaseIterable {
    case relation, type, source, month, speaker
  }

  public var filter = EdgeFilter()
  /// Nil for one number.
  public var share: Share?

  public init(reading parser: inout StatementParser) throws(QueryError) {
    while let keyword = parser.nextKeyword() {
      if keyword == "per" {
        share = Share(rawValue: try parser.word(after: "per", of: Share.allCases.map(\.rawValue)))
      } else if try !filter.read(keyword, from: &parser) {
        try parser.commonOption(keyword)
      }
    }
  }

  /// - Complexity: O(*n*) for all *n* edges; by source also for each piece of evidence.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let reader = evaluator.reader
    var counts: [String: Int] = [:]
    var bytes = 0
    var total = 0
    try evaluator.forEachEdge(filter) { edge in
      total += 1
      for key in share.map({ keys(of: edge, $0, reader) }) ?? [] {
        if counts[key] == nil { bytes += 100 + key.utf8.count }
        counts[key, default: 0] += 1
      }
      return bytes
    }
    var rows = counts.map { Answer.Counts.Row(name: $0.key, statements: $0.value) }
    evaluator.budget.sort(&rows) { a, b in
      share == .month || a.statements == b.statements ? a.name < b.name : a.statements > b.statements
    }
    let limit = limit ?? 50
    evaluator.noteRows(shown: min(limit, rows.count), total: rows.count, limit: limit)
    if share == nil { rows = [.init(name: "statements", statements: total)] }
    return Answer.Counts(share: share?.rawValue ?? "what", rows: AnswerRows(Array(rows.prefix(limit))), total: total)
  }

  /// Under what an edge counts; under nothing where it has no such thing.
  private func keys<Graph: GraphView>(of edge: Edge, _ share: Share, _ reader: RowReader<Graph>) -> [String] {
    switch share {
    case .relation:
      let predicate = reader.predicate(edge.predicate)
      return [predicate.relation ?? predicate.verb]
    case .type:
      let statement = reader.statement(edge)
      return [statement.subject.type + (statement.object.isNothing ? "" : " → " + statement.object.type)]
    case .source:
      let sources = reader.graph.documents(of: edge.id).compactMap { reader.graph.document($0).source }
      return Array(Set(sources))
    case .month: return edge.firstDate.map { [String($0.prefix(7))] } ?? []
    case .speaker: return edge.attribution.map { [reader.entity($0).name] } ?? []
    }
  }
}

extension Answer {
  /// Numbers of statements.
  public struct Counts: AnswerContent {
    public struct Row: Sendable, Equatable {
      public var name: String
      public var statements: Int
    }

    /// What the names of rows are: `month`.
    public var share: String
    public var rows: AnswerRows<Row>
    public var total: Int
  }
}

extension Answer.Counts {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "no statement is such" }

  public var records: AnswerRows<Record> {
    rows.each { [share] row in
      var record = Record()
      record.add(share, .text(row.name))
      record.add("statements", .integer(row.statements))
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    return AnswerTable(
      [.init(title: share, shrinks: true), .init(title: "statements", alignment: .right)], drawing: rows, bounds
    ) { [AnswerText($0.name), AnswerText(String($0.statements))] }.blocks(of: rows.count)
  }
}
