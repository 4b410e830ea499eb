internal import GraphModel

extension Evaluator {
  /// The names of all relations, read once for the graph.
  mutating func knownRelations() throws(Interruption) -> RelationNames {
    if let relationNames { return relationNames }
    guard let names = RelationNames(graph: graph, &budget) else { throw .stopped }
    relationNames = names
    return names
  }

  /// The meanings of a plain list of relations; nil when it has `.`, which allows every relation.
  mutating func listed(_ clause: ViaClause) throws(Interruption) -> Set<RelationNames.Meaning>? {
    let pattern = try knownRelations().joiningRoles(clause.pattern, &budget)
    guard pattern.isPlainList else { throw .error(QueryError(.patternNotAllowed, at: clause.range)) }
    return try listed(pattern)
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
