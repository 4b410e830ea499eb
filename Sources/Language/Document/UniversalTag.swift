/// The universal part-of-speech tags (UPOS) of Universal Dependencies 2.
///
/// Source: https://universaldependencies.org/u/pos/
public enum UniversalTag: UInt8, Sendable, CaseIterable {
  case adjective, adposition, adverb, auxiliary, coordinatingConjunction, determiner, interjection, noun, numeral
  case particle, pronoun, properNoun, punctuation, subordinatingConjunction, symbol, verb, other

  /// The tag as CoNLL-U writes it, such as `PROPN`.
  public var conlluName: String {
    switch self {
    case .adjective: "ADJ"
    case .adposition: "ADP"
    case .adverb: "ADV"
    case .auxiliary: "AUX"
    case .coordinatingConjunction: "CCONJ"
    case .determiner: "DET"
    case .interjection: "INTJ"
    case .noun: "NOUN"
    case .numeral: "NUM"
    case .particle: "PART"
    case .pronoun: "PRON"
    case .properNoun: "PROPN"
    case .punctuation: "PUNCT"
    case .subordinatingConjunction: "SCONJ"
    case .symbol: "SYM"
    case .verb: "VERB"
    case .other: "X"
    }
  }

  /// The tag that CoNLL-U writes as `name`; nil when there is none.
  public init?(conlluName name: some StringProtocol) {
    guard let tag = Self.allCases.first(where: { $0.conlluName == name }) else { return nil }
    self = tag
  }
}
