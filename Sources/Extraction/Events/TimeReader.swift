import Language

/// Finds the time and place that the phrases of a clause state.
struct TimeReader: ReadsDocument {
  let reading: Reading
  let lexicon: Lexicon
  let normalizer: TimeNormalizer
  /// The document's date; nil when unknown.
  let reference: CalendarDate?

  /// `five years`, `73 months`: so much time.
  func isDuration(_ head: Int) -> Bool {
    tree.child(of: head, .numericModifier) != nil && normalizer.isUnit(document.lemma(of: document.tokens[head]))
  }

  /// Whether the phrase at `head` tells when, not what.
  func isTime(_ head: Int) -> Bool {
    let word = document.tokens[head]
    if word.entity.label == .date { return true }
    let form = document.form(of: word)
    if normalizer.isTimeWord(form) { return word.tag != .verb && word.tag != .auxiliary }
    let lemma = document.lemma(of: word)
    // `a dozen times` says how often.
    if lemma == "time", word.fineTag == .pluralNoun { return false }
    if lexicon.timeNouns.contains(lemma) { return true }
    // `by the end of the year`.
    if ["beginning", "close", "course", "end", "half", "middle", "quarter", "rest", "start"].contains(lemma) {
      return tree.children(of: head, .nominalModifier).contains { marker(of: $0) == "of" && isTime($0) }
    }
    if word.tag == .numeral, normalizer.isDate(form) { return true }
    // A bare year: `in 2024`.
    guard word.tag == .numeral, word.length == 4, let year = Int(form) else { return false }
    return (1500...2100).contains(year)
  }

  /// Whether the phrase at `head` is a time of day: `6:00am`, `9 pm`.
  func isTimeOfDay(_ head: Int) -> Bool {
    guard document.tokens[head].tag == .numeral else { return false }
    let form = document.form(of: document.tokens[head])
    if form.utf8.count <= 5, form.utf8.contains(UInt8(ascii: ":")) { return true }
    return tree.children(of: head, .unmarkedNominalModifier).contains {
      ["a.m.", "p.m."].contains(document.lemma(of: document.tokens[$0]))
    }
  }

  /// The time of a clause: normalized where the words allow, otherwise the words; nil when nothing tells it.
  func time(of clause: Clause, isFuture: Bool) -> String? {
    var words: String?
    var start: String?
    let phrases = timePhrases(of: clause)
    for (head, preposition) in phrases {
      var tokens = expression(at: head)
      // `on the first Monday in April`: a parser may hang the month on the verb.
      if normalizer.lacksMonth(tokens.map { document.form(of: document.tokens[$0]) }) {
        tokens += phrases.filter { $0.preposition == "in" && $0.head > head }.flatMap { expression(at: $0.head) }
      }
      let forms = tokens.map { document.form(of: document.tokens[$0]) }
      guard let iso = normalize(forms, of: clause, preposition, isFuture: isFuture) else {
        if normalizer.points(forms) {
          words = words ?? tokens.map { document.text(of: document.tokens[$0]) }.joined(separator: " ")
        }
        continue
      }
      switch preposition {
      case "before", "after":
        if let day = dayBeside(head, preposition, iso) { return day }
        if preposition == "before" { return Self.interval("..", iso) }
        return start.map { Self.interval($0, "..") } ?? iso
      case "from" where start == nil: start = iso
      case "between":
        guard let end = second(of: head) else { return iso }
        return Self.interval(iso, end)
      case "to", "until", "till", "through":
        return start.map { Self.interval($0, iso) } ?? Self.interval("..", iso)
      case "since": return Self.interval(iso, "..")
      case "by": return Self.interval("..", iso)
      default: return start.map { Self.interval($0, "..") } ?? iso
      }
    }
    return start.map { Self.interval($0, "..") } ?? words
  }

  /// The day that words of a clause mean; `was scheduled for October 15`, `was expected to pass on Wednesday`, `was
  /// freed until October` is the nearest one, past or to come.
  private func normalize(_ forms: [String], of clause: Clause, _ preposition: String, isFuture: Bool) -> String? {
    func day(isFuture: Bool) -> String? { normalizer.normalize(forms, reference: reference, isFuture: isFuture) }
    let isEnd = ["till", "until"].contains(preposition) && normalizer.hasMonth(forms)
    let isScheduled =
      clause.isPassive && lexicon.schedulingVerbs.contains(document.lemma(of: document.tokens[clause.predicate]))
    guard let reference, isFuture ? wasAhead(clause) : isEnd || isScheduled,
      let last = day(isFuture: false), let next = day(isFuture: true), next != last,
      let past = CalendarDate.days(iso: last), let ahead = CalendarDate.days(iso: next)
    else { return day(isFuture: isFuture) }
    let now = reference.dayNumber
    return ahead.lowerBound - now < now - past.upperBound ? next : last
  }

