public import GraphModel

/// `path A to B [via REGEX] [max N] [shortest K | all | all shortest] [avoid E,…] [no-hubs N] [without REL] [at D]
/// [since D] [until D] [directed] [weighted]`
public struct PathVerb: QueryVerb {
  public static let syntax = VerbSyntax(
    name: "path", aliases: ["paths"],
    usage:
      "path A to B [via REGEX] [max N] [shortest K | all | all shortest] [avoid E,…] [no-hubs N] [without REL] "
      + "[at D] [since D] [until D] [directed] [weighted] [limit N]",
    summary: "how two entities are connected, edge by edge; not through a noun that several documents use",
    operands: [.entity],
    options: [
      VerbOption("to", operand: .entity, isRequired: true), .via, VerbOption("max", "longest path in edges"),
      VerbOption("shortest", "so many paths, shortest first"),
      VerbOption("all", "every path up to max; `all shortest`: every shortest one"),
      VerbOption("avoid", "not through these entities, separated by commas", operand: .entities),
      VerbOption("no-hubs", "not through entities with more edges than this"),
      VerbOption("without", "not over these relations: meet|visit", operand: .relation), .moment, .since,
      .until,
      VerbOption("directed", "only along the edges"),
      VerbOption("weighted", "the best supported paths first, by the confidence and number of their sentences"), .limit,
    ],
    examples: [
      "path Marco Rubio to Ukraine", "path Rutte to Rubio via memberOf|partOf max 4",
      "path Rutte to Rubio shortest 3 avoid NATO", "path Rutte to Russia via leads/(memberOf|partOf)*",
    ])

  /// Entities that `avoid` takes at most: each is looked up by its name.
  static let mostAvoided = 1_000

  public enum Selection: Sendable, Equatable {
    /// The first so many in the order (length, edge ids).
    case shortest(Int)
    case allShortest
    /// Every path up to the maximal length.
    case all
  }

  public var start: EntityReference
  public var end: EntityReference
  /// Which relations. A relation, or alternatives of relations, restricts each edge of the path; a pattern with
  /// operators (`/ * + ? {} ^`) is matched by the whole path and reads each relation forwards unless `^` stands before
  /// it.
  public var via: ViaClause?
  public var maximalLength: Int?
  public var selection = Selection.shortest(1)
  public var avoided: [EntityReference] = []
  /// No entity between the ends may have more edges than this.
  public var hubDegree: Int?
  public var isDirected = false
  /// Relations that no edge may have; nil for none.
  public var without: ViaClause?
  /// Only what holds then counts; nil for any time.
  public var moment: Moment?
  public var period = Period()
  /// Whether the paths whose edges are best supported come first, not the shortest.
  public var isWeighted = false

  public init(reading parser: inout StatementParser) throws(QueryError) {
    if parser.tokens.peek()?.text == "from", parser.tokens.peek()?.isQuoted == false { parser.tokens.position += 1 }
    start = try parser.entity("the entity where the path starts", stoppingAt: ["to"])
    if parser.nextKeyword() == "to" {
      parser.tokens.position += 1
    } else if parser.tokens.peek() == nil {
      throw parser.tokens.expected("to and the entity where the path ends")
    }
    end = try parser.entity(
      "the entity where the path ends", stoppingAt: Set(Self.syntax.keywords + ["--claims"]).subtracting(["to"]))
    while let keyword = parser.nextKeyword() {
      switch keyword {
      case "via": via = try parser.via()
      case "max": maximalLength = try parser.number("max", 1...QueryLimits.longestPath)
      case "shortest", "all": selection = try parser.selection(keyword)
      case "avoid": avoided = try parser.avoided()
      case "no-hubs": hubDegree = try parser.number("no-hubs", 0...1_000_000_000)
      case "without": without = try parser.relations("without")
      case "at": moment = try parser.moment()
      case "since": period.since = try parser.date("since")
      case "until": period.until = try parser.date("until")
      case "weighted":
        try parser.take("weighted")
        isWeighted = true
      case "directed":
        try parser.take("directed")
        isDirected = true
      default: try parser.commonOption(keyword)
      }
    }
  }

  /// - Complexity: O(*s* · *n* log *n*) at worst for one shortest path, with *s* states of the path expression and *n*
  ///   edges, mostly far less: the search goes from both ends. Several paths, and `all`, may look at every path up to
  ///   the maximal length.
  public func answer<Graph: GraphView>(
    in evaluator: inout Evaluator<Graph>, limit: Int?
  ) throws(Interruption) -> any AnswerContent {
    try evaluator.paths(self, limit: limit)
  }
}

