public import GraphModel

/// `neighbors E [via REL] [in|out|both] [type T] [since D] [until D] [min N] [depth N] [limit N]`
public struct NeighborsVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "neighbors", aliases: ["neighbours", "neighbor", "neighbour"],
    usage: "neighbors E [via REL] [in|out|both] [type T] [since D] [until D] [min N] [depth N] [limit N]",
    summary: "what an entity is linked to: totals a relation, then the rows", operands: [.entity],
    options: [
      .via, VerbOption("in", "only edges towards the entity"), VerbOption("out", "only edges from the entity"),
      VerbOption("both", "edges of both directions"), VerbOption("type", "only neighbors of this type", operand: .type),
      .since,
      .until, .minimum, VerbOption("depth", "how many edges away"), .limit,
    ],
    examples: [
      "neighbors NATO", "neighbors \"Mark Rutte\" via leads out", "neighbors Russia in since 2025-04 min 2",
      "neighbors NATO depth 2 type Person limit 20",
    ])

  public var entity: EntityReference
  /// Alternatives of relations; nil for all.
  public var via: ViaClause?
  public var direction = Direction.both
  /// Shows only neighbors of this type; the walk to greater depths is not bound by it.
  public var type: NameReference?
  public var period = Period()
  public var minimumSupport = 0
  public var depth = 1

  public init(reading parser: inout StatementParser) throws(QueryError) {
    entity = try parser.entity("an entity")
    while let keyword = parser.nextKeyword() {
      switch keyword {
      case "via": via = try parser.relations("via")
      case "in", "out", "both":
        guard parser.given.isDisjoint(with: ["in", "out", "both"]) else {
          throw QueryError(.repeatedOption(keyword), at: parser.tokens.nextRange)
        }
        try parser.take(keyword)
        direction = keyword == "in" ? .incoming : keyword == "out" ? .outgoing : .both
      case "type":
        try parser.take("type")
        guard let name = parser.name() else { throw parser.tokens.expected("a type such as Person after type") }
        type = name
      case "since": period.since = try parser.date("since")
      case "until": period.until = try parser.date("until")
      case "min": minimumSupport = try parser.number("min", 1...1_000_000_000)
      case "depth": depth = try parser.number("depth", 1...16)
      default: try parser.commonOption(keyword)
      }
    }
  }

  /// - Complexity: O((*d* + *e*) log *n*) for the *d* edges of the entities nearer than the depth with *e* pieces of
  ///   evidence.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    try evaluator.neighbors(self, limit: limit ?? 50)
  }
}

extension Answer {
  /// The edges around an entity.
  public struct Neighbors: AnswerContent {
    /// One relation in one direction.
    public struct Group: Sendable, Equatable {
      public var predicate: String
      public var relation: String?
      /// True when the edges run towards the entity asked about.
      public var isIncoming: Bool
      /// How many edges, shown or not.
      public var total: Int
      public var rows: [Row]
    }

    public struct Row: Sendable, Equatable {
      public var statement: Statement
      /// The far end.
      public var neighbor: Entity
      /// Edges between the entity asked about and the neighbor, from 1.
      public var depth: Int
    }

    public var entity: Entity
    /// Largest total first.
    public var groups: [Group]
    /// Number of edges in all groups.
    public var total: Int
  }
}

extension Answer.Neighbors {
  public var isEmpty: Bool { groups.isEmpty }
  public var emptyText: String { "\(entity.name) has no such neighbor" }

  public var part: AnswerPart? {
    AnswerPart(
      edges: groups.flatMap { $0.rows.map(\.statement.edge.id) }, entities: [entity.id], highlighted: [entity.id])
  }

