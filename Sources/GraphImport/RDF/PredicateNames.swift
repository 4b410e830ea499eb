internal import Bytes

/// What the predicates of RDF are called: by their labels, or else by the ends of their IRIs, or, where two would be
/// called the same, by the whole of them.
struct PredicateNames {
  private let iris: Set<String>
  private var labels: [String: [UInt8]] = [:]

  init(_ iris: [String]) { self.iris = Set(iris) }

  /// Keeps the label when it is that of a predicate.
  mutating func note(_ description: ResourceDescription) {
    if let label = description.label, case .iri(let iri) = description.term, iris.contains(iri) { labels[iri] = label }
  }

  /// What the predicate `iri` is called as long as no other is called so, and its relation of the schema, or else the
  /// IRI, which exports write again.
  func wording(_ iri: String) -> (name: [UInt8], relation: [UInt8]?) {
    let bytes = Array(iri.utf8)[...]
    if let relation = IRI.parts(bytes, of: "relation")?.first { return (labels[iri] ?? relation, relation) }
    if let words = IRI.parts(bytes, of: "predicate")?.first { return (words, nil) }
    return (labels[iri] ?? IRI.localName(bytes), Array(bytes))
  }
}
