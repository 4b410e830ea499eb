/// Reads one statement: its verb, what stands behind it, and the options that every verb of the query language has.
///
/// A verb reads its own words from it (``StatementVerb/init(reading:)``).
///
///     let statement = try StatementParser.parse("facts NATO limit 3", verbs: VerbList.queries)
///     print(type(of: statement.verb).syntax.name, statement.limit ?? 50)
public struct StatementParser {
  var tokens: StatementTokens
  private let verbs: [any StatementVerb.Type]
  private(set) var syntax: VerbSyntax
  /// Those of the verb.
  let keywords: Set<String>
  /// Those that count only where no name goes on.
  let flags: Set<String>
  /// Options already given, in the spelling of ``VerbSyntax/keywords``.
  var given: Set<String> = []
  /// Flags that follow one another, and whether they count; see ``nextKeyword()``.
  var flagRun: (tokens: Range<Int>, count: Bool)?
  /// `limit N`, once it was read.
  public private(set) var limit: Int?
  private var showsClaims: Bool?

  /// Parses `text`, one statement without or with its `;`.
  ///
  /// - Parameters:
  ///   - start: the place of its first character in the script, for the places in errors.
  ///   - verbs: those that are known.
  /// - Complexity: that of ``StatementLexer/next()`` for all of `text`, and O(verbs · length) for the suggestions to a
  ///   misspelled verb.
  /// - Throws: ``QueryError`` with the place of what is not understood.
  public static func parse(
    _ text: String, at start: SourcePosition = SourcePosition(), verbs: [any StatementVerb.Type]
  ) throws(QueryError) -> ParsedStatement {
    let tokens = try StatementTokens(text, at: start)
    guard let word = tokens.peek() else { throw tokens.expected("a verb") }
    guard !word.isQuoted, let verb = verbs.named(word.text) else {
      let known = verbs.flatMap { [$0.syntax.name] + ($0.syntax.allowsMark ? $0.syntax.aliases : []) }
      throw QueryError(
        .unknownVerb(word.text), at: tokens.nextRange, suggestions: Spelling(word.text).closest(in: known))
    }
    var parser = StatementParser(tokens, verb, of: verbs)
    return try parser.statement(verb, from: word.bytes.lowerBound)
  }

  private init(_ tokens: StatementTokens, _ verb: any StatementVerb.Type, of verbs: [any StatementVerb.Type]) {
    self.tokens = tokens
    self.verbs = verbs
    self.tokens.position = 1
    syntax = verb.syntax
    keywords = Set(syntax.keywords)
    flags = Self.flagWords.intersection(syntax.options.filter { $0.operand == .none }.map(\.word))
  }

  private mutating func statement(
    _ type: any StatementVerb.Type, from begin: Int
  ) throws(QueryError) -> ParsedStatement {
    let verb = try type.init(reading: &self)
    while let keyword = nextKeyword() { try commonOption(keyword) }
    guard tokens.peek() == nil else { throw expectedEnd() }
    let end = tokens.tokens.last?.bytes.upperBound ?? 0
    return ParsedStatement(verb, limit: limit, showsClaims: showsClaims, range: tokens.range(begin..<end))
  }

  /// The statement that stands next, up to the last `stop` that is not quoted: what another verb does something with;
  /// nil where no verb that `isMeant` comes next.
  ///
  /// - Throws: ``QueryError`` with the place of what is not understood.
  mutating func statement(
    before stop: String, ofVerbs isMeant: (any StatementVerb.Type) -> Bool
  ) throws(QueryError) -> ParsedStatement? {
    guard let word = tokens.peek(), !word.isQuoted, nextKeyword() == nil, let verb = verbs.named(word.text),
      isMeant(verb)
    else { return nil }
    let last = tokens.tokens.lastIndex { !$0.isQuoted && $0.text.lowercased() == stop }
    let end = last.map { $0 > tokens.position ? $0 : tokens.tokens.count } ?? tokens.tokens.count
    var parser = StatementParser(tokens.part(tokens.position..<end), verb, of: verbs)
    tokens.position = end
    let inner = try parser.statement(verb, from: word.bytes.lowerBound)
    showsClaims = inner.showsClaims ?? showsClaims
    return inner
  }

  /// What may stand at the next place: `the end or one of via, max`.
  var endOrKeyword: String {
    let left = syntax.options.filter { !given.contains($0.word) && !$0.isRequired }.map(\.word)
    return left.isEmpty ? "the end of the statement" : "one of " + left.joined(separator: ", ")
  }

  /// Takes the options that any verb may have, and refuses the others.
  mutating func commonOption(_ keyword: String) throws(QueryError) {
    switch keyword {
    case "limit": limit = try number("limit", 0...1_000_000_000)
    case "--claims" where syntax.takesClaims:
      try take("--claims")
      showsClaims = true
    default: throw tokens.expected(endOrKeyword)
    }
  }

  /// Whether one of the verb's options comes next, or nothing.
  ///
  /// - Complexity: O(number of words).
  public mutating func isAtOptions() -> Bool { tokens.peek() == nil || nextKeyword() != nil }

  /// All words that are left, what stands in quotes as one.
  ///
  /// - Returns: none at the end of the statement.
  /// - Complexity: O(number of words).
  public mutating func words() -> [String] {
    defer { tokens.position = tokens.tokens.count }
    return tokens.tokens[tokens.position...].map(\.text)
  }

  /// What is left as it is written, quotes and all.
  ///
  /// - Returns: nothing at the end of the statement.
  /// - Complexity: O(length of what is left).
  public mutating func rest() -> String {
    defer { tokens.position = tokens.tokens.count }
    guard let first = tokens.peek(), let last = tokens.tokens.last else { return "" }
    return String(decoding: tokens.bytes[first.bytes.lowerBound..<last.bytes.upperBound], as: UTF8.self)
  }

  /// The error that the words behind the verb are not those of its usage line.
  ///
  /// - Complexity: O(length of the statement).
  public var wrongWords: QueryError {
    let line = tokens.bytes.firstIndex(of: UInt8(ascii: "\n")) ?? tokens.bytes.count
    return QueryError(.wrongWords(verb: syntax.name, usage: syntax.usage), at: tokens.range(0..<line))
  }
}
