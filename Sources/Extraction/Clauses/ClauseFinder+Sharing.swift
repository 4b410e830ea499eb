import Language

/// What verbs that are coordinated have in common.
extension ClauseFinder {
  /// `signed, sealed and ratified the deal`: the object after the last verb belongs to those right before it, too.
  func shareObject(of clause: Clause, in list: inout ClauseList) {
    guard clause.link == .conjunct, clause.form == .verbal, !clause.isPassive, let object = clause.object,
      let governor = clause.governor, governor < clause.predicate, object > clause.predicate
    else { return }
    var next = clause.predicate
    let verbs = [governor] + tree.children(of: governor, .conjunct).filter { $0 < clause.predicate }
    for verb in verbs.sorted().reversed() {
      guard let earlier = list.clause(ofPredicate: verb), earlier.form == .verbal, !earlier.isPassive,
        earlier.object == nil, earlier.obliques.isEmpty, earlier.complements.isEmpty,
        // `escaped and phoned the police`.
        !lexicon.frames.happensToSubject(document.lemma(of: document.tokens[verb])),
        (verb + 1..<next).allSatisfy({ $0 == earlier.particle || isBetweenVerbs($0) })
      else { return }
      list.setObject(object, ofPredicate: verb)
      next = verb
    }
  }

  /// `were killed and three injured in a fire`: where it was and who did it, both were.
  func shareObliques(of clause: Clause, in list: inout ClauseList) {
    guard clause.link == .conjunct, clause.isPassive, let governor = clause.governor, governor < clause.predicate,
      var earlier = list.clause(ofPredicate: governor), earlier.isPassive,
      !earlier.obliques.contains(where: { Self.settings.contains($0.preposition) || $0.head > clause.predicate }),
      earlier.agent == nil, earlier.object == nil, earlier.complements.isEmpty,
      clause.subjectSource == .conjunct || clause.subject.map(isCount) ?? false,
      let start = tree.span(of: clause.predicate).first,
      start > governor
    else { return }
    // Where trees cross, a phrase of the first verb may stand among the words of the second.
    let end = (earlier.obliques.map(\.head).max() ?? governor) + 1
    guard end <= start, (end..<start).allSatisfy({ isBetweenVerbs($0) }) else { return }
    let shared = clause.obliques.filter { $0.head > clause.predicate && Self.settings.contains($0.preposition) }
    earlier.obliques += shared
    if clause.subjectSource == .conjunct { earlier.agent = clause.agent }
    list.replace(earlier)
  }

  /// Prepositions of where and when something happens.
  private static let settings: Set<String> = ["after", "at", "during", "in", "near"]

  /// `seven`, `at least 40 others`.
  private func isCount(_ token: Int) -> Bool {
    document.tokens[token].tag == .numeral || tree.child(of: token, .numericModifier) != nil
      || document.form(of: document.tokens[token]) == "others"
  }

  /// A comma or conjunction, or an adverb or auxiliary of the next verb.
  private func isBetweenVerbs(_ token: Int) -> Bool {
    [.punctuation, .coordinatingConjunction, .adverb].contains(document.tokens[token].tag)
  }
}
