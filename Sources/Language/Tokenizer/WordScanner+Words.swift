extension WordScanner {
  /// Scans what begins with a letter or a digit.
  mutating func scanWord(_ first: Glyph) {
    let start = position
    if let end = addressEnd(start) {
      emit(start..<end, .uncased)
      return
    }
    var end = start
    /// Where the part after the last hyphen begins.
    var segment = start
    let bound = min(limit, start + Self.longestWord)
    while end < bound {
      let glyph = bytes.glyph(at: end)
      if glyph.kind.isWord {
        end += glyph.length
        continue
      }
      guard let next = joined(glyph, at: end, start: start, segment: segment) else { break }
      if next < 0 {
        let address = urlEnd(start)
        emit(start..<max(address, end), .uncased)
        return
      }
      if glyph.value == 0x2D || glyph.value == 0x2010 || glyph.value == 0x2011 { segment = next }
      end = next
    }
    if let withPeriod = abbreviation(start..<end) {
      emit(start..<end + 1, withPeriod)
    } else {
      emitParts(start..<end, kind(of: first))
    }
  }

  /// Where the word goes on after `mark` at `index`: nil when it ends there, negative when an address goes on.
  private func joined(_ mark: Glyph, at index: Int, start: Int, segment: Int) -> Int? {
    let next = index + mark.length
    let after = glyph(next)
    guard after.kind.isWord else { return nil }
    let before = bytes[index - 1]
    switch mark.value {
    case 0x2E: return joinsPeriod(index, start: start) ? next : nil
    case 0x2C:
      return before.isASCIIDigit && isThousands(next) ? next : nil
    case 0x3A: return before.isASCIIDigit && after.kind == .digit ? next : nil
    case 0x2F:
      if before.isASCIIDigit && after.kind == .digit { return next }
      if isCompound(start, next) { return next }
      return isDomain(start..<index) ? -1 : nil
    case 0x2D, 0x2010, 0x2011: return joinsHyphen(index, next: next, start: start, segment: segment) ? next : nil
    case 0x27, 0x2019: return before.isASCIIDigit && after.kind == .digit ? nil : next
    case 0x26:
      return after.kind != .digit && !before.isASCIIDigit && index - start <= 4 && runEnd(next) - next <= 3 ? next : nil
    case 0x40: return next
    case 0x2A: return before.isASCIILetter && after.kind == .lower ? next : nil
    default: return nil
    }
  }

  /// Whether three digits and no more stand at `index`.
  private func isThousands(_ index: Int) -> Bool {
    byte(index).isASCIIDigit && byte(index + 1).isASCIIDigit && byte(index + 2).isASCIIDigit
      && !byte(index + 3).isASCIIDigit
  }

  /// Whether the period at `index` stands within a word: in numbers, initialisms, domains and file names.
  private func joinsPeriod(_ index: Int, start: Int) -> Bool {
    let after = glyph(index + 1)
    if bytes[index - 1].isASCIIDigit { return after.kind == .digit || after.kind == .lower }
    var segment = index
    while segment > start, bytes[segment - 1] != UInt8(ascii: ".") { segment -= 1 }
    if index - segment == 1 {
      // U.S.A, a.m, J.doc; but an initial before a name (J.Smith) is a word.
      return after.kind != .upper || glyph(index + 2).kind != .lower || runEnd(index + 1) - index <= 3
    }
    if after.kind == .digit { return !lexicon.numberAbbreviations.contains(bytes, start..<index) }
    if after.kind == .lower {
      return !lexicon.nonFinalAbbreviations.contains(bytes, segment..<index)
    }
    let end = runEnd(index + 1)
    // Ph.D, and REPORT.DOC; otherwise a space was forgotten after the end of a sentence.
    if index - segment <= 3, bytes[segment] & 0xE0 == 0x40, end - index <= 3 { return true }
    return end - index <= 5 && (index..<end).dropFirst().allSatisfy { bytes[$0] & 0xE0 == 0x40 }
      && (segment..<index).allSatisfy { bytes[$0] & 0xE0 != 0x60 }
  }

  /// Whether the hyphen at `index` stands within a word: `co-founder`, `e-mail`, `555-0199`.
  private func joinsHyphen(_ index: Int, next: Int, start: Int, segment: Int) -> Bool {
    if bytes[index - 1].isASCIIDigit && byte(next).isASCIIDigit {
      return joinsNumber(index, next: next, start: start, segment: segment)
    }
    if isCompound(start, next) { return true }
    let end = runEnd(next)
    if lexicon.hyphenPrefixes.contains(bytes, segment..<index) { return index - segment > 1 || end - next > 2 }
    return segment == start && lexicon.hyphenSuffixes.contains(bytes, next..<end)
  }

  /// Telephone numbers, dates and postal codes keep their hyphens; ranges do not.
  private func joinsNumber(_ index: Int, next: Int, start: Int, segment: Int) -> Bool {
    if segment > start { return true }
    let digits = index - segment
    let end = runEnd(next)
    if byte(end) == UInt8(ascii: "-"), byte(end + 1).isASCIIDigit { return true }
    return (digits == 3 || digits == 5) && end - next == 4
  }

  /// Whether the word from `start` through the run that begins at `next` is one of the compounds of the lexicon.
  private func isCompound(_ start: Int, _ next: Int) -> Bool {
    lexicon.compounds.contains(bytes, start..<runEnd(next))
  }

  /// Whether `range` ends like the name of a host: a period and two to six small letters.
  private func isDomain(_ range: Range<Int>) -> Bool {
    var index = range.upperBound
    while index > range.lowerBound, bytes[index - 1] >= 0x61, bytes[index - 1] <= 0x7A { index -= 1 }
    let letters = range.upperBound - index
    return letters >= 2 && letters <= 6 && index - range.lowerBound >= 3 && bytes[index - 1] == UInt8(ascii: ".")
  }
}
