public import GraphModel

/// `neighbors E [and E …] [via REL] [in|out|both] [type T] [at D] [since D] [until D] [min N] [depth N] [limit N]`
public struct NeighborsVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "neighbors", aliases: ["neighbours", "neighbor", "neighbour"],
    usage:
      "neighbors E [and E …] [via REL] [in|out|both] [type T] [at D] [since D] [until D] [min N] [depth N] [limit N]",
    summary: "what an entity is linked to, or several: totals a relation, then the rows", operands: [.entity],
    options: [
      VerbOption("and", "another of them", operand: .entity), .via, VerbOption("in", "only edges towards the entity"),
      VerbOption("out", "only edges from the entity"),
      VerbOption("both", "edges of both directions"), VerbOption("type", "only neighbors of this type", operand: .type),
      .moment, .since, .until, .minimum, VerbOption("depth", "how many edges away"), .limit,
    ],
    examples: [
      "neighbors NATO", "neighbors \"Mark Rutte\" via leads out", "neighbors Russia in since 2025-04 min 2",
      "neighbors NATO via leads at 2025", "neighbors NATO depth 2 type Person limit 20",
      "neighbors Mark Rutte and Marco Rubio via meetsWith",
    ])

  public var entity: EntityReference
  /// Those besides.
  public var others: [EntityReference] = []
  /// Alternatives of relations; nil for all.
  public var via: ViaClause?
  public var direction = Direction.both
  /// Shows only neighbors of this type; the walk to greater depths is not bound by it.
  public var type: NameReference?
  /// Shows only what holds then; nil for any time.
  public var moment: Moment?
  public var period = Period()
  public var minimumSupport = 0
  public var depth = 1

  public init(reading parser: inout StatementParser) throws(QueryError) {
    entity = try parser.entity("an entity")
    while let keyword = parser.nextKeyword() {
      switch keyword {
      case "and":
        parser.tokens.position += 1
        others.append(try parser.entity("an entity after and"))
        guard others.count < Self.most else {
          throw QueryError(.tooMany("entities", most: Self.most), at: parser.tokens.nextRange)
        }
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
      case "at": moment = try parser.moment()
      case "since": period.since = try parser.date("since")
      case "until": period.until = try parser.date("until")
      case "min": minimumSupport = try parser.number("min", 1...1_000_000_000)
      case "depth": depth = try parser.number("depth", 1...16)
      default: try parser.commonOption(keyword)
      }
    }
  }

  private static let most = 16

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
    }

    public struct Row: Sendable, Equatable {
      public var statement: Statement
      /// The far end.
      public var neighbor: Entity
      /// The near end: the entity asked about, or at greater depths that through which the walk came.
      public var through: Entity
      /// Edges between the entity asked about and the neighbor, from 1.
      public var depth: Int
      /// True when the edge runs towards the entity asked about.
      public var isIncoming: Bool
    }

    public var entity: Entity
    /// Those asked about besides.
    public var others: [Entity]
    /// Largest total first.
    public var groups: AnswerRows<Group>
    /// The rows of all groups, one group after another.
    var rows: AnswerRows<Row>
    /// Number of edges at each depth, shown or not.
    var depths: [Int]
    /// Number of edges in all groups.
    public var total: Int
    var found: NeighborGroups
  }
}

extension Answer.Neighbors {
  public var isEmpty: Bool { groups.isEmpty }
  public var emptyText: String {
    others.isEmpty
      ? "\(entity.name) has no such neighbor"
      : "none of \(([entity] + others).map(\.name).joined(separator: ", ")) has such a neighbor"
  }

  /// `NATO (Organization, #12), Russia (…)`.
  var heading: AnswerText { others.reduce(entity.heading) { $0 + ", " + $1.heading } }

  public var part: AnswerPart? {
    var edges: [EdgeID] = []
    edges.reserveCapacity(found.items.count)
    for item in found.items { edges.append(item.edge) }
    let centers = ([entity] + others).map(\.id)
    return AnswerPart(edges: edges, entities: centers, highlighted: centers)
  }

  public var records: AnswerRows<Record> {
    rows.each { row in
      var record = Record()
      record.add("edge", .text(row.statement.idText))
      record.add("direction", .text(row.isIncoming ? "in" : "out"))
      record.add("predicate", .text(row.statement.predicate))
      record.add("relation", row.statement.relation)
      record.add("neighbor_id", .text(row.neighbor.idText))
      record.add("neighbor", .text(row.neighbor.name))
      record.add("neighbor_type", .text(row.neighbor.type))
      record.add("depth", .integer(row.depth))
      record.add("through_id", .text(row.through.idText))
      record.add("through", .text(row.through.name))
      record.addQualifiers(of: row.statement)
      return record
    }
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if groups.isEmpty { return [] }
    if found.items.contains(where: { $0.depth > 1 }) { return NeighborTree(self, bounds).blocks }
    let table = table(bounds)
    return [.line(heading + AnswerText(": " + counted(total, "edge")))] + totals(bounds) + [.gap]
      + table.blocks(of: rows.count)
  }

  /// A line a group: how many edges, and of which relation.
  private func totals(_ bounds: DrawingBounds) -> [AnswerBlock] {
    // Largest first.
    let digits = groups.first.map { String($0.total).count } ?? 1
    var drawn: [AnswerBlock] = []
    for group in groups {
      guard bounds.allows(behind: drawn.count) else { break }
      let count = String(group.total)
      var line = AnswerText("  " + String(repeating: " ", count: digits - count.count) + count + "  ")
      line.append(AnswerText.Arrow(words: group.predicate, isBackward: group.isIncoming), .relation)
      drawn.append(.line(line))
    }
    return drawn + (drawn.count < groups.count ? [.undrawn(groups.count - drawn.count)] : [])
  }

