import Language

/// The words by which the graph names an argument that is no name.
package struct Phrase: Sendable, Equatable {
  /// The words as written, without determiners: `U.S. commitment`.
  package var name: String
  /// Lower case: phrases with equal keys are one node. Number counts: `companies` are not `company`.
  package var key: String
  /// From the first to the last of these words, in bytes of the document.
  package var bytes: Range<UInt32>
}

/// Cuts a noun phrase down to what identifies its referent: the head with its modifiers before it and its `of` phrase.
package struct PhraseReader: ReadsDocument {
  let reading: Reading
  let lexicon: Lexicon

  package init(_ reading: Reading, lexicon: Lexicon) {
    self.reading = reading
    self.lexicon = lexicon
  }

  /// The phrase headed by `head`; the words of `possessor`, a child before it, left out.
  ///
  /// - Parameters:
  ///   - asOne: whether one of several is meant: `American journalist` of `American journalists`.
  ///   - names: by the heads of phrases behind it, what to write for them: `needs of Iran` of `needs of the country`.
  /// - Complexity: O(size of the subtree).
  package func phrase(
    at head: Int, without possessor: Int? = nil, asOne: Bool = false, naming names: [Int: String] = [:]
  ) -> Phrase {
    var words: [Int] = []
    collect(head, depth: 0, into: &words)
    for name in names.keys {
      let (marker, span) = (tree.child(of: name, .caseMarker), tree.span(of: name))
      // Where lines of the tree cross, a span may reach back over the head.
      words.removeAll { $0 > head && span.contains($0) && $0 != name && $0 != marker }
    }
    if let possessor {
      // A span may reach over the head, where lines of the tree cross.
      let span = tree.span(of: possessor)
      words.removeAll { $0 < head && span.contains($0) }
    }
    words.sort()
    trim(&words, head: head, naming: names)
    // `at least $3bn`.
    if document.tokens[head].tag == .symbol {
      let bound = exactness(before: words[0])
      // `around $4m`, where the bound is the preposition.
      if !bound.contains(where: {
        document.tokens[$0].head == Int32(head) && document.tokens[$0].relation == .caseMarker
      }) {
        words = bound + words
      }
    }
    let one = asOne ? head : nil
    let name = withoutCapital(text(of: words, asOne: one, naming: names), beginningWith: words[0])
    let key = words.map { word in
      let token = document.tokens[word]
      if let name = names[word] { return name.lowercased() }
      return word == one ? document.lemma(of: token) : document.form(of: token)
    }.joined(separator: " ")
    let bytes = document.tokens[words[0]].start..<document.tokens[words[words.count - 1]].end
    return Phrase(name: name, key: key, bytes: bytes)
  }

  /// Bytes of everything that the phrase's subtree covers, without a trailing clause.
  package func wholeBytes(at head: Int) -> Range<UInt32> {
    var first = head
    var last = head
    var pending = [head]
    while let next = pending.popLast() {
      first = min(first, next)
      last = max(last, next)
      for child in tree.children(of: next).lazy.map(Int.init) {
        switch document.tokens[child].relation {
        case .relativeClause, .clausalModifier, .conjunct, .coordinator, .apposition, .punctuation, .parataxis,
          .caseMarker, .copula, .subject, .passiveSubject, .auxiliary, .adverbialClause, .marker, .clausalComplement,
          .openComplement:
          continue
        default: pending.append(child)
        }
      }
    }
    return document.tokens[first].start..<document.tokens[last].end
  }

  /// The preposition of a phrase, lower case, with its fixed parts; empty when it has none.
  package func preposition(of head: Int) -> String { prepositionAndMarker(of: head).words }

  /// The preposition of a phrase and its first token.
  package func prepositionAndMarker(of head: Int) -> (words: String, marker: Int?) {
    ClauseFinder(reading, lexicon: lexicon).preposition(of: head)
  }

  /// The possessive pronoun before a noun, `her` of `her company`; nil when there is none.
  package func possessivePronoun(of head: Int) -> Int? {
    tree.children(of: head, .possessive).first { document.tokens[$0].tag == .pronoun }
  }

  // MARK: - Which words

  private func collect(_ head: Int, depth: Int, into words: inout [Int]) {
    words.append(head)
    for child in tree.children(of: head).lazy.map(Int.init) {
      let word = document.tokens[child]
      switch word.relation {
      case .compound, .flat, .numericModifier, .fixed, .goesWith, .unmarkedNominalModifier:
        // `10:20 pm`.
        if word.relation != .unmarkedNominalModifier || child < head || Self.halves.contains(document.lemma(of: word)) {
          collectAll(child, into: &words)
        }
      case .descriptiveModifier:
        if child < head { collectAll(child, into: &words) }
      case .adjectivalModifier:
        if child < head, !isDroppable(child) { collectAll(child, into: &words) }
      case .possessive:
        if word.tag != .pronoun, depth == 0 || word.tag == .properNoun || isOneName(child, head) {
          collectPossessor(child, into: &words)
        }
      case .adverbialModifier:
        if tree.span(of: child).upperBound == head || child + 1 == head,
          [.adjective, .numeral, .symbol].contains(document.tokens[head].tag),
          !lexicon.negations.contains(word.lemma == 0 ? "" : document.lemma(of: word))
        {
          collectAll(child, into: &words)
        }
      case .nominalModifier:
        if child > head, depth < 2, isOfPhrase(child) || isComplement(child, of: head) {
          if let members = list(child) {
            words += members
            continue
          }
          if let marker = tree.child(of: child, .caseMarker) { words.append(marker) }
          collect(child, depth: depth + 1, into: &words)
        } else if child > head, depth < 2 {
          words += restriction(child, of: head) ?? place(child, ofBody: head) ?? 0..<0
        }
      case .clausalModifier: words += contentClause(child, of: head)
      case .relativeClause where isSingled(head): words += singlingClause(child, of: head)
      // `posts 542 and 543`.
      case .apposition where word.tag == .numeral && child == head + 1: collectAll(child, into: &words)
      default: break
      }
    }
  }

  /// The whole premodifier, but no clause, determiner or stray punctuation at its edges.
  func collectAll(_ token: Int, into words: inout [Int]) {
    words.append(token)
    for child in tree.children(of: token).lazy.map(Int.init) {
      switch document.tokens[child].relation {
      case .relativeClause, .clausalModifier, .determiner, .parataxis, .apposition, .clausalComplement, .openComplement,
        .adverbialClause:
        continue
      case .punctuation:
        // A hyphen inside a word, a comma inside a list of adjectives.
        if document.tokens[child].fineTag == .hyphen { words.append(child) }
      case .coordinator:
        if document.tokens[token].relation == .conjunct { words.append(child) }
      // `by COO Steve Ritchie`: a parser may hang the preposition of the phrase on its first word.
      case .caseMarker where isPreposition(child) && document.tokens[token].relation != .nominalModifier: continue
      default: collectAll(child, into: &words)
      }
    }
  }

  private func isPreposition(_ token: Int) -> Bool {
    document.tokens[token].tag == .adposition && document.tokens[token].flags.contains(.spaceAfter)
  }

  /// The clause that says what a plan is for or a charge about: `decision to leave the pact`, `risk of losing power`;
  /// empty for others, and for those of more than ``longestContentClause`` words, which are read in the sentence.
  private func contentClause(_ predicate: Int, of noun: Int) -> [Int] {
    let span = tree.span(of: predicate)
    guard document.tokens[noun].tag == .noun, span.lowerBound > noun, let first = span.first else { return [] }
    let lemma = document.lemma(of: document.tokens[noun])
    let isInfinitive =
      document.tokens[predicate].fineTag == .baseVerb && document.tokens[first].fineTag == .infinitival
      && (lexicon.nounEffect(of: lemma) != nil || lexicon.frames.verb(ofNoun: lemma) != nil || isSingled(noun))
    let opening = document.form(of: document.tokens[first])
    let isGerund =
      document.tokens[predicate].fineTag == .gerund && (opening == "of" || Self.kept.contains(opening))
    let isTold = opening == "that" && lexicon.nounEffect(of: lemma) != nil && !span.contains { isDependent($0) }
    let isRelating = lexicon.relatingVerbs.contains(document.lemma(of: document.tokens[predicate]))
    guard isInfinitive || isGerund || isTold || isRelating && first == predicate else { return [] }
    // `the importance of protecting human rights, including …`.
    let whole = span.prefix(Self.longestContentClause + 1)
    let cut =
      span.count <= Self.longestContentClause
      ? span.upperBound : whole.first { document.tokens[$0].fineTag == .comma } ?? first
    let end = (first..<cut).last { document.tokens[$0].tag != .punctuation } ?? first
    guard cut > first else { return [] }
    let words = Array(first...end)
    // A clause in the clause is told on its own.
    return words.contains { [.relativeClause, .adverbialClause].contains(document.tokens[$0].relation) } ? [] : words
  }

  /// Whether a word means what stands elsewhere: a pronoun, but no conjunction.
  private func isDependent(_ token: Int) -> Bool {
    document.tokens[token].tag == .pronoun && document.form(of: document.tokens[token]) != "that"
  }

  /// `the only group in which deaths increase`: the clause that tells which, where it is short.
  private func singlingClause(_ predicate: Int, of noun: Int) -> [Int] {
    let span = tree.span(of: predicate)
    guard document.tokens[noun].tag == .noun, span.lowerBound == noun + 1, span.count <= Self.longestContentClause,
      document.tokens[span.lowerBound].tag != .punctuation
    else { return [] }
    let end = span.last { document.tokens[$0].tag != .punctuation } ?? noun
    return Array(span.lowerBound...end)
  }

  /// `the first woman to lead the party`: without the clause it would say something else.
  func isSingled(_ noun: Int) -> Bool { ClauseFinder(reading, lexicon: lexicon).isRanked(noun) }

  /// Whether the name of `noun` has the words of the clause behind it.
  func keeps(_ predicate: Int, of noun: Int) -> Bool {
    if document.tokens[predicate].relation == .relativeClause {
      return isSingled(noun) && !singlingClause(predicate, of: noun).isEmpty
    }
    return !contentClause(predicate, of: noun).isEmpty
  }

  private static let longestContentClause = 12

  /// The halves of a day, as lemmas.
  private static let halves: Set<String> = ["a.m.", "p.m."]

  private func collectPossessor(_ possessor: Int, into words: inout [Int]) {
    collect(possessor, depth: 1, into: &words)
    // `this year's theme` is not last year's.
    if lexicon.timeNouns.contains(document.lemma(of: document.tokens[possessor])) {
      words += tree.children(of: possessor, .determiner).filter { document.form(of: document.tokens[$0]) == "this" }
    }
    for ending in tree.children(of: possessor, .caseMarker)
    where document.tokens[ending].fineTag == .possessiveEnding { words.append(ending) }
  }

  /// `People's Army` within `the Korean People's Army`.
  private func isOneName(_ first: Int, _ last: Int) -> Bool {
    first < last && document.tokens[first].entity.label != nil
      && (first + 1...last).allSatisfy { document.tokens[$0].entity.isInside }
  }

  /// Whether the name of a phrase keeps an adjective before its head.
  func keeps(modifier adjective: Int) -> Bool { !isDroppable(adjective) }

  private func isDroppable(_ token: Int) -> Bool {
    // `"Better Idea"`: in quotation marks each word counts.
    if token > 0, document.tokens[token - 1].fineTag == .openQuote { return false }
    return lexicon.droppableAdjectives.contains(document.lemma(of: document.tokens[token]))
  }

  /// Whether the name of `head` keeps a phrase behind it, because it fills a role of what the noun names:
  /// `commitment to NATO`, `talks with Russia`.
  package func isComplement(_ phrase: Int, of head: Int) -> Bool {
    let word = document.tokens[head]
    guard word.tag == .noun, document.tokens[phrase].relation == .nominalModifier, phrase > head else { return false }
    let preposition = preposition(of: phrase)
    // `prime minister from 2010 to 2013`.
    if document.tokens[phrase].entity.label == .date || isYear(phrase) { return false }
    if Self.kept.contains(preposition) { return true }
    guard !preposition.isEmpty, !Self.unkept.contains(preposition),
      let frame = lexicon.frames.frame(ofNoun: document.lemma(of: word), with: [preposition])
    else { return false }
    return lexicon.frames.isRole(preposition, of: frame)
  }

  /// Prepositions that behind a noun say what it is about, whatever it names: `testament to`, `case against`.
  private static let kept: Set<String> = ["about", "against", "to", "toward", "towards"]

  /// Prepositions that as often tell where or when, and the one before two.
  private static let unkept: Set<String> = ["at", "between", "by", "in"]

  /// The words of a short list behind a preposition: `of Egypt and Israel`; nil for other phrases.
  private func list(_ phrase: Int) -> Range<Int>? {
    tree.child(of: phrase, .conjunct) == nil ? nil : shortPhrase(phrase)
  }

  /// A phrase that tells which of many is meant, whole: `war between the Taliban and the army`, `exports from free
  /// zones`; nil for others.
  private func restriction(_ phrase: Int, of head: Int) -> Range<Int>? {
    let (noun, word) = (document.tokens[head], document.tokens[phrase])
    guard noun.tag == .noun || lexicon.officeNouns.contains(document.form(of: noun)), noun.relation != .object,
      tree.child(of: head, .copula) == nil, word.tag == .noun || word.tag == .properNoun, word.entity.label != .date,
      !lexicon.timeNouns.contains(document.lemma(of: word))
    else { return nil }
    let preposition = preposition(of: phrase)
    guard !lexicon.exemplifiers.contains(preposition), preposition != "by", let span = shortPhrase(phrase),
      span.lowerBound > head
    else { return nil }
    return span
  }

  /// `the head of the party in Haruka`: he heads no more of it.
  private func place(_ phrase: Int, ofBody body: Int) -> Range<Int>? {
    let word = document.tokens[body]
    guard word.tag == .properNoun, word.relation == .nominalModifier, word.head != Token.noHead,
      lexicon.officeNouns.contains(document.lemma(of: document.tokens[Int(word.head)])), isOfPhrase(body),
      ![.geopoliticalEntity, .location].contains(word.entity.label),
      preposition(of: phrase) == "in", document.tokens[phrase].entity.label != .date
    else { return nil }
    return shortPhrase(phrase)
  }

  /// All words of a phrase that begins with its preposition and may stand in a name; nil for others, and for those of
  /// more than ``longestRestriction``.
  private func shortPhrase(_ phrase: Int) -> Range<Int>? {
    let span = tree.span(of: phrase)
    guard span.count <= Self.longestRestriction, prepositionAndMarker(of: phrase).marker == span.lowerBound,
      span.allSatisfy(isPlain)
    else { return nil }
    return span
  }

  private static let longestRestriction = 8

  /// Whether a word may stand in a name: no clause begins with it, and it does not point outside the phrase.
  private func isPlain(_ token: Int) -> Bool {
    let word = document.tokens[token]
    switch word.relation {
    case .relativeClause, .clausalModifier, .adverbialClause, .apposition, .parataxis, .clausalComplement,
      .openComplement:
      return false
    case .determiner: return !["this", "that", "these", "those"].contains(document.form(of: word))
    default: return word.tag != .pronoun
    }
  }

  private func isOfPhrase(_ token: Int) -> Bool {
    guard let marker = tree.child(of: token, .caseMarker) else { return false }
    return document.form(of: document.tokens[marker]) == "of"
  }

  /// Takes determiners of embedded phrases along when words on both sides stay: `withdrawal of the troops`.
  private func trim(_ words: inout [Int], head: Int, naming names: [Int: String]) {
    guard let first = words.first, let last = words.last, last - first < 40 else { return }
    let kept = Set(words)
    words = (first...last).filter { token in
      if kept.contains(token) { return true }
      let word = document.tokens[token]
      switch word.fineTag {
      // `a vote of no-confidence`.
      case .determiner where !word.flags.contains(.spaceAfter): return token > first
      case .determiner, .hyphen:
        return token > first && kept.contains(token + 1) && names[Int(word.head)] == nil
      // `14 of 22 districts`.
      case .preposition: return token > first && document.tokens[token - 1].tag == .numeral && kept.contains(token + 1)
      case .coordinatingConjunction, .comma:
        return kept.contains(token + 1) && (kept.contains(token - 1))
      default: return false
      }
    }
  }

  /// The words with the spacing of the source where they adjoin, single spaces elsewhere.
  func text(of words: [Int], asOne one: Int? = nil, naming names: [Int: String] = [:]) -> String {
    var text = ""
    var previous: Int?
    for word in words {
      let token = document.tokens[word]
      if let previous, previous + 1 != word || document.tokens[previous].flags.contains(.spaceAfter) { text += " " }
      text += names[word] ?? (word == one ? document.lemma(of: token) : written(word))
      previous = word
    }
    return text
  }

  private func written(_ word: Int) -> String {
    isLargeByPlace(word) ? document.form(of: document.tokens[word]) : document.text(of: document.tokens[word])
  }

  /// A phrase with a small letter where only the beginning of a sentence gives it a capital: `New talks with Iran`.
  private func withoutCapital(_ name: String, beginningWith first: Int) -> String {
    let word = document.tokens[first]
    guard isFirst(first), [.noun, .adjective, .verb, .numeral, .adverb, .determiner].contains(word.tag),
      word.entity.label == nil || word.tag == .numeral, let letter = name.first, letter.isUppercase,
      !document.text(of: word).dropFirst().contains(where: \.isUppercase),
      !lexicon.capitalizedWords.contains(document.form(of: word))
    else { return name }
    return letter.lowercased() + name.dropFirst()
  }

  /// Whether a word begins its sentence, or does so behind a mark of quotation.
  private func isFirst(_ token: Int) -> Bool {
    let start = document.sentences[Int(reading.sentenceAt[token])].tokens.lowerBound
    return token == start || token == start + 1 && document.tokens[start].tag == .punctuation
  }

  /// `Bribes` of `Minister Arrested Over Bribes`: a common word that only the headline writes large.
  private func isLargeByPlace(_ word: Int) -> Bool {
    let token = document.tokens[word]
    let sentence = Int(reading.sentenceAt[word])
    return reading.isHeadline[sentence] && word > document.sentences[sentence].tokens.lowerBound
      && token.tag != .properNoun && token.entity == .outside
      && document.lemma(of: token).utf8.first.map { (0x61...0x7A).contains($0) } ?? false
  }
}
