extension ConfidenceTable {
  /// Rules of statements that stand in too few of those judged by hand to be fitted: they count 0.
  package static let unfittedInStatements: Set<RuleName> = [
    .affiliation, .holder, .indirectObject, .reciprocal,
  ]

  /// Rules of open facts that none of the facts fitted on has, which are of the full style: they count 0.
  package static let unfittedInOpenFacts: Set<RuleName> = [.chain, .chainParticiple, .indirectObject, .part]
}
