/// One triple of RDF, its terms spelled out.
struct RDFStatement {
  enum Term: Hashable {
    case iri(String)
    case blank(String)
    /// `datatype` is an IRI, nil for plain text; `language` is a tag in lower case.
    case literal(String, datatype: String?, language: String?)
  }

  var subject: Term
  /// An IRI.
  var predicate: String
  var object: Term
}
