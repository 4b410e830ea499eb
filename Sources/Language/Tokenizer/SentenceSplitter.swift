/// Finds where sentences end among the words of a block, and hands the words on to the document.
struct SentenceSplitter {
  /// Longer sentences are cut, so that the analysis of one stays bounded.
  static let longestSentence = 512

  let bytes: [UInt8]
  let lexicon: TokenizerLexicon
  /// Revises what the rules say; nil where the rules alone decide.
  var model: BoundaryModel?
  var forms = FormTable()
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  /// First token of the sentence in hand.
  private var first = 0

  init(bytes: [UInt8], lexicon: TokenizerLexicon, model: BoundaryModel? = nil) {
    self.bytes = bytes
    self.lexicon = lexicon
    self.model = model
  }

  /// Appends `words` as sentences; the last word ends one.
  mutating func append(_ words: [RawWord]) {
    var isEnd = endsByRule(words)
    if let model { model.revise(&isEnd, of: words, in: bytes) }
    settleEnds(&isEnd, of: words)
    splitDatelines(&isEnd, of: words)
    for (index, word) in words.enumerated() {
      if tokens.count - first >= Self.longestSentence && !word.joinsPrevious { endSentence() }
      let hasPeriod = word.kind == .abbreviation || word.kind == .initial
      appendToken(word, givesPeriodBack: hasPeriod && isEnd[index])
      if isEnd[index] { endSentence() }
    }
    endSentence()
  }

  /// Of each word, whether it ends a sentence by the rules; ends of paragraphs do.
  func endsByRule(_ words: [RawWord]) -> [Bool] {
    var isEnd = [Bool](repeating: false, count: words.count)
    for index in words.indices {
      if let next = sentenceEnd(words, at: index) { isEnd[next - 1] = true }
      if index + 1 == words.count || words[index + 1].opensParagraph { isEnd[index] = true }
    }
    return isEnd
  }

  /// Appends all of `words` as one sentence.
  mutating func appendSentence(_ words: [RawWord]) {
    for word in words {
      if tokens.count - first >= Self.longestSentence { endSentence() }
      appendToken(word, givesPeriodBack: false)
    }
    endSentence()
  }

  /// Lets the words and sentences be those of another text, in which what they begin with stands elsewhere.
  mutating func move(_ place: (UInt32) -> UInt32) {
    for index in tokens.indices {
      let end = place(tokens[index].end)
      tokens[index].start = place(tokens[index].start)
      tokens[index].length = UInt16(clamping: end - tokens[index].start)
    }
    for index in sentences.indices {
      sentences[index].bytes = place(sentences[index].bytes.lowerBound)..<place(sentences[index].bytes.upperBound)
    }
  }

  private mutating func appendToken(_ word: RawWord, givesPeriodBack: Bool) {
    if let last = tokens.indices.last, tokens[last].end < word.start { tokens[last].flags.insert(.spaceAfter) }
    var flags: Token.Flags = []
    if word.joinsPrevious { flags.insert(.joinsPrevious) }
    if word.opensParagraph { flags.insert(.opensParagraph) }
    let end = word.end - (givesPeriodBack ? 1 : 0)
    append(word.start..<end, flags)
    if givesPeriodBack { append(end..<word.end, []) }
  }

  private mutating func append(_ range: Range<UInt32>, _ flags: Token.Flags) {
    var token = Token(start: range.lowerBound, length: UInt16(range.count), flags: flags)
    token.form = forms.intern(bytes, Int(range.lowerBound)..<Int(range.upperBound))
    tokens.append(token)
  }

  private mutating func endSentence() {
    guard first < tokens.count else { return }
    sentences.append(
      Sentence(tokens: first..<tokens.count, bytes: tokens[first].start..<tokens[tokens.count - 1].end))
    first = tokens.count
  }

