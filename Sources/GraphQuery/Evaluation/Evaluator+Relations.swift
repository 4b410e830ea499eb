internal import GraphModel

extension Evaluator {
  /// The names of all relations, read once for the graph.
  mutating func knownRelations() throws(Interruption) -> RelationNames {
    if let relationNames { return relationNames }
    guard let names = RelationNames(graph: graph, &budget) else { throw .stopped }
    relationNames = names
    return names
  }

  /// The expression with each role in the place of its two names, and with names alone that mean something: where
  /// nothing is called so, what words of the language tell. Notes say how names are read, and which alternatives are
  /// left out because nothing has their name.
  mutating func understood(_ pattern: PathExpression) throws(Interruption) -> PathExpression {
    try known(try knownRelations().joiningRoles(pattern, &budget))
  }

  private mutating func known(_ pattern: PathExpression) throws(Interruption) -> PathExpression {
    switch pattern {
    case .any: return pattern
    case .relation(let reference):
      guard let reading = try reading(of: reference.spelling) else {
        _ = try knownRelations().resolve(reference, &budget)
        return pattern
      }
      let isNowhere = reading.meanings.isEmpty
      noteOnce(isNowhere ? .toldByNone(reference.spelling, reading.names) : .told(reference.spelling, reading))
      return pattern
    case .inverse(let inner): return .inverse(try known(inner))
    case .repeated(let inner, let minimum, let maximum):
      return .repeated(try known(inner), minimum: minimum, maximum: maximum)
    case .sequence(let parts):
      var result: [PathExpression] = []
      for part in parts { result.append(try known(part)) }
      return .sequence(result)
    case .alternatives(let parts): return try knownAlternatives(parts)
    }
  }

  /// Throws where none of the alternatives is known.
  private mutating func knownAlternatives(_ parts: [PathExpression]) throws(Interruption) -> PathExpression {
    var result: [PathExpression] = []
    var unknown: [(error: QueryError, name: String)] = []
    for part in parts {
      do {
        result.append(try known(part))
      } catch {
        guard case .error(let problem) = error, case .unknownRelation(let name) = problem.kind else { throw error }
        unknown.append((problem, name))
      }
    }
    if result.isEmpty, let first = unknown.first { throw .error(first.error) }
    for (problem, name) in unknown { noteOnce(.alternativeLeftOut(name, problem.suggestions)) }
    return result.count == 1 ? result[0] : .alternatives(result)
  }

  private mutating func noteOnce(_ note: Answer.Note) {
    if !notes.contains(note) { self.note(note) }
  }

  /// How words are read that are no name of a relation; nil for a name, and for words that mean nothing.
  mutating func reading(of spelling: String) throws(Interruption) -> RelationNames.Reading? {
    let names = try knownRelations()
    if let known = names.readings[RelationNames.key(spelling)] { return known }
    let own = names.ownMeanings(of: spelling, &budget)
    // A relation means what it is defined to mean.
    guard budget.cutOff == nil, !own.contains(where: { predicate($0.predicate).relation != nil }) else { return nil }
    let wordings = relationWordings(spelling)
    guard !wordings.isEmpty else { return nil }
    var read = names
    defer { relationNames = read }
    return read.read(
      spelling, as: wordings,
      showing: { [reader] in
        let predicate = reader.predicate($0)
        return predicate.role == nil ? predicate.name : predicate.verb
      }, &budget)
  }

  /// The meanings of a plain list of relations; nil when it has `.`, which allows every relation.
  mutating func listed(_ clause: ViaClause) throws(Interruption) -> Set<RelationNames.Meaning>? {
    let pattern = try knownRelations().joiningRoles(clause.pattern, &budget)
    guard pattern.isPlainList else { throw .error(QueryError(.patternNotAllowed, at: clause.range)) }
    return try listed(try known(pattern))
  }

  private mutating func listed(_ pattern: PathExpression) throws(Interruption) -> Set<RelationNames.Meaning>? {
    switch pattern {
    case .relation(let reference): return Set(try knownRelations().resolve(reference, &budget))
    case .alternatives(let parts):
      var result: Set<RelationNames.Meaning> = []
      for part in parts {
        guard let meanings = try listed(part) else { return nil }
        result.formUnion(meanings)
      }
      return result
    case .any, .inverse, .sequence, .repeated: return nil
    }
  }
}

extension Answer.Note {
  fileprivate static func told(_ words: String, _ reading: RelationNames.Reading) -> Answer.Note {
    .toldAs(words, reading.names, isBeside: reading.isBeside)
  }
}
