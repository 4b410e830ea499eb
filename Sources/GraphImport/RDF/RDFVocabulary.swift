/// The IRIs that say something about names and types, or about statements.
enum RDFVocabulary {
  static let type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
  static let names: Set<String> = [
    "http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://schema.org/name", "http://xmlns.com/foaf/0.1/name",
  ]
  static let otherNames: Set<String> = [
    "http://www.w3.org/2004/02/skos/core#altLabel", "http://schema.org/alternateName",
  ]
  /// What `tercet export` writes for the object that an event does not have.
  static let nothing = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil"
  /// What `tercet export` says about statements.
  static let property = "urn:tercet:property:"
  static let reification: Set<String> = [
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject", "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#object",
  ]
  /// What else `tercet export` says of relations: which properties of elsewhere say nearly the same.
  static let closeMatch = "http://www.w3.org/2004/02/skos/core#closeMatch"
  static let relation = "urn:tercet:relation:"
  static let entity = "urn:tercet:entity:"

  /// Whether `tercet export` says so of an entity that has no IRI of its own: what it is in Wikidata, and the codes by
  /// which countries are known there.
  static func isIdentity(_ predicate: String, of subject: String, _ object: String) -> Bool {
    guard subject.hasPrefix(entity) else { return false }
    switch predicate {
    case "http://www.w3.org/2002/07/owl#sameAs": return object.hasPrefix("http://www.wikidata.org/entity/")
    case "http://www.wikidata.org/prop/direct/P297", "http://www.wikidata.org/prop/direct/P298": return true
    default: return false
    }
  }
  /// What `tercet export` says of statements and documents begins with one of them.
  static let descriptions = ["statement", "evidence", "document", "activity"].map { "urn:tercet:\($0):" }
  static let statement = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement"
}
