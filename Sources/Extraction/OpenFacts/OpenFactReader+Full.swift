import Language

/// The full style: a clause is one fact with further arguments; only lists are split.
extension OpenFactReader {
  /// How much less a part of a clause is to be trusted than the whole.
  private static let partConfidence = 45

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
      guard let first else {
        emit(words, relation, arguments, confidence(of: clause))
        continue
      }
      for member in members(first) {
        arguments[0] = phrases.tokens(of: member, .phrases)
        emit(words, relation, arguments, confidence(of: clause))
      }
    }
    readParts(of: clause, group, phrases.tokens(of: subject, .phrases))
  }

  /// Each adverbial of a clause with an object once more, as a fact of its own.
  private mutating func readParts(of clause: Clause, _ group: [Int], _ subject: [Int]) {
    let object = clause.object.map { phrases.tokens(of: $0, .core) } ?? []
    for (number, adverbial) in adverbials(of: clause).enumerated() where number > 0 || !object.isEmpty {
      emit(
        subject, group + object + caseMarkers(of: adverbial), phrases.tokens(of: adverbial, .phrases),
        confidence(of: clause) - Self.partConfidence)
    }
  }

  /// Facts that noun phrases imply; the relation is no word of the sentence: `be`, `have`.
  mutating func readNominals() {
    for token in document.tokens.indices {
      let word = document.tokens[token]
      guard word.head != Token.noHead else { continue }
      let head = Int(word.head)
      switch word.relation {
      case .apposition:
        imply(phrases.tokens(of: head, .phrases), "be", phrases.tokens(of: token, .phrases), at: token, 70)
      case .possessive where word.tag != .pronoun:
        let owner = phrases.tokens(of: token, .phrases).filter {
          document.tokens[$0].fineTag != .possessiveEnding
        }
        let owned = phrases.tokens(of: head, .phrases).filter { $0 > tree.span(of: token).upperBound - 1 }
        imply(owner, "have", owned, at: token, 40)
      default: break
      }
    }
  }

  private mutating func imply(_ subject: [Int], _ relation: String, _ object: [Int], at token: Int, _ confidence: Int) {
    guard !subject.isEmpty, !object.isEmpty else { return }
    add(
      OpenFact(
        sentence: Int(sentenceAt[token]), subject: text(subject), relation: relation, objects: [text(object)],
        confidence: confidence))
  }
}
