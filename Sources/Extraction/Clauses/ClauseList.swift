/// The clauses of a document, to be looked up by the token of their predicate.
package struct ClauseList: Sendable {
  package private(set) var clauses: [Clause] = []
  private var indexAt: [Int32]

  package init(tokenCount: Int) { indexAt = [Int32](repeating: -1, count: tokenCount) }

  package mutating func append(_ clause: Clause) {
    indexAt[clause.predicate] = Int32(clauses.count)
    clauses.append(clause)
  }

  /// Gives the clause of `predicate` the object `object`.
  package mutating func setObject(_ object: Int, ofPredicate predicate: Int) {
    if let index = index(ofPredicate: predicate) { clauses[index].object = object }
  }

  /// The position in ``clauses`` of the clause with that predicate; nil when the token predicates nothing.
  package func index(ofPredicate token: Int) -> Int? {
    let index = indexAt[token]
    return index < 0 ? nil : Int(index)
  }

  /// The clause with that predicate; nil when the token predicates nothing.
  package func clause(ofPredicate token: Int) -> Clause? { index(ofPredicate: token).map { clauses[$0] } }
}
