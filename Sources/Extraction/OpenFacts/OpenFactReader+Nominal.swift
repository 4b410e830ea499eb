import Language

/// What noun phrases say without a verb.
extension OpenFactReader {
  /// Examples, and what noun phrases imply; there the relation is no word of the sentence: `be`, of any tense, and
  /// `has`.
  mutating func readNominals() {
    for token in document.tokens.indices {
      let word = document.tokens[token]
      guard word.head != Token.noHead else { continue }
      let head = Int(word.head)
      switch word.relation {
      case .nominalModifier: readExamples(token, of: head)
      case .apposition:
        emit(
          phrases.tokens(of: head, .phrases), "be", [phrases.tokens(of: token, .phrases)],
          Grounds(rules: [.apposition], words: [head, token]))
      // `President Bush`: Bush is president.
      case .descriptiveModifier where document.tokens[head].tag == .properNoun && word.tag != .punctuation:
        let title = phrases.tokens(of: token, .core)
        let name = phrases.tokens(of: head, .core).filter {
          document.tokens[$0].tag == .properNoun && !title.contains($0)
        }
        // `Mr.` and `Jr.` say nothing.
        guard !document.form(of: word).hasSuffix(".") else { continue }
        emit(name, "be", [title], Grounds(rules: [.title], words: [head, token]))
      case .possessive where word.tag != .pronoun:
        let owner = phrases.tokens(of: token, .phrases).filter {
          document.tokens[$0].fineTag != .possessiveEnding
        }
        let owned = phrases.tokens(of: head, .phrases).filter { $0 > tree.span(of: token).upperBound - 1 }
        emit(owner, "has", [owned], Grounds(rules: [.possessive], words: [head, token]))
      default: break
      }
    }
  }

  /// `nations such as Italy and Spain`, `vaccinations including one against rabies`.
  private mutating func readExamples(_ token: Int, of head: Int) {
    let markers = caseMarkers(of: token)
    guard lexicon.exemplifiers.contains(text(markers).lowercased()) else { return }
    for member in members(token) {
      emit(
        phrases.tokens(of: head, .core), markers, [phrases.tokens(of: member, .phrases)],
        Grounds(rules: [.example], words: [head, member]))
    }
  }
}
