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
      case .error(let error): throw typed(severalOf(momentOf(error, query.verb), query.verb))
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

  /// Of `NATO Ukraine` and `NATO, Ukraine`, which nobody is called, that two are joined by `and`; any other error as it
  /// is.
  private func severalOf(_ error: QueryError, _ verb: any QueryVerb) -> QueryError {
    guard case .unknownEntity(let spelling) = error.kind,
      type(of: verb).syntax.options.contains(where: { $0.word == "and" })
    else { return error }
    let names = EntityNames(graph: graph)
    func isKnown(_ name: String) -> Bool { !names.matches(name).isEmpty }
    let listed = spelling.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    var found = listed.count > 1 && listed.count <= Self.mostJoined && listed.allSatisfy(isKnown) ? listed : []
    let words = spelling.split(separator: " ")
    if found.isEmpty, words.count <= Self.mostJoined {
      let places = words.indices.dropFirst()
      let cut = places.first { place in
        isKnown(words[..<place].joined(separator: " ")) && isKnown(words[place...].joined(separator: " "))
      }
      if let cut { found = [words[..<cut], words[cut...]].map { $0.joined(separator: " ") } }
    }
    guard !found.isEmpty else { return error }
    var error = error
    error.joined = found
    return error
  }

  /// Nobody joins more names, or writes names of more words, one after the other.
  private static var mostJoined: Int { 8 }

  /// With the suggestions as they can be typed behind any verb: a name that cannot be, by its id.
  private func typed(_ error: QueryError) -> QueryError {
    var error = error
    func spelling(_ name: String) -> String? {
      if let spelling = NameSpelling.typed(name, keywords: QueryError.keywords) { return spelling }
      return graph.entities(named: name).first.map { "#\($0.rawValue)" }
    }
    error.suggestions = error.suggestions.compactMap(spelling)
    let joined = error.joined.compactMap(spelling)
    if !joined.isEmpty { error.suggestions = [joined.joined(separator: " and ")] }
    return error
  }
}

extension QueryError {
  fileprivate static let keywords = Set(VerbList.queries.flatMap { $0.syntax.keywords })
}
