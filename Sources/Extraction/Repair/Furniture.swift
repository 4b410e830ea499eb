import Language
import SchemaFiles

/// Finds the lines around a report that are no part of it: who wrote it, whose picture it is, what else to read.
struct Furniture: Sendable {
  /// Longer lines say more than who wrote them.
  private static let longestByline = 24

  private let openings: [[String]]
  private let credits: [[String]]
  private let endings: [[String]]

  init(schema: Schema) {
    func phrases(_ name: String) -> [[String]] {
      (schema.lists[name] ?? []).map { $0.split(separator: " ").map(String.init) }
    }
    openings = phrases("furnitureOpening")
    credits = phrases("furnitureCredit")
    endings = phrases("furnitureEnding")
  }

  /// Takes from the words of such lines what was said of them, so that nothing is read there; returns the sentences.
  ///
  /// - Complexity: O(*n*) in the number of words.
  func clear(_ document: inout Document) -> Set<Int> {
    var found: Set<Int> = []
    for (number, sentence) in document.sentences.enumerated()
    where isFurniture(sentence.tokens, isBehind: found.contains(number - 1), in: document) {
      found.insert(number)
    }
    for number in found {
      for token in document.sentences[number].tokens {
        document.tokens[token].tag = .other
        document.tokens[token].fineTag = .foreign
        document.tokens[token].entity = .outside
        document.tokens[token].relation = document.tokens[token].head == Token.noHead ? .root : .dependent
      }
    }
    return found
  }

  /// - Parameter isBehind: whether the sentence before is such a line.
  private func isFurniture(_ sentence: Range<Int>, isBehind: Bool, in document: Document) -> Bool {
    let first = sentence.lowerBound
    let start = sentence.first { document.tokens[$0].tag != .punctuation } ?? first
    // `Related:` may stand before its headline as a sentence of its own.
    if isBehind, document.form(of: document.tokens[first - 1]) == ":",
      !document.tokens[first].flags.contains(.opensParagraph)
    {
      return true
    }
    let opens = document.tokens[first].flags.contains(.opensParagraph)
    if opens || isBehind || document.tokens[first].tag == .punctuation && start == first + 1 {
      let words = start..<sentence.upperBound
      if openings.contains(where: { stands($0, at: start, in: words, of: document) }) { return true }
      if credits.contains(where: { stands($0, at: start, in: words, of: document) }), isPhrase(words, document) {
        return true
      }
      if opens, isByline(words, document) { return true }
    }
    var end = sentence.upperBound
    while end > start, document.tokens[end - 1].tag == .punctuation { end -= 1 }
    return endings.contains { stands($0, at: end - $0.count, in: start..<end, of: document) }
  }

  /// Whether the words of a phrase stand at `start`; `#` is a number.
  private func stands(_ phrase: [String], at start: Int, in words: Range<Int>, of document: Document) -> Bool {
    guard start >= words.lowerBound, start + phrase.count <= words.upperBound else { return false }
    return phrase.indices.allSatisfy { offset in
      let word = document.tokens[start + offset]
      return phrase[offset] == "#" ? word.tag == .numeral : document.form(of: word) == phrase[offset]
    }
  }

  /// `By Jane Doe and John Smith in Paris`: a line of its own that goes on with a name.
  private func isByline(_ words: Range<Int>, _ document: Document) -> Bool {
    guard words.count > 1, words.count <= Self.longestByline,
      document.form(of: document.tokens[words.lowerBound]) == "by",
      [.person, .organization].contains(document.tokens[words.lowerBound + 1].entity.label), isPhrase(words, document)
    else { return false }
    return words.upperBound == document.tokens.count
      || document.tokens[words.upperBound].flags.contains(.opensParagraph)
  }

  private func isPhrase(_ words: Range<Int>, _ document: Document) -> Bool {
    !words.contains { token in
      switch document.tokens[token].fineTag {
      case .pastVerb, .presentVerb, .thirdPersonVerb, .modal: true
      default: false
      }
    }
  }
}
