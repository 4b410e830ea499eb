internal import Bytes

/// The strings of a document while its words get lower-case forms and lemmas.
struct LemmaTable {
  private var interner = StringInterner()
  private let lexicon: LemmaLexicon

  /// Goes on with the strings that `document` has.
  init(_ document: Document, lexicon: LemmaLexicon) {
    self.lexicon = lexicon
    for string in document.strings { _ = interner.intern(string) }
  }

  /// By the model's number of a bundle of features: its number among the strings.
  private(set) var features: [UInt32] = []

  mutating func internFeatures(_ bundles: [String]) { features = bundles.map { UInt32(interner.intern($0)) } }

  var strings: [String] { interner.strings }

  /// The numbers of a word's lower-case form and lemma: the lexicon's, otherwise what the model's rule makes of the
  /// word.
  mutating func intern(
    _ word: ArraySlice<UInt8>, _ rule: LemmaRule, _ token: Token
  ) -> (form: UInt32, lemma: UInt32) {
    let text = String(decoding: word, as: UTF8.self)
    let lowered = text.lowercased()
    let form = interner.intern(lowered)
    var lemma = rule.lemma(of: text)
    if let irregular = lexicon.lemma(of: lowered, token.fineTag) {
      lemma = irregular
    } else if token.fineTag == .baseVerb, lexicon.isVerb(lowered) {
      lemma = lowered
    } else if token.tag == .verb {
      lemma =
        lexicon.verb(of: lowered, lemma: lemma)
        ?? LemmaRule.undoubled(LemmaRule.completed(lemma, form: lowered), form: text)
    }
    return (UInt32(form), UInt32(interner.intern(lemma)))
  }
}
