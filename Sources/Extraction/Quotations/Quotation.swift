import Language

/// A quoted passage and who utters it.
package struct Quotation: Sendable, Equatable {
  /// The words, without marks.
  package var tokens: Range<Int>
  /// Head token of the speaker; nil when the text does not say.
  package var speaker: Int?
}

/// Finds quotations that are utterances: long enough to hold a clause, with the speaker named by a verb of speech
/// nearby.
struct QuotationFinder: ReadsDocument {
  let reading: Reading
  /// Whether a lemma is that of a verb of speech.
  let isOfSpeech: (String) -> Bool
  /// Lemmas of nouns for what somebody utters, and of verbs that tell so of them: `statement`, `release`.
  let statementNouns: Set<String>
  let utteringVerbs: Set<String>

  /// Quotations in text order.
  ///
  /// - Parameter isIntroducing: whether a verb with this lemma may open a quotation by a colon.
  /// - Complexity: O(*n*) in the number of words.
  func quotations(isIntroducing: (String) -> Bool) -> [Quotation] {
    let passages = QuotedPassage.all(in: document, tree) { isIntroducing(document.lemma(of: document.tokens[$0])) }
    return quotations(in: passages.filter { $0.tokens.count >= Self.shortestUtterance })
  }

  /// Fewer words hold no clause that is worth telling.
  private static let shortestUtterance = 4

  /// The passages, which are in text order, with who utters them.
  ///
  /// - Complexity: O(*n*) in the number of words.
  func quotations(in passages: [QuotedPassage]) -> [Quotation] {
    var found: [Quotation] = []
    let isQuoted = QuotedPassage.cover(of: passages, in: document)
    for passage in passages {
      var speaker = passage.introducer.map { tree.child(of: $0, .subject) ?? sharedSubject(of: $0) } ?? nil
      speaker = speaker ?? self.speaker(of: passage.tokens, isQuoted) ?? nameBehind(passage.tokens)
      if speaker == nil, isUtterance(passage.tokens) {
        speaker =
          subject(around: passage.tokens, isQuoted) ?? introduced(before: passage.tokens)
          ?? continued(by: passage.tokens, after: found.last)
      }
      found.append(Quotation(tokens: passage.tokens, speaker: speaker))
    }
    return found
  }

  /// Whether somebody does something in the quoted words, so that they are no mere name or phrase.
  private func isUtterance(_ quotation: Range<Int>) -> Bool {
    quotation.contains { token in
      [.subject, .passiveSubject].contains(document.tokens[token].relation)
        && quotation.contains(Int(document.tokens[token].head))
    }
  }

  /// `"…" – Matthew Ingram`: the name behind a dash that ends the paragraph.
  private func nameBehind(_ quotation: Range<Int>) -> Int? {
    let dash = quotation.upperBound + 1
    guard dash + 1 < document.tokens.count, document.tokens[dash].tag == .punctuation,
      ["-", "\u{2013}", "\u{2014}", "--"].contains(document.text(of: document.tokens[dash])),
      document.tokens[dash + 1].tag == .properNoun
    else { return nil }
    var name = dash + 1
    while document.tokens[name].tag == .properNoun, document.tokens[name].head != Token.noHead,
      Int(document.tokens[name].head) > dash, document.tokens[Int(document.tokens[name].head)].tag == .properNoun
    { name = Int(document.tokens[name].head) }
    return name
  }

  /// `he mused, "…"`, `characterized it as "…"`: whoever does what the verb right beside the quotation, or around it,
  /// says.
  ///
  /// - Parameter isQuoted: by token, whether it stands in one of the quotations.
  private func subject(around quotation: Range<Int>, _ isQuoted: [Bool]) -> Int? {
    for sentence in document.sentences where sentence.tokens.overlaps(quotation.expanded) {
      let outside = sentence.tokens.filter {
        !isQuoted[$0] && document.tokens[$0].tag == .verb && !isBehindNoun($0)
      }
      let subjects = outside.compactMap { verb -> (distance: Int, subject: Int)? in
        guard let subject = tree.child(of: verb, .subject) ?? sharedSubject(of: verb), !quotation.contains(subject),
          isSomebody(subject) || isBeside(verb, quotation)
        else { return nil }
        return (verb < quotation.lowerBound ? quotation.lowerBound - verb : verb - quotation.upperBound, subject)
      }
      if let nearest = subjects.min(by: { $0.distance < $1.distance }) { return nearest.subject }
    }
    return nil
  }

