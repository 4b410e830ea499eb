internal import GraphModel
internal import GraphStore

extension PredicateNames {
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
}
