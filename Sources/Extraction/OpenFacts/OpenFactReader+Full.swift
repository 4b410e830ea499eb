import Language

/// The full style: a clause is one fact with further arguments; only lists are split.
extension OpenFactReader {
  mutating func readFull(_ clause: Clause) {
    guard let subject = subject(of: clause), !clause.isExistential else { return }
    let group = group.tokens(of: clause)
    guard !group.isEmpty else { return }
    var relation = group
    var arguments: [[Int]] = []
    if clause.form == .copular {
      relation += caseMarkers(of: clause.predicate)
      arguments.append(phrases.tokens(of: clause.predicate, .whole))
    } else {
      arguments += [clause.indirectObject, clause.object].compactMap { $0 }.map { phrases.tokens(of: $0, .whole) }
      let complement = complement(of: clause)
      if !complement.isEmpty { arguments.append(complement) }
    }
    for complement in clause.complements where list.clause(ofPredicate: complement)?.link == .clausalComplement {
      if arguments.isEmpty { relation += phrases.introduction(of: complement) }
      arguments.append(phrases.clause(complement))
    }
    for adverbial in adverbials(of: clause) {
      let (markers, words) = (caseMarkers(of: adverbial), phrases.tokens(of: adverbial, .whole))
      // The first phrase is the object of a verb without one: `returned to | Cleveland`.
      if arguments.isEmpty { relation += markers }
      arguments.append(arguments.isEmpty ? words : markers + words)
    }
    let hasObject = clause.object != nil || clause.indirectObject != nil || !complement(of: clause).isEmpty
    let first =
      clause.form == .copular
      ? clause.predicate
      : clause.indirectObject == nil ? clause.object ?? (hasObject ? nil : loneAdverbial(of: clause)) : nil
    for subject in members(subject) {
      let words = phrases.tokens(of: subject, .phrases)
      var grounds = grounds(of: clause, subject: subject)
      grounds.shape.append("arguments \(min(arguments.count, 4))")
      guard let first else {
        emit(words, relation, arguments, grounds.adding(clause.obliques.isEmpty ? .complement : .oblique))
        continue
      }
      let rule = clause.form == .copular ? RuleName.identity : hasObject ? .object : .oblique
      for member in members(first) {
        arguments[0] = phrases.tokens(of: member, .phrases)
        emit(words, relation, arguments, grounds.adding(rule, member))
      }
    }
    readParts(of: clause, group, subject)
  }

  /// The first phrase of a verb without object and clause, which is its object here.
  private func loneAdverbial(of clause: Clause) -> Int? {
    let hasClause = clause.complements.contains { list.clause(ofPredicate: $0)?.link == .clausalComplement }
    return hasClause ? nil : adverbials(of: clause).first
  }

  /// Each adverbial of a clause with an object once more, as a fact of its own.
  private mutating func readParts(of clause: Clause, _ group: [Int], _ subject: Int) {
    let words = phrases.tokens(of: subject, .phrases)
    let object = clause.object.map { phrases.tokens(of: $0, .core) } ?? []
    for (number, adverbial) in adverbials(of: clause).enumerated() where number > 0 || !object.isEmpty {
      for member in members(adverbial) {
        emit(
          words, group + object + caseMarkers(of: adverbial), [phrases.tokens(of: member, .phrases)],
          grounds(of: clause, subject: subject).adding(.part, member))
      }
    }
  }
}