  /// Index of the word that begins the next sentence when one may end with the word at `index`; nil when it goes on.
  private func sentenceEnd(_ words: [RawWord], at index: Int) -> Int? {
    let word = words[index]
    switch word.kind {
    case .terminator, .ellipsis, .abbreviation, .initial, .acronym: break
    default: return nil
    }
    var next = index + 1
    while next < words.count, !words[next].opensParagraph {
      if closes(words[next], after: words[next - 1]) {
        next += 1
      } else if let note = noteEnd(words, at: next) {
        next = note
      } else {
        break
      }
    }
    guard next < words.count, !words[next].opensParagraph else { return next }
    // A later mark of the same group decides: `?"` and `.)` once, at their last terminator.
    if (index + 1..<next).contains(where: { words[$0].kind == .terminator || words[$0].kind == .ellipsis }) {
      return nil
    }
    var begin = next
    while begin < words.count, begin < next + 3, opens(words[begin]) { begin += 1 }
    guard begin < words.count else { return nil }
    return isEnd(word, closed: next > index + 1, next: words[begin], at: begin, opened: begin > next, in: words)
      ? next : nil
  }

  private func closes(_ word: RawWord, after previous: RawWord) -> Bool {
    switch word.kind {
    case .closeQuote: true
    case .closeBracket, .terminator, .ellipsis: word.start == previous.end
    default: false
    }
  }

  /// Index behind the number of a note, `[12]`, or the omission `[…]` at `index`; nil when there is none.
  private func noteEnd(_ words: [RawWord], at index: Int) -> Int? {
    guard index + 2 < words.count, words[index].kind == .openBracket,
      bytes[Int(words[index].start)] == UInt8(ascii: "["),
      words[index + 1].kind == .number || words[index + 1].kind == .ellipsis, words[index + 2].kind == .closeBracket,
      !words[index + 2].opensParagraph
    else { return nil }
    return index + 3
  }

  private func opens(_ word: RawWord) -> Bool {
    switch word.kind {
    case .openQuote, .openBracket, .dash, .closeQuote: true
    default: false
    }
  }

  private func isEnd(
    _ word: RawWord, closed: Bool, next: RawWord, at index: Int, opened: Bool, in words: [RawWord]
  ) -> Bool {
    let isGlued = words[index - 1].end == next.start && !opened
    let isCapital =
      next.kind == .upper || next.kind == .title || next.kind == .initial || next.kind == .acronym
      || next.kind == .abbreviation
    let nextGlyph = bytes.glyph(at: Int(next.start)).kind
    switch word.kind {
    case .terminator:
      let isAside = opened && words[index - 1].kind == .openBracket
      if nextGlyph == .lower, !isAside, !hasInnerCapital(next) { return false }
      // What follows a quotation and a dash is its author.
      if closed, words[index - 1].kind == .dash { return false }
      if isGlued { return isCapital && bytes.glyph(at: Int(next.start) + 1).kind == .lower }
      if bytes[Int(word.start)] != UInt8(ascii: ".") {
        // The mark belongs to a title (`Viva Maria! (1965)`) or to what somebody said.
        if isAside && !closed { return false }
        if closed, speaks(index, in: words) { return false }
      }
      return true
    case .ellipsis: return isCapital && nextGlyph != .lower && !isGlued
    default:
      guard isCapital, nextGlyph == .upper, !isGlued else { return false }
      if opened, words[index - 1].kind != .openQuote { return false }
      return lexicon.sentenceStarters.contains(bytes, next.range)
    }
  }

  /// Whether `word` is a name such as `eBay`.
  private func hasInnerCapital(_ word: RawWord) -> Bool {
    guard word.kind == .lower else { return false }
    return word.range.prefix(6).dropFirst().contains { bytes[$0] >= 0x41 && bytes[$0] <= 0x5A }
  }

  /// Whether a name and a verb of speech stand at `index`: `"Ready?" Marco Rubio asked.`
  private func speaks(_ index: Int, in words: [RawWord]) -> Bool {
    var index = index
    let bound = min(words.count, index + 5)
    while index < bound, words[index].kind != .lower {
      guard words[index].kind == .upper || words[index].kind == .initial || words[index].kind == .title else {
        return false
      }
      index += 1
    }
    return index < bound && lexicon.speechVerbs.contains(bytes, words[index].range)
  }
}
