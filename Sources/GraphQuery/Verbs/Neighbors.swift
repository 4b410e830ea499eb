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
    public struct Group: Sendable {
      public var predicate: String
      public var relation: String?
      /// True when the edges run towards the entity asked about.
      public var isIncoming: Bool
      /// How many edges, shown or not.
      public var total: Int
      public var rows: AnswerRows<Row>
      var edges: [EdgeID]
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
    /// Whether any row is more than one edge away.
    var isDeep: Bool
  }
}

extension Answer.Neighbors {
  public var isEmpty: Bool { groups.isEmpty }
  public var emptyText: String { "\(entity.name) has no such neighbor" }

  public var part: AnswerPart? {
    AnswerPart(
      edges: groups.flatMap(\.edges), entities: [entity.id], highlighted: [entity.id])
  }

  public var records: AnswerRows<Record> {
    AnswerRows(
      joining: groups.map { group in
        group.rows.each { row in
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
      })
  }

  public func blocks(most: Int) -> [AnswerBlock] {
    if groups.isEmpty { return [] }
    let table = table(most)
    let count = groups.reduce(0) { $0 + $1.rows.count }
    return [.line(entity.heading + AnswerText(": " + counted(total, "edge")))] + totals(most) + [.gap]
      + table.blocks(of: count)
  }

  /// A line a group: how many edges, and of which relation.
  private func totals(_ most: Int) -> [AnswerBlock] {
    let digits = groups.map { String($0.total).count }.max() ?? 1
    let drawn = groups.prefix(most).map { group in
      let count = String(group.total)
      var line = AnswerText("  " + String(repeating: " ", count: digits - count.count) + count + "  ")
      line.append(AnswerText.Arrow(words: group.predicate, isBackward: group.isIncoming), .relation)
      return AnswerBlock.line(line)
    }
    return drawn + (drawn.count < groups.count ? [.undrawn(groups.count - drawn.count)] : [])
  }

  private func table(_ most: Int) -> AnswerTable {
    let rows = AnswerRows(joining: groups.map { group in group.rows.each { (group.isIncoming, $0) } })
    var table = AnswerTable(
      [
        .init(title: "depth", alignment: .right), .init(title: "relation", shrinks: true),
        .init(title: "neighbor", shrinks: true), .init(title: "type", dropOrder: 1),
        .init(title: "support", alignment: .right), .init(title: "dates", dropOrder: 2), .init(title: "edge"),
        .init(title: "note", shrinks: true),
      ], drawing: rows, most
    ) { isIncoming, row in
      let statement = row.statement
      let arrow = AnswerText.Arrow(words: statement.mark + statement.predicate, isBackward: isIncoming)
      return [
        AnswerText(String(row.depth)), AnswerText(arrow, statement.markRole), AnswerText(row.neighbor.name, .entity),
        AnswerText(row.neighbor.type), statement.times, statement.dates, AnswerText(statement.idText, .faint),
        statement.note,
      ]
    }
    table.dropLastColumnIfEmpty()
    if !isDeep { table.dropFirstColumn() }
    return table
  }
}

extension Evaluator {
  /// An edge that the walk has visited, before its names are read.
  private struct Visited {
    var edge: EdgeID
    var neighbor: EntityID
    var support: UInt32
    var depth: UInt8
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
    var visited = 0
    walk: for depth in 1...query.depth {
      var next: [EntityID] = []
      for node in frontier {
        guard mayReadEdges(of: node) else { break walk }
        graph.adjacency(of: node, .both, into: &adjacency)
        guard budget.allows(adjacency.count + 1) else { break walk }
        for item in adjacency {
          let isSymmetric = symmetry.isSymmetric(item.predicate, in: graph)
          guard Self.follows(item, query.direction, allowed, isSymmetric) else { continue }
          // At the first entity only a loop is met twice.
          guard query.depth == 1 && item.neighbor != node || seenEdges.insert(item.edge).inserted else { continue }
          guard showsClaims || item.isFact else {
            claims += 1
            continue
          }
          let held = 16 * (adjacency.count + visited) + 12 * (seenEdges.count + reached.count)
          guard budget.allows(5), budget.mayHold(held) else { break walk }
          let edge = graph.edge(item.edge)
          guard edge.support >= query.minimumSupport else { continue }
          guard query.period.overlaps(edge.firstDate, edge.lastDate) else {
            if edge.firstDate == nil, edge.lastDate == nil { undated += 1 }
            continue
          }
          if depth < query.depth, reached.insert(item.neighbor).inserted { next.append(item.neighbor) }
          guard type == nil || RelationNames.key(graph.type(of: item.neighbor)) == type else { continue }
          let key = GroupKey(predicate: item.predicate, isIncoming: item.isIncoming && !isSymmetric)
          groups[key, default: []].append(
            Visited(
              edge: item.edge, neighbor: item.neighbor, support: UInt32(clamping: edge.support), depth: UInt8(depth)))
          visited += 1
        }
      }
      if next.isEmpty { break }
      frontier = next
      budget.sort(&frontier, by: <)
    }
    if groups.isEmpty, let type = query.type { try checkType(type) }
    if claims > 0 { note(.claimsLeftOut(claims)) }
    if undated > 0 { note(.undatedLeftOut(undated)) }
    let (rows, isDeep) = rows(of: groups, limit: limit)
    return Answer.Neighbors(entity: entity(center), groups: rows, total: visited, isDeep: isDeep)
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
  private mutating func rows(
    of groups: consuming [GroupKey: [Visited]], limit: Int
  ) -> (groups: [Answer.Neighbors.Group], isDeep: Bool) {
    var sorted = groups.map { (key: $0.key, count: $0.value.count, predicate: predicate($0.key.predicate)) }
    budget.sort(&sorted) { a, b in
      if a.count != b.count { return a.count > b.count }
      if a.predicate.name != b.predicate.name { return a.predicate.name < b.predicate.name }
      return !a.key.isIncoming && b.key.isIncoming
    }
    let shares = RowShares.deal(limit, among: sorted.map(\.count))
    noteRows(shown: shares.reduce(0, +), total: sorted.reduce(0) { $0 + $1.count }, limit: limit)
    var isDeep = false
    let rows = zip(sorted, shares).map { group, share in
      var best = groups.removeValue(forKey: group.key) ?? []
      budget.sort(&best) { a, b in
        if a.depth != b.depth { return a.depth < b.depth }
        if a.support != b.support { return a.support > b.support }
        return (a.neighbor, a.edge) < (b.neighbor, b.edge)
      }
      if share < best.count { best = Array(best.prefix(share)) }
      // There may be millions of them: key paths and generic searches take a tenth of a second.
      var edges: [EdgeID] = []
      edges.reserveCapacity(best.count)
      for row in best {
        edges.append(row.edge)
        if row.depth > 1 { isDeep = true }
      }
      return Answer.Neighbors.Group(
        predicate: group.predicate.name, relation: group.predicate.relation, isIncoming: group.key.isIncoming,
        total: group.count,
        rows: AnswerRows(count: best.count) { [reader, best] number in
          let row = best[number]
          return Answer.Neighbors.Row(
            statement: reader.statement(row.edge), neighbor: reader.entity(row.neighbor), depth: Int(row.depth))
        }, edges: edges)
    }
    return (rows, isDeep)
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
