/// One triple of RDF, its terms spelled out.
struct RDFStatement {
  enum Term {
    case iri(String)
    case blank(String)
    /// `datatype` is an IRI, nil for plain text; `language` is a tag in lower case.
    case literal(String, datatype: String?, language: String?)

    /// Different for terms that differ in any byte, which Strings need not be.
    var key: [UInt8] {
      switch self {
      case .iri(let iri): [0] + iri.utf8
      case .blank(let name): [1] + name.utf8
      case .literal(let text, let datatype, let language):
        [2] + text.utf8 + [0xFF] + (datatype ?? "").utf8 + [0xFF] + (language ?? "").utf8
      }
    }
  }

  var subject: Term
  /// An IRI.
  var predicate: String
  var object: Term
}
