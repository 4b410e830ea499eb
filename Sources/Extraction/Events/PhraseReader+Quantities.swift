import Language

/// What a phrase says of how much or how many.
extension PhraseReader {
  func isYear(_ token: Int) -> Bool {
    guard document.tokens[token].tag == .numeral, document.tokens[token].length == 4 else { return false }
    return Int(document.form(of: document.tokens[token])).map { (1500...2100).contains($0) } ?? false
  }

  /// `the 2013 Asia Series`.
  private func isYearOfName(_ number: Int, _ head: Int) -> Bool {
    let word = document.tokens[number]
    guard number < head, document.tokens[head].tag == .properNoun, word.length == 4,
      let year = Int(document.form(of: word))
    else { return false }
    return (1500...2100).contains(year)
  }

  /// `killed one and injured eight people`, `228 were hurt`, `two are missing`: whether a number alone counts people.
  func countsPeople(_ head: Int) -> Bool {
    guard document.tokens[head].tag == .numeral, document.tokens[head].entity.label == nil,
      document.tokens[head].head != Token.noHead,
      tree.children(of: head, .nominalModifier).allSatisfy({ document.tokens[$0].tag == .adjective })
    else { return false }
    // `a total of 39`.
    let noun = document.tokens[Int(document.tokens[head].head)]
    let isOfTotal =
      document.tokens[head].relation == .nominalModifier && noun.head != Token.noHead
      && lexicon.transparentNouns.contains(document.lemma(of: noun))
    let word = isOfTotal ? noun : document.tokens[head]
    let (fate, lemma) = (document.tokens[Int(word.head)], document.lemma(of: document.tokens[Int(word.head)]))
    switch word.relation {
    case .object, .passiveSubject: if fate.tag == .verb, lexicon.woundingVerbs.contains(lemma) { return true }
    default: break
    }
    guard [.subject, .passiveSubject].contains(word.relation) else { return false }
    // `39 are confirmed dead`.
    let states = tree.children(of: Int(word.head), .openComplement).map { document.form(of: document.tokens[$0]) }
    return ([lemma] + states).contains(where: lexicon.countedFates.contains)
  }

  /// The longest phrase of the lexicon that ends right before a token: `at least`.
  func exactness(before token: Int) -> [Int] {
    for length in stride(from: min(4, token), to: 0, by: -1) {
      let range = Array(token - length..<token)
      let phrase = range.map { document.form(of: document.tokens[$0]) }.joined(separator: " ")
      if lexicon.quantityModifiers.contains(phrase) { return range }
    }
    return []
  }

  /// The quantity that the phrase at `head` states, `at least 5%`; nil when there is none.
  package func quantity(at head: Int) -> String? {
    let number = document.tokens[head].tag == .numeral ? head : tree.child(of: head, .numericModifier)
    guard let number, !isYearOfName(number, head) else { return nil }
    var words = [number]
    for child in tree.children(of: number).lazy.map(Int.init) {
      switch document.tokens[child].relation {
      case .adverbialModifier, .compound, .flat, .caseMarker: collectAll(child, into: &words)
      // `€3-4 million`.
      case .nominalModifier where document.tokens[child].tag == .numeral && child == number + 2:
        collectAll(child, into: &words)
        words += tree.children(of: head, .numericModifier).filter { $0 == child + 1 }
      default: break
      }
    }
    if number != head, document.tokens[head].tag == .symbol || document.form(of: document.tokens[head]) == "percent" {
      words.append(head)
    }
    // `between $5bn and $6bn`.
    if document.tokens[head].tag == .symbol {
      for child in tree.children(of: head, .flat) { collectAll(child, into: &words) }
    }
    for child in tree.children(of: head, .adverbialModifier) where child < number { collectAll(child, into: &words) }
    words = Array(Set(words)).sorted()
    return text(of: exactness(before: words[0]) + words)
  }
}
