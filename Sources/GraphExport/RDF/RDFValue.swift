/// A term of RDF: an IRI, or a text.
enum RDFValue: Equatable {
  case iri(String)
  /// `datatype` is an IRI, nil for plain text.
  case literal(String, datatype: String? = nil)

  /// - Parameter term: an IRI as N-Triples writes it, in angle brackets.
  init(term: String) { self = .iri(String(term.dropFirst().dropLast())) }

  /// The term as N-Triples writes it.
  var ntriples: String {
    switch self {
    case .iri(let iri): "<\(iri)>"
    case .literal(let text, nil): RDFTerm.literal(text)
    case .literal(let text, let datatype?): "\(RDFTerm.literal(text))^^<\(datatype)>"
    }
  }

  /// The term as Turtle writes it, by one of `prefixes` where that can stand for it.
  func turtle(_ prefixes: [(name: String, iri: String)]) -> String {
    switch self {
    case .iri(let iri):
      for prefix in prefixes where iri.hasPrefix(prefix.iri) {
        let name = iri.dropFirst(prefix.iri.count)
        if !name.isEmpty, name.utf8.allSatisfy({ 0x61...0x7A ~= $0 | 0x20 || $0 == UInt8(ascii: "_") }) {
          return "\(prefix.name):\(name)"
        }
      }
      return ntriples
    case .literal(let text, let datatype?):
      return "\(RDFTerm.literal(text))^^\(RDFValue.iri(datatype).turtle(prefixes))"
    case .literal: return ntriples
    }
  }

  /// The value of a member of JSON-LD.
  var json: String {
    switch self {
    case .iri(let iri): "{\"@id\":\(JSONText.quoted(iri))}"
    case .literal(let text, nil): JSONText.quoted(text)
    case .literal(let text, let datatype?):
      "{\"@value\":\(JSONText.quoted(text)),\"@type\":\(JSONText.quoted(datatype))}"
    }
  }

  // MARK: - Vocabularies

  static func rdf(_ name: String) -> RDFValue { .iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#\(name)") }
  static func prov(_ name: String) -> RDFValue { .iri("http://www.w3.org/ns/prov#\(name)") }
  static func terms(_ name: String) -> RDFValue { .iri("http://purl.org/dc/terms/\(name)") }
  static func property(_ name: String) -> RDFValue { .iri("urn:tercet:property:\(name)") }
  static let sameAs = RDFValue.iri("http://www.w3.org/2002/07/owl#sameAs")
  /// A property of Wikidata, as it is said of a thing without more.
  static func wikidata(_ name: String) -> RDFValue { .iri("http://www.wikidata.org/prop/direct/\(name)") }
  /// Where something lies (https://www.w3.org/2003/01/geo/).
  static func wgs84(_ name: String) -> RDFValue { .iri("http://www.w3.org/2003/01/geo/wgs84_pos#\(name)") }
  static let label = RDFValue(term: RDFTerm.label)
  static func typed(_ text: String, _ datatype: String) -> RDFValue {
    .literal(text, datatype: "http://www.w3.org/2001/XMLSchema#\(datatype)")
  }

  /// The vocabularies of ``RDFDescription``, as Turtle and JSON-LD shorten them.
  static let prefixes: [(name: String, iri: String)] = [
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"), ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"), ("prov", "http://www.w3.org/ns/prov#"),
    ("dcterms", "http://purl.org/dc/terms/"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("property", "urn:tercet:property:"), ("owl", "http://www.w3.org/2002/07/owl#"),
    ("geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"),
  ]
}
