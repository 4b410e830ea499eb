public import GraphModel

/// `match PATTERN, … [via REL] [at D] [since D] [until D] [min N] [limit N]`
public struct MatchVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "match", usage: "match PATTERN, … [via REL] [at D] [since D] [until D] [min N] [limit N]",
    summary: "who or what fits patterns such as ?x leads ?y, ?y memberOf NATO, with the edges that prove it",
    operands: [.patterns],
    options: [
      VerbOption("via", "the relations that . in a pattern stands for", operand: .relation), .moment, .since, .until,
      .minimum,
      .limit,
    ],
    examples: [
      "match ?x leads ?y, ?y memberOf NATO", "match ?who:Person leads/memberOf NATO since 2025",
      "match ?who:Person leads ?what at now",
      "match Person . NATO via leads|memberOf limit 10",
    ])

  public var patterns: [PatternWords]
  /// Relations that `.` stands for; nil for all.
  public var via: ViaClause?
  /// Only what holds then counts; nil for any time.
  public var moment: Moment?
  public var period = Period()
  public var minimumSupport = 0

  public init(reading parser: inout StatementParser) throws(QueryError) {
    patterns = try parser.patterns()
    while let keyword = parser.nextKeyword() {
      switch keyword {
      case "via": via = try parser.relations("via")
      case "at": moment = try parser.moment()
      case "since": period.since = try parser.date("since")
      case "until": period.until = try parser.date("until")
      case "min": minimumSupport = try parser.number("min", 1...1_000_000_000)
      default: try parser.commonOption(keyword)
      }
    }
  }

  /// - Complexity: that of ``PatternEngine/forEachRow(of:cancellation:time:_:)`` for at most 100,000 rows, or as many
  ///   as the limit says, and the edges at the ends of each row whose proof is looked up.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    let limit = limit ?? 50
    if let via { _ = try evaluator.listed(via) }
    var reader = PatternReader<Graph>(via: via?.pattern)
    var resolved: [ResolvedPattern] = []
    for words in patterns { resolved.append(try reader.read(words, in: &evaluator)) }
    var rule = EdgeRule(period: period)
    rule.minimumSupport = minimumSupport
    rule.moment = try evaluator.days(of: moment).map { (days: $0, careers: evaluator.careers) }
    var matcher = PatternMatcher<Graph>(resolved, reader.variables, rule: rule, mostRows: max(limit, Self.mostRows))
    matcher.run(in: &evaluator)

    matcher.sortRows(&evaluator.budget)
    var found = Answer.Matches.Found(width: reader.variables.count)
    var total = 0
    var walks = WalkSearch()
    for number in 0..<matcher.rowCount {
      // Which edges prove a row is looked up only where that decides about it, or where it is shown.
      if total >= limit, rule.isByPredicate {
        total = matcher.rowCount
        break
      }
      // Of an answer to which time put an end some rows are proven all the same.
      guard evaluator.budget.allows(20) || evaluator.budget.clock.allowsOvertime else { break }
      guard let edges = Self.proof(of: number, matcher, resolved, rule, &walks, &evaluator) else { continue }
      total += 1
      guard total <= limit else { continue }
      guard evaluator.budget.mayHold(matcher.bytes + found.bytes) else { break }
      found.append(matcher.row(number), edges)
    }
    if let noun = matcher.nouns?.firstMet { evaluator.note(.nounsApart(evaluator.entity(noun))) }
    if walks.hasCut { evaluator.note(.walksCut(QueryLimits.longestPath)) }
    if matcher.hasMore {
      evaluator.note(.moreMatches(limit: found.count))
    } else {
      evaluator.noteRows(shown: found.count, total: total, limit: limit)
    }
    let rows = AnswerRows(count: found.count) { [reader = evaluator.reader, found] number in
      Answer.Matches.Row(
        entities: found.entities(number).map { reader.entity($0) },
        statements: found.edges(number).map { reader.statement($0) })
    }
    return Answer.Matches(variables: reader.variables.map(\.name), rows: rows, found: found)
  }

  /// The edges that prove a row, pattern by pattern, each once; nil where none do that the rule allows.
  private static func proof<Graph: GraphView>(
    of row: Int, _ matcher: PatternMatcher<Graph>, _ patterns: [ResolvedPattern], _ rule: EdgeRule,
    _ walks: inout WalkSearch, _ evaluator: inout Evaluator<Graph>
  ) -> [EdgeID]? {
    var result: [EdgeID]?
    for way in 0..<matcher.wayCount(ofRow: row) {
      if result != nil, way >= mostWays { break }
      let found = evaluator.edges(of: matcher.way(way, ofRow: row), patterns, rule, matcher.nouns, &walks)
      guard let found else { continue }
      let known = Set(result ?? [])
      result = (result ?? []) + (known.isEmpty ? found : found.filter { !known.contains($0) })
    }
    return result
  }

  /// So many rows are sorted at least.
  private static let mostRows = 100_000
  /// Of a row with nouns, so many documents are looked at for more proof.
  private static let mostWays = 100
}

