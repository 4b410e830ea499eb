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
    let insideLimit = limit ?? Self.usualInside
    let limit = limit ?? 50
    var allowed: Set<PredicateID>?
    if let via { allowed = try evaluator.listed(via).map { Set($0.map(\.predicate)) } }
    let days = try evaluator.days(of: moment)
    let own = evaluator.ranked(
      evaluator.edges(evaluator.shownEdges(of: id, by: allowed, orClaims: true), holdingOn: days), of: id)
    let isClaimed = own.first.map { !evaluator.degrees.contains(evaluator.graph.edge($0).degree) } ?? false
    let found = evaluator.lines(of: own, limit: limit)
    evaluator.noteRows(found, limit: limit)
    let about = Set(own)
    var spoken = evaluator.words(of: id)
    // What somebody denies or plans alone is better than to say that nothing is stated.
    if spoken.isEmpty, own.isEmpty || isClaimed, evaluator.degrees.contains(.reported) {
      spoken = evaluator.words(of: id, showing: .claims)
    }
    let all = spoken.filter { edge in
      !about.contains(edge) && allowed?.contains(evaluator.graph.edge(edge).predicate) ?? true
    }
    let words = evaluator.edges(all, holdingOn: days)
    let said = evaluator.lines(of: words, limit: limit)
    evaluator.noteRows(said, limit: limit)
    let inside = evaluator.statementsInside(id, by: allowed, without: about.union(words))
    let insideEdges = evaluator.edges(inside.edges, holdingOn: days)
    let placed = evaluator.lines(of: insideEdges, limit: insideLimit)
    if placed.left > 0 { evaluator.note(.insideLeftOut(placed.left, limit: insideLimit)) }
    let edges = found.edges + said.edges + placed.edges
    let rows = found.rows(evaluator.reader)
    return Answer.Facts(
      entity: evaluator.entity(id), aliases: evaluator.graph.otherNames(of: id), rows: evaluator.statements(edges),
      events: isClaimed ? AnswerRows([]) : rows, claims: isClaimed ? rows : AnswerRows([]),
      says: said.rows(evaluator.reader), inside: placed.rows(evaluator.reader), edges: edges,
      links: placed.count == 0 ? [] : inside.links, total: own.count, totalSaid: words.count, lines: found.total,
      linesSaid: said.total, linesInside: placed.total)
  }

  /// Lines on what is in a place, where the statement says no limit.
  private static let usualInside = 10
}

extension Evaluator {
  /// The edges of an entity in the order in which they are told: those of which it is the subject first; of each part
  /// its offices and memberships, then what it is, then what it does, by stories, latest first.
  fileprivate mutating func ranked(_ edges: [EdgeID], of id: EntityID) -> [EdgeID] {
    var ranked: [(isObject: Bool, kind: Int, rank: UInt32, last: String, edge: EdgeID)] = []
    var beings: [PredicateID: Bool] = [:]
    for number in edges {
      guard budget.allows(8), budget.mayHold(80 * ranked.count) else { break }
      let edge = graph.edge(number)
      let isBeing = beings[edge.predicate] ?? (predicate(edge.predicate).verb == "be")
      beings[edge.predicate] = isBeing
      let kind = tellsOffice(edge) ? 0 : isBeing ? 1 : 2
      ranked.append((edge.subject != id, kind, edge.witnesses.rank, edge.lastDate ?? "", number))
    }
    budget.sort(&ranked) { a, b in
      if a.isObject != b.isObject { return b.isObject }
      if a.kind != b.kind { return a.kind < b.kind }
      if a.rank != b.rank { return a.rank > b.rank }
      return a.last != b.last ? a.last > b.last : a.edge < b.edge
    }
    return ranked.map(\.edge)
  }

  /// Whether a sentence tells by an edge that its subject has or had an office, or is a member.
  private func tellsOffice(_ edge: Edge) -> Bool {
    guard edge.degree != .claim, edge.support > 0, graph.tellsOfOffices(edge.id) else { return false }
    return graph.evidenceWithoutRanges(of: edge.id).contains { piece in
      let mark = TenureMark(among: piece.rules)
      return piece.office != nil
        || CareerReader.tellsOffice(piece) && mayGiveOffice(edge.object, isMember: mark == .joins || mark == .belongs)
    }
  }
}

extension Answer {
  /// The statements about an entity.
  public struct Facts: AnswerContent {
    public typealias Row = EventRow

    public var entity: Entity
    public var aliases: [GraphContent.Alias]
    /// Those with the entity as subject first, then as object; of each its offices, what it is, and what it does, best
    /// supported and latest first; then what it says.
    public var rows: AnswerRows<Statement>
    /// The same as people read them, an event a line: an edge of the entity with what else the event says.
    public var events: AnswerRows<Row>
    /// What is negated or uncertain of it, in the place of events, where nothing else is stated.
    public var claims: AnswerRows<Row>
    /// What the entity says of others.
    public var says: AnswerRows<Row>
    /// What is told of events and other descriptions that have their place in the entity.
    public var inside: AnswerRows<Row>
    var edges: [EdgeID]
    /// The links from the descriptions of ``inside`` to the entity.
    var links: [EdgeID]
    /// How many statements are about the entity, and how many others are its word.
    public var total: Int
    public var totalSaid: Int
    /// In how many lines they are told, those behind the limit as well.
    var lines: Int
    var linesSaid: Int
    var linesInside: Int
  }
}

extension Answer.Facts {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "nothing is stated about \(entity.name)" }
  public var records: AnswerRows<Record> { rows.each { Record($0) } }

  public var part: AnswerPart? {
    AnswerPart(edges: edges + links, entities: [entity.id], highlighted: [entity.id])
  }

  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    var counts =
      claims.isEmpty
      ? counted(lines, "statement")
      : counted(lines, "negated or uncertain statement", "negated or uncertain statements")
    if totalSaid > 0 { counts += ", says \(linesSaid)" }
    if linesInside > 0 { counts += ", \(linesInside) on what is in it" }
    var blocks: [AnswerBlock] = [.line(entity.heading + AnswerText(": " + counts))]
    if !aliases.isEmpty {
      blocks.append(.cutLine(AnswerText("also " + aliases.map(\.name).joined(separator: ", "), .faint)))
    }
    if !events.isEmpty { blocks += [.gap] + table(events, "statement", bounds) }
    if !claims.isEmpty { blocks += [.gap] + table(claims, "negated or uncertain", bounds) }
    if !says.isEmpty { blocks += [.gap] + table(says, "says", bounds) }
    if !inside.isEmpty { blocks += [.gap] + table(inside, "in it", bounds) }
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
