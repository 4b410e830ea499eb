/// A verb of the statements that are typed or stand in scripts, and, as a value, one such statement.
public protocol StatementVerb: Sendable {
  static var syntax: VerbSyntax { get }

  /// Reads what stands behind the verb, up to the end or to an option that every verb has.
  ///
  /// - Throws: ``QueryError`` with the place of what is not understood.
  /// - Complexity: O(length of what it reads).
  init(reading parser: inout StatementParser) throws(QueryError)
}

extension [any StatementVerb.Type] {
  /// The verb called `word`, by name or alias in any case; nil when there is none.
  ///
  /// - Complexity: O(number of verbs).
  public func named(_ word: String) -> (any StatementVerb.Type)? { first { $0.syntax.isCalled(word) } }
}

/// A statement that was read. Names are still words: the evaluator looks them up in its graph.
public struct ParsedStatement: Sendable {
  public var verb: any StatementVerb
  /// `limit N`: how many rows or paths to show; nil for the evaluator's own limit.
  public var limit: Int?
  /// `--claims`: whether negated and uncertain statements are shown too; nil for the evaluator's own setting.
  public var showsClaims: Bool?
  public var range: SourceRange

  public init(_ verb: any StatementVerb, limit: Int? = nil, showsClaims: Bool? = nil, range: SourceRange) {
    self.verb = verb
    self.limit = limit
    self.showsClaims = showsClaims
    self.range = range
  }
}
