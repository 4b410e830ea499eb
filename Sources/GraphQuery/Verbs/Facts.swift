public import GraphModel

/// `facts E [limit N]`
public struct FactsVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "facts", aliases: ["fact"], usage: "facts E [limit N]", summary: "all statements about an entity",
    operands: [.entity], options: [.limit], examples: ["facts Mark Rutte", "facts #12 limit 5"])

  public var entity: EntityReference

  public init(reading parser: inout StatementParser) throws(QueryError) {
    entity = try parser.entity("an entity")
  }

  /// - Complexity: O((*d* + *e*) log *n*) for the *d* edges of the entity with *e* pieces of evidence.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let id = try evaluator.resolve(entity)
    let limit = limit ?? 50
    var ranked: [(isObject: Bool, support: UInt32, edge: EdgeID)] = []
    for number in evaluator.shownEdges(of: id) {
      guard evaluator.budget.allows(5), evaluator.budget.mayHold(48 * ranked.count) else { break }
      let edge = evaluator.graph.edge(number)
      ranked.append((edge.subject != id, UInt32(clamping: edge.support), number))
    }
    evaluator.budget.sort(&ranked) { a, b in
      if a.isObject != b.isObject { return b.isObject }
      if a.support != b.support { return a.support > b.support }
      return a.edge < b.edge
    }
    evaluator.noteRows(shown: min(limit, ranked.count), total: ranked.count, limit: limit)
    let edges = ranked.prefix(limit).map(\.edge)
    return Answer.Facts(
      entity: evaluator.entity(id), aliases: evaluator.graph.aliases(of: id), rows: evaluator.statements(edges),
      edges: edges, total: ranked.count)
  }
}

extension Answer {
  /// The statements about an entity.
  public struct Facts: AnswerContent {
    public var entity: Entity
    public var aliases: [GraphContent.Alias]
    /// Those with the entity as subject first, then as object; best supported first.
    public var rows: AnswerRows<Statement>
    var edges: [EdgeID]
    public var total: Int
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
    var blocks: [AnswerBlock] = [.line(entity.heading + AnswerText(": " + counted(total, "statement")))]
    if !aliases.isEmpty {
      blocks.append(.cutLine(AnswerText("also " + aliases.map(\.name).joined(separator: ", "), .faint)))
    }
    var table = AnswerTable(
      [
        .init(title: "statement", shrinks: true), .init(title: "support", alignment: .right, dropOrder: 2),
        .init(title: "dates", dropOrder: 1), .init(title: "edge"), .init(title: "note", shrinks: true),
      ], drawing: rows, bounds
    ) { [$0.line, $0.times, $0.dates, AnswerText($0.idText, .faint), $0.note] }
    table.dropLastColumnIfEmpty()
    return blocks + [.gap] + table.blocks(of: rows.count)
  }
}
