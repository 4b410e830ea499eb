internal import GraphModel

extension PatternPlan {
  /// For each pattern that is asked about so often that reading all its edges first is less work, those edges.
  func relations(_ query: PatternQuery, _ graph: some GraphScans, _ cache: inout PredicateIndexCache)
    -> [PredicateIndex?]
  {
    var relations = [PredicateIndex?](repeating: nil, count: query.patterns.count)
    let costs = PlanCosts(graph)
    var questions = 1.0
    for step in steps {
      for check in checks[step.checks] {
        let key = PredicateIndexCache.Key(
          predicate: check.predicate, direction: check.direction, degrees: query.degrees)
        let cost =
          check.variable >= 0
          ? costs.asking(questions, check.direction)
          : questions * costs.asking(check.direction, degree: graph.degree(of: check.entity, check.direction))
        relations[check.pattern] = cache.relation(key, for: cost, in: graph)
      }
      questions *= max(step.width, 1)
    }
    return relations
  }
}
