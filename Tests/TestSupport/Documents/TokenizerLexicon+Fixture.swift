public import Language

extension TokenizerLexicon {
  /// A few entries of every list, for tests that do not read Schema/.
  public static var fixture: TokenizerLexicon {
    TokenizerLexicon(lists: [
      "abbreviation": ["co", "corp", "etc", "inc", "jr", "ltd"],
      "abbreviationCapital": ["jan", "sat", "sept"],
      "abbreviationNonFinal": ["dr", "e.g", "gen", "mr", "sen", "st", "vs"],
      "abbreviationBeforeNumber": ["no", "p", "rs", "vol"],
      "characterReference": ["amp &", "eacute é", "lt <", "nbsp", "quot \"", "rsquo ’", "#146 ’"],
      "clitic": ["'d", "'ll", "'m", "'re", "'s", "'ve", "n't"],
      "contraction": ["can not", "do nt", "du n no", "gon na"],
      "elision": ["em", "til"],
      "hyphenPrefix": ["anti", "co", "e", "mid", "non", "pre", "re"],
      "hyphenSuffix": ["wise"],
      "compoundWord": ["e-mail", "w/o"],
      "attachedUnit": ["am", "bn", "km", "mm", "pm"],
      "currencyPrefix": ["us"],
      "emoticon": [":)", ":-("],
      "sentenceStarter": ["he", "it", "the", "they"],
      "speechVerb": ["asked", "said"],
      "timeOfDayFollower": ["eastern", "monday"],
    ])
  }
}
