internal import GraphModel

/// Looks up the patterns of a `match`: which words are the ends, which the relation, and what they mean in the graph.
struct PatternReader<Graph: GraphView> {
  /// Relations that `.` stands for; nil for all.
  let via: PathExpression?
  private(set) var variables: [PatternVariable] = []
  private var numbers: [String: Int] = [:]

  init(via: PathExpression?) { self.via = via }

  /// Where the words of a pattern are cut in two ends and a relation.
  private struct Cut {
    var subject: Range<Int>
    var relation: Range<Int>
    var object: Range<Int>
  }

  mutating func read(
    _ words: PatternWords, in evaluator: inout Evaluator<Graph>
  ) throws(Interruption) -> ResolvedPattern {
    let cut = try cut(words, in: &evaluator)
    let relation = try Self.expression(words, cut.relation)
    return ResolvedPattern(
      subject: try term(words, cut.subject, in: &evaluator),
      relation: try meaning(of: relation, in: &evaluator),
      object: try term(words, cut.object, in: &evaluator))
  }

  private static func expression(
    _ words: PatternWords, _ range: Range<Int>
  ) throws(Interruption) -> ViaClause {
    do throws(QueryError) { return try words.expression(range) } catch { throw .error(error) }
  }

  private static func noPattern(_ words: PatternWords) -> QueryError {
    QueryError(
      .expected(PatternWords.form + ", names of several words in quotes", found: words.text(0..<words.words.count)),
      at: words.place(0..<words.words.count))
  }

  // MARK: - Cutting

  /// Of the cuts whose parts the graph knows that with the longest relation, then with the longest subject.
  private func cut(
    _ words: PatternWords, in evaluator: inout Evaluator<Graph>
  ) throws(Interruption) -> Cut {
    let count = words.words.count
    let subjects = words.certainWords(ofObject: false).map { [$0] } ?? Array(1...max(1, count - 2))
    let objects = words.certainWords(ofObject: true).map { [$0] } ?? Array(1...max(1, count - 2))
    // Each way is looked up in the graph.
    guard subjects.count * objects.count <= Self.mostCuts else { throw .error(Self.noPattern(words)) }
    let relations = try evaluator.knownRelations()
    var best: Cut?
    var bestUnknown: (cut: Cut, known: Int)?
    // What the graph calls so comes before what words of the language tell.
    for isByWords in [false, true] where best == nil {
      bestUnknown = nil
      for before in subjects {
        for behind in objects where before + behind < count {
          let cut = Cut(subject: 0..<before, relation: before..<count - behind, object: count - behind..<count)
          let isRelation =
            try isByWords
            ? Self.isUnderstood(words, cut.relation, relations, &evaluator)
            : Self.isRelation(words, cut.relation, relations, &evaluator.budget)
          let isSubject = isTerm(words, cut.subject, evaluator.graph)
          let isObject = isTerm(words, cut.object, evaluator.graph)
          if isRelation, isSubject, isObject {
            if best.map({ Self.isLonger(cut, $0) }) ?? true { best = cut }
          } else {
            let known = (isRelation ? 2 : 0) + (isSubject ? 1 : 0) + (isObject ? 1 : 0)
            if bestUnknown.map({ known > $0.known || known == $0.known && Self.isLonger(cut, $0.cut) }) ?? true {
              bestUnknown = (cut, known)
            }
          }
        }
      }
    }
    if let best { return best }
    guard let (cut, _) = bestUnknown else { throw .error(Self.noPattern(words)) }
    // Looking its parts up says which one is not known, and what may have been meant.
    return cut
  }

  private static var mostCuts: Int { 64 }

  private static func isLonger(_ a: Cut, _ b: Cut) -> Bool {
    (a.relation.count, a.subject.count) > (b.relation.count, b.subject.count)
  }

  private static func isRelation(
    _ words: PatternWords, _ range: Range<Int>, _ names: RelationNames, _ budget: inout WorkBudget
  ) -> Bool {
    guard let expression = try? words.expression(range),
      let pattern = try? names.joiningRoles(expression.pattern, &budget)
    else { return false }
    return pattern.names.allSatisfy { !names.ownMeanings(of: $0.spelling, &budget).isEmpty }
  }

