/// The word lists of the tokenizer, ready for look-up.
///
/// Schema/tokenizer.ttl holds them and says what each means. Entries are lower case; a list that is missing is empty,
/// and the tokenizer then goes by the shape of the words alone.
public struct TokenizerLexicon: Sendable {
  /// Abbreviations that may end a sentence, without their period.
  let abbreviations: WordSet
  /// The same, only when written with a capital: `Sat.`, `Mar.`
  let capitalAbbreviations: WordSet
  /// Abbreviations that never end a sentence: `Gen.`, `vs.`
  let nonFinalAbbreviations: WordSet
  /// Abbreviations only before a number: `No. 5`.
  let numberAbbreviations: WordSet
  /// What apostrophes split off (`n't`, `'s`), by the letters behind the apostrophe.
  let clitics: WordSet
  /// The letters before the apostrophe of each clitic.
  let cliticHeads: [[UInt8]]
  /// Words that are two or three: `cannot`; ``contractionParts`` has their lengths.
  let contractions: WordSet
  let contractionParts: [[Int]]
  /// Words that begin with an apostrophe: `'em`.
  let elisions: WordSet
  /// First parts that a hyphen does not split off: `non-`, `co-`.
  let hyphenPrefixes: WordSet
  /// Last parts that a hyphen does not split off: `-wise`.
  let hyphenSuffixes: WordSet
  /// Whole words with a hyphen or a slash in them: `e-mail`, `w/o`.
  let compounds: WordSet
  /// Units that stand against their number: `35mm`.
  let units: WordSet
  /// What stands before a dollar sign: `US$`.
  let currencyPrefixes: WordSet
  let emoticons: WordSet
  /// Names and numbers of characters (`&rsquo;`), and in their order what they stand for.
  let references: WordSet
  let referredCharacters: [String]
  /// Words that, with a capital after an abbreviation, begin a sentence: `The`.
  let sentenceStarters: WordSet
  /// What behind `5 p.m.` belongs to it: `EST`, `Monday`.
  let timeOfDayFollowers: WordSet
  /// Verbs that follow a quoted question: `"Ready?" Rubio asked.`
  let speechVerbs: WordSet

  /// The lexicon made of `lists`, by the names that Schema/tokenizer.ttl uses.
  public init(lists: [String: [String]]) {
    func set(_ name: String) -> WordSet { WordSet(lists[name] ?? []) }
    abbreviations = set("abbreviation")
    capitalAbbreviations = set("abbreviationCapital")
    nonFinalAbbreviations = set("abbreviationNonFinal")
    numberAbbreviations = set("abbreviationBeforeNumber")
    let cut = (lists["clitic"] ?? []).map { $0.split(separator: "'", maxSplits: 1, omittingEmptySubsequences: false) }
    clitics = WordSet(cut.map { String($0.last ?? "") })
    cliticHeads = cut.map { $0.count == 2 ? Array($0[0].utf8) : [] }
    let split = (lists["contraction"] ?? []).map { $0.split(separator: " ") }
    contractions = WordSet(split.map { $0.joined() })
    contractionParts = split.map { $0.map(\.utf8.count) }
    elisions = set("elision")
    hyphenPrefixes = set("hyphenPrefix")
    hyphenSuffixes = set("hyphenSuffix")
    compounds = set("compoundWord")
    units = set("attachedUnit")
    currencyPrefixes = set("currencyPrefix")
    emoticons = set("emoticon")
    let named = (lists["characterReference"] ?? []).map { $0.split(separator: " ") }
    references = WordSet(named.map { String($0[0]) })
    // The list has no entry that is only space.
    referredCharacters = named.map { $0.count == 2 ? String($0[1]) : " " }
    sentenceStarters = set("sentenceStarter")
    timeOfDayFollowers = set("timeOfDayFollower")
    speechVerbs = set("speechVerb")
  }
}