extension Evaluator {
  /// The edges that prove a row, pattern by pattern, each once; nil where a pattern has none that `rule` allows.
  fileprivate mutating func edges(
    of row: ArraySlice<EntityID>, _ patterns: [ResolvedPattern], _ rule: EdgeRule, _ nouns: NounPlaces<Graph>?,
    _ walks: inout WalkSearch
  ) -> [EdgeID]? {
    var result: [EdgeID] = []
    func entity(_ term: TriplePattern.Term) -> EntityID {
      switch term {
      case .entity(let entity): entity
      case .variable(let number): row[row.startIndex + number]
      }
    }
    for pattern in patterns {
      let (subject, object) = (entity(pattern.subject), entity(pattern.object))
      let found: [EdgeID]
      switch pattern.relation {
      case .edge(let allowed):
        found = edges(from: subject, allowed, to: object, rule, nouns)
        if found.isEmpty { return nil }
      case .walk(let automaton, _):
        let terms = WalkSearch.Terms(
          automaton: automaton, degrees: degrees, rule: rule, nothing: nothing, nouns: nouns)
        // Where time has run out, what proves a row is not known, and the row is left out.
        guard let walk = walks.walk(from: subject, terms, to: object, in: graph, &budget) else { return nil }
        found = walk
      }
      if result.count + found.count > 64 {
        let known = Set(result)
        result += found.filter { !known.contains($0) }
      } else {
        for edge in found where !result.contains(edge) { result.append(edge) }
      }
    }
    return result
  }

  private mutating func edges(
    from start: EntityID, _ allowed: Set<RelationNames.Meaning>, to end: EntityID, _ rule: EdgeRule,
    _ nouns: NounPlaces<Graph>?
  ) -> [EdgeID] {
    let (subject, object) = (nouns?.entity(start) ?? start, nouns?.entity(end) ?? end)
    // Looked for at the end that has fewer edges.
    let isSwapped = graph.degree(of: object, .both) < graph.degree(of: subject, .both)
    let other = isSwapped ? subject : object
    guard budget.read(isSwapped ? object : subject, .both, of: graph, into: &adjacency) else { return [] }
    _ = budget.allows(adjacency.count)
    var found: [EdgeID] = []
    for edge in adjacency where edge.neighbor == other && (degrees.contains(edge.degree)) {
      let read = RelationNames.Meaning(predicate: edge.predicate, isInverse: edge.isIncoming != isSwapped)
      if allowed.contains(read), rule.allows(edge, graph) { found.append(edge.edge) }
    }
    if let nouns { found.removeAll { !nouns.holds($0, start) || !nouns.holds($0, end) } }
    // A loop is met twice.
    found.sort()
    found.removeRepetitions(==)
    return found
  }
}

