internal import GraphModel

extension IdentityTable {
  /// What RDF says of an entity that is known elsewhere: `owl:sameAs`, its codes as Wikidata says them of it (P297 and
  /// P298), and where it lies (WGS 84). Of what was imported by an IRI, which says already what it is, only where.
  func properties(of id: EntityID, in graph: some GraphView) -> [(name: RDFValue, value: RDFValue)] {
    guard let identity = identity(of: id, in: graph) else { return [] }
    let places = identity.place.map { [("lat", $0.latitude), ("long", $0.longitude)] } ?? []
    let place = places.map { (RDFValue.wgs84($0), RDFValue.typed($1, "decimal")) }
    if graph.aliases(of: id).contains(where: { $0.rule == GraphContent.Alias.iriRule }) { return place }
    let codes = [("P297", identity.alpha2), ("P298", identity.alpha3)]
    return identity.sameAs.map { (.sameAs, RDFValue(term: RDFTerm.absolute($0))) }
      + codes.compactMap { name, code in code.map { (.wikidata(name), .literal($0)) } } + place
  }
}
