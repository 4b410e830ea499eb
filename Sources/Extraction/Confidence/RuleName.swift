/// The rules by which statements and open facts come about, as evidence names them and ``ConfidenceTable`` weighs them.
package enum RuleName: String, CaseIterable, Sendable {
  // How a clause is built, and where its subject comes from.
  case active, passive, copular, conjunct, control, adverbial, relative, participle
  // What of a clause makes a statement.
  case adjective, event, lightVerb = "light-verb", noCopula = "no-copula", quality, reciprocal, role
  /// One pair of several coordinated subjects and objects.
  case list
  // What of a clause makes an open fact.
  case chain, chainParticiple = "chain-participle", complement, identity, object
  /// A fact that repeats a part of another: it has half of its confidence, so that it comes after all others.
  case part
  // Both.
  case indirectObject = "indirect-object", oblique
  // What a noun phrase implies.
  case affiliation, apposition, example, holder, possessive, title, whereabouts
  /// The country of an office, where only the whole document tells it; it caps confidence and has no weight.
  case inferredBody = "country-of-document"
  /// The country of an office, where the list of leaders tells it; it has no weight.
  case listedBody = "country-of-leader"

  /// Those that statements have.
  package static let ofStatements = allCases.filter {
    ![.chain, .chainParticiple, .complement, .identity, .object, .part, .inferredBody, .listedBody].contains($0)
  }

  /// Those that open facts have.
  package static let ofOpenFacts = allCases.filter {
    ![
      .adjective, .affiliation, .event, .holder, .inferredBody, .lightVerb, .list, .listedBody, .noCopula, .quality,
      .reciprocal, .role, .whereabouts,
    ].contains($0)
  }
}
