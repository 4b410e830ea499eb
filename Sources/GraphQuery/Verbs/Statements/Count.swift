public import GraphModel

/// `count [via REL] … [per relation|type|source|month|speaker]`, and `count STATEMENT per …` of the rows that another
/// statement answers.
public struct CountVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "count", usage: "count \(EdgeFilter.usage) | STATEMENT [per relation|type|source|month|speaker] [limit N]",
    summary: "how many statements, or rows of another answer, there are, in all or apart",
    options: EdgeFilter.options + [
      VerbOption("per", "apart by relation, by the types of both ends, by source, month or speaker"), .limit,
    ],
    examples: [
      "count per month", "count via attack per source", "count denied per speaker", "count list Person",
      "count neighbors NATO per relation",
    ])

  /// By what statements are told apart.
  public enum Share: String, Sendable, CaseIterable {
    case relation, type, source, month, speaker
  }

  public var filter = EdgeFilter()
  /// Whose rows are counted; nil for the statements of ``filter``.
  public var counted: Query?
  /// Nil for one number.
  public var share: Share?
  /// Where the statement has it.
  private(set) var shareRange = SourceRange(SourcePosition(), SourcePosition())

  public init(reading parser: inout StatementParser) throws(QueryError) {
    let inner = try parser.statement(before: "per") { $0 != Self.self && $0 is any QueryVerb.Type }
    if let statement = inner {
      counted = (statement.verb as? any QueryVerb).map { Query($0, limit: statement.limit) }
    }
    while let keyword = parser.nextKeyword() {
      if keyword == "per" {
        share = Share(rawValue: try parser.word(after: "per", of: Share.allCases.map(\.rawValue)))
        shareRange = parser.tokens.range(parser.tokens.tokens[parser.tokens.position - 1].bytes)
        continue
      }
      let isOfFilter = counted == nil ? try filter.read(keyword, from: &parser) : false
      if !isOfFilter { try parser.commonOption(keyword) }
    }
  }

  /// - Complexity: O(*n*) for all *n* edges; by source also for each piece of evidence.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    var counts: [String: Int] = [:]
    let total: Int
    if let counted {
      let content = try counted.verb.answer(in: &evaluator, limit: counted.limit ?? Self.allRows)
      total = content.records.count
      if let share { counts = try numbers(of: content.records, share, in: &evaluator) }
    } else {
      total = try numbers(in: &evaluator, &counts)
    }
    var rows = counts.map { Answer.Counts.Row(name: $0.key, count: $0.value) }
    evaluator.budget.sort(&rows) { a, b in
      share == .month || a.count == b.count ? a.name < b.name : a.count > b.count
    }
    let limit = limit ?? 50
    evaluator.noteRows(shown: min(limit, rows.count), total: rows.count, limit: limit)
    let unit = counted == nil ? "statements" : "rows"
    // Of months the latest.
    var shown = Array(share == .month ? rows.suffix(limit) : rows.prefix(limit))
    if share == nil { shown = [.init(name: unit, count: total)] }
    return Answer.Counts(share: share?.rawValue ?? "what", unit: unit, rows: AnswerRows(shown), total: total)
  }

  /// As many as there are.
  private static let allRows = 1_000_000_000

  /// Counts the statements of the filter, and by what they are told apart.
  private func numbers<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, _ counts: inout [String: Int]
  ) throws(Interruption) -> Int {
    let reader = evaluator.reader
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
    return total
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
      let sources = reader.graph.documents(of: edge.id).compactMap(reader.graph.source(of:))
      return Array(Set(sources))
    case .month: return edge.firstDate.map { [String($0.prefix(7))] } ?? []
    case .speaker: return edge.attribution.map { [reader.entity($0).name] } ?? []
    }
  }
}

extension Answer {
  /// Numbers of statements, or of rows.
  public struct Counts: AnswerContent {
    public struct Row: Sendable, Equatable {
      public var name: String
      public var count: Int
    }

    /// What the names of rows are: `month`.
    public var share: String
    /// What is counted: `statements`, or `rows` of another answer.
    public var unit: String
    public var rows: AnswerRows<Row>
    public var total: Int
  }
}

extension Answer.Counts {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "no \(unit == "rows" ? "row" : "statement") is such" }

  public var records: AnswerRows<Record> {
    rows.each { [share, unit] row in
      var record = Record()
      record.add(share, .text(row.name))
      record.add(unit, .integer(row.count))
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    return AnswerTable(
      [.init(title: share, shrinks: true), .init(title: unit, alignment: .right)], drawing: rows, bounds
    ) { [AnswerText($0.name), AnswerText(String($0.count))] }.blocks(of: rows.count)
  }
}