extension StatementParser {
  /// `shortest`, `shortest 3`, `all`, `all shortest`, `shortest all`.
  fileprivate mutating func selection(_ keyword: String) throws(QueryError) -> PathVerb.Selection {
    guard given.isDisjoint(with: ["shortest", "all"]) else {
      throw QueryError(.repeatedOption(keyword), at: tokens.nextRange)
    }
    if keyword == "shortest", let next = tokens.peek(1), !next.isQuoted, next.text.utf8.first.map(isDigit) == true {
      return .shortest(try number("shortest", 1...1_000_000))
    }
    try take(keyword)
    guard let second = nextKeyword(), ["shortest", "all"].contains(second), second != keyword else {
      return keyword == "all" ? .all : .shortest(1)
    }
    try take(second)
    return .allShortest
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// `avoid E, "F", #12`.
  fileprivate mutating func avoided() throws(QueryError) -> [EntityReference] {
    try take("avoid")
    var result: [EntityReference] = []
    var words: Range<Int>?
    func add(_ name: NameReference, isQuoted: Bool) throws(QueryError) {
      guard result.count < PathVerb.mostAvoided else {
        throw QueryError(.tooMany("entities to avoid", most: PathVerb.mostAvoided), at: name.range)
      }
      result.append(Self.reference(name, isQuoted: isQuoted))
    }
    /// Ends the name of unquoted words that was begun.
    func finish() throws(QueryError) {
      guard let range = words else { return }
      try add(NameReference(spelling: tokens.squeezed(range), range: tokens.range(range)), isQuoted: false)
      words = nil
    }
    while let token = tokens.peek(), nextKeyword() == nil {
      tokens.position += 1
      if token.isQuoted {
        try finish()
        try add(NameReference(spelling: token.text, range: tokens.range(token.bytes)), isQuoted: true)
        continue
      }
      var begin = token.bytes.lowerBound
      for comma in token.bytes where tokens.bytes[comma] == UInt8(ascii: ",") {
        if begin < comma { words = (words?.lowerBound ?? begin)..<comma }
        try finish()
        begin = comma + 1
      }
      if begin < token.bytes.upperBound { words = (words?.lowerBound ?? begin)..<token.bytes.upperBound }
    }
    try finish()
    guard !result.isEmpty else { throw tokens.expected("an entity after avoid") }
    return result
  }
}

extension Answer {
  /// Paths between two entities.
  public struct Paths: AnswerContent {
    public struct Step: Sendable, Equatable {
      public var statement: Statement
      /// True when the path walks the edge from object to subject.
      public var isBackward: Bool
      /// The entity that the step reaches.
      public var reached: Entity
    }

    public struct Path: Sendable, Equatable {
      public var steps: [Step]
    }

    public var start: Entity
    public var end: Entity
    /// Shortest first, ties by the edge ids.
    public var paths: AnswerRows<Path>
    var found: [[PathEdge]]
  }
}

extension Answer.Paths {
  public var isEmpty: Bool { paths.isEmpty }
  public var emptyText: String {
    start.id == end.id
      ? "\(start.name) is both ends, and a path passes nobody twice"
      : "there is no such path from \(start.name) to \(end.name)"
  }

  public var part: AnswerPart? {
    let ends = [start.id, end.id]
    var edges: [EdgeID] = []
    // There may be a million paths: no array for each.
    for path in found { for step in path { edges.append(EdgeID(step.edge)) } }
    return AnswerPart(edges: edges, entities: ends, highlighted: ends)
  }

  public var records: AnswerRows<Record> {
    AnswerRows(count: paths.count) { [paths, start] number in
      let path = paths[number]
      var record = Record()
      record.add("path", .integer(number + 1))
      record.add("length", .integer(path.steps.count))
      record.add("entities", .line(path.line(from: start)))
      record.add("edges", .list(path.steps.map(\.statement.idText)))
      let steps = path.steps.map { step in
        var fields = Record(step.statement)
        fields.add("direction", .text(step.isBackward ? "in" : "out"))
        return fields
      }
      record.add("steps", .records(steps), onlyJSON: true)
      return record
    }
  }

  /// Of a few paths each has its sentences below it.
  public func blocks(within bounds: DrawingBounds) -> [AnswerBlock] {
    var blocks: [AnswerBlock] = []
    var room = AnswerTable.mostBytes
    for (number, path) in paths.enumerated() {
      guard room > 0, bounds.allows(behind: number) else { break }
      room -= path.steps.reduce(0) { $0 + $1.statement.predicate.utf8.count + $1.reached.name.utf8.count + 100 }
      blocks += [path.walk(from: start), .proofs(path.steps.map(\.statement.edge.id), areUsual: paths.count <= 3)]
    }
    let drawn = blocks.count / 2
    return blocks + (drawn < paths.count ? [.undrawn(paths.count - drawn)] : [])
  }
}

extension Answer.Paths.Path {
  /// The path with the ids of its edges behind it.
  fileprivate func walk(from start: Answer.Entity) -> AnswerBlock {
    var parts = steps.map { step in
      AnswerBlock.WalkPart(
        gap: " ",
        text: AnswerText(step.arrow(after: " "), step.statement.markRole) + AnswerText(step.reached.name, .entity)
          + step.note)
    }
    let ids = steps.map(\.statement.idText).joined(separator: " ")
    parts.append(AnswerBlock.WalkPart(gap: "  ", text: AnswerText("[" + ids + "]", .faint)))
    return .walk(AnswerText(start.name, .entity), parts: parts)
  }

