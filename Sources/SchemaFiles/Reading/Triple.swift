/// The number of an IRI or blank node in a ``TermTable``.
typealias TermID = Int32

/// One statement of a Turtle file, and the bytes from which serd read it.
struct Triple {
  enum Object {
    case term(TermID)
    case text(String, language: String?)
    /// A number, a truth value, a typed literal.
    case other
  }

  var subject: TermID
  var predicate: TermID
  var object: Object
  /// Index of the file in the load.
  var source: Int
  /// The end of the statement before, and of this one's object, in bytes.
  var start: Int
  var end: Int
}

/// The IRIs and blank nodes of a load, each once; the first are those of ``Vocabulary``, in its order.
struct TermTable {
  private(set) var terms: [String] = []
  private var identifiers: [String: TermID] = [:]

  init() {
    identifiers.reserveCapacity(2048)
    for term in Vocabulary.allCases { _ = identifier(of: term.iri) }
  }

  mutating func identifier(of term: String) -> TermID {
    if let known = identifiers[term] { return known }
    let new = TermID(terms.count)
    terms.append(term)
    identifiers[term] = new
    return new
  }

  /// The end of an IRI, after its last `#`, `/` or `:`.
  func localName(_ id: TermID) -> String {
    let term = terms[Int(id)]
    let separators: [UInt8] = [UInt8(ascii: "#"), UInt8(ascii: "/"), UInt8(ascii: ":")]
    guard let cut = term.utf8.lastIndex(where: { separators.contains($0) }) else { return term }
    return String(term[term.utf8.index(after: cut)...])
  }

  func isBlank(_ id: TermID) -> Bool { terms[Int(id)].utf8.starts(with: "_:".utf8) }
}
