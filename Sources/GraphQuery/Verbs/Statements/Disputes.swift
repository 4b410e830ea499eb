public import GraphModel

/// `disputes [E] [limit N]`
public struct DisputesVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "disputes", usage: "disputes [E] [limit N]", summary: "what is both said and denied, with who says which",
    operands: [.entity], options: [.limit], examples: ["disputes", "disputes NATO"])

  /// Nil for the whole graph.
  public var entity: EntityReference?

  public init(reading parser: inout StatementParser) throws(QueryError) {
    if parser.nextKeyword() == nil, parser.tokens.peek() != nil { entity = try parser.entity("an entity") }
  }

  /// - Complexity: O(*n*) for all *n* edges, or those of the entity.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let limit = limit ?? 50
    var found: [(said: EdgeID, denied: EdgeID)] = []
    if let entity {
      let id = try evaluator.resolve(entity)
      guard evaluator.readAdjacency(of: id) else { throw .stopped }
      found = evaluator.disputes(among: evaluator.adjacency)
    } else {
      for number in 0..<UInt32(evaluator.graph.entityCount) {
        let id = EntityID(number)
        guard evaluator.budget.read(id, .outgoing, of: evaluator.graph, into: &evaluator.adjacency) else { break }
        guard evaluator.budget.mayHold(8 * found.count) else { break }
        found += evaluator.disputes(among: evaluator.adjacency)
      }
    }
    evaluator.noteRows(shown: min(limit, found.count), total: found.count, limit: limit)
    let shown = Array(found.prefix(limit))
    return Answer.Disputes(
      rows: AnswerRows(count: shown.count) { [reader = evaluator.reader, shown] in
        Answer.Disputes.Row(said: reader.statement(shown[$0].said), denied: reader.statement(shown[$0].denied))
      }, edges: shown.flatMap { [$0.said, $0.denied] }, total: found.count)
  }
}

/// What two edges of an entity have in common that say and deny the same.
private struct SidesKey: Hashable {
  var predicate: PredicateID
  var neighbor: EntityID
  var isIncoming: Bool
}

extension Evaluator {
  /// The pairs of edges that say and deny the same, the best supported of each side, in the order of the edges.
  fileprivate mutating func disputes(among edges: [Adjacency]) -> [(said: EdgeID, denied: EdgeID)] {
    // Only where something uncertain or denied stands beside something certain is there anything to look at.
    var groups: [SidesKey: (certain: [EdgeID], claims: [EdgeID])] = [:]
    guard edges.contains(where: { $0.degree == .claim }), budget.allows(edges.count) else { return [] }
    for item in edges {
      let key = SidesKey(predicate: item.predicate, neighbor: item.neighbor, isIncoming: item.isIncoming)
      if item.degree == .claim {
        groups[key, default: ([], [])].claims.append(item.edge)
      } else {
        groups[key, default: ([], [])].certain.append(item.edge)
      }
    }
    var found: [(said: EdgeID, denied: EdgeID)] = []
    for group in groups.values where !group.certain.isEmpty && !group.claims.isEmpty {
      guard budget.allows(5 * (group.certain.count + group.claims.count)) else { break }
      let denials = group.claims.map { graph.edge($0) }.filter { $0.polarity == .negated && $0.modality == .certain }
      guard let denied = Self.best(denials), let said = Self.best(group.certain.map { graph.edge($0) }),
        isOfOneThing(said, denied)
      else { continue }
      found.append((said, denied))
    }
    return found.sorted { $0.said < $1.said }
  }

  /// Whether two edges of the same names speak of the same: of nouns of several documents only where one says both.
  private func isOfOneThing(_ first: EdgeID, _ second: EdgeID) -> Bool {
    let edge = graph.edge(first)
    // The object of events without one is no noun, though many documents use it.
    let ends: [EntityID] = [edge.subject, edge.object].filter { $0 != nothing }
    guard let nouns, ends.contains(where: { nouns.contains($0, in: graph) }) else { return true }
    let documents = Set(graph.documents(of: first))
    return graph.documents(of: second).contains { documents.contains($0) }
  }

  private static func best(_ edges: [Edge]) -> EdgeID? {
    edges.max { a, b in (a.witnesses.rank, b.id) < (b.witnesses.rank, a.id) }?.id
  }
}

extension Answer {
  /// What is both said and denied.
  public struct Disputes: AnswerContent {
    public struct Row: Sendable, Equatable {
      public var said: Statement
      public var denied: Statement
    }

    public var rows: AnswerRows<Row>
    var edges: [EdgeID]
    public var total: Int
  }
}

extension Answer.Disputes {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "nothing is both said and denied" }
  public var part: AnswerPart? { AnswerPart(edges: edges) }

  public var records: AnswerRows<Record> {
    AnswerRows(count: 2 * rows.count) { [rows] number in
      let row = rows[number / 2]
      var record = Record()
      record.add("dispute", .integer(number / 2 + 1))
      record.add(number % 2 == 0 ? row.said : row.denied)
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
        .init(title: "edge"), .init(title: "note", wraps: true),
      ], drawing: lines, bounds
    ) { line in
      let statement = line.isFirst ? line.row.said : line.row.denied
      return [
        AnswerText(line.isFirst ? String(line.number) : "", .faint), statement.line, statement.times, statement.dates,
        AnswerText(statement.idText, .faint), statement.note,
      ]
    }
    table.dropLastColumnIfEmpty()
    return table.blocks(of: lines.count)
  }
}