  /// `was expected to pass`: to come then, and by now perhaps no more.
  private func wasAhead(_ clause: Clause) -> Bool {
    // `predicted it would pass on Wednesday`.
    if tree.children(of: clause.predicate, .auxiliary).contains(where: {
      document.form(of: document.tokens[$0]) == "would"
    }) {
      return true
    }
    guard clause.link == .openComplement, let governor = clause.governor else { return false }
    return tree.children(of: governor, .passiveAuxiliary).contains {
      document.tokens[$0].fineTag == .pastVerb
    }
  }

  /// `the day before yesterday`; nil for others.
  private func dayBeside(_ head: Int, _ preposition: String, _ iso: String) -> String? {
    guard let marker = tree.child(of: head, .caseMarker), marker > 0, let date = CalendarDate(iso: iso),
      normalizer.isDay(document.form(of: document.tokens[marker - 1]))
    else { return nil }
    return date.adding(days: preposition == "before" ? -1 : 1).iso
  }

  /// The end of `between 2015 and 2019`.
  private func second(of head: Int) -> String? {
    tree.children(of: head, .conjunct).lazy.filter(isTime).compactMap { end in
      normalizer.normalize(
        expression(at: end).map { document.form(of: document.tokens[$0]) }, reference: reference, isFuture: false)
    }.first
  }

  /// The phrases that tell when, each with its preposition, in text order.
  private func timePhrases(of clause: Clause) -> [(head: Int, preposition: String)] {
    var found = clause.obliques.filter {
      !$0.preposition.isEmpty || !isRate($0.head) && !isYearOfName($0.head, max($0.head - 1, 0))
    }
    .map { (head: $0.head, preposition: $0.preposition) }
    for child in tree.children(of: clause.predicate, .adverbialModifier) {
      let form = document.form(of: document.tokens[child])
      if form == "ago" || normalizer.isTimeWord(form) { found.append((child, "")) }
    }
    // `will move the refugees, starting in November`.
    for start in tree.children(of: clause.predicate, .adverbialClause) where isStart(start) {
      found += tree.children(of: start).lazy.map(Int.init).filter { $0 > start && isTime($0) }.map { ($0, "from") }
    }
    for argument in [clause.object, clause.subject].compactMap({ $0 }) {
      // Not `2 million visitors a year`.
      // Nor `the World Cup 2018`.
      found += tree.children(of: argument, .unmarkedNominalModifier).filter {
        !isRate($0) && !isYearOfName($0, argument)
      }
      .map { ($0, "") }
    }
    // `was prime minister from 2010 to 2013`.
    if clause.form == .copular, document.tokens[clause.predicate].tag == .noun {
      found += tree.children(of: clause.predicate, .nominalModifier).filter { $0 > clause.predicate && isTime($0) }
        .map { ($0, marker(of: $0)) }
    }
    // `from 2014 to 2018`: the end may hang on the beginning.
    found += found.filter { isTime($0.head) }.flatMap { phrase in
      tree.children(of: phrase.head, .nominalModifier).map { ($0, marker(of: $0)) }
    }
    return found.filter { isTime($0.head) || document.form(of: document.tokens[$0.head]) == "ago" }
  }

  /// `a year`, but not `a year ago`.
  private func isRate(_ head: Int) -> Bool {
    let isShifted = tree.children(of: head).contains {
      ["ago", "earlier", "later"].contains(document.form(of: document.tokens[Int($0)]))
    }
    return !isShifted
      && tree.child(of: head, .determiner).map { ["a", "an"].contains(document.form(of: document.tokens[$0])) } ?? false
  }

  /// `starting`, `beginning`, of which only the time is said.
  func isStart(_ verb: Int) -> Bool {
    document.tokens[verb].fineTag == .gerund
      && lexicon.beginningVerbs.contains(document.lemma(of: document.tokens[verb]))
      && tree.child(of: verb, .object) == nil && tree.child(of: verb, .subject) == nil
  }

