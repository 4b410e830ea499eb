import GraphModel
import Language
import SchemaFiles

/// Offices by nouns for them and for the time in which they are held: `the presidency of Chile`, `her term as mayor`.
extension EventBuilder {
  /// `Lindau's term as president of the association ended on Monday`; false for other clauses.
  mutating func proposeTerm(_ index: Int, _ agents: [Int]) -> Bool {
    let clause = list.clauses[index]
    guard lexicon.expiringVerbs.contains(namer.verb(of: clause)), clause.object == nil, let term = agents.first,
      lexicon.termNouns.contains(document.lemma(of: document.tokens[term])),
      let holder = tree.child(of: term, .possessive),
      let office = tree.children(of: term, .nominalModifier).first(where: {
        $0 > term && phrases.preposition(of: $0) == "as" && namer.isOffice($0)
      })
    else { return false }
    tell(office, of: [holder], index, .ends)
    return true
  }

  /// `Alba handed over command of the navy to Prado`, `Moe assumed the presidency of Chile`; false for other clauses.
  mutating func proposeHandover(_ index: Int, _ agents: [Int]) -> Bool {
    let clause = list.clauses[index]
    guard !clause.isPassive, let object = clause.object,
      let office = lexicon.officesByNoun[document.lemma(of: document.tokens[object])],
      let body = owner(ofOffice: object)
    else { return false }
    let verb = namer.verb(of: clause)
    if lexicon.handingVerbs.contains(verb) {
      let receivers =
        clause.obliques.filter { $0.preposition == "to" }.map(\.head) + [clause.indirectObject].compactMap { $0 }
      let successors = receivers.flatMap { heads($0) }.filter(isSomebody)
      guard !successors.isEmpty else { return false }
      tell(office, of: agents, in: body, at: object, index, .ends)
      tell(office, of: successors, in: body, at: object, index, .begins)
      return true
    }
    if lexicon.takingVerbs.contains(verb) {
      tell(office, of: agents, in: body, at: object, index, .begins)
      return true
    }
    guard
      lexicon.losingVerbs.contains(verb)
        || lexicon.tenureVerbs[verb] == .ends && !lexicon.officeGivers.contains(verb)
    else { return false }
    tell(office, of: agents, in: body, at: object, index, .ends)
    return true
  }

  /// Chile of `the presidency of Chile` and `Chile's presidency`.
  private func owner(ofOffice noun: Int) -> Int? {
    tree.child(of: noun, .possessive)
      ?? tree.children(of: noun, .nominalModifier).first { $0 > noun && phrases.preposition(of: $0) == "of" }
  }

  private mutating func tell(
    _ office: String, of holders: [Int], in body: Int, at noun: Int, _ index: Int, _ tenure: Tenure
  ) {
    guard holders.contains(where: isSomebody) else { return }
    let told = events.count
    let phrase = PredicatePhrase(
      name: "be \(office) of", keys: namer.officeKeys(office), bytes: namer.bytes([noun]))
    emit(holders, phrase, [body], office: office, clause: index, rules: list.clauses[index].rules + [.role])
    setTenure(told, index, tenure)
  }
}
