public import GraphModel

/// `facts E [via REL] [at D] [limit N]`
public struct FactsVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "facts", aliases: ["fact"], usage: "facts E [via REL] [at D] [limit N]",
    summary: "all statements about an entity", operands: [.entity], options: [.via, .moment, .limit],
    examples: ["facts Mark Rutte", "facts Mark Rutte at now", "facts #12 limit 5", "facts Russia via attack/in"])

  public var entity: EntityReference
  /// Alternatives of relations; nil for all.
  public var via: ViaClause?
  /// Shows only what holds then; nil for any time.
  public var moment: Moment?

  public init(reading parser: inout StatementParser) throws(QueryError) {
    entity = try parser.entity("an entity")
    while let keyword = parser.nextKeyword() {
      switch keyword {
      case "via": via = try parser.relations("via")
      case "at": moment = try parser.moment()
      default: try parser.commonOption(keyword)
      }
    }
  }

  /// - Complexity: O((*d* + *e*) log *n*) for the *d* edges of the entity with *e* pieces of evidence.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let id = try evaluator.resolve(entity)
    let limit = limit ?? 50
    var allowed: Set<PredicateID>?
    if let via { allowed = try evaluator.listed(via).map { Set($0.map(\.predicate)) } }
    let days = try evaluator.days(of: moment)
    var ranked: [(isObject: Bool, rank: UInt32, edge: EdgeID)] = []
    for number in evaluator.edges(evaluator.shownEdges(of: id, by: allowed), holdingOn: days) {
      guard evaluator.budget.allows(5), evaluator.budget.mayHold(48 * ranked.count) else { break }
      let edge = evaluator.graph.edge(number)
      ranked.append((edge.subject != id, edge.witnesses.rank, number))
    }
    evaluator.budget.sort(&ranked) { a, b in
      if a.isObject != b.isObject { return b.isObject }
      if a.rank != b.rank { return a.rank > b.rank }
      return a.edge < b.edge
    }
    let found = evaluator.lines(of: ranked.lazy.map(\.edge), limit: limit)
    evaluator.noteRows(shown: found.edges.count, total: ranked.count, limit: limit)
    let about = Set(ranked.lazy.map(\.edge))
    let all = evaluator.words(of: id).filter { edge in
      !about.contains(edge) && allowed?.contains(evaluator.graph.edge(edge).predicate) ?? true
    }
    let words = evaluator.edges(all, holdingOn: days)
    let said = evaluator.lines(of: words, limit: limit)
    evaluator.noteRows(shown: said.edges.count, total: words.count, limit: limit)
    let edges = found.edges + said.edges
    return Answer.Facts(
      entity: evaluator.entity(id), aliases: evaluator.graph.otherNames(of: id), rows: evaluator.statements(edges),
      events: found.rows(evaluator.reader), says: said.rows(evaluator.reader), edges: edges, total: ranked.count,
      totalSaid: words.count)
  }
}

/// Lines of `facts` as numbers.
private struct FactLines<Graph: GraphView>: Sendable {
  /// Edges of the entity, line by line.
  private(set) var edges: [EdgeID] = []
  private var leads: [EdgeID] = []
  private var keys: [EventIndex<Graph>.Key?] = []
  private var roles: [EdgeID] = []
  private var ends: [(edges: Int, roles: Int)] = []

  var count: Int { ends.count }
  /// Bytes that they take.
  var bytes: Int { 60 * ends.count + 4 * (edges.count + roles.count) }

  mutating func append(_ line: EventIndex<Graph>.Line, _ own: [EdgeID]) {
    edges += own
    leads.append(line.lead)
    keys.append(line.key)
    roles += line.roles
    ends.append((edges.count, roles.count))
  }

  func line(_ number: Int) -> EventIndex<Graph>.Line {
    let start = number == 0 ? 0 : ends[number - 1].roles
    return EventIndex<Graph>.Line(
      lead: leads[number], roles: Array(roles[start..<ends[number].roles]), key: keys[number])
  }

  /// The lines in words.
  func rows(_ reader: RowReader<Graph>) -> AnswerRows<Answer.Facts.Row> {
    AnswerRows(count: count) { number in
      let first = edges[number == 0 ? 0 : ends[number - 1].edges]
      return Answer.Facts.Row(event: reader.event(line(number)), statement: reader.statement(first))
    }
  }
}

extension Evaluator {
  /// The lines in which `edges`, all edges of one entity, are told, `limit` of them at most. An edge that a line shows
  /// has no line of its own.
  fileprivate mutating func lines(of edges: some Sequence<EdgeID>, limit: Int) -> FactLines<Graph> {
    var found = FactLines<Graph>()
    var index = EventIndex(reader)
    let all = Set(edges)
    var told: Set<EdgeID> = []
    for id in edges where found.count < limit && !told.contains(id) {
      guard budget.allows(5), budget.mayHold(48 * all.count + found.bytes + index.bytes + 16 * told.count) else {
        break
      }
      let edge = graph.edge(id)
      var line = EventIndex<Graph>.Line(lead: id)
      if edge.support > 0 {
        index.read(edge.subject, &budget)
        line = index.line(of: edge, evidence(of: id))
      }
      let own = ([line.lead] + line.roles).filter { all.contains($0) && told.insert($0).inserted }
      found.append(line, own)
    }
    return found
  }
}

extension Answer {
  /// The statements about an entity.
  public struct Facts: AnswerContent {
    /// An event, and the first of its edges that the entity has.
    public struct Row: Sendable, Equatable {
      public var event: Event
      public var statement: Statement
    }

    public var entity: Entity
    public var aliases: [GraphContent.Alias]
    /// Those with the entity as subject first, then as object; best supported first; then what it says.
    public var rows: AnswerRows<Statement>
    /// The same as people read them, an event a line: an edge of the entity with what else the event says.
    public var events: AnswerRows<Row>
    /// What the entity says of others.
    public var says: AnswerRows<Row>
    var edges: [EdgeID]
    /// How many statements are about the entity, and how many others are its word.
    public var total: Int
    public var totalSaid: Int
  }
}

extension Answer.Facts {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "nothing is stated about \(entity.name)" }
  public var records: AnswerRows<Record> { rows.each { Record($0) } }

  public var part: AnswerPart? {
    AnswerPart(edges: edges, entities: [entity.id], highlighted: [entity.id])
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    var counts = counted(total, "statement")
    if totalSaid > 0 { counts += ", says \(totalSaid)" }
    var blocks: [AnswerBlock] = [.line(entity.heading + AnswerText(": " + counts))]
    if !aliases.isEmpty {
      blocks.append(.cutLine(AnswerText("also " + aliases.map(\.name).joined(separator: ", "), .faint)))
    }
    if !events.isEmpty { blocks += [.gap] + table(events, "statement", bounds) }
    if !says.isEmpty { blocks += [.gap] + table(says, "says", bounds) }
    return blocks
  }

  private func table(_ events: AnswerRows<Row>, _ title: String, _ bounds: DrawingBounds) -> [AnswerBlock] {
    AnswerTable(
      [
        .init(title: title, wraps: true), .init(title: "support", alignment: .right, dropOrder: 2),
        .init(title: "dates", dropOrder: 1), .init(title: "edge"),
      ], drawing: events, bounds
    ) { row in
      let statement = row.statement
      return [row.event.line, statement.times, statement.dates, AnswerText(statement.idText, .faint)]
    }.blocks(of: events.count)
  }
}
