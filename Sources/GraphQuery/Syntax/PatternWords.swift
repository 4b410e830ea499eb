/// One pattern of a `match`, as words: which of them are its ends and which its relation is told by the names of the
/// graph.
public struct PatternWords: Sendable {
  /// Word tokens hold no commas but in brackets.
  let words: [StatementLexer.Lexeme]
  /// The statement that the words are of.
  let statement: StatementTokens

  /// How a pattern is written.
  static let form = "a pattern such as ?x leads NATO"

  /// Whether a word is a variable with a name: `?x`, `?x:Person`.
  static func isVariable(_ word: StatementLexer.Lexeme) -> Bool {
    !word.isQuoted && word.text.first == "?" && word.text.dropFirst().first.map { $0.isLetter || $0 == ":" } ?? false
  }

  /// The text of some words, single spaces between them.
  func text(_ range: Range<Int>) -> String {
    words[range].map(\.text).joined(separator: " ")
  }

  /// The place of some words.
  func place(_ range: Range<Int>) -> SourceRange { statement.range(bytes(range)) }

  /// The words as a path expression.
  ///
  /// - Throws: where they are none.
  func expression(_ range: Range<Int>) throws(QueryError) -> ViaClause {
    var parser = PathExpressionParser(tokens: statement, bytes: bytes(range))
    return ViaClause(pattern: try parser.parse(), range: place(range))
  }

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].bytes.lowerBound..<words[range.upperBound - 1].bytes.upperBound
  }

  /// How many words from one end on are surely that end: a variable, an id, a name in quotes, with the type in
  /// parentheses that may stand behind it; nil where the end is a name of plain words.
  func certainWords(ofObject: Bool) -> Int? {
    guard let first = ofObject ? words.last : words.first else { return nil }
    if ofObject, words.count > 1, !first.isQuoted, first.text.hasPrefix("("), words[words.count - 2].isQuoted {
      return 2
    }
    if first.isQuoted {
      let hasType = !ofObject && words.count > 1 && !words[1].isQuoted && words[1].text.hasPrefix("(")
      return hasType && words[1].text.hasSuffix(")") ? 2 : 1
    }
    return first.text.hasPrefix("?") || first.text.hasPrefix(":") || EntityReference.id(first.text) != nil ? 1 : nil
  }
}

extension EntityReference {
  /// The number in `#12`; nil for anything else.
  static func id(_ text: String) -> UInt32? { text.first == "#" ? UInt32(text.dropFirst()) : nil }
}

extension StatementParser {
  /// So many patterns a statement has at most: their order is searched for, and each variable is a level of the search.
  static var mostPatterns: Int { 64 }

  /// Patterns separated by commas, up to the next keyword.
  ///
  /// - Throws: where one has too few words for two ends and a relation, or a variable in its middle.
  mutating func patterns() throws(QueryError) -> [PatternWords] {
    var list: [PatternWords] = []
    var words: [StatementLexer.Lexeme] = []
    var depth = 0
    var end = tokens.tokens.first?.bytes.upperBound ?? 0
    while let token = tokens.peek(), nextKeyword() == nil {
      tokens.position += 1
      end = token.bytes.upperBound
      if token.isQuoted {
        words.append(token)
        continue
      }
      var begin = token.bytes.lowerBound
      for offset in token.bytes {
        switch tokens.bytes[offset] {
        case UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: ")"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: ",") where depth == 0:
          if begin < offset { words.append(word(begin..<offset)) }
          list.append(try pattern(words, before: offset, found: ","))
          words = []
          begin = offset + 1
        default: break
        }
      }
      if begin < token.bytes.upperBound { words.append(word(begin..<token.bytes.upperBound)) }
    }
    list.append(try pattern(words, before: end, found: tokens.peek()?.text))
    guard list.count <= Self.mostPatterns else {
      throw QueryError(
        .outOfRange("\(list.count) patterns", allowed: "at most \(Self.mostPatterns)"),
        at: list[Self.mostPatterns].place(0..<1))
    }
    return list
  }

  /// The pattern of `words`, behind which `found` stands.
  private func pattern(
    _ words: [StatementLexer.Lexeme], before end: Int, found: String?
  ) throws(QueryError) -> PatternWords {
    guard let first = words.first, let last = words.last else {
      throw QueryError(.expected(PatternWords.form, found: found), at: tokens.range(end..<end))
    }
    let text = words.map(\.text).joined(separator: " ")
    guard words.count >= 3 else {
      let missing = words.count == 1 ? "a relation and an object" : "an object"
      throw QueryError(
        .expected("\(missing) behind “\(text)”", found: found),
        at: tokens.range(first.bytes.lowerBound..<last.bytes.upperBound))
    }
    for number in 1..<words.count - 1 where PatternWords.isVariable(words[number]) {
      let next = words[number + 1]
      let expected = number == 1 ? "a relation before" : "a comma or the end behind"
      throw QueryError(
        .expected("\(expected) “\(words[number].text)”", found: number == 1 ? words[number].text : next.text),
        at: tokens.range(number == 1 ? words[number].bytes : next.bytes))
    }
    return PatternWords(words: words, statement: tokens)
  }

  private func word(_ bytes: Range<Int>) -> StatementLexer.Lexeme {
    StatementLexer.Lexeme(kind: .word, bytes: bytes, text: String(decoding: tokens.bytes[bytes], as: UTF8.self))
  }
}
