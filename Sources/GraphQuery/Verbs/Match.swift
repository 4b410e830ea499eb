public import GraphModel

/// `match PATTERN, … [via REL] [since D] [until D] [min N] [limit N]`
public struct MatchVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "match", usage: "match PATTERN, … [via REL] [since D] [until D] [min N] [limit N]",
    summary: "who or what fits patterns such as ?x leads ?y, ?y memberOf NATO, with the edges that prove it",
    operands: [.patterns],
    options: [
      VerbOption("via", "the relations that . in a pattern stands for", operand: .relation), .since, .until, .minimum,
      .limit,
    ],
    examples: [
      "match ?x leads ?y, ?y memberOf NATO", "match ?who:Person leads/memberOf NATO since 2025",
      "match Person . NATO via leads|memberOf limit 10",
    ])

  public var patterns: [PatternWords]
  /// Relations that `.` stands for; nil for all.
  public var via: ViaClause?
  public var period = Period()
  public var minimumSupport = 0

  public init(reading parser: inout StatementParser) throws(QueryError) {
    patterns = try parser.patterns()
    while let keyword = parser.nextKeyword() {
      switch keyword {
      case "via": via = try parser.relations("via")
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
    var reader = PatternReader<Graph>(via: via?.pattern)
    var resolved: [ResolvedPattern] = []
    for words in patterns { resolved.append(try reader.read(words, in: &evaluator)) }
    var rule = EdgeRule(period: period)
    rule.minimumSupport = minimumSupport
    var matcher = PatternMatcher<Graph>(resolved, reader.variables, rule: rule, mostRows: max(limit, Self.mostRows))
    matcher.run(in: &evaluator)

    var answer = Answer.Matches(variables: reader.variables.map(\.name), rows: [])
    var total = 0
    var walks = WalkSearch()
    for row in matcher.rows.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      // Which edges prove a row is looked up only where that decides about it, or where it is shown.
      if total >= limit, rule.isByPredicate {
        total = matcher.rows.count
        break
      }
      guard evaluator.budget.allows(20) || evaluator.budget.allowsOvertime else { break }
      guard let edges = evaluator.edges(of: row, resolved, rule, &walks) else { continue }
      total += 1
      guard total <= limit else { continue }
      answer.rows.append(
        Answer.Matches.Row(
          entities: row.map { evaluator.entity($0) },
          statements: edges.map { evaluator.statement(evaluator.graph.edge($0)) }))
    }
    if matcher.hasMore {
      evaluator.note(.moreMatches(limit: answer.rows.count))
    } else {
      evaluator.noteRows(shown: answer.rows.count, total: total, limit: limit)
    }
    return answer
  }

  /// So many rows are sorted at most.
  private static let mostRows = 100_000
}

extension Evaluator {
  /// The edges that prove a row, pattern by pattern, each once; nil where a pattern has none that `rule` allows.
  fileprivate mutating func edges(
    of row: [EntityID], _ patterns: [ResolvedPattern], _ rule: EdgeRule, _ walks: inout WalkSearch
  ) -> [EdgeID]? {
    var result: [EdgeID] = []
    func entity(_ term: TriplePattern.Term) -> EntityID {
      switch term {
      case .entity(let entity): entity
      case .variable(let number): row[number]
      }
    }
    for pattern in patterns {
      let (subject, object) = (entity(pattern.subject), entity(pattern.object))
      let found: [EdgeID]
      switch pattern.relation {
      case .edge(let allowed):
        found = edges(from: subject, allowed, to: object, rule)
        if found.isEmpty { return nil }
      case .walk(let automaton, _):
        let terms = WalkSearch.Terms(
          automaton: automaton, withClaims: showsClaims, rule: rule, placeLimit: limits.searchPlaces)
        // Where time has run out, what proves a row is not known, and the row is left out.
        guard let walk = walks.walk(from: subject, terms, to: object, in: graph, &budget) else { return nil }
        found = walk
      }
      for edge in found where !result.contains(edge) { result.append(edge) }
    }
    return result
  }

  private mutating func edges(
    from subject: EntityID, _ allowed: Set<RelationNames.Meaning>, to object: EntityID, _ rule: EdgeRule
  ) -> [EdgeID] {
    // Looked for at the end that has fewer edges.
    let isSwapped = graph.degree(of: object, .both) < graph.degree(of: subject, .both)
    let other = isSwapped ? subject : object
    graph.adjacency(of: isSwapped ? object : subject, .both, into: &adjacency)
    _ = budget.allows(adjacency.count)
    var found: [EdgeID] = []
    for edge in adjacency where edge.neighbor == other && (showsClaims || edge.isFact) {
      let read = RelationNames.Meaning(predicate: edge.predicate, isInverse: edge.isIncoming != isSwapped)
      if allowed.contains(read), rule.allows(edge, graph), !found.contains(edge.edge) { found.append(edge.edge) }
    }
    return found.sorted()
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
    public var rows: [Row]
  }
}

extension Answer.Matches {
  public var isEmpty: Bool { rows.isEmpty }
  public var emptyText: String { "nothing fits the patterns" }

  public var part: AnswerPart? {
    let entities = rows.flatMap { $0.entities.map(\.id) }
    return AnswerPart(edges: rows.flatMap { $0.statements.map(\.edge.id) }, entities: entities, highlighted: entities)
  }

  public var records: [Record] {
    rows.enumerated().map { number, row in
      var record = Record()
      record.add("row", .integer(number + 1))
      for (name, entity) in zip(fieldNames, row.entities) {
        record.add(name, .text(entity.name))
        record.add(name + "_id", .text(entity.idText))
        record.add(name + "_type", .text(entity.type))
      }
      record.add("edges", .list(row.statements.map(\.idText)))
      let note = note(row)
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
  public var blocks: [AnswerBlock] {
    if rows.isEmpty { return [] }
    var table = AnswerTable(
      variables.map { AnswerTable.Column(title: $0, shrinks: true) } + [.init(title: "edges", shrinks: true)],
      rows: rows.map { row in
        row.entities.map { AnswerText($0.name, .entity) }
          + [AnswerText(row.statements.map(\.idText).joined(separator: " "), .faint)]
      })
    table.appendUnlessEmpty(.init(title: "note", shrinks: true), rows.map(note))
    var edges: [EdgeID] = []
    for row in rows {
      for statement in row.statements where !edges.contains(statement.edge.id) { edges.append(statement.edge.id) }
    }
    return [.table(table)]
      + (rows.count <= 3 ? [.gap, .proofs(edges, areUsual: true)] : [.proofs(edges, areUsual: false)])
  }

  /// What is no plain fact of the row, with the edge that it is about.
  private func note(_ row: Row) -> AnswerText {
    var text = AnswerText()
    for statement in row.statements where !statement.note.isEmpty {
      if !text.isEmpty { text.append("; ") }
      text = text + AnswerText(statement.idText + " ", .faint) + statement.note
    }
    return text
  }
}
