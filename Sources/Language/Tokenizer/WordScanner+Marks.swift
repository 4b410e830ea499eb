extension WordScanner {
  /// Scans what begins with punctuation or a symbol.
  mutating func scanMark(_ mark: Glyph) {
    let end = position + mark.length
    if let emoticon = emoticonEnd() {
      emit(position..<emoticon, .mark)
      return
    }
    switch mark.value {
    case 0x2E, 0x2026: scanPeriods(mark)
    case 0x21, 0x3F, 0x203C, 0x203D, 0x2047...0x2049, 0xFF01, 0xFF1F: scanTerminators()
    case 0x3002: emit(position..<end, .terminator)
    case 0x22: scanDoubleQuote(end)
    case 0x27, 0x2018, 0x2019: scanSingleQuote(mark)
    case 0x201C, 0x201E, 0xAB: emit(position..<end, .openQuote)
    case 0x201D, 0xBB: emit(position..<end, .closeQuote)
    case 0x60: emit(position..<runOf(mark), .openQuote)
    case 0x28, 0x5B, 0x7B: emit(position..<end, .openBracket)
    case 0x29, 0x5D, 0x7D: emit(position..<end, .closeBracket)
    case 0x2D:
      let run = runOf(mark)
      let standsAlone = !isGlued && glyph(run).kind.isSpace
      emit(position..<run, run > end || standsAlone ? .dash : .mark)
    case 0x2013, 0x2014, 0x2015: emit(position..<end, .dash)
    case 0x23, 0x40: scanTag(mark)
    case 0x2B where !isGlued && glyph(end).kind == .digit: emit(position..<numberEnd(end), .number)
    case 0x2A, 0x2B, 0x3D, 0x7E, 0x3C, 0x3E, 0x7C: emit(position..<runOf(mark), .mark)
    default: emit(position..<end, .mark)
    }
  }

  /// End of the run of `mark` that begins here.
  private func runOf(_ mark: Glyph) -> Int {
    var end = position + mark.length
    let bound = position + Self.longestWord
    while end < bound, glyph(end).value == mark.value { end += mark.length }
    return end
  }

  private mutating func scanPeriods(_ mark: Glyph) {
    var end = position
    let bound = position + Self.longestWord
    while end < bound, case let next = glyph(end), next.value == 0x2E || next.value == 0x2026 { end += next.length }
    let isSingle = end == position + 1
    if isSingle, !isGlued, glyph(end).kind == .digit {
      emit(position..<numberEnd(end), .number)
    } else {
      emit(position..<end, isSingle ? (isListMark ? .mark : .terminator) : .ellipsis)
    }
  }

  /// Whether the period here follows the number of a list item.
  private var isListMark: Bool {
    guard isGlued, let number = words.last, number.opensParagraph, glyph(position + 1).kind.isSpace else {
      return false
    }
    return number.kind == .number && number.end - number.start <= 3
  }

  private func numberEnd(_ index: Int) -> Int {
    var end = runEnd(index)
    while byte(end) == UInt8(ascii: ".") || byte(end) == UInt8(ascii: ","), byte(end + 1).isASCIIDigit {
      end = runEnd(end + 1)
      if end - index > Self.longestWord { break }
    }
    return end
  }

  private mutating func scanTerminators() {
    var end = position
    let bound = position + Self.longestWord
    loop: while end < bound {
      let next = glyph(end)
      switch next.value {
      case 0x21, 0x3F, 0x203C, 0x203D, 0x2047...0x2049, 0xFF01, 0xFF1F: end += next.length
      default: break loop
      }
    }
    emit(position..<end, .terminator)
  }

  /// A straight quotation mark opens or closes by what stands beside it, in doubt by what is open.
  private mutating func scanDoubleQuote(_ end: Int) {
    let followsSpace = !isGlued || words.last.map { $0.kind == .openBracket || $0.kind == .dash } ?? true
    let precedesSpace = !glyph(end).kind.isWord && glyph(end).kind != .emoji
    let opens = followsSpace != precedesSpace ? followsSpace : !isDoubleQuoteOpen
    isDoubleQuoteOpen = opens
    emit(position..<end, opens ? .openQuote : .closeQuote)
  }

  private mutating func scanSingleQuote(_ mark: Glyph) {
    let end = position + mark.length
    let next = glyph(end)
    if mark.value == next.value {
      emit(position..<end + next.length, isGlued ? .closeQuote : .openQuote)
      return
    }
    let letters = runEnd(end)
    if !isGlued, next.kind == .digit {
      var whole = letters
      if apostrophe(whole) > 0, glyph(whole + apostrophe(whole)).kind == .lower {
        whole = runEnd(whole + apostrophe(whole))
      }
      emit(position..<whole, .number)
    } else if mark.value != 0x2018, lexicon.elisions.contains(bytes, end..<letters) {
      emit(position..<letters, .lower)
    } else if mark.value != 0x2018, let number = lexicon.clitics.number(of: bytes, end..<letters),
      lexicon.cliticHeads[number].isEmpty
    {
      emit(position..<letters, .lower)
    } else if mark.value == 0x2018 || (next.kind.isWord && !isGlued) || opensAfterMark(next) {
      isSingleQuoteOpen = true
      emit(position..<end, .openQuote)
    } else {
      isSingleQuoteOpen = false
      emit(position..<end, .closeQuote)
    }
  }

  private func opensAfterMark(_ next: Glyph) -> Bool {
    guard next.kind.isWord, let last = words.last?.kind else { return false }
    return last == .openQuote || last == .openBracket || last == .dash
  }

  /// `#NATO` and `@natopress` are words; a sign alone is one of its own.
  private mutating func scanTag(_ mark: Glyph) {
    let end = position + 1
    let next = glyph(end)
    if next.kind.isWord, next.kind != .digit, !isGlued || words.last?.kind == .openBracket {
      emit(position..<runEnd(end), .uncased)
    } else {
      emit(position..<(mark.value == 0x23 ? runOf(mark) : end), .mark)
    }
  }

  /// End of the emoticon that begins here; nil when none does.
  private func emoticonEnd() -> Int? {
    let longest = min(lexicon.emoticons.longest, limit - position)
    guard longest >= 2, bytes[position] < 0x80 else { return nil }
    for length in stride(from: longest, through: 2, by: -1)
    where lexicon.emoticons.contains(bytes, position..<position + length) && !glyph(position + length).kind.isWord {
      return position + length
    }
    return nil
  }
}
