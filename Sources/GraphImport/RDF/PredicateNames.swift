internal import Bytes
internal import GraphModel
internal import GraphStore

/// What the predicates of RDF are called: by their labels, or else by the ends of their IRIs, or, where two would be called
/// the same, by the whole of them.
struct PredicateNames {
  private let iris: Set<String>
  private var labels: [String: [UInt8]] = [:]

  init(_ iris: [String]) { self.iris = Set(iris) }

  /// Keeps the label when it is that of a predicate.
  mutating func note(_ description: ResourceDescription) {
    if let label = description.label, case .iri(let iri) = description.term, iris.contains(iri) { labels[iri] = label }
  }

  /// The numbers in `table` of the predicates with these IRIs.
  func numbers(of iris: [String], in table: inout TripleTable) throws(ContentError) -> [UInt32] {
    let wordings = iris.map(wording)
    var uses: [[UInt8]: Int] = [:]
    for wording in wordings { uses[wording.name, default: 0] += 1 }
    var numbers: [UInt32] = []
    for (iri, wording) in zip(iris, wordings) {
      let name = uses[wording.name, default: 0] > 1 ? Array(iri.utf8) : wording.name
      let number = try table.predicate(name[...])
      if let relation = wording.relation { table.setRelation(String(decoding: relation, as: UTF8.self), of: number) }
      numbers.append(number)
    }
    return numbers
  }

  private func wording(_ iri: String) -> (name: [UInt8], relation: [UInt8]?) {
    let bytes = Array(iri.utf8)[...]
    if let relation = IRI.parts(bytes, of: "relation")?.first { return (labels[iri] ?? relation, relation) }
    if let words = IRI.parts(bytes, of: "predicate")?.first { return (words, nil) }
    return (labels[iri] ?? IRI.localName(bytes), nil)
  }
}
