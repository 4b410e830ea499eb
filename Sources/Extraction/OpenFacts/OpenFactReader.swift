import Language

/// Words the clauses of a document as open facts in one of the styles.
struct OpenFactReader: ReadsDocument {
  let reading: Reading
  let lexicon: Lexicon
  let list: ClauseList
  let style: WordingStyle
  let phrases: PhraseWords
  let group: VerbGroup
  private(set) var facts: [OpenFact] = []
  private let model = ConfidenceModel(.openFacts)

  init(_ reading: Reading, lexicon: Lexicon, style: WordingStyle) {
    self.reading = reading
    self.lexicon = lexicon
    self.style = style
    list = ClauseFinder(reading, lexicon: lexicon).clauses()
    phrases = PhraseWords(reading: reading)
    group = VerbGroup(
      reading: reading, lexicon: lexicon, list: list, phrases: phrases, style: style)
  }

  /// The facts, sentence by sentence.
  mutating func read() -> [OpenFact] {
    for clause in list.clauses {
      switch style {
      case .minimal: readMinimal(clause)
      case .full: readFull(clause)
      }
    }
    if style == .full { readNominals() }
    return facts
  }

  // MARK: - Arguments

  /// What is said of `a think tank` in `the institute is a think tank founded in Lausanne` is said of the institute.
  func subject(of clause: Clause) -> Int? {
    guard let subject = clause.subject, clause.subjectSource == .antecedent,
      let whole = list.clause(ofPredicate: subject),
      whole.form == .copular
    else { return clause.subject }
    return whole.subject ?? subject
  }

  /// The prepositional and bare phrases of a clause, the agent of a passive among them.
  func adverbials(of clause: Clause) -> [Int] { clause.obliques.map(\.head) + (clause.agent.map { [$0] } ?? []) }

  /// The noun or adjective that completes the verb: `renamed Jones`, `considered to be the patron saint`.
  func complement(of clause: Clause) -> [Int] {
    for token in clause.complements {
      guard let inner = list.clause(ofPredicate: token), inner.form == .copular, inner.link == .openComplement else {
        continue
      }
      let markers = tree.children(of: token, .marker)
      return markers + (inner.copula.map { [$0] } ?? []) + phrases.tokens(of: token, .core)
    }
    return []
  }

  /// The members of a list, each of which has a fact of its own.
  func members(_ head: Int) -> [Int] {
    tree.conjuncts(of: head).filter { $0 == head || list.index(ofPredicate: $0) == nil }
  }

  func caseMarkers(of head: Int) -> [Int] {
    tree.children(of: head, .caseMarker).filter { document.tokens[$0].fineTag != .possessiveEnding }.flatMap { marker in
      [marker] + tree.children(of: marker, .fixed)
    }.sorted()
  }

  // MARK: - Emission

  mutating func emit(_ subject: [Int], _ relation: [Int], _ objects: [[Int]], _ grounds: Grounds) {
    guard !relation.isEmpty else { return }
    emit(subject, text(relation), objects, grounds)
  }

  /// - Parameter relation: words of the sentence, or what a noun phrase implies.
  mutating func emit(_ subject: [Int], _ relation: String, _ objects: [[Int]], _ grounds: Grounds) {
    guard !subject.isEmpty, !objects.isEmpty, objects.allSatisfy({ !$0.isEmpty }), let word = grounds.words.last else {
      return
    }
    add(
      OpenFact(
        sentence: Int(reading.sentenceAt[word]), subject: text(subject), relation: relation, objects: objects.map(text),
        confidence: model.confidence(grounds, in: document) / (grounds.rules.contains(.part) ? 2 : 1),
        signs: grounds.signs(in: document)))
  }

  /// The grounds of a clause; objects add themselves.
  func grounds(of clause: Clause, subject: Int) -> Grounds {
    Grounds(rules: clause.rules, shape: ["link \(clause.link)"], words: [subject, clause.predicate])
  }

  /// Adds a fact that the sentence does not have yet.
  mutating func add(_ fact: OpenFact) {
    let known = facts.reversed().prefix { $0.sentence == fact.sentence }
    guard
      !known.contains(where: {
        $0.subject == fact.subject && $0.relation == fact.relation && $0.objects == fact.objects
      })
    else { return }
    facts.append(fact)
  }

  /// The words with single spaces between them.
  func text(_ tokens: [Int]) -> String {
    tokens.map { document.text(of: document.tokens[$0]) }.joined(separator: " ")
  }
}
