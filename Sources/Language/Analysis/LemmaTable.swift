internal import Bytes

/// The strings of a document while its words get lower-case forms and lemmas.
struct LemmaTable {
  private var interner = StringInterner()

  /// Goes on with the strings that `document` has.
  init(_ document: Document) {
    for string in document.strings { _ = interner.intern(string) }
  }

  var strings: [String] { interner.strings }

  /// The numbers of a word's lower-case form and lemma.
  mutating func intern(
    _ word: ArraySlice<UInt8>, _ rule: LemmaRule, isVerb: Bool
  ) -> (form: UInt32, lemma: UInt32) {
    let text = String(decoding: word, as: UTF8.self)
    let form = interner.intern(text.lowercased())
    var lemma = rule.lemma(of: text)
    if isVerb { lemma = LemmaRule.undoubled(lemma, form: text) }
    return (UInt32(form), UInt32(interner.intern(lemma)))
  }
}
