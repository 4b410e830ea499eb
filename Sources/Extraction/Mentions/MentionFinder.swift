import Language

/// Finds the spans of a document that refer to somebody or something.
struct MentionFinder {
  let context: MentionContext
  var found: [FoundMention] = []
  /// By token: whether a name, title or nominal has taken it.
  var isTaken: [Bool]
  /// Folded words of the names outside headlines.
  private var nameWords: Set<String> = []

  init(_ context: MentionContext) {
    self.context = context
    isTaken = [Bool](repeating: false, count: context.tokens.count)
  }

  /// The mentions in text order.
  ///
  /// - Complexity: O(*n*) in the number of tokens.
  mutating func find() -> [FoundMention] {
    let sentences = context.document.sentences
    let report = sentences.enumerated().filter { !context.furniture.contains($0.offset) }
    for (index, sentence) in report where !context.isHeadline[index] { findNames(in: sentence.tokens) }
    for mention in found where mention.mention.kind == .name {
      for token in mention.tokens { nameWords.insert(NameKey.folded(context.document.form(of: context.tokens[token]))) }
    }
    for (index, sentence) in report where context.isHeadline[index] { findNames(in: sentence.tokens) }
    for (_, sentence) in report {
      findNominals(in: sentence.tokens)
      findPronouns(in: sentence.tokens)
    }
    found.sort {
      ($0.tokens.lowerBound, $0.head, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.head, $1.tokens.upperBound)
    }
    return found
  }