  /// The path as one line: `A ─leads→ B ←member of─ C`.
  func line(from start: Answer.Entity) -> AnswerText {
    var line = AnswerText(start.name, .entity)
    for step in steps {
      line.append(step.arrow(before: " ", after: " "), step.statement.markRole)
      line.append(step.reached.name, .entity)
      line.append(step.note)
    }
    return line
  }
}

extension Answer.Paths.Step {
  /// ` (planned, says Mark Rutte)`; empty for a fact.
  fileprivate var note: AnswerText {
    let note = statement.note
    return note.isEmpty ? note : AnswerText(" (", .faint) + note + AnswerText(")", .faint)
  }

  fileprivate func arrow(before: String = "", after: String) -> AnswerText.Arrow {
    AnswerText.Arrow(
      words: statement.mark + statement.predicate, isBackward: isBackward, before: before, after: after)
  }
}

extension Evaluator {
  fileprivate mutating func paths(_ query: PathVerb, limit: Int?) throws(Interruption) -> Answer.Paths {
    let start = try resolve(query.start)
    let end = try resolve(query.end)
    var avoided = closed
    for reference in query.avoided { avoided.insert(try resolve(reference).rawValue) }
    guard start != end else {
      note(.sameEnds)
      return Answer.Paths(start: entity(start), end: entity(end), paths: [], found: [])
    }
    var problem = PathProblem(
      start: start.rawValue, end: end.rawValue, automaton: try automaton(for: query), degrees: degrees,
      avoided: avoided, hubDegree: query.hubDegree, maximalLength: query.maximalLength ?? QueryLimits.longestPath,
      rule: try rule(for: query), isWeighted: query.isWeighted,
      nouns: nouns)
    search.claims.removeAll(keepingCapacity: true)
    search.hasMetBound = false
    let found = solveWithoutLinks(query, &problem, limit: limit)
    if found.hasMore { note(.morePaths(limit: found.paths.count)) }
    if search.hasMetBound, query.maximalLength == nil { note(.longestPath(QueryLimits.longestPath)) }
    if found.paths.isEmpty, let barred = nouns?.barred { note(.noPathThrough(entity(barred))) }
    var left = Answer.DegreeCounts()
    for id in search.claims { left.add(degrees.contains(.reported) ? .claim : graph.edge(id).degree) }
    note(left)
    let paths = AnswerRows(count: found.paths.count) { [reader, paths = found.paths] number in
      Answer.Paths.Path(
        steps: paths[number].map { step in
          Answer.Paths.Step(
            statement: reader.statement(EdgeID(step.edge)), isBackward: step.isBackward,
            reached: reader.entity(EntityID(step.entity)))
        })
    }
    return Answer.Paths(start: entity(start), end: entity(end), paths: paths, found: found.paths)
  }

  private mutating func rule(for query: PathVerb) throws(Interruption) -> EdgeRule {
    var rule = EdgeRule(period: query.period)
    rule.moment = try days(of: query.moment).map { (days: $0, careers: careers) }
    guard let without = query.without else { return rule }
    let meanings = try listed(without)
    rule.excluded =
      meanings.map { Set($0.map(\.predicate)) } ?? Set((0..<UInt32(graph.predicateCount)).map { PredicateID($0) })
    return rule
  }

  /// The automaton of `via`: a plain list of relations bounds every edge, walked both ways unless the query is
  /// directed; an expression with operators is matched as a whole and says the direction itself.
  private mutating func automaton(for query: PathVerb) throws(Interruption) -> RelationAutomaton {
    if query.via == nil, !query.isDirected { return RelationAutomaton() }
    var via = query.via ?? ViaClause(pattern: .any, range: query.start.range)
    via.pattern = try understood(via.pattern)
    if via.pattern.isPlainList {
      let edge = query.isDirected ? via.pattern : .alternatives([via.pattern, .inverse(via.pattern)])
      via.pattern = .repeated(edge, minimum: 0, maximum: nil)
    }
    return try AutomatonBuilder.automaton(
      of: via, predicateCount: graph.predicateCount, names: try knownRelations(), &budget)
  }
}
