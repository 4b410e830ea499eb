internal import GraphModel

extension Evaluator {
  /// Answers `query`. An ambiguous name is an answer too, ``Answer/Ambiguity``; see ``Answer/cutOff`` for a search that
  /// was stopped.
  ///
  /// - Parameter clock: that of the statement where it runs already; nil for one that begins to run now.
  /// - Complexity: as the verb says; ``QueryLimits`` bound time and memory.
  /// - Throws: ``QueryError`` for a name, type, relation or id that the graph does not have.
  public mutating func answer(_ query: Query, _ clock: StatementClock? = nil) throws(QueryError) -> Answer {
    let start = ContinuousClock.now
    var degrees = limits.degrees
    if let showsClaims = query.showsClaims {
      if showsClaims { degrees.insert(.claims) } else { degrees.remove(.claims) }
    }
    begin(showing: degrees, clock)
    var answer: Answer
    do {
      answer = Answer(try VerbList.answer(query, in: &self, limit: query.limit ?? limits.rows))
    } catch {
      switch error {
      case .ambiguous(let ambiguity): answer = Answer(ambiguity)
      case .stopped: answer = Answer(Answer.Nothing())
      case .error(let error): throw typed(momentOf(error, query.verb))
      }
    }
    answer.notes = notes
    answer.cutOff = budget.cutOff
    answer.elapsed = ContinuousClock.now - start
    return answer
  }

  /// Looks up the names of a statement that decides on who is who.
  ///
  /// - Complexity: as looking names up.
  /// - Throws: ``QueryError`` for a name that nobody has, that is no other name, or for two names of one entity.
  public mutating func target(of verb: any NamingVerb) throws(QueryError) -> NamingTarget {
    begin(showing: limits.degrees)
    do {
      return try verb.target(in: &self)
    } catch {
      switch error {
      case .ambiguous(let ambiguity): return .ambiguous(ambiguity)
      case .stopped: return .stopped
      case .error(let error): throw typed(error)
      }
    }
  }
}

extension Evaluator {
  /// Of `Riga at noon`, which nobody is called, that noon is no date; any other error as it is.
  private func momentOf(_ error: QueryError, _ verb: any QueryVerb) -> QueryError {
    guard case .unknownEntity(let name) = error.kind,
      type(of: verb).syntax.options.contains(where: { $0.word == "at" })
    else { return error }
    let words = name.split(separator: " ")
    guard let at = words.lastIndex(where: { $0.lowercased() == "at" }), at > 0, at + 1 < words.count,
      !EntityNames(graph: graph).matches(words[..<at].joined(separator: " ")).isEmpty
    else { return error }
    return QueryError(.unknownMoment(words[(at + 1)...].joined(separator: " "), in: name), at: error.range)
  }

  /// With the suggestions as they can be typed behind any verb: a name that cannot be, by its id.
  private func typed(_ error: QueryError) -> QueryError {
    var error = error
    error.suggestions = error.suggestions.compactMap { name in
      if let spelling = NameSpelling.typed(name, keywords: QueryError.keywords) { return spelling }
      return graph.entities(named: name).first.map { "#\($0.rawValue)" }
    }
    return error
  }
}

extension QueryError {
  fileprivate static let keywords = Set(VerbList.queries.flatMap { $0.syntax.keywords })
}
