internal import Language

/// What is asked of words beside their tree.
extension Matcher {
  func isSame(_ word: Int32, as other: Int32) -> Bool {
    guard other != WordTree.none, let entity = reader?.entity(of: Int(word)) else { return false }
    return entity == reader?.entity(of: Int(other))
  }

  func hasPreposition(_ word: Int32, _ choice: Int?) -> Bool {
    guard let words = reader?.preposition(of: Int(word)), !words.isEmpty else { return false }
    return choice.map { facts.isAmong(words, $0) } ?? true
  }

  /// The words of the name in which a word stands; nil when it stands in none.
  func name(at word: Int32) -> Range<Int>? { reader?.name(at: Int(word)) }

  /// The next of those coordinated with a word; ``WordTree/none`` behind the last.
  func conjunct(of word: Int32, after previous: Int32) -> Int32 {
    guard word != WordTree.none else { return WordTree.none }
    return reader?.conjuncts(of: Int(word)).first { $0 > previous }.map(Int32.init) ?? WordTree.none
  }
}