  private mutating func findNames(in sentence: Range<Int>) {
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      if let length = recordPartyTag(at: token, in: sentence) ?? recordDistrictTag(at: token, in: sentence)
        ?? recordSharedName(at: token, in: sentence)
      {
        token += length
        continue
      }
      var end = endOfRun(from: token, in: sentence)
      // Secretary of State, tagged as common nouns.
      if end == token, context.isCapitalized(token), let length = titlePhraseLength(at: token, in: sentence), length > 1
      {
        end = token + length
      }
      if end > token {
        token = max(segment(token..<end, in: sentence), token + 1)
      } else {
        token += 1
      }
    }
  }

  /// Whether `token` may be a word of a name: a capital, and the tags or the model's labels say so.
  func isNameWord(_ token: Int) -> Bool {
    let word = context.tokens[token]
    if let label = word.entity.label {
      switch label {
      case .date, .money, .percent, .quantity: return false
      default: break
      }
    }
    if word.entity.label == .organization, hasInnerLetter(token) { return true }
    guard context.isCapitalized(token) else { return false }
    if !context.form(token).flags.isDisjoint(with: [.calendar, .commonAcronym]), word.entity.label == nil {
      return false
    }
    let isProper = word.tag == .properNoun || word.fineTag == .singularProperNoun || word.fineTag == .pluralProperNoun
    let isHeadline = context.isHeadline[Int(context.sentences[token])]
    // A capital that its place explains, of a word that elsewhere has none.
    if context.isCommonWord(token), word.entity.label != .person, isHeadline || context.isFirstInSentence(token),
      !isFirstOfKnownName(token)
    {
      return false
    }
    if isHeadline {
      return word.entity.label != nil || nameWords.contains(NameKey.folded(context.document.form(of: word)))
    }
    if isProper { return true }
    // `HMS Duncan`, tagged as a common noun.
    if context.lexicon.namePrefixes.contains(context.document.form(of: word)), token + 1 < context.tokens.count,
      context.tokens[token + 1].tag == .properNoun, context.isCapitalized(token + 1)
    {
      return true
    }
    switch word.tag {
    case .noun, .adjective, .verb, .other:
      return word.entity.label != nil || (word.tag != .verb && isFirstOfKnownName(token))
    default: return false
    }
  }

  /// `4chan`, `eBay`: a digit before a letter, or a capital within the word.
  private func hasInnerLetter(_ token: Int) -> Bool {
    guard !context.isCapitalized(token) else { return false }
    let bytes = context.document.source[Int(context.tokens[token].start)..<Int(context.tokens[token].end)]
    guard !bytes.contains(UInt8(ascii: "-")) else { return false }
    let isCapitalInside = bytes.dropFirst().contains { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    let isBehindDigit =
      bytes.first.map { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } == true
      && bytes.contains { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    return isCapitalInside || isBehindDigit
  }

  private func isFirstOfKnownName(_ token: Int) -> Bool {
    context.lexicon.names.longestName(from: NameKey.folded(context.document.form(of: context.tokens[token]))) > 0
      && !knownName(at: token, in: token..<min(token + 8, context.tokens.count)).isEmpty
  }

  /// The number of tokens of the run of name words that begins at `token`.
  func nameRun(from token: Int, in sentence: Range<Int>) -> Int {
    token < sentence.upperBound ? endOfRun(from: token, in: sentence) - token : 0
  }

  /// The end of the run of name words that begins at `token`; `token` itself when none begins there.
  private func endOfRun(from token: Int, in sentence: Range<Int>) -> Int {
    let isKnown = context.isCapitalized(token) && !knownName(at: token, in: sentence).isEmpty
    guard
      isNameWord(token) || isKnown || isArticleOfName(token, in: sentence)
        || context.isCapitalized(token) && context.tokens[token].tag == .noun && token + 1 < sentence.upperBound
          && isLargePreposition(token + 1, in: sentence)
    else { return token }
    var end = token + 1
    while end < sentence.upperBound {
      if isNameWord(end) {
        end += 1
      } else if joins(end, in: sentence) || isPossessivePart(end, in: sentence)
        || isLargePreposition(end, in: sentence)
      {
        end += 2
      } else if context.tokens[end].tag == .properNoun, end + 1 < sentence.upperBound, isNameWord(end + 1) {
        // A particle: Ursula von der Leyen.
        end += 2
      } else {
        break
      }
    }
    return end
  }

  /// `The` of `The Hague`, within a sentence.
  private func isArticleOfName(_ token: Int, in sentence: Range<Int>) -> Bool {
    context.isCapitalized(token) && context.document.form(of: context.tokens[token]) == "the"
      && !context.isFirstInSentence(token) && !context.isHeadline[Int(context.sentences[token])]
      && token + 1 < sentence.upperBound && isNameWord(token + 1)
  }

  /// Whether `token` is a hyphen or an ampersand inside a name.
  private func joins(_ token: Int, in sentence: Range<Int>) -> Bool {
    guard token + 1 < sentence.upperBound else { return false }
    if isModelNumber(token + 1) { return true }
    guard isNameWord(token + 1) || isSyllable(token + 1) else { return false }
    switch context.document.form(of: context.tokens[token]) {
    case "&": return true
    case "-", "\u{2010}", "\u{2011}":
      if isSpaced(token) { return false }
      // `the Indo-Pacific` is not the Pacific.
      if context.lexicon.combiningForms.contains(context.document.form(of: context.tokens[token - 1])) { return true }
      return knownName(at: token + 1, in: sentence).isEmpty && knownName(endingAt: token).isEmpty
    default: return false
    }
  }

  /// `Without` of `Doctors Without Borders`: a preposition that only a name writes with a capital.
  func isLargePreposition(_ token: Int, in sentence: Range<Int>) -> Bool {
    context.tokens[token].tag == .adposition && context.isCapitalized(token) && token + 1 < sentence.upperBound
      && context.isCapitalized(token + 1) && [.noun, .properNoun].contains(context.tokens[token + 1].tag)
      && !context.isHeadline[Int(context.sentences[token])]
  }

  /// The ending of `People's` in `the People's Daily`.
  private func isPossessivePart(_ ending: Int, in sentence: Range<Int>) -> Bool {
    context.tokens[ending].fineTag == .possessiveEnding && ending + 1 < sentence.upperBound && isNameWord(ending + 1)
      && context.isCapitalized(ending - 1)
      && context.lexicon.possessiveParts.contains(context.document.form(of: context.tokens[ending - 1]))
  }

  /// `un` of `Kim Jong-un`: written small behind a hyphen, and the model takes it for a part of a person's name.
  private func isSyllable(_ token: Int) -> Bool {
    let word = context.tokens[token]
    return token >= 2 && !context.isCapitalized(token) && word.tag != .punctuation && !isSpaced(token - 1)
      && [word.entity.label, context.tokens[token - 2].entity.label].contains(.person)
      && (word.tag == .properNoun || word.entity.isInside)
  }

  /// `35` of `F-35`: behind a hyphen, and the name before it is none of a place or a person.
  private func isModelNumber(_ token: Int) -> Bool {
    let word = context.tokens[token]
    guard token >= 2, word.tag == .numeral, word.length < 4, word.entity.label.map({ $0 == .organization }) ?? true,
      context.tokens[token - 1].fineTag == .hyphen, !isSpaced(token - 1)
    else { return false }
    let label = context.tokens[token - 2].entity.label
    return context.tokens[token - 2].tag == .properNoun && label != .geopoliticalEntity && label != .person
  }

  private func isSpaced(_ hyphen: Int) -> Bool {
    context.tokens[hyphen].flags.contains(.spaceAfter) || context.tokens[hyphen - 1].flags.contains(.spaceAfter)
  }

  private func knownName(endingAt end: Int) -> [NameEntry] {
    context.lexicon.names.entries(for: context.text((end - 1)..<end))
  }

  /// The longest name of the schema that begins at `token`; an empty match when there is none.
  func knownName(at token: Int, in sentence: Range<Int>) -> KnownMatch {
    let word = context.document.form(of: context.tokens[token])
    let limit = context.lexicon.names.longestName(from: NameKey.folded(word))
    var length = min(limit, sentence.upperBound - token)
    while length > 0 {
      let range = token..<(token + length)
      // A name ends in a word of weight, not in the space before the next.
      if context.tokens[range.upperBound - 1].tag != .punctuation {
        let entries = context.lexicon.names.entries(for: context.text(range))
        if !entries.isEmpty, length > 1 || context.isCapitalized(token) {
          return KnownMatch(length: length, entries: entries)
        }
      }
      length -= 1
    }
    return KnownMatch(length: 0, entries: [])
  }
}

/// A name of the schema in the text.
struct KnownMatch {
  var length: Int
  var entries: [NameEntry]
  var isEmpty: Bool { length == 0 }

  /// What the spelling means when it means one entity; nil otherwise.
  var entry: NameEntry? {
    guard let first = entries.first, entries.allSatisfy({ $0.entity == first.entity }) else { return nil }
    return first
  }
}
