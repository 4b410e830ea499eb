import Language

/// A stretch of a document that reports somebody's words: between quotation marks, or behind `said:`.
struct QuotedPassage: Sendable, Equatable {
  /// The words, without the marks.
  var tokens: Range<Int>
  /// The verb of speech before the colon that opens it; nil for one in quotation marks.
  var introducer: Int?

  /// The passages of a document in text order; none overlap.
  ///
  /// A mark that is never closed ends with its paragraph, unless the next mark closes it. What `said:` introduces
  /// without marks, as in press releases, goes to the end of the next paragraph, and on as long as somebody speaks of
  /// himself.
  ///
  /// - Parameter isReporting: whether the word at a token is a verb of speech.
  /// - Complexity: O(*n*) in the number of words.
  static func all(in document: Document, _ tree: DependencyTree, isReporting: (Int) -> Bool) -> [QuotedPassage] {
    let marked = inMarks(document)
    let introduced = behindColons(document, tree, marked, isReporting)
    return (marked + introduced).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// By token: whether it stands in one of `passages`.
  ///
  /// - Complexity: O(*n*) in the number of words.
  static func cover(of passages: [QuotedPassage], in document: Document) -> [Bool] {
    var isQuoted = [Bool](repeating: false, count: document.tokens.count)
    for passage in passages { for token in passage.tokens { isQuoted[token] = true } }
    return isQuoted
  }

  // MARK: - Marks

  private enum Mark { case opening, closing, either }

  private static func inMarks(_ document: Document) -> [QuotedPassage] {
    let marks = document.tokens.indices.map { mark(at: $0, in: document) }
    var found: [QuotedPassage] = []
    var start: Int?
    func close(at end: Int) {
      if let first = start, first < end { found.append(QuotedPassage(tokens: first..<end)) }
      start = nil
    }
    for (index, token) in document.tokens.enumerated() {
      if start != nil, token.flags.contains(.opensParagraph), !isClosed(after: index, marks) { close(at: index) }
      switch marks[index] {
      case .opening:
        close(at: index)
        start = index + 1
      case .closing: close(at: index)
      case .either: if start == nil { start = index + 1 } else { close(at: index) }
      case nil: break
      }
    }
    close(at: document.tokens.count)
    return found
  }

  /// Whether the next mark within 400 words closes.
  private static func isClosed(after index: Int, _ marks: [Mark?]) -> Bool {
    marks[index..<min(index + 400, marks.count)].first { $0 != nil } == .closing
  }

  private static func mark(at index: Int, in document: Document) -> Mark? {
    let token = document.tokens[index]
    guard token.length <= 3 else { return nil }
    let followsSpace = index == 0 || document.tokens[index - 1].flags.contains(.spaceAfter)
    switch document.text(of: token) {
    case "\u{201C}", "``", "\u{201E}", "\u{AB}": return .opening
    case "\u{201D}", "''", "\u{BB}": return .closing
    case "\"":
      let precedesSpace = token.flags.contains(.spaceAfter)
      if followsSpace != precedesSpace { return followsSpace ? .opening : .closing }
      // `250 and 251", said KCNA`.
      let isBeforeMark = index + 1 < document.tokens.count && document.tokens[index + 1].tag == .punctuation
      return !followsSpace && isBeforeMark ? .closing : .either
    default: return nil
    }
  }

  // MARK: - Colons

  private static func behindColons(
    _ document: Document, _ tree: DependencyTree, _ marked: [QuotedPassage], _ isReporting: (Int) -> Bool
  ) -> [QuotedPassage] {
    let isQuoted = cover(of: marked, in: document)
    var openings: [(colon: Int, verb: Int)] = []
    for sentence in document.sentences {
      for colon in sentence.tokens where document.tokens[colon].fineTag == .colon && !isQuoted[colon] {
        guard colon + 1 < document.tokens.count, mark(at: colon + 1, in: document) == nil,
          document.text(of: document.tokens[colon]) == ":",
          let verb = (max(sentence.tokens.lowerBound, colon - 12)..<colon).last(where: {
            isReporting($0) && document.tokens[$0].tag == .verb && tree.child(of: $0, .subject) != nil
          })
        else { continue }
        openings.append((colon, verb))
      }
    }
    return openings.enumerated().compactMap { number, opening in
      let next = number + 1 < openings.count ? openings[number + 1].colon : document.tokens.count
      let end = end(ofSpeechAt: opening.colon + 1, before: next, document, isQuoted)
      let tokens = opening.colon + 1..<end
      return tokens.contains { isQuoted[$0] } ? nil : QuotedPassage(tokens: tokens, introducer: opening.verb)
    }
  }

  /// The end of the paragraph at `start`, or of the last sentence in which somebody says I or we, before `limit`.
  private static func end(ofSpeechAt start: Int, before limit: Int, _ document: Document, _ isQuoted: [Bool]) -> Int {
    var end = start + 1
    while end < limit, !document.tokens[end].flags.contains(.opensParagraph) { end += 1 }
    for sentence in document.sentences
    where sentence.tokens.lowerBound >= end && sentence.tokens.upperBound <= limit
      && sentence.tokens.contains(where: { isFirstPerson($0, document) })
    {
      if sentence.tokens.contains(where: { isQuoted[$0] }) { break }
      end = sentence.tokens.upperBound
    }
    return min(end, limit)
  }

  private static func isFirstPerson(_ token: Int, _ document: Document) -> Bool {
    ["i", "me", "my", "our", "us", "we"].contains(document.form(of: document.tokens[token]))
  }
}
