import Language

/// Who says a clause.
extension ContextReader {
  /// Who utters a clause that no verb of speech governs: the speaker of the quotation in which it stands, the subject
  /// of `…, Rutte said`, `as Rutte put it` and `as reported by the BBC`, or the source of `according to …`.
  func speaker(around clause: Clause) -> Int? {
    // `The drug, the agency says, damages the liver`: a parser may hang it on the subject.
    let behindSubject = clause.subjectSource == .own ? clause.subject.map { tree.children(of: $0, .parataxis) } : nil
    for child in tree.children(of: clause.predicate).lazy.map(Int.init) + (behindSubject ?? []) {
      let word = document.tokens[child]
      if word.relation == .parataxis, lexicon.reportingVerbs.contains(document.lemma(of: word)),
        tree.child(of: child, .clausalComplement) == nil, let subject = tree.child(of: child, .subject)
      {
        return isAboutSubject(subject, clause) ? clause.subject : quoted(by: child) ?? subject
      }
      // `as the number continues to rise`: what goes on with an infinitive utters nothing.
      if word.relation == .adverbialClause, isSaying(child), tree.child(of: child, .openComplement) == nil,
        let marker = tree.child(of: child, .marker),
        document.form(of: document.tokens[marker]) == "as",
        let speaker = tree.child(of: child, .subject) ?? list.clause(ofPredicate: child)?.agent
      {
        return speaker
      }
    }
    if let source = clause.obliques.lazy.compactMap(\.source).first { return source }
    return quotations.first { $0.tokens.contains(clause.predicate) }?.speaker
  }

  /// `IRNA quoted the governor as saying`: the governor says it; nil for other verbs.
  func quoted(by verb: Int) -> Int? {
    guard let object = tree.child(of: verb, .object) else { return nil }
    let isQuoted = tree.children(of: verb, .adverbialClause).contains { saying in
      document.tokens[saying].fineTag == .gerund && isSaying(saying)
        && tree.children(of: saying, .marker).contains { document.form(of: document.tokens[$0]) == "as" }
    }
    return isQuoted ? object : nil
  }

  /// Whether somebody can be quoted: no sum, no day; and no farm or strike says or tells anything, which only somebody
  /// does, though it may show something.
  func hasVoice(_ speaker: Int) -> Bool {
    let word = document.tokens[speaker]
    if let label = word.entity.label, [.date, .event, .money, .percent, .quantity].contains(label) { return false }
    let lemma = document.lemma(of: word)
    guard word.tag == .noun, word.head != Token.noHead else { return true }
    let verb = document.lemma(of: document.tokens[Int(word.head)])
    if lexicon.reportingVerbs.contains(verb), !lexicon.personalVerbs.contains(verb) { return true }
    if let type = types.type(ofNoun: lemma), isMute(type) { return false }
    return !isDeed(lemma)
  }

  /// Whether the noun names what is done, and not what is said: an attack, but not a claim.
  func isDeed(_ noun: String) -> Bool {
    lexicon.frames.verb(ofNoun: noun).map { !lexicon.reportingVerbs.contains($0) } ?? false
  }

  /// Whether what has a type never speaks; a place may stand for who rules it.
  private func isMute(_ type: String) -> Bool {
    types.isA(type, .location, .quantity, .money, .percent, .date) && !types.isA(type, .geopoliticalEntity)
  }

  /// `The airline will cut jobs, it said`: the pronoun behind the clause is whom the sentence is about.
  func isAboutSubject(_ speaker: Int, _ clause: Clause) -> Bool {
    document.tokens[speaker].fineTag == .personalPronoun && clause.subject != nil && clause.predicate < speaker
      && !["i", "we"].contains(document.form(of: document.tokens[speaker])) && !isQuoted(clause)
      && !(isOfPerson(speaker) && clause.subject.map(isThing) ?? false)
  }

  private func isOfPerson(_ pronoun: Int) -> Bool {
    ["he", "she"].contains(document.form(of: document.tokens[pronoun]))
  }

  /// `The tank has lasers, he explained`: whether a noun is none for people, or a name none of somebody.
  private func isThing(_ token: Int) -> Bool {
    let word = document.tokens[token]
    if word.tag == .properNoun { return word.entity.label.map { $0 != .person } ?? false }
    return word.tag == .noun && !(types.type(ofNoun: document.lemma(of: word)).map(types.isPerson) ?? false)
  }

  /// Whether the clause stands in quotation marks.
  func isQuoted(_ clause: Clause) -> Bool { quotations.contains { $0.tokens.contains(clause.predicate) } }

  /// `say`, `put it`.
  func isSaying(_ verb: Int) -> Bool {
    let lemma = document.lemma(of: document.tokens[verb])
    if lexicon.reportingVerbs.contains(lemma) { return true }
    return lemma == "put" && tree.child(of: verb, .object).map { document.form(of: document.tokens[$0]) } == "it"
  }
}