  public var records: [Record] {
    groups.flatMap { group in
      group.rows.map { row in
        var record = Record()
        record.add("edge", .text(row.statement.idText))
        record.add("direction", .text(group.isIncoming ? "in" : "out"))
        record.add("predicate", .text(row.statement.predicate))
        record.add("relation", row.statement.relation)
        record.add("neighbor_id", .text(row.neighbor.idText))
        record.add("neighbor", .text(row.neighbor.name))
        record.add("neighbor_type", .text(row.neighbor.type))
        record.add("depth", .integer(row.depth))
        record.addQualifiers(of: row.statement)
        return record
      }
    }
  }

  public var blocks: [AnswerBlock] {
    if groups.isEmpty { return [] }
    return [.line(entity.heading + AnswerText(": " + counted(total, "edge")))] + totals + [.gap, .table(table)]
  }

  /// A line a group: how many edges, and of which relation.
  private var totals: [AnswerBlock] {
    let digits = groups.map { String($0.total).count }.max() ?? 1
    return groups.map { group in
      let count = String(group.total)
      var line = AnswerText("  " + String(repeating: " ", count: digits - count.count) + count + "  ")
      line.append(AnswerText.Arrow(words: group.predicate, isBackward: group.isIncoming), .relation)
      return .line(line)
    }
  }

  private var table: AnswerTable {
    let rows = groups.flatMap { group in group.rows.map { (group, $0) } }
    var table = AnswerTable(
      [
        .init(title: "relation", shrinks: true), .init(title: "neighbor", shrinks: true),
        .init(title: "type", dropOrder: 1), .init(title: "support", alignment: .right),
        .init(title: "dates", dropOrder: 2), .init(title: "edge"),
      ],
      rows: rows.map { group, row in
        let statement = row.statement
        let arrow = AnswerText.Arrow(words: statement.mark + statement.predicate, isBackward: group.isIncoming)
        return [
          AnswerText(arrow, statement.markRole), AnswerText(row.neighbor.name, .entity), AnswerText(row.neighbor.type),
          statement.times, statement.dates, AnswerText(statement.idText, .faint),
        ]
      })
    if rows.contains(where: { $0.1.depth > 1 }) {
      table.columns.insert(.init(title: "depth", alignment: .right), at: 0)
      for (number, row) in rows.enumerated() { table.rows[number].insert(AnswerText(String(row.1.depth)), at: 0) }
    }
    table.appendUnlessEmpty(.init(title: "note", shrinks: true), rows.map(\.1.statement.note))
    return table
  }
}

extension Evaluator {
  /// An edge that the walk has visited, before its names are read.
  private struct Visited {
    var edge: Edge
    var neighbor: EntityID
    var depth: Int
  }

  private struct GroupKey: Hashable {
    var predicate: PredicateID
    var isIncoming: Bool
  }

  fileprivate mutating func neighbors(_ query: NeighborsVerb, limit: Int) throws(Interruption) -> Answer.Neighbors {
    let center = try resolve(query.entity)
    let type = query.type.map { RelationNames.key($0.spelling) }
    var allowed: Set<RelationNames.Meaning>?
    if let via = query.via { allowed = try listed(via.pattern) }
    var symmetry = Symmetry()

    var groups: [GroupKey: [Visited]] = [:]
    var seenEdges: Set<EdgeID> = []
    var reached: Set<EntityID> = [center]
    var frontier = [center]
    var claims = 0
    var undated = 0
    walk: for depth in 1...query.depth {
      var next: [EntityID] = []
      for node in frontier {
        graph.adjacency(of: node, .both, into: &adjacency)
        guard budget.allows(adjacency.count + 1) else { break walk }
        for item in adjacency {
          let isSymmetric = symmetry.isSymmetric(item.predicate, in: graph)
          guard Self.follows(item, query.direction, allowed, isSymmetric) else { continue }
          guard seenEdges.insert(item.edge).inserted else { continue }
          guard showsClaims || item.isFact else {
            claims += 1
            continue
          }
          guard budget.allows(5) else { break walk }
          if seenEdges.count > limits.searchPlaces / 8 { budget.stop(.memoryLimit(limits.searchPlaces / 8)) }
          let edge = graph.edge(item.edge)
          guard edge.support >= query.minimumSupport else { continue }
          guard query.period.overlaps(edge.firstDate, edge.lastDate) else {
            if edge.firstDate == nil, edge.lastDate == nil { undated += 1 }
            continue
          }
          if reached.insert(item.neighbor).inserted { next.append(item.neighbor) }
          guard type == nil || RelationNames.key(graph.type(of: item.neighbor)) == type else { continue }
          let key = GroupKey(predicate: item.predicate, isIncoming: item.isIncoming && !isSymmetric)
          groups[key, default: []].append(Visited(edge: edge, neighbor: item.neighbor, depth: depth))
        }
      }
      if next.isEmpty { break }
      frontier = next.sorted()
    }
    if groups.isEmpty, let type = query.type { try checkType(type) }
    if claims > 0 { note(.claimsLeftOut(claims)) }
    if undated > 0 { note(.undatedLeftOut(undated)) }
    return Answer.Neighbors(
      entity: entity(center), groups: rows(of: groups, limit: limit), total: groups.values.reduce(0) { $0 + $1.count })
  }

