public import GraphModel

/// `list [TYPE] [by edges|date|name] [limit N]`
public struct ListVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "list", aliases: ["top"], usage: "list [TYPE] [by edges|date|name] [limit N]",
    summary: "the entities of a type, or all: best connected first, latest first, or by name", operands: [.type],
    options: [VerbOption("by", "edges (usual): most first; date: last spoken of first; name"), .limit],
    examples: ["list Person", "list Organization by date limit 10", "list by edges limit 5"])

  public enum Order: String, Sendable, CaseIterable {
    case edges, date, name
  }

  /// Nil for every type.
  public var type: NameReference?
  public var order = Order.edges

  public init(reading parser: inout StatementParser) throws(QueryError) {
    if parser.nextKeyword() == nil { type = parser.name() }
    while let keyword = parser.nextKeyword() {
      if keyword == "by" {
        order = Order(rawValue: try parser.word(after: "by", of: Order.allCases.map(\.rawValue))) ?? .edges
      } else {
        try parser.commonOption(keyword)
      }
    }
  }

  /// - Complexity: O(*e* log *e*) for all *e* entities; by date also for all their edges.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let limit = limit ?? 50
    let key = type.map { RelationNames.key($0.spelling) }
    var found: [(date: String, degree: Int, id: EntityID)] = []
    for number in 0..<UInt32(evaluator.graph.entityCount) where EntityID(number) != evaluator.nothing {
      let id = EntityID(number)
      guard evaluator.budget.allows(2), evaluator.budget.mayHold(64 * found.count) else { break }
      guard key == nil || RelationNames.key(evaluator.graph.type(of: id)) == key else { continue }
      let date = order == .date ? evaluator.lastDate(of: id) : nil
      found.append((date ?? "", order == .edges ? evaluator.graph.degree(of: id, .both) : 0, id))
    }
    if found.isEmpty, let type { try evaluator.checkType(type) }
    // By name they are in order.
    if order != .name {
      evaluator.budget.sort(&found) { a, b in
        a.date != b.date ? a.date > b.date : a.degree != b.degree ? a.degree > b.degree : a.id < b.id
      }
    }
    evaluator.noteRows(shown: min(limit, found.count), total: found.count, limit: limit)
    let shown = Array(found.prefix(limit))
    return Answer.Listing(
      rows: AnswerRows(count: shown.count) { [reader = evaluator.reader, shown] number in
        let date = shown[number].date
        return Answer.Listing.Row(candidate: reader.candidate(shown[number].id), lastDate: date.isEmpty ? nil : date)
      }, entities: shown.map(\.id), total: found.count, hasDates: order == .date)
  }
}

extension Evaluator {
  /// The last date of the edges of an entity that are to be shown; nil when none has one.
  fileprivate mutating func lastDate(of id: EntityID) -> String? {
    guard readAdjacency(of: id) else { return nil }
    var last: String?
    for item in adjacency where degrees.contains(item.degree) {
      guard budget.allows(5) else { break }
      if let date = graph.edge(item.edge).lastDate, date > last ?? "" { last = date }
    }
    return last
  }
}

extension Answer {
  /// Entities in some order.
  public struct Listing: AnswerContent {
    public struct Row: Sendable, Equatable {
      public var candidate: Candidate
      /// When it was last spoken of; nil where that is not known or not asked for.
      public var lastDate: String?
    }

    public var rows: AnswerRows<Row>
    var entities: [EntityID]
    public var total: Int
    var hasDates: Bool
  }
}

extension Answer.Listing {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "there is no such entity" }
  public var part: AnswerPart? { AnswerPart(edges: [], entities: entities) }

  public var records: AnswerRows<Record> {
    let plain = rows.each(\.candidate).records
    guard hasDates else { return plain }
    return AnswerRows(count: rows.count) { [rows] number in
      var record = plain[number]
      record.add("last_date", rows[number].lastDate)
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    guard hasDates else { return rows.each(\.candidate).blocks(within: bounds) }
    return AnswerTable(
      [
        .init(title: "id"), .init(title: "name", shrinks: true), .init(title: "type"), .init(title: "last"),
        .init(title: "edges", alignment: .right),
      ], drawing: rows, bounds
    ) { row in
      let entity = row.candidate.entity
      return [
        AnswerText(entity.idText, .faint), AnswerText(entity.name, .entity), AnswerText(entity.type),
        AnswerText(row.lastDate ?? ""), AnswerText(String(row.candidate.degree)),
      ]
    }.blocks(of: rows.count)
  }
}
