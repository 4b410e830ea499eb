import Language

/// Labels of names that the model ends too early or too late. Rules over trees come after them: they join the words of
/// a labeled name.
enum NameLabels {
  /// - Complexity: O(*n*) in the number of words.
  static func mend(_ document: inout Document) {
    splitPossessors(&document)
    splitBodies(&document)
    joinSyllables(&document)
    joinNumbers(&document)
  }

  /// `Civic Passion's Cheng Chung-tai`: a person's name has no possessive ending in it; who stands before is a body
  /// that has the person.
  private static func splitPossessors(_ document: inout Document) {
    for token in document.tokens.indices.dropFirst().dropLast()
    where document.tokens[token].fineTag == .possessiveEnding && document.tokens[token].entity == .inside(.person) {
      guard document.tokens[token + 1].entity == .inside(.person) else { continue }
      document.tokens[token + 1].entity = .begin(.person)
      document.tokens[token].entity = .outside
      var word = token - 1
      while word > 0, document.tokens[word].entity == .inside(.person) {
        document.tokens[word].entity = .inside(.organization)
        word -= 1
      }
      document.tokens[word].entity = .begin(.organization)
    }
  }

  /// `Mayor of London Sadiq Khan`, `Minister of Education Stefania Giannini`: three words of a person behind `of` and
  /// an office, of which the first is what the office is of.
  private static func splitBodies(_ document: inout Document) {
    for token in document.tokens.indices.dropFirst(2).dropLast(2)
    where document.tokens[token].entity == .begin(.person) && document.tokens[token + 1].entity == .inside(.person)
      && document.tokens[token + 2].entity == .inside(.person)
    {
      guard ["for", "of"].contains(document.form(of: document.tokens[token - 1])),
        document.tokens[token - 2].tag == .properNoun, document.tokens[token - 2].entity == .outside,
        document.tokens[token].flags.contains(.spaceAfter), document.tokens[token].fineTag != .possessiveEnding
      else { continue }
      document.tokens[token].entity = .outside
      document.tokens[token + 1].entity = .begin(.person)
    }
  }

  /// `John Paul II`: the number behind a person's name is part of it.
  private static func joinNumbers(_ document: inout Document) {
    for token in document.tokens.indices.dropFirst()
    where [.outside, .inside(.person)].contains(document.tokens[token].entity) {
      guard document.tokens[token - 1].entity.label == .person, document.tokens[token].tag != .properNoun else {
        continue
      }
      let number = document.text(of: document.tokens[token])
      let isRoman = (2...5).contains(number.utf8.count) && number.utf8.allSatisfy { "IVX".utf8.contains($0) }
      guard isRoman, document.tokens[token - 1].flags.contains(.spaceAfter) else { continue }
      document.tokens[token].entity = .inside(.person)
      document.tokens[token].tag = .properNoun
      document.tokens[token].fineTag = .singularProperNoun
      if document.tokens[token].relation != .flat, Int(document.tokens[token].head) < token {
        document.tokens[token].relation = .flat
      }
    }
  }

  /// `Kim Jong-un`, `Yau Wai-ching`: a small syllable behind a hyphen is the end of the name before it.
  private static func joinSyllables(_ document: inout Document) {
    for token in document.tokens.indices.dropFirst(2) where isSyllable(token, of: document) {
      if document.tokens[token - 2].entity == .outside { label(nameEndingAt: token - 2, in: &document) }
      document.tokens[token].tag = .properNoun
      document.tokens[token].fineTag = .singularProperNoun
      document.tokens[token].entity = .inside(.person)
      document.tokens[token - 1].entity = .inside(.person)
      let head = Int(document.tokens[token].head)
      if head == token - 2 || document.tokens[token].head == document.tokens[token - 2].head, head < token {
        document.tokens[token].relation = .flat
      }
    }
  }

  /// A name that the model passed over.
  private static func label(nameEndingAt last: Int, in document: inout Document) {
    document.tokens[last].entity = .begin(.person)
    guard last > 0, document.tokens[last - 1].tag == .properNoun, document.tokens[last - 1].entity == .outside,
      document.tokens[last - 1].flags.contains(.spaceAfter),
      document.tokens[last - 1].relation == .flat
        || document.tokens[last].head == Int32(last - 1)
    else { return }
    document.tokens[last - 1].entity = .begin(.person)
    document.tokens[last].entity = .inside(.person)
  }

  private static func isSyllable(_ token: Int, of document: Document) -> Bool {
    let (name, hyphen, word) = (document.tokens[token - 2], document.tokens[token - 1], document.tokens[token])
    let isName = name.entity.label == .person || name.entity == .outside && word.tag == .properNoun
    guard isName, name.tag == .properNoun, !name.flags.contains(.spaceAfter),
      !hyphen.flags.contains(.spaceAfter), word.entity == .outside || word.entity.label == .person,
      ["-", "\u{2010}", "\u{2011}"].contains(document.text(of: hyphen)),
      document.text(of: word).unicodeScalars.allSatisfy(\.properties.isLowercase)
    else { return false }
    if word.tag == .properNoun { return true }
    // `Wai-ching`, taken for a verb, behind a surname.
    return word.length <= 6 && token >= 3 && document.tokens[token - 3].entity.label == .person
  }
}