  /// Whether the query asks for this edge as to direction and relation.
  private static func follows(
    _ item: Adjacency, _ direction: Direction, _ allowed: Set<RelationNames.Meaning>?, _ isSymmetric: Bool
  ) -> Bool {
    let forward = RelationNames.Meaning(predicate: item.predicate, isInverse: false)
    let backward = RelationNames.Meaning(predicate: item.predicate, isInverse: true)
    guard let allowed else {
      return direction == .both || isSymmetric || item.isIncoming == (direction == .incoming)
    }
    if direction == .both || isSymmetric { return allowed.contains(forward) || allowed.contains(backward) }
    // The inverse's name turns the direction round: `out via ledBy` are the edges that come in as `leads`.
    return allowed.contains(item.isIncoming == (direction == .incoming) ? forward : backward)
  }

  /// Groups with the most edges first; the rows within the limit, dealt out so that every group shows its best.
  private mutating func rows(of groups: [GroupKey: [Visited]], limit: Int) -> [Answer.Neighbors.Group] {
    let sorted = groups.map { (key: $0.key, visited: $0.value, predicate: predicate($0.key.predicate)) }
      .sorted { a, b in
        if a.visited.count != b.visited.count { return a.visited.count > b.visited.count }
        if a.predicate.name != b.predicate.name { return a.predicate.name < b.predicate.name }
        return !a.key.isIncoming && b.key.isIncoming
      }
    let shares = RowShares.deal(limit, among: sorted.map(\.visited.count))
    let shown = shares.reduce(0, +)
    noteRows(shown: shown, total: sorted.reduce(0) { $0 + $1.visited.count }, limit: limit)
    return zip(sorted, shares).map { group, share in
      let best = group.visited.sorted { a, b in
        if a.depth != b.depth { return a.depth < b.depth }
        if a.edge.support != b.edge.support { return a.edge.support > b.edge.support }
        return (a.neighbor, a.edge.id) < (b.neighbor, b.edge.id)
      }
      return Answer.Neighbors.Group(
        predicate: group.predicate.name, relation: group.predicate.relation, isIncoming: group.key.isIncoming,
        total: group.visited.count,
        rows: best.prefix(share).map {
          Answer.Neighbors.Row(statement: statement($0.edge), neighbor: entity($0.neighbor), depth: $0.depth)
        })
    }
  }
}

/// Which predicates say the same in both directions, of those asked for so far.
private struct Symmetry {
  private var known: [PredicateID: Bool] = [:]

  mutating func isSymmetric(_ predicate: PredicateID, in graph: some GraphView) -> Bool {
    if let known = known[predicate] { return known }
    let isSymmetric = graph.predicate(predicate).isSymmetric
    known[predicate] = isSymmetric
    return isSymmetric
  }
}
