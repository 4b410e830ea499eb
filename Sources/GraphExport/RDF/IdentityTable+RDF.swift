internal import GraphModel

extension IdentityTable {
  /// What RDF says of an entity that is known elsewhere: `owl:sameAs`, and its codes as Wikidata says them of it (P297
  /// and P298). Nothing of what was imported by an IRI, which says already what it is.
  func properties(of id: EntityID, in graph: some GraphView) -> [(name: RDFValue, value: RDFValue)] {
    guard let identity = identity(of: id, in: graph),
      !graph.aliases(of: id).contains(where: { $0.rule == GraphContent.Alias.iriRule })
    else { return [] }
    let codes = [("P297", identity.alpha2), ("P298", identity.alpha3)]
    return identity.sameAs.map { (.sameAs, RDFValue(term: RDFTerm.absolute($0))) }
      + codes.compactMap { name, code in code.map { (.wikidata(name), .literal($0)) } }
  }
}