  private func table(_ bounds: DrawingBounds) -> AnswerTable {
    var table = AnswerTable(
      [
        .init(title: "entity", shrinks: true), .init(title: "relation", shrinks: true),
        .init(title: "neighbor", shrinks: true), .init(title: "type", dropOrder: 1),
        .init(title: "support", alignment: .right), .init(title: "dates", dropOrder: 2), .init(title: "edge"),
        .init(title: "note", wraps: true),
      ], drawing: rows, bounds
    ) { row in
      let statement = row.statement
      let arrow = AnswerText.Arrow(words: statement.mark + statement.predicate, isBackward: row.isIncoming)
      return [
        AnswerText(row.through.name, .entity), AnswerText(arrow, statement.markRole),
        AnswerText(row.neighbor.name, .entity),
        AnswerText(row.neighbor.type), statement.times, statement.dates, AnswerText(statement.idText, .faint),
        statement.note,
      ]
    }
    table.dropLastColumnIfEmpty()
    if others.isEmpty { table.dropFirstColumn() }
    return table
  }
}

extension Evaluator {
  fileprivate mutating func neighbors(_ query: NeighborsVerb, limit: Int) throws(Interruption) -> Answer.Neighbors {
    var centers = [try resolve(query.entity)]
    for reference in query.others {
      let other = try resolve(reference)
      if !centers.contains(other) { centers.append(other) }
    }
    let type = query.type.map { RelationNames.key($0.spelling) }
    var allowed: Set<RelationNames.Meaning>?
    if let via = query.via { allowed = try listed(via) }
    var found = NeighborGroups()
    var seenEdges: Set<EdgeID> = []
    var reached = Set(centers)
    var frontier = centers
    var left = Answer.DegreeCounts()
    var undated = 0
    var moment = try days(of: query.moment).map { MomentTest($0) }
    let nouns = query.depth == 1 ? nil : nouns.map { NounPlaces(graph, $0, named: Set(centers)) }
    walk: for depth in 1...query.depth {
      var next: [EntityID] = []
      for node in frontier {
        guard readEdges(of: node, nouns) else { break walk }
        for item in adjacency {
          // One entity may have any number of edges.
          guard budget.allows() else { break walk }
          guard item.neighbor != nothing else { continue }
          let isSymmetric = found.isSymmetric(item.predicate, in: graph)
          guard Self.follows(item, query.direction, allowed, isSymmetric) else { continue }
          // At one entity only a loop is met twice.
          guard query.depth == 1 && centers.count == 1 && item.neighbor != node || seenEdges.insert(item.edge).inserted
          else { continue }
          guard degrees.contains(item.degree) else {
            left.add(item.degree)
            continue
          }
          let held =
            16 * adjacency.count + 12 * (seenEdges.count + reached.count) + found.bytes + (nouns?.bytes ?? 0)
          guard budget.allows(5), budget.mayHold(held) else { break walk }
          let edge = graph.edge(item.edge)
          guard edge.support >= query.minimumSupport else { continue }
          guard query.period.overlaps(edge.firstDate, edge.lastDate) else {
            if edge.firstDate == nil, edge.lastDate == nil { undated += 1 }
            continue
          }
          guard moment?.lets(edge, careers, graph) ?? true else { continue }
          if depth < query.depth {
            if let nouns, nouns.isApart(item.neighbor) {
              for place in nouns.places(of: item.neighbor, reachedBy: item.edge, from: node, &budget)
              where reached.insert(place).inserted { next.append(place) }
            } else if reached.insert(item.neighbor).inserted {
              next.append(item.neighbor)
            }
          }
          guard type == nil || RelationNames.key(graph.type(of: item.neighbor)) == type else { continue }
          found.append(edge, item.neighbor, isIncoming: item.isIncoming, depth: depth)
        }
      }
      if next.isEmpty { break }
      frontier = next
      budget.sort(&frontier, by: <)
    }
    if found.items.isEmpty, let type = query.type { try checkType(type) }
    note(left)
    if let noun = nouns?.firstMet { note(.nounsApart(self.entity(noun))) }
    if undated > 0 { note(.undatedLeftOut(undated)) }
    note(moment)
    (seenEdges, reached, frontier) = ([], [], [])
    let total = found.items.count
    var depths = [Int](repeating: 0, count: query.depth)
    for item in found.items { depths[item.depth - 1] += 1 }
    found.arrange(limit: limit, in: graph, &budget)
    noteRows(shown: min(limit, total), total: total, limit: limit)
    return neighbors(of: centers.map { entity($0) }, found, depths)
  }

  private func neighbors(of centers: [Answer.Entity], _ found: NeighborGroups, _ depths: [Int]) -> Answer.Neighbors {
    let rows = AnswerRows(count: found.items.count) { [reader, found] number in
      let item = found.items[number]
      let statement = reader.statement(item.edge)
      return Answer.Neighbors.Row(
        statement: statement, neighbor: reader.entity(item.neighbor),
        through: statement.subject.id == item.neighbor ? statement.object : statement.subject, depth: item.depth,
        isIncoming: found.groups[item.group].isIncoming)
    }
    let groups = AnswerRows(count: found.groups.count) { [reader, found] number in
      let group = found.groups[number]
      let predicate = reader.predicate(group.predicate)
      let range = found.range(of: number)
      return Answer.Neighbors.Group(
        predicate: predicate.name, relation: predicate.relation, isIncoming: group.isIncoming,
        total: Int(group.total), rows: AnswerRows(count: range.count) { rows[range.lowerBound + $0] })
    }
    return Answer.Neighbors(
      entity: centers[0], others: Array(centers.dropFirst()), groups: groups, rows: rows, depths: depths,
      total: depths.reduce(0, +), found: found)
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
}
