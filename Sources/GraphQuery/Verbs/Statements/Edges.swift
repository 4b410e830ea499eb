public import GraphModel

/// `edges [via REL] [by SPEAKER] [type T] [denied|…] [at D] [since D] [until D] [in DOCUMENT] [source S] [limit N]`
public struct EdgesVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "edges", aliases: ["statements"], usage: "edges \(EdgeFilter.usage) [limit N]",
    summary: "statements of the whole graph, best supported first: who met whom, what was denied, what somebody said",
    options: EdgeFilter.options + [.limit],
    examples: ["edges via \"meet with\"", "edges denied since 2025", "edges by Mark Rutte limit 10"])

  public var filter = EdgeFilter()

  public init(reading parser: inout StatementParser) throws(QueryError) {
    while let keyword = parser.nextKeyword() {
      if try !filter.read(keyword, from: &parser) { try parser.commonOption(keyword) }
    }
  }

  /// - Complexity: O(*n*) for all *n* edges.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let limit = limit ?? 50
    var ranked: [(rank: UInt32, last: String, edge: EdgeID)] = []
    try evaluator.forEachEdge(filter) { edge in
      ranked.append((edge.witnesses.rank, edge.lastDate ?? "", edge.id))
      return 64 * ranked.count
    }
    evaluator.budget.sort(&ranked) { a, b in
      if a.rank != b.rank { return a.rank > b.rank }
      return a.last != b.last ? a.last > b.last : a.edge < b.edge
    }
    return evaluator.answer(ranked.map(\.edge), limit: limit)
  }
}

/// `changes since D [until D] …`
public struct ChangesVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "changes", usage: "changes since D \(EdgeFilter.usage.replacing("[since D] ", with: "")) [limit N]",
    summary: "statements that nobody had made before a date, earliest first",
    options: [VerbOption("since", VerbOption.since.help, isRequired: true)]
      + EdgeFilter.options.filter { $0.word != "since" } + [.limit],
    examples: ["changes since 2025-04-03", "changes since 2025-04 type Person"])

  public var filter = EdgeFilter()

  public init(reading parser: inout StatementParser) throws(QueryError) {
    while let keyword = parser.nextKeyword() {
      if try !filter.read(keyword, from: &parser) { try parser.commonOption(keyword) }
    }
    guard filter.period.since != nil else { throw parser.tokens.expected("since and a date") }
  }

  /// - Complexity: O(*n*) for all *n* edges.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let limit = limit ?? 50
    var found: [(first: String, edge: EdgeID)] = []
    try evaluator.forEachEdge(filter) { edge in
      // Told before as well where its first date lies before the period.
      if let first = edge.firstDate, filter.period.overlaps(first, first) { found.append((first, edge.id)) }
      return 48 * found.count
    }
    evaluator.budget.sort(&found) { ($0.first, $0.edge) < ($1.first, $1.edge) }
    return evaluator.answer(found.map(\.edge), limit: limit)
  }
}

extension Evaluator {
  /// The first of `edges`, with a note on the others.
  mutating func answer(_ edges: [EdgeID], limit: Int) -> Answer.Edges {
    let shown = edges.count <= limit ? edges : Array(edges.prefix(limit))
    noteRows(shown: shown.count, total: edges.count, limit: limit)
    // Of more nothing is drawn, and programs do not ask for lines.
    let drawn = Array(shown.prefix(AnswerTable.mostRows))
    let events = lines(of: drawn, limit: drawn.count).rows(reader)
    return Answer.Edges(
      rows: statements(shown), events: events, edges: shown, total: edges.count, behind: shown.count - drawn.count)
  }
}

extension Answer {
  /// Statements of the whole graph.
  public struct Edges: AnswerContent {
    public var rows: AnswerRows<Statement>
    /// The same as people read them, an event a line: an edge with what else the event says; of very many the first.
    public var events: AnswerRows<EventRow>
    var edges: [EdgeID]
    public var total: Int
    /// Rows behind those of which there are lines.
    var behind: Int
  }
}

extension Answer.Edges {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "no statement is such" }
  public var records: AnswerRows<Record> { rows.each { Record($0) } }
  public var part: AnswerPart? { AnswerPart(edges: edges) }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    var table = AnswerTable(
      [
        .init(title: "statement", wraps: true), .init(title: "support", alignment: .right, dropOrder: 2),
        .init(title: "dates", dropOrder: 1), .init(title: "edge"), .init(title: "note", wraps: true),
      ], drawing: events, bounds
    ) { row in
      let statement = row.statement
      return [
        row.event.plainLine, statement.times, statement.dates, AnswerText(statement.idText, .faint), statement.note,
      ]
    }
    table.dropLastColumnIfEmpty()
    return table.blocks(of: events.count + behind)
  }
}
