import Language

/// What the text says that acronyms stand for, where that is no name: `digital rights management (DRM)`.
extension EntityResolver {
  /// By acronym: the words that stand beside it with brackets between them, the first that it may stand for.
  ///
  /// Words are looked at, not mentions: of `DRM (digital rights management)` parsers make one.
  func meaningsOfAcronyms() -> [String: String] {
    var meanings: [String: String] = [:]
    for bracket in tokens.indices.dropFirst() where isBracket(bracket, "(") {
      if let name = acronym(at: bracket + 1), isBracket(bracket + 2, ")"), meanings[name] == nil {
        meanings[name] = words(before: bracket, of: name)
      }
      if let name = acronym(at: bracket - 1), meanings[name] == nil {
        meanings[name] = words(behind: bracket, of: name)
      }
    }
    return meanings
  }

  private func acronym(at token: Int) -> String? {
    guard tokens.indices.contains(token) else { return nil }
    // Forms have no capitals.
    let word = context.document.text(of: tokens[token])
    return NameKey.isAcronym(word) ? word : nil
  }

  /// `digital rights management` of `digital rights management (DRM)`.
  private func words(before bracket: Int, of name: String) -> String? {
    var start = bracket
    while bracket - start < Self.mostWords(name), isWord(start - 1, beside: bracket) { start -= 1 }
    let phrases = (start..<bracket).reversed().map { $0..<bracket }
    return (phrases.first { spells($0, name, exactly: true) } ?? phrases.first { spells($0, name, exactly: false) })
      .map(context.text)
  }

  /// `digital rights management` of `DRM (digital rights management)`.
  private func words(behind bracket: Int, of name: String) -> String? {
    let start = bracket + 1
    var end = start
    while end - start < Self.mostWords(name), isWord(end, beside: bracket) { end += 1 }
    return isBracket(end, ")") && spells(start..<end, name, exactly: false) ? context.text(start..<end) : nil
  }

  /// Small words stand between those that an acronym counts.
  private static func mostWords(_ name: String) -> Int { name.utf8.count + 3 }

  private func isBracket(_ token: Int, _ bracket: String) -> Bool {
    tokens.indices.contains(token) && tokens[token].tag == .punctuation
      && context.document.form(of: tokens[token]) == bracket
  }

  /// Whether `token` is a word of the sentence of `other`, no sign.
  private func isWord(_ token: Int, beside other: Int) -> Bool {
    tokens.indices.contains(token) && context.sentences[token] == context.sentences[other]
      && (tokens[token].tag != .punctuation || context.document.form(of: tokens[token]) == "-")
  }

  /// Whether `name` has the first letters of these words, all of them and in their order: nothing more if `exactly`.
  private func spells(_ range: Range<Int>, _ name: String, exactly: Bool) -> Bool {
    let words = range.filter { tokens[$0].tag != .punctuation }.map {
      NameKey.folded(context.document.form(of: tokens[$0]))
    }
    guard words.count > 1 else { return false }
    let initials = Self.initials(of: words)
    let letters = NameKey.folded(name).filter(\.isLetter)
    if exactly { return initials.contains(letters) }
    return matches(name, words) && initials.contains { isInOrder($0, in: letters) }
  }

  /// Whether the letters stand in the other text in this order.
  func isInOrder(_ letters: String, in all: String) -> Bool {
    var rest = letters.utf8[...]
    for byte in all.utf8 where byte == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
