package import GraphExport
package import SchemaFiles

extension ExportFormat {
  /// The exporter of the format, which knows what the schema linked into the program does: what relations and entities
  /// are called elsewhere. That is read only where the format has a place for it.
  package func exporterBySchema(keepsFormulas: Bool?, limit: Int? = nil) throws(SchemaError) -> any GraphExporter {
    guard hasIdentities else { return exporter(keepsFormulas: keepsFormulas, limit: limit) }
    var relations: [Relation] = []
    var names: [KnownEntity] = []
    if isRDF {
      let schema = try Schema.embedded()
      (relations, names) = (schema.relations, schema.names)
    } else {
      names = try Schema.embeddedNames()
    }
    var identities = IdentityTable()
    for entity in names {
      let place = entity.coordinates.map { IdentityTable.Place(latitude: $0.latitude, longitude: $0.longitude) }
      let identity = IdentityTable.Identity(
        sameAs: entity.sameAs, alpha2: entity.alpha2, alpha3: entity.alpha3, place: place)
      identities.add(identity, named: entity.name, type: entity.type)
    }
    let links = Dictionary(
      relations.map { ($0.name, $0.closeMatches) }, uniquingKeysWith: { first, _ in first })
    return exporter(keepsFormulas: keepsFormulas, limit: limit, links: links, identities: identities)
  }
}
