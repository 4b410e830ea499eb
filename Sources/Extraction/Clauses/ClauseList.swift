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

  /// Puts `clause` in the place of the one with its predicate.
  package mutating func replace(_ clause: Clause) {
    if let index = index(ofPredicate: clause.predicate) { clauses[index] = clause }
  }

  /// Makes the object of a verb part of it, where the two are one in sense: `take place`.
  package mutating func joinIdioms(_ isIdiom: (_ verb: Int, _ object: Int) -> Bool) {
    for index in clauses.indices where clauses[index].form == .verbal && !clauses[index].isPassive {
      guard let object = clauses[index].object, clauses[index].particle == nil,
        isIdiom(clauses[index].predicate, object)
      else { continue }
      clauses[index].particle = object
      clauses[index].object = nil
    }
  }

  /// The position in ``clauses`` of the clause with that predicate; nil when the token predicates nothing.
  package func index(ofPredicate token: Int) -> Int? {
    let index = indexAt[token]
    return index < 0 ? nil : Int(index)
  }

  /// The clause with that predicate; nil when the token predicates nothing.
  package func clause(ofPredicate token: Int) -> Clause? { index(ofPredicate: token).map { clauses[$0] } }
}
