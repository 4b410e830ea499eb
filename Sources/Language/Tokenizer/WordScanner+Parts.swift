extension WordScanner {
  /// Appends the word `range`, cut into the syntactic words that it is written together of.
  mutating func emitParts(_ range: Range<Int>, _ kind: RawWord.Kind) {
    if let number = lexicon.contractions.number(of: bytes, range) {
      var start = range.lowerBound
      for length in lexicon.contractionParts[number] {
        emit(start..<start + length, start == range.lowerBound ? kind : .lower, joinsPrevious: start > range.lowerBound)
        start += length
      }
      return
    }
    if kind == .number, let unit = unitStart(range) {
      emit(range.lowerBound..<unit, .number)
      emit(unit..<range.upperBound, .lower)
      return
    }
    if byte(range.upperBound) == UInt8(ascii: "$"), lexicon.currencyPrefixes.contains(bytes, range) {
      emit(range.lowerBound..<range.upperBound + 1, .mark)
      return
    }
    var cuts: [Int] = []
    var end = range.upperBound
    while let cut = cliticStart(range.lowerBound..<end) {
      cuts.append(cut)
      end = cut
    }
    emit(range.lowerBound..<end, kind)
    while let cut = cuts.popLast() { emit(cut..<(cuts.last ?? range.upperBound), .lower, joinsPrevious: true) }
    emitPossessive()
  }

  /// The apostrophe of `allies'` is a word; one that closes a quotation is left.
  private mutating func emitPossessive() {
    let length = apostrophe(position)
    guard length > 0, !isSingleQuoteOpen, !glyph(position + length).kind.isWord else { return }
    switch bytes[position - 1].asciiLowercased {
    case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"):
      emit(position..<position + length, .lower, joinsPrevious: true)
    default: break
    }
  }

  /// Where the clitic at the end of `range` begins; nil when there is none.
  private func cliticStart(_ range: Range<Int>) -> Int? {
    var index = range.upperBound
    let lowest = max(range.lowerBound + 1, range.upperBound - 6)
    while index > lowest {
      index -= 1
      let length = apostrophe(index)
      guard length > 0, index + length < range.upperBound || length == 3 else { continue }
      guard let number = lexicon.clitics.number(of: bytes, index + length..<range.upperBound) else { return nil }
      let head = lexicon.cliticHeads[number]
      let start = index - head.count
      guard start > range.lowerBound, !bytes[start - 1].isASCIIDigit else { return nil }
      for (offset, letter) in head.enumerated() where bytes[start + offset].asciiLowercased != letter { return nil }
      return start
    }
    return nil
  }

  /// Where the unit of `35mm` begins; nil when `range` is not a number with a unit.
  private func unitStart(_ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound, !bytes[index].isASCIILetter { index += 1 }
    return lexicon.units.contains(bytes, index..<range.upperBound) ? index : nil
  }

  /// The kind of the abbreviation that `range` and the period after it are; nil when the period is none of its own.
  func abbreviation(_ range: Range<Int>) -> RawWord.Kind? {
    let end = range.upperBound
    guard byte(end) == UInt8(ascii: "."), byte(end + 1) != UInt8(ascii: ".") || byte(end + 2) != UInt8(ascii: ".")
    else { return nil }
    let isCapital = bytes.glyph(at: range.lowerBound).kind == .upper
    if lexicon.nonFinalAbbreviations.contains(bytes, range) { return .title }
    if isAcronym(range) { return .acronym }
    if lexicon.abbreviations.contains(bytes, range) { return .abbreviation }
    if isCapital, lexicon.capitalAbbreviations.contains(bytes, range) { return .abbreviation }
    // `(b. 1959)`, `(d. March 2009)`.
    if range.count == 1, words.last?.kind == .openBracket, words.last.map({ Int($0.end) }) == range.lowerBound {
      return .title
    }
    let next = glyph(afterSpaces(end + 1))
    if next.kind == .digit, lexicon.numberAbbreviations.contains(bytes, range) { return .title }
    return isCapital && isInitial(range, next: next) ? .initial : nil
  }

  /// Whether `range` is single letters, or short parts, with periods between: `U.S`, `Ph.D`.
  private func isAcronym(_ range: Range<Int>) -> Bool {
    var letters = 0
    var periods = 0
    for index in range {
      if bytes[index] == UInt8(ascii: ".") {
        guard letters == 1 || (letters == 2 && periods == 0 && bytes[range.lowerBound] < 0x60) else { return false }
        letters = 0
        periods += 1
      } else if bytes[index].isASCIILetter {
        letters += 1
      } else {
        return false
      }
    }
    return periods > 0 && letters <= 2
  }

  /// Whether the capital in `range` stands for a name: `J. Smith`, `George W., who`.
  private func isInitial(_ range: Range<Int>, next: Glyph) -> Bool {
    guard bytes.glyph(at: range.lowerBound).length == range.count else { return false }
    let isPronoun = bytes[range.lowerBound] == UInt8(ascii: "I")
    if next.kind == .upper {
      let following = afterSpaces(range.upperBound + 1)
      return !isPronoun || byte(following + next.length) == UInt8(ascii: ".")
    }
    let followsName = words.last.map { $0.kind == .upper || $0.kind == .initial } ?? false
    return !isPronoun && followsName && (next.kind == .lower || next.value == 0x2C)
  }

  /// Index of the first character from `index` on that is no space, within some reach.
  private func afterSpaces(_ index: Int) -> Int {
    var index = index
    let bound = min(limit, index + Self.longestWord)
    while index < bound {
      let glyph = bytes.glyph(at: index)
      guard glyph.kind.isSpace else { break }
      index += max(glyph.length, 1)
    }
    return index
  }
}
