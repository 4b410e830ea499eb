/// What rules that state something ask of a word beside its tree, once it is known who is who in a document.
///
/// Whoever knows that answers: rules are matched without knowing how.
package protocol PhraseFacts {
  func holds(_ fact: WordFact, of word: Int) -> Bool

  /// The entity whose mention the word heads, by number; nil for other words.
  func entity(of word: Int) -> Int?

  /// Whether the entity whose mention the word heads has a type, or one below it; false when it heads none.
  func isA(_ types: [String], _ word: Int) -> Bool

  /// The words of the name in which a word stands; nil when it stands in none.
  func name(at word: Int) -> Range<Int>?

  /// The preposition of a phrase, lower case, with its fixed parts, `such as`; empty when it has none.
  func preposition(of word: Int) -> String

  /// A word and what is coordinated with it, as far as it can stand for something, in text order.
  func conjuncts(of word: Int) -> [Int]
}

/// Something that holds of a word or does not; in rules `is mentioned`.
package enum WordFact: String, Sendable, CaseIterable {
  /// The word heads a name, a description or a pronoun of somebody or something.
  case mentioned
  /// That has a name, here or elsewhere in the document.
  case named
  /// The word can stand for somebody or something.
  case referential
  /// The word is a proper noun or a pronoun, or stands in a name.
  case proper
  /// A place with a name.
  case place
  case time
  /// The noun of an event that was stated already.
  case told
}
