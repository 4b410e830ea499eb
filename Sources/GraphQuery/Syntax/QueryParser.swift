internal import GraphModel

/// Reads one statement of the verb language.
public struct QueryParser {
  var tokens: StatementTokens
  var syntax = VerbSyntax.all[0]
  /// Options already given, in the spelling of ``VerbSyntax/keywords``.
  var given: Set<String> = []
  /// Flags that follow one another, and whether they count; see ``nextKeyword()``.
  var flagRun: (tokens: Range<Int>, count: Bool)?
  var limit: Int?
  var showsClaims: Bool?

  /// Parses `text`, one statement without or with its `;`.
  ///
  /// - Parameters:
  ///   - start: the place of its first character in the script, for the places in errors.
  ///   - otherVerbs: verbs that somebody else handles, to be suggested for a misspelled one.
  public static func parse(
    _ text: String, at start: SourcePosition = SourcePosition(), otherVerbs: [String] = []
  ) throws(QueryError) -> Query {
    var parser = QueryParser(tokens: try StatementTokens(text, at: start))
    return try parser.statement(otherVerbs)
  }

  /// Parses a statement that the scanner cut out.
  public static func parse(_ statement: ScannedStatement, otherVerbs: [String] = []) throws(QueryError) -> Query {
    try parse(statement.text, at: statement.start, otherVerbs: otherVerbs)
  }

  private mutating func statement(_ otherVerbs: [String]) throws(QueryError) -> Query {
    guard let word = tokens.peek() else { throw tokens.expected("a verb") }
    guard !word.isQuoted, let syntax = VerbSyntax.named(word.text) else {
      let known = VerbSyntax.all.map(\.name) + otherVerbs
      throw QueryError(
        .unknownVerb(word.text), at: tokens.nextRange, suggestions: Spelling(word.text).closest(in: known))
    }
    self.syntax = syntax
    tokens.position += 1
    let verb: Query.Verb
    switch syntax.name {
    case "neighbors": verb = .neighbors(try neighbors())
    case "path": verb = .path(try path())
    case "facts": verb = .facts(try subjectOnly())
    case "find": verb = .find(text: try text())
    case "why": verb = try why()
    case "timeline": verb = .timeline(try timeline())
    case "types": verb = .types
    case "relations": verb = .relations
    default: verb = .stats
    }
    while let keyword = nextKeyword() { try commonOption(keyword) }
    guard tokens.peek() == nil else { throw tokens.expected(endOrKeyword) }
    let end = tokens.tokens.last?.bytes.upperBound ?? 0
    return Query(verb: verb, limit: limit, showsClaims: showsClaims, range: tokens.range(word.bytes.lowerBound..<end))
  }

  /// What may stand at the next place: `the end or one of via, max`.
  var endOrKeyword: String {
    let left = syntax.keywords.filter { !given.contains($0) && $0 != "to" }
    return left.isEmpty ? "the end of the statement" : "one of " + left.joined(separator: ", ")
  }

  /// Takes the options that any verb may have, and refuses the others.
  mutating func commonOption(_ keyword: String) throws(QueryError) {
    switch keyword {
    case "limit": limit = try number("limit", 0...1_000_000_000)
    case "--claims":
      try take("--claims")
      showsClaims = true
    default: throw tokens.expected(endOrKeyword)
    }
  }

  /// An entity and the options common to all verbs.
  private mutating func subjectOnly() throws(QueryError) -> EntityReference {
    try entity("an entity")
  }

  private mutating func text() throws(QueryError) -> String {
    guard let name = name() else { throw tokens.expected("the text to look for") }
    return name.spelling
  }

  /// An edge by its id, or else an entity; `#12` is an edge.
  private mutating func why() throws(QueryError) -> Query.Verb {
    let expected = "the id of an edge, such as e12, or an entity"
    guard let token = tokens.peek() else { throw tokens.expected(expected) }
    let digits = token.text.drop { "eE#".contains($0) }
    guard !token.isQuoted, token.text.count - digits.count <= 1, let id = UInt32(digits),
      tokens.position + 1 == tokens.tokens.count
    else { return .whyEntity(try entity(expected)) }
    let range = tokens.nextRange
    tokens.position += 1
    return .why(EdgeReference(id: EdgeID(id), range: range))
  }

  private mutating func timeline() throws(QueryError) -> TimelineQuery {
    var query = TimelineQuery(entity: try entity("an entity"))
    while let keyword = nextKeyword() {
      switch keyword {
      case "since": query.period.since = try date("since")
      case "until": query.period.until = try date("until")
      default: try commonOption(keyword)
      }
    }
    return query
  }
}
