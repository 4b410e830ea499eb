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
      arguments.append(phrases.clause(complement))
    }
    for adverbial in adverbials(of: clause) {
      let (markers, words) = (caseMarkers(of: adverbial), phrases.tokens(of: adverbial, .whole))
      // The first phrase is the object of a verb without one: `returned to | Cleveland`.
      if arguments.isEmpty { relation += markers }
      arguments.append(arguments.isEmpty ? words : markers + words)
    }
    let first = clause.form == .copular ? clause.predicate : clause.indirectObject == nil ? clause.object : nil
    for subject in members(subject) {
      let words = phrases.tokens(of: subject, .phrases)
      let grounds = grounds(of: clause, subject: subject).adding("arguments \(min(arguments.count, 4))")
      guard let first else {
        emit(words, relation, arguments, grounds.adding(clause.obliques.isEmpty ? "complement" : "oblique"))
        continue
      }
      for member in members(first) {
        arguments[0] = phrases.tokens(of: member, .phrases)
        emit(words, relation, arguments, grounds.adding(clause.form == .copular ? "identity" : "object", member))
      }
    }
    readParts(of: clause, group, subject)
  }

  /// Each adverbial of a clause with an object once more, as a fact of its own.
  private mutating func readParts(of clause: Clause, _ group: [Int], _ subject: Int) {
    let words = phrases.tokens(of: subject, .phrases)
    let object = clause.object.map { phrases.tokens(of: $0, .core) } ?? []
    for (number, adverbial) in adverbials(of: clause).enumerated() where number > 0 || !object.isEmpty {
      emit(
        words, group + object + caseMarkers(of: adverbial), [phrases.tokens(of: adverbial, .phrases)],
        grounds(of: clause, subject: subject).adding(Self.part, adverbial))
    }
  }

  /// Facts that noun phrases imply; the relation is no word of the sentence: `be`, of any tense, and `has`.
  mutating func readNominals() {
    for token in document.tokens.indices {
      let word = document.tokens[token]
      guard word.head != Token.noHead else { continue }
      let head = Int(word.head)
      switch word.relation {
      case .apposition:
        emit(
          phrases.tokens(of: head, .phrases), "be", [phrases.tokens(of: token, .phrases)],
          Grounds(rules: ["apposition"], words: [head, token]))
      case .possessive where word.tag != .pronoun:
        let owner = phrases.tokens(of: token, .phrases).filter {
          document.tokens[$0].fineTag != .possessiveEnding
        }
        let owned = phrases.tokens(of: head, .phrases).filter { $0 > tree.span(of: token).upperBound - 1 }
        emit(owner, "has", [owned], Grounds(rules: ["possessive"], words: [head, token]))
      default: break
      }
    }
  }
}
