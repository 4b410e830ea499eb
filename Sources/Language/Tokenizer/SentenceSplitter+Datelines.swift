/// Where a report was written, before its first sentence: `PARIS (Reuters) -`, `OSLO, March 3, 2025 —`, `TEHRAN –`.
extension SentenceSplitter {
  /// Lets a dateline at the start of a paragraph be a sentence of its own, so that no parser takes it for a subject.
  ///
  /// - Complexity: O(*n*) in the number of words.
  func splitDatelines(_ isEnd: inout [Bool], of words: [RawWord]) {
    for start in words.indices where start == 0 || words[start].opensParagraph {
      guard let dash = datelineEnd(words, from: start) else { continue }
      for index in start..<dash { isEnd[index] = false }
      isEnd[dash] = true
    }
  }

  /// More words than these before a dash are a sentence.
  private static let longestDateline = 16

  /// Index of the dash; nil where the paragraph begins with no dateline.
  private func datelineEnd(_ words: [RawWord], from start: Int) -> Int? {
    var joining = 0
    for index in start..<min(words.count, start + Self.longestDateline) {
      if index > start, words[index].opensParagraph { return nil }
      switch words[index].kind {
      case .dash:
        guard index > start, stands(index, in: words), isCapitalized(words[index + 1]),
          isShouted(words[start]) || words[index - 1].kind == .closeBracket && isCapitalized(words[start])
        else { return nil }
        return index
      case .upper, .initial, .acronym, .title, .abbreviation, .number, .openBracket, .closeBracket: break
      case .mark: guard bytes[Int(words[index].start)] == UInt8(ascii: ",") else { return nil }
      // `TURIN and MILAN`.
      case .lower:
        joining += 1
        guard joining == 1, words[index].range.count <= 3 else { return nil }
      default: return nil
      }
    }
    return nil
  }

  /// Whether a word stands behind the dash, and white space on both sides or, of a long one, on neither: `D.C.—Today`.
  private func stands(_ index: Int, in words: [RawWord]) -> Bool {
    guard index + 1 < words.count, !words[index + 1].opensParagraph else { return false }
    let isApart = words[index - 1].end < words[index].start && words[index].end < words[index + 1].start
    return isApart || words[index].range.map { bytes[$0] } == Array("—".utf8)
  }

  private func isCapitalized(_ word: RawWord) -> Bool { bytes.glyph(at: Int(word.start)).kind == .upper }

  /// `PARIS`: three capitals and nothing else.
  private func isShouted(_ word: RawWord) -> Bool {
    word.kind == .upper && word.range.count >= 3
      && word.range.allSatisfy { bytes[$0] >= UInt8(ascii: "A") && bytes[$0] <= UInt8(ascii: "Z") }
  }
}
