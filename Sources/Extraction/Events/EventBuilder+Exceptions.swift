import Language

/// Who is named and takes no part.
extension EventBuilder {
  /// `Poland, not Finland`, `everyone but Hungary`, `all but France`: who is named to be left out.
  func isExcepted(_ token: Int) -> Bool {
    let word = document.tokens[token]
    let isSetApart = word.relation == .conjunct || word.relation == .apposition
    if isSetApart,
      tree.children(of: token, .adverbialModifier).contains(where: {
        $0 < token && lexicon.negations.contains(document.form(of: document.tokens[$0]))
      })
    {
      return true
    }
    let but = tree.children(of: token, .coordinator).first {
      $0 < token && document.form(of: document.tokens[$0]) == "but"
    }
    guard let but, but > 0 else { return false }
    if word.relation == .conjunct, Int(word.head) < token, word.head != Token.noHead {
      let whole = Int(word.head)
      return ([whole] + tree.children(of: whole, .determiner)).contains {
        Self.wholes.contains(document.form(of: document.tokens[$0]))
      }
    }
    return Self.wholes.contains(document.form(of: document.tokens[but - 1]))
  }

  /// Words for all or none, of whom somebody may be excepted.
  private static let wholes: Set<String> = [
    "all", "any", "anybody", "anyone", "anything", "each", "every", "everybody", "everyone", "everything", "no",
    "nobody", "none", "nothing",
  ]
}