extension Answer {
  /// Entities that fit patterns.
  public struct Matches: AnswerContent {
    public struct Row: Sendable, Equatable {
      /// One a variable.
      public var entities: [Entity]
      /// The statements that prove it, pattern by pattern.
      public var statements: [Statement]
    }

    /// Names of the variables in the order in which they stand in the patterns.
    public var variables: [String]
    /// In the order of the names of the entities.
    public var rows: AnswerRows<Row>
    var found: Found

    /// The rows as numbers.
    struct Found: Sendable {
      /// Entities a row.
      let width: Int
      private(set) var entities: [EntityID] = []
      private(set) var edges: [EdgeID] = []
      /// Where the edges of each row end.
      private var ends: [Int] = []

      init(width: Int) { self.width = width }

      var count: Int { ends.count }
      /// Bytes that they take.
      var bytes: Int { 4 * (entities.count + edges.count) + 8 * ends.count }

      mutating func append(_ row: ArraySlice<EntityID>, _ proof: [EdgeID]) {
        entities += row
        edges += proof
        ends.append(edges.count)
      }

      func entities(_ number: Int) -> ArraySlice<EntityID> { entities[number * width..<(number + 1) * width] }
      func edges(_ number: Int) -> ArraySlice<EdgeID> { edges[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }
    }
  }
}

extension Answer.Matches {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "nothing fits the patterns" }

  public var part: AnswerPart? {
    AnswerPart(edges: found.edges, entities: found.entities, highlighted: found.entities)
  }

  public var records: AnswerRows<Record> {
    AnswerRows(count: rows.count) { [rows, fieldNames] number in
      let row = rows[number]
      var record = Record()
      record.add("row", .integer(number + 1))
      for (name, entity) in zip(fieldNames, row.entities) {
        record.add(name, .text(entity.name))
        record.add(name + "_id", .text(entity.idText))
        record.add(name + "_type", .text(entity.type))
      }
      record.add("edges", .list(row.statements.map(\.idText)))
      let note = Self.note(row)
      record.add("note", note.isEmpty ? .null : .line(note))
      record.add("statements", .records(row.statements.map { Record($0) }), onlyJSON: true)
      return record
    }
  }

  /// The names of the variables; with a number where another field has the name.
  private var fieldNames: [String] {
    var taken: Set = ["row", "edges", "note", "statements"]
    return variables.map { variable in
      var name = variable
      var number = 1
      while !taken.isDisjoint(with: [name, name + "_id", name + "_type"]) {
        number += 1
        name = "\(variable)\(number)"
      }
      taken.formUnion([name, name + "_id", name + "_type"])
      return name
    }
  }

  /// A column a variable and the edges behind each row; of a few rows their sentences below.
  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    if rows.isEmpty { return [] }
    var table = AnswerTable(
      variables.map { AnswerTable.Column(title: $0, shrinks: true) }
        + [.init(title: "edges", shrinks: true), .init(title: "note", wraps: true)],
      drawing: rows, bounds
    ) { row in
      row.entities.map { AnswerText($0.name, .entity) }
        + [AnswerText(row.statements.map(\.idText).joined(separator: " "), .faint), Self.note(row)]
    }
    table.dropLastColumnIfEmpty()
    var edges: [EdgeID] = []
    var known: Set<EdgeID> = []
    for row in 0..<min(found.count, table.rows.count) {
      edges += found.edges(row).filter { known.insert($0).inserted }
    }
    return table.blocks(of: rows.count)
      + (rows.count <= 3 ? [.gap, .proofs(edges, areUsual: true)] : [.proofs(edges, areUsual: false)])
  }

  /// What is no plain fact of the row, with the edge that it is about.
  private static func note(_ row: Row) -> AnswerText {
    var text = AnswerText()
    for statement in row.statements where !statement.note.isEmpty {
      if !text.isEmpty { text.append("; ") }
      text = text + AnswerText(statement.idText + " ", .faint) + statement.note
    }
    return text
  }
}