  /// `DeLauro released a statement.`, and then what it says in a paragraph of its own: whoever made it.
  private func introduced(before quotation: Range<Int>) -> Int? {
    let mark = max(quotation.lowerBound - 1, 0)
    guard document.tokens[mark].flags.contains(.opensParagraph),
      let sentence = document.sentences.last(where: { $0.tokens.upperBound <= mark })
    else { return nil }
    return sentence.tokens.first { document.tokens[$0].head == Token.noHead }.flatMap { verb in
      guard let object = tree.child(of: verb, .object),
        utteringVerbs.contains(document.lemma(of: document.tokens[verb])),
        statementNouns.contains(document.lemma(of: document.tokens[object]))
      else { return nil }
      return tree.child(of: verb, .subject)
    }
  }

  /// `her announcement that she would go`: a clause that a noun has, within which nobody speaks on.
  private func isBehindNoun(_ verb: Int) -> Bool {
    let word = document.tokens[verb]
    return word.relation == .clausalModifier && word.head != Token.noHead && Int(word.head) < verb
  }

  /// `reasoned, "…"`: only a comma or colon and the mark stand between the verb and the quotation.
  private func isBeside(_ verb: Int, _ quotation: Range<Int>) -> Bool {
    verb < quotation.lowerBound && quotation.lowerBound - verb <= 3
      && (verb + 1..<quotation.lowerBound).allSatisfy { document.tokens[$0].tag == .punctuation }
  }

  /// A name, or a pronoun for somebody.
  private func isSomebody(_ token: Int) -> Bool {
    let word = document.tokens[token]
    return word.tag == .properNoun && word.entity.label.map { [.person, .organization].contains($0) } ?? false
      || ["he", "she", "they"].contains(document.form(of: word))
  }

  /// More words than these between two quotations tell of something else.
  private static let longestPause = 30

  /// `"…," Smith said. "…"`: who speaks goes on, in the same paragraph or at the start of the next one.
  private func continued(by quotation: Range<Int>, after last: Quotation?) -> Int? {
    guard let last, let speaker = last.speaker, last.tokens.upperBound <= quotation.lowerBound,
      // `His statements that "…" confirm`: they do not speak on.
      !statementNouns.contains(document.lemma(of: document.tokens[speaker]))
    else { return nil }
    let between = last.tokens.upperBound..<quotation.lowerBound
    guard between.count <= Self.longestPause else { return nil }
    let paragraphs = between.count { document.tokens[$0].flags.contains(.opensParagraph) }
    let mark = max(quotation.lowerBound - 1, 0)
    return paragraphs == 0 || paragraphs == 1 && document.tokens[mark].flags.contains(.opensParagraph) ? speaker : nil
  }

  /// The subject of a verb of speech outside the quotation, in the sentences that it touches.
  private func speaker(of quotation: Range<Int>, _ isQuoted: [Bool]) -> Int? {
    var nearest: (distance: Int, subject: Int)?
    for sentence in document.sentences where sentence.tokens.overlaps(quotation.expanded) {
      for token in sentence.tokens where !isQuoted[token] {
        let word = document.tokens[token]
        guard word.tag == .verb, isOfSpeech(document.lemma(of: word)),
          let subject = tree.child(of: token, .subject) ?? sharedSubject(of: token), !quotation.contains(subject)
        else { continue }
        let distance = token < quotation.lowerBound ? quotation.lowerBound - token : token - quotation.upperBound
        if nearest == nil || distance < nearest!.distance { nearest = (distance, subject) }
      }
    }
    return nearest?.subject
  }

  /// `acknowledged the unease, stating "…"`: the participle's subject is its governor's.
  private func sharedSubject(of token: Int) -> Int? {
    var current = token
    for _ in 0..<4 {
      let word = document.tokens[current]
      guard word.relation == .adverbialClause || word.relation == .conjunct, word.head != Token.noHead else {
        return nil
      }
      current = Int(word.head)
      if let subject = tree.child(of: current, .subject) { return subject }
    }
    return nil
  }
}

extension Range<Int> {
  /// The range with the marks around it.
  fileprivate var expanded: Range<Int> { Swift.max(lowerBound - 1, 0)..<(upperBound + 1) }
}
