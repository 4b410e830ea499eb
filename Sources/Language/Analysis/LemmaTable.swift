internal import Bytes

/// The strings of a document while its words get lower-case forms and lemmas.
struct LemmaTable {
  private var interner = StringInterner()
  private let lexicon: LemmaLexicon
  /// The model's bundles of features.
  private let bundles: [String]
  /// By the model's number of a bundle: its number among the strings, once a word has it. Most documents have few of
  /// them, and what reads the strings of a document would look at each.
  private var features: [Int: UInt32] = [:]

  /// Goes on with the strings that `document` has.
  ///
  /// - Parameter bundles: the model's bundles of features.
  init(_ document: Document, lexicon: LemmaLexicon, bundles: [String]) {
    self.lexicon = lexicon
    self.bundles = bundles
    for string in document.strings { _ = interner.intern(string) }
  }

  /// The number of a bundle of features among the strings.
  ///
  /// - Parameter bundle: its number in the model.
  mutating func intern(features bundle: Int) -> UInt32 {
    if let number = features[bundle] { return number }
    let number = UInt32(interner.intern(bundles[bundle]))
    features[bundle] = number
    return number
  }

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