  /// As ``isRelation(_:_:_:_:)``, by words that mean a relation, too.
  private static func isUnderstood(
    _ words: PatternWords, _ range: Range<Int>, _ names: RelationNames, _ evaluator: inout Evaluator<Graph>
  ) throws(Interruption) -> Bool {
    guard let expression = try? words.expression(range),
      let pattern = try? names.joiningRoles(expression.pattern, &evaluator.budget)
    else { return false }
    for name in pattern.names where names.ownMeanings(of: name.spelling, &evaluator.budget).isEmpty {
      if try evaluator.reading(of: name.spelling) == nil { return false }
    }
    return true
  }

  private func isTerm(_ words: PatternWords, _ range: Range<Int>, _ graph: Graph) -> Bool {
    let text = words.text(range)
    if text.hasPrefix("?") || text.hasPrefix(":") || EntityReference.id(text) != nil { return range.count == 1 }
    let names = EntityNames(graph: graph)
    if !names.matches(text).isEmpty { return true }
    if let (name, _) = EntityNames<Graph>.typed(text), !names.matches(name).isEmpty { return true }
    return false
  }

  // MARK: - Parts

  private mutating func term(
    _ words: PatternWords, _ range: Range<Int>, in evaluator: inout Evaluator<Graph>
  ) throws(Interruption) -> TriplePattern.Term {
    let text = words.text(range)
    let isQuoted = words.words[range.lowerBound].isQuoted
    let place = words.place(range)
    if !isQuoted, text.hasPrefix("?") || text.hasPrefix(":") {
      guard range.count == 1 else { throw .error(Self.noPattern(words)) }
      return try variable(text, place, in: &evaluator)
    }
    let reference = EntityReference(
      spelling: text, id: isQuoted ? nil : EntityReference.id(text).map { EntityID($0) }, range: place)
    if reference.id == nil, !isTerm(words, range, evaluator.graph) {
      // A type by itself is any entity of the type.
      if evaluator.hasType(text) {
        return .variable(add(PatternVariable(name: text, types: [RelationNames.key(text)]), called: nil))
      }
    }
    do {
      return .entity(try evaluator.resolve(reference))
    } catch {
      guard case .error(var problem) = error, case .unknownEntity = problem.kind, problem.suggestions.isEmpty else {
        throw error
      }
      problem.suggestions = evaluator.types(like: text)
      throw .error(problem)
    }
  }

  /// `?x`, `?x:Person`, `:Person`, `?`.
  private mutating func variable(
    _ text: String, _ place: SourceRange, in evaluator: inout Evaluator<Graph>
  ) throws(Interruption) -> TriplePattern.Term {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let name = String(parts[0].dropFirst(text.hasPrefix("?") ? 1 : 0))
    guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) else {
      throw .error(QueryError(.expected("a variable such as ?x", found: text), at: place))
    }
    var type: String?
    if parts.count == 2 {
      try evaluator.checkType(NameReference(spelling: parts[1], range: place))
      type = RelationNames.key(parts[1])
    }
    if !name.isEmpty, let known = numbers[name] {
      if let type { variables[known].types.insert(type) }
      return .variable(known)
    }
    let shown = name.isEmpty ? (parts.count == 2 ? parts[1] : "?") : name
    return .variable(
      add(PatternVariable(name: shown, types: type.map { [$0] } ?? []), called: name.isEmpty ? nil : name))
  }

  private mutating func add(_ variable: PatternVariable, called name: String?) -> Int {
    variables.append(variable)
    if let name { numbers[name] = variables.count - 1 }
    return variables.count - 1
  }

  private func meaning(
    of relation: ViaClause, in evaluator: inout Evaluator<Graph>
  ) throws(Interruption) -> ResolvedPattern.Relation {
    var relation = relation
    if let via { relation.pattern = relation.pattern.replacingAny(by: via) }
    relation.pattern = try evaluator.understood(relation.pattern)
    let names = try evaluator.knownRelations()
    if let directed = try names.directed(relation.pattern, &evaluator.budget) { return .edge(directed) }
    func automaton(_ pattern: PathExpression) throws(Interruption) -> RelationAutomaton {
      try AutomatonBuilder.automaton(
        of: ViaClause(pattern: pattern, range: relation.range), predicateCount: evaluator.graph.predicateCount,
        names: names, &evaluator.budget)
    }
    return .walk(try automaton(relation.pattern), backwards: try automaton(.inverse(relation.pattern)))
  }
}
