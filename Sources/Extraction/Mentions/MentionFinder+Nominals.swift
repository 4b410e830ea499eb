import Language

extension MentionFinder {
  /// Records the phrases with a common noun as head, each with the words before it that belong to it.
  mutating func findNominals(in sentence: Range<Int>) {
    for token in sentence where !isTaken[token] {
      if let age = ageOfSomebody(endingAt: token) { found.append(age) }
      guard isCommonNoun(token), found.last?.head != token else { continue }
      let word = context.lemma(token)
      guard isPhraseHead(token), !word.flags.contains(.calendar),
        context.tokens[token].entity == .outside || word.nounType >= 0
          || context.lexicon.siteNouns.contains(context.document.form(of: context.tokens[token])),
        word.nounType < 0 || context.lexicon.types.isReferential(Int(word.nounType))
      else { continue }
      var mention = FoundMention(core(of: token, in: sentence), head: token, kind: .nominal)
      mention.type = Int(word.nounType)
      mention.isTypeCertain = word.nounType >= 0
      if word.nounType >= 0, context.lexicon.types.isPerson(mention.type) {
        let length = titlePhraseLength(at: token, in: sentence) ?? 1
        mention.title = titleStart(endingAt: token, in: mention.tokens)..<(token + length)
        if length > 1, isFree(token..<(token + length)) {
          mention.mention.tokens = mention.tokens.lowerBound..<(token + length)
          take(token..<(token + length))
        }
      }
      if context.lexicon.counterpartNouns.contains(context.document.lemma(of: context.tokens[token])) {
        mention.type = context.lexicon.types.person
      }
      mention.titleOwner = owner(of: token)
      found.append(mention)
    }
  }

  /// `the 51-year-old`: the age that stands for who has it; nil for other words, and before a noun.
  private func ageOfSomebody(endingAt token: Int) -> FoundMention? {
    guard let first = context.ageStart(endingAt: token), context.tokens[token].relation != .adjectivalModifier,
      [.noun, .adjective].contains(context.tokens[token].tag), isPhraseHead(token)
    else { return nil }
    var mention = FoundMention(first..<(token + 1), head: token, kind: .nominal)
    mention.type = context.lexicon.types.person
    mention.isTypeCertain = true
    return mention
  }

  private func isCommonNoun(_ token: Int) -> Bool {
    switch context.tokens[token].tag {
    case .noun: true
    case .properNoun: context.isCommonWord(token) || context.lemma(token).nounType >= 0
    default: false
    }
  }

  /// Whether a noun heads a phrase of its own, rather than standing before another as part or title of it.
  private func isPhraseHead(_ token: Int) -> Bool {
    switch context.tokens[token].relation {
    case .compound, .flat, .fixed, .goesWith: false
    case .descriptiveModifier: Int(context.tokens[token].head) < token
    default: true
    }
  }

  /// The noun with the adjectives and nouns right before it that depend on it, and possessors left out.
  func core(of head: Int, in sentence: Range<Int>) -> Range<Int> {
    var start = head
    var token = head - 1
    while token >= sentence.lowerBound {
      guard let top = modifierRoot(of: token, under: head) else { break }
      switch context.tokens[top].relation {
      case .adjectivalModifier, .compound, .flat, .descriptiveModifier, .nominalModifier:
        if context.tokens[token].tag != .punctuation { start = token }
      default: return start..<(head + 1)
      }
      token -= 1
    }
    return start..<(head + 1)
  }

  /// The dependent of `head` above `token`; nil when `token` is not below `head`.
  private func modifierRoot(of token: Int, under head: Int) -> Int? {
    var token = token
    for _ in 0..<6 {
      guard let parent = context.head(token) else { return nil }
      if parent == head { return token }
      token = parent
    }
    return nil
  }

  /// Where the title that ends in `token` begins: its modifiers of the list and phrases of the schema count.
  private func titleStart(endingAt token: Int, in core: Range<Int>) -> Int {
    var start = token
    for first in core where first < token {
      if let length = titlePhraseLength(at: first, in: core), first + length > token { return first }
    }
    while start > core.lowerBound, context.form(start - 1).flags.contains(.titleModifier) { start -= 1 }
    return start
  }

  /// The head of the name to which a role belongs: `Ukraine's minister`, `the EU chief`, `president of France`; the
  /// possessor before the others.
  func owner(of token: Int) -> Int? {
    let children = context.tree.children(of: token).map(Int.init).filter { isTaken[$0] }
    return children.first { context.tokens[$0].relation == .possessive }
      ?? children.first { child in
        switch context.tokens[child].relation {
        case .compound, .adjectivalModifier: true
        case .nominalModifier: context.preposition(of: child) == "of"
        default: false
        }
      }
  }

  /// Records the pronouns of the third person, the relative ones, and those of the first inside quotations.
  mutating func findPronouns(in sentence: Range<Int>) {
    for token in sentence {
      guard let pronoun = context.pronoun(at: token), !isTaken[token], context.tokens[token].relation != .expletive
      else { continue }
      switch context.tokens[token].tag {
      case .pronoun: break
      case .determiner where pronoun.use == .possessive: break
      default: continue
      }
      if pronoun.person == 1, context.quotations[token] == 0 { continue }
      if pronoun.use == .relative, context.relativeClause(of: token) == nil { continue }
      found.append(FoundMention(token..<(token + 1), head: token, kind: .pronoun))
    }
  }
}
