import Language

/// The minimal style: each object and each phrase has a fact of its own, members of lists too.
extension OpenFactReader {
  mutating func readMinimal(_ clause: Clause) {
    guard let subject = subject(of: clause), !clause.isExistential, !predicatesClause(clause) else { return }
    let relation = group.tokens(of: clause)
    guard !relation.isEmpty else { return }
    for subject in members(subject) {
      let grounds = grounds(of: clause, subject: subject)
      let words = phrases.tokens(of: subject, .identifying)
      var carried: [Int] = []
      if clause.form == .copular, clause.copula == nil || clause.complements.isEmpty {
        let prepositions = caseMarkers(of: clause.predicate)
        for noun in members(clause.predicate) where noun == clause.predicate || list.index(ofPredicate: noun) == nil {
          emit(
            words, relation + prepositions, [phrases.tokens(of: noun, .identifying)], grounds.adding(.identity, noun))
          chain(words, relation + prepositions, noun, grounds, depth: 0)
        }
        carried = prepositions + phrases.tokens(of: clause.predicate, .core)
      } else if clause.form == .copular {
        continue
      } else if let object = clause.object {
        if let receiver = clause.indirectObject {
          emit(
            words, relation, [phrases.tokens(of: receiver, .identifying)], grounds.adding(.indirectObject, receiver))
          carried = phrases.tokens(of: receiver, .core)
        }
        for noun in members(object) {
          emit(words, relation + carried, [phrases.tokens(of: noun, .identifying)], grounds.adding(.object, noun))
          chain(words, relation + carried, noun, grounds, depth: 0)
        }
        carried += phrases.tokens(of: object, .core)
      }
      carried += complement(of: clause)
      for adverbial in adverbials(of: clause) {
        let start = relation + carried + caseMarkers(of: adverbial)
        for noun in members(adverbial) {
          if !isPartOfPreposition(noun) {
            emit(words, start, [phrases.tokens(of: noun, .identifying)], grounds.adding(.oblique, noun))
          }
          chain(words, start, noun, grounds.adding(.oblique, noun), depth: 0)
        }
      }
    }
  }

  /// `the difference is that …`: a clause is no noun.
  private func predicatesClause(_ clause: Clause) -> Bool {
    clause.form == .copular && tree.child(of: clause.predicate, .outerSubject) != nil
  }

  /// `in respect of literature`: a bare noun between two prepositions makes one of them.
  private func isPartOfPreposition(_ noun: Int) -> Bool {
    document.tokens[noun].fineTag == .singularNoun && phrases.tokens(of: noun, .core) == [noun]
      && tree.child(of: noun, .nominalModifier).map { $0 > noun && !caseMarkers(of: $0).isEmpty } ?? false
  }

  /// The phrases inside a phrase, each with a fact of its own: `became a justice of | the High Court`.
  private mutating func chain(_ subject: [Int], _ relation: [Int], _ noun: Int, _ grounds: Grounds, depth: Int) {
    guard depth < 3 else { return }
    chainParticiple(subject, relation, noun, grounds)
    for inner in tree.children(of: noun, .nominalModifier) where inner > noun {
      let markers = caseMarkers(of: inner)
      guard !markers.isEmpty else { continue }
      let start = relation + phrases.tokens(of: noun, .core) + markers
      for member in members(inner) {
        if !isPartOfPreposition(member) {
          emit(subject, start, [phrases.tokens(of: member, .identifying)], grounds.adding(.chain, member))
        }
        chain(subject, start, member, grounds.adding(.chain, member), depth: depth + 1)
      }
    }
  }

  /// A participle inside a phrase: `deals with cases involving | trade sanctions`.
  private mutating func chainParticiple(_ subject: [Int], _ relation: [Int], _ noun: Int, _ grounds: Grounds) {
    for inner in tree.children(of: noun, .clausalModifier) {
      guard let clause = list.clause(ofPredicate: inner), clause.link == .participial, let object = clause.object else {
        continue
      }
      let start = relation + phrases.tokens(of: noun, .core) + group.tokens(of: clause)
      for member in members(object) {
        emit(subject, start, [phrases.tokens(of: member, .identifying)], grounds.adding(.chainParticiple, member))
      }
    }
  }
}
