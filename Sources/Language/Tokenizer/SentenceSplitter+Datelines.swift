/// Where a report was written, before its first sentence: `PARIS (Reuters) -`, `OSLO, March 3, 2025 —`, `TEHRAN –`,
/// `Paris, France -`, `(Reuters) -`, `MIAMI (AP) _`.
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

  /// The words of `Baton Rouge, Louisiana`, small as they are.
  private static let longestPlace = 5

  /// Index of the dash; nil where the paragraph begins with no dateline.
  private func datelineEnd(_ words: [RawWord], from start: Int) -> Int? {
    var joining = 0
    var commas = 0
    let isAgency = words[start].kind == .openBracket && start + 1 < words.count
    let opening = isAgency ? start + 1 : start
    for index in start..<min(words.count, start + Self.longestDateline) {
      if index > start, words[index].opensParagraph { return nil }
      switch words[index].kind {
      case _ where words[index].kind == .dash || isUnderscore(words[index]):
        guard index > start, stands(index, in: words), isCapitalized(words[index + 1]), isCapitalized(words[opening]),
          isShouted(words[start]) || words[index - 1].kind == .closeBracket
            || commas == 1 && index - start <= Self.longestPlace && isPlaceOrYear(words[index - 1])
        else { return nil }
        return index
      case .upper, .initial, .acronym, .title, .abbreviation, .number, .openBracket, .closeBracket: break
      case .mark:
        switch bytes[Int(words[index].start)] {
        case UInt8(ascii: ","): commas += 1
        // `/PRNewswire/`.
        case UInt8(ascii: "/"): break
        default: return nil
        }
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

  /// The dash of old wires.
  private func isUnderscore(_ word: RawWord) -> Bool {
    word.range.count == 1 && bytes[Int(word.start)] == UInt8(ascii: "_")
  }

  /// `Brussels, 3 March 2025 –`.
  private func isPlaceOrYear(_ word: RawWord) -> Bool {
    isCapitalized(word) || word.kind == .number && word.range.count == 4
  }

  private func isCapitalized(_ word: RawWord) -> Bool { bytes.glyph(at: Int(word.start)).kind == .upper }

  /// `PARIS`: three capitals and nothing else.
  private func isShouted(_ word: RawWord) -> Bool {
    word.kind == .upper && word.range.count >= 3
      && word.range.allSatisfy { bytes[$0] >= UInt8(ascii: "A") && bytes[$0] <= UInt8(ascii: "Z") }
  }
}
