/// Ends of sentences of which a few words tell, whatever the model says.
extension SentenceSplitter {
  /// `at 5 p.m. The president`: the time of day ends a sentence where no day or zone follows. `J.K. Rowling`: initials
  /// alone are none.
  ///
  /// - Complexity: O(*n*) in the number of words.
  func settleEnds(_ isEnd: inout [Bool], of words: [RawWord]) {
    var first = 0
    for index in words.indices {
      if words[index].opensParagraph { first = index }
      guard index + 1 < words.count, !words[index + 1].opensParagraph else { continue }
      if isEnd[index], isAlone(index, from: first, in: words) { isEnd[index] = false }
      if !isEnd[index], endsTimeOfDay(index, in: words) { isEnd[index] = true }
      if isEnd[index] { first = index + 1 }
    }
  }

  /// Whether the words from `first` on are nothing but initials before a name.
  private func isAlone(_ index: Int, from first: Int, in words: [RawWord]) -> Bool {
    guard words[index].kind == .acronym || words[index].kind == .initial, words[index + 1].kind == .upper,
      !lexicon.sentenceStarters.contains(bytes, words[index + 1].range)
    else { return false }
    return (first..<index).allSatisfy { words[$0].kind == .openQuote || words[$0].kind == .initial }
  }

  private func endsTimeOfDay(_ index: Int, in words: [RawWord]) -> Bool {
    // Not the `A.M.` of a name.
    guard index > 0, words[index].kind == .acronym, words[index - 1].kind == .number,
      [Array("a.m.".utf8), Array("p.m.".utf8)].contains(Array(bytes[words[index].range]))
    else { return false }
    let next = words[index + 1]
    switch next.kind {
    case .upper:
      guard bytes.glyph(at: Int(next.start) + 1).kind == .lower || next.range.count == 1 else { return false }
    case .title, .acronym: break
    default: return false
    }
    guard !lexicon.timeOfDayFollowers.contains(bytes, next.range) else { return false }
    // `Moscow time`.
    return !(index + 2..<min(words.count, index + 5)).contains { bytes.matches("time", at: Int(words[$0].start)) }
  }
}
