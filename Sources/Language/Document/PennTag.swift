/// The Penn Treebank tags (XPOS) of the English treebanks.
///
/// Source: Santorini, "Part-of-Speech Tagging Guidelines for the Penn Treebank Project", 1990, with the additions of
/// the English Web Treebank (`ADD`, `AFX`, `GW`, `HYPH`, `NFP`).
public enum PennTag: UInt8, Sendable, CaseIterable {
  case adjective, comparativeAdjective, superlativeAdjective, adverb, comparativeAdverb
  case superlativeAdverb, cardinal, coordinatingConjunction, determiner, existential
  case foreign, preposition, listItem, modal, singularNoun
  case pluralNoun, singularProperNoun, pluralProperNoun, predeterminer, possessiveEnding
  case personalPronoun, possessivePronoun, verbParticle, symbol, infinitival
  case interjection, baseVerb, pastVerb, gerund, pastParticiple
  case presentVerb, thirdPersonVerb, whDeterminer, whPronoun, possessiveWh
  case whAdverb, hyphen, currency, openQuote, closeQuote
  case comma, sentenceEnd, colon, leftBracket, rightBracket
  case address, affix, goesWith, nonStandardPunctuation, unknown

  /// The tag as CoNLL-U writes it, such as `NNP`.
  public var conlluName: String {
    switch self {
    case .adjective: "JJ"
    case .comparativeAdjective: "JJR"
    case .superlativeAdjective: "JJS"
    case .adverb: "RB"
    case .comparativeAdverb: "RBR"
    case .superlativeAdverb: "RBS"
    case .cardinal: "CD"
    case .coordinatingConjunction: "CC"
    case .determiner: "DT"
    case .existential: "EX"
    case .foreign: "FW"
    case .preposition: "IN"
    case .listItem: "LS"
    case .modal: "MD"
    case .singularNoun: "NN"
    case .pluralNoun: "NNS"
    case .singularProperNoun: "NNP"
    case .pluralProperNoun: "NNPS"
    case .predeterminer: "PDT"
    case .possessiveEnding: "POS"
    case .personalPronoun: "PRP"
    case .possessivePronoun: "PRP$"
    case .verbParticle: "RP"
    case .symbol: "SYM"
    case .infinitival: "TO"
    case .interjection: "UH"
    case .baseVerb: "VB"
    case .pastVerb: "VBD"
    case .gerund: "VBG"
    case .pastParticiple: "VBN"
    case .presentVerb: "VBP"
    case .thirdPersonVerb: "VBZ"
    case .whDeterminer: "WDT"
    case .whPronoun: "WP"
    case .possessiveWh: "WP$"
    case .whAdverb: "WRB"
    case .hyphen: "HYPH"
    case .currency: "$"
    case .openQuote: "``"
    case .closeQuote: "''"
    case .comma: ","
    case .sentenceEnd: "."
    case .colon: ":"
    case .leftBracket: "-LRB-"
    case .rightBracket: "-RRB-"
    case .address: "ADD"
    case .affix: "AFX"
    case .goesWith: "GW"
    case .nonStandardPunctuation: "NFP"
    case .unknown: "XX"
    }
  }

  /// The tag that CoNLL-U writes as `name`; nil when there is none.
  public init?(conlluName name: some StringProtocol) {
    guard let tag = Self.allCases.first(where: { $0.conlluName == name }) else { return nil }
    self = tag
  }
}