  private func isYearOfName(_ token: Int, _ name: Int) -> Bool {
    document.tokens[token].tag == .numeral && document.tokens[name].tag == .properNoun && token == name + 1
  }

  private func marker(of head: Int) -> String {
    tree.child(of: head, .caseMarker).map { document.form(of: document.tokens[$0]) } ?? ""
  }

  /// ISO 8601-2, `..` for an open end; of two periods from the first day of the one to the last of the other.
  private static func interval(_ start: String, _ end: String) -> String {
    let first = start == ".." ? start : String(start.split(separator: "/").first ?? "..")
    let last = end == ".." ? end : String(end.split(separator: "/").last ?? "..")
    return "\(first)/\(last)"
  }

  /// Whether a clause tells of what is still to come when it is written: nothing in it is in the past tense.
  func isAhead(_ clause: Clause) -> Bool {
    let isPast = [.pastVerb, .pastParticiple].contains(document.tokens[clause.predicate].fineTag)
    var auxiliaries = [clause.copula]
    for child in tree.children(of: clause.predicate).lazy.map(Int.init) {
      switch document.tokens[child].relation {
      case .auxiliary, .passiveAuxiliary: auxiliaries.append(child)
      default: break
      }
    }
    let present = auxiliaries.compactMap { $0 }.map { document.tokens[$0] }
    // `denied attacking it on Friday`.
    if present.isEmpty, document.tokens[clause.predicate].fineTag == .gerund { return false }
    if present.isEmpty, isUninflected(clause) { return false }
    if present.contains(where: {
      $0.fineTag == .pastVerb || document.form(of: $0) == "has" || document.form(of: $0) == "have"
    }) {
      return false
    }
    return !isPast || present.contains { $0.fineTag != .pastVerb }
  }

  /// `Brandeis quit`: beside one person or thing only the past has the form of the lemma.
  private func isUninflected(_ clause: Clause) -> Bool {
    let verb = document.tokens[clause.predicate]
    guard let subject = clause.subject, clause.subjectSource == .own, clause.form == .verbal, verb.tag == .verb,
      verb.fineTag == .presentVerb || verb.fineTag == .baseVerb,
      document.form(of: verb) == document.lemma(of: verb), tree.conjuncts(of: subject).count == 1
    else { return false }
    return [.singularNoun, .singularProperNoun].contains(document.tokens[subject].fineTag)
  }

  /// The words of a time expression, without preposition and determiner.
  private func expression(at head: Int) -> [Int] {
    let span = tree.span(of: head)
    // `from 2014 to 2018`: the end is an expression of its own.
    let end = tree.children(of: head, .nominalModifier).filter {
      $0 > head && !["", "of", "in"].contains(marker(of: $0)) && isTime($0)
    }
    .map { tree.span(of: $0).lowerBound }.min()
    // `in 1997 and 1998`: so is each of a list.
    let next = tree.children(of: head, .conjunct).filter { $0 > head }.map { tree.span(of: $0).lowerBound }.min()
    let first = max(0, head - 6)
    let near = span.clamped(to: first..<max(first, min(head + 7, end ?? .max, next ?? .max)))
    return near.filter { token in
      switch document.tokens[token].relation {
      // `as of Saturday`.
      case .fixed: false
      case .caseMarker, .determiner, .punctuation, .marker, .coordinator:
        ["of", "this"].contains(document.form(of: document.tokens[token]))
      default: true
      }
    }
  }

  /// The named place of a clause (`in Brussels`, `at a summit in The Hague`); nil when nothing tells it.
  func place(of clause: Clause) -> Int? {
    for oblique in clause.obliques where isPlacing(oblique.preposition) {
      if isPlace(oblique.head) { return oblique.head }
    }
    for oblique in clause.obliques where oblique.preposition == "at" || oblique.preposition == "during" {
      let inner = tree.children(of: oblique.head, .nominalModifier)
      if let place = inner.first(where: { isPlace($0) && isPlacing(marker(of: $0)) }) { return place }
    }
    return nil
  }

  private func isPlacing(_ preposition: String) -> Bool { ["in", "at", "near", "outside"].contains(preposition) }

  private func isPlace(_ head: Int) -> Bool {
    let label = document.tokens[head].entity.label
    return label == .location || label == .geopoliticalEntity
  }
}
