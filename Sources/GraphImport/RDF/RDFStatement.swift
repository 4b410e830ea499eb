/// One triple of RDF, its terms spelled out.
struct RDFStatement {
  enum Term {
    case iri(String)
    case blank(String)
    /// `datatype` is an IRI, nil for plain text; `language` is a tag in lower case.
    case literal(String, datatype: String?, language: String?)

    /// The term of a ``key``.
    init(key: ArraySlice<UInt8>) {
      let rest = key.dropFirst()
      switch key.first {
      case 0: self = .iri(String(decoding: rest, as: UTF8.self))
      case 1: self = .blank(String(decoding: rest, as: UTF8.self))
      default:
        let parts = rest.split(separator: 0xFF, omittingEmptySubsequences: false).map {
          String(decoding: $0, as: UTF8.self)
        }
        func part(_ number: Int) -> String? { number < parts.count && !parts[number].isEmpty ? parts[number] : nil }
        self = .literal(part(0) ?? "", datatype: part(1), language: part(2))
      }
    }

    /// The IRI, the name of the blank node, or the text.
    var text: String {
      switch self {
      case .iri(let text), .blank(let text), .literal(let text, _, _): text
      }
    }

    /// The IRI of a literal's datatype.
    var datatype: String? { if case .literal(_, let datatype, _) = self { datatype } else { nil } }

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
