extension Query {
  /// Parses a statement of the query language, without or with its `;`.
  ///
  /// - Parameter start: the place of its first character in the script, for the places in errors.
  /// - Complexity: O(length of `text`), as ``StatementLexer/next()`` says.
  /// - Throws: ``QueryError`` with the place of what is not understood.
  ///
  ///     let query = try Query(parsing: "neighbors NATO via leads")
  ///     let answer = try evaluator.answer(query)
  public init(parsing text: String, at start: SourcePosition = SourcePosition()) throws(QueryError) {
    let statement = try StatementParser.parse(text, at: start, verbs: VerbList.queries)
    guard let verb = statement.verb as? any QueryVerb else {
      throw QueryError(.unknownVerb(type(of: statement.verb).syntax.name), at: statement.range)
    }
    self.init(verb, limit: statement.limit, showsClaims: statement.showsClaims)
  }
}
