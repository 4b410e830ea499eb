package import Language

/// A quoted passage and who utters it.
package struct Quotation: Sendable, Equatable {
  /// The words, without marks.
  package var tokens: Range<Int>
  /// Head token of the speaker; nil when the text does not say.
  package var speaker: Int?
}

/// Finds quotations that are utterances: long enough to hold a clause, with the speaker named by a verb of speech
/// nearby.
package struct QuotationFinder {
  let document: Document
  let tree: DependencyTree
  let lexicon: Lexicon

  package init(document: Document, tree: DependencyTree, lexicon: Lexicon) {
    self.document = document
    self.tree = tree
    self.lexicon = lexicon
  }

  /// Quotations in text order.
  ///
  /// - Complexity: O(*n*) in the number of words.
  package func quotations() -> [Quotation] {
    let passages = QuotedPassage.all(in: document, tree) { token in
      lexicon.reportingVerbs.contains(document.lemma(of: document.tokens[token]))
    }
    return passages.filter { $0.tokens.count >= 4 }.map { passage in
      let speaker = passage.introducer.map { tree.child(of: $0, .subject) ?? sharedSubject(of: $0) }
      return Quotation(tokens: passage.tokens, speaker: speaker ?? self.speaker(of: passage.tokens))
    }
  }

  /// The subject of a verb of speech outside the quotation, in the sentences that it touches.
  private func speaker(of quotation: Range<Int>) -> Int? {
    var nearest: (distance: Int, subject: Int)?
    for sentence in document.sentences where sentence.tokens.overlaps(quotation.expanded) {
      for token in sentence.tokens where !quotation.contains(token) {
        let word = document.tokens[token]
        guard word.tag == .verb, lexicon.reportingVerbs.contains(document.lemma(of: word)),
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
