import Language

/// The words of a phrase as they stand in the sentence.
struct PhraseWords: ReadsDocument {
  /// How much of a noun phrase belongs to it.
  enum Extent {
    /// The head and what stands before it.
    case core
    /// The core and its `of` phrases.
    case identifying
    /// All phrases, but no clause, apposition or other member of a list.
    case phrases
    /// All that hangs on the head.
    case whole
  }

  let reading: Reading

  /// The tokens of the phrase of `head` in text order.
  func tokens(of head: Int, _ extent: Extent) -> [Int] {
    var words: [Int] = []
    collect(head, of: head, extent, into: &words)
    return closed(words)
  }

  /// The tokens of a clause: everything below its predicate but the word that introduces it.
  func clause(_ predicate: Int) -> [Int] {
    var words: [Int] = []
    var pending = [predicate]
    while let next = pending.popLast() {
      words.append(next)
      for child in tree.children(of: next).lazy.map(Int.init) {
        let relation = document.tokens[child].relation
        if next == predicate, relation == .punctuation || relation == .parataxis || isIntroduction(child) { continue }
        pending.append(child)
      }
    }
    return closed(words)
  }

  /// The `that` before a clause; empty where there is none.
  func introduction(of predicate: Int) -> [Int] {
    tree.children(of: predicate).lazy.map(Int.init).filter { isIntroduction($0) }
  }

  private func isIntroduction(_ token: Int) -> Bool {
    let word = document.tokens[token]
    return word.relation == .marker && document.form(of: word) == "that"
  }

  private func collect(_ head: Int, of top: Int, _ extent: Extent, into words: inout [Int]) {
    words.append(head)
    for child in tree.children(of: head).lazy.map(Int.init) where belongs(child, to: head, of: top, extent) {
      collect(child, of: top, extent, into: &words)
    }
  }

  private func belongs(_ child: Int, to head: Int, of top: Int, _ extent: Extent) -> Bool {
    let isTop = head == top
    let word = document.tokens[child]
    switch word.relation {
    case .caseMarker: return !isTop || word.fineTag == .possessiveEnding
    case .determiner, .compound, .flat, .fixed, .goesWith, .numericModifier, .possessive, .descriptiveModifier,
      .predeterminer, .adjectivalModifier:
      return true
    case .unmarkedNominalModifier: return child < head || extent == .whole || extent == .phrases
    case .nominalModifier:
      switch extent {
      case .core: return !isTop
      case .identifying: return !isTop || isOf(child)
      case .phrases, .whole: return true
      }
    // A modifier of the predicate noun's clause is none of the noun.
    case .adverbialModifier:
      return child < head && tree.child(of: head, .copula).map { child > $0 } ?? true && !isNot(child)
    case .conjunct, .coordinator, .preconjunction:
      // Lists before the noun are part of it: `a take-it-or-leave-it offer`.
      return extent == .whole || head < top
        || !isTop && (document.tokens[head].tag == .adjective || child < head || extent == .phrases)
    case .punctuation, .subject, .passiveSubject, .outerSubject, .copula, .auxiliary, .passiveAuxiliary, .parataxis,
      .expletive, .discourse, .vocative, .marker, .list, .clausalSubject:
      return false
    case .apposition, .relativeClause, .clausalModifier, .adverbialClause, .clausalComplement, .openComplement,
      .adverbialRelativeClause:
      return extent == .whole
    default: return extent == .whole || !isTop
    }
  }

  private func isNot(_ token: Int) -> Bool {
    ["not", "n't", "never"].contains(document.form(of: document.tokens[token]))
  }

  /// An `of` phrase, or a part of a name: `Institut Constant de Rebecque`.
  private func isOf(_ token: Int) -> Bool {
    guard let marker = tree.child(of: token, .caseMarker) else { return false }
    let form = document.form(of: document.tokens[marker])
    return form == "of"
      || document.tokens[token].tag == .properNoun
        && ["de", "la", "du", "von", "van", "der", "al", "y", "del"].contains(form)
  }

  /// The words with the punctuation that stands between two of them.
  private func closed(_ words: [Int]) -> [Int] {
    let kept = Set(words)
    guard let first = kept.min(), let last = kept.max() else { return [] }
    return (first...last).filter { token in
      kept.contains(token)
        || (document.tokens[token].tag == .punctuation && kept.contains(token - 1) && kept.contains(token + 1))
    }
  }
}
