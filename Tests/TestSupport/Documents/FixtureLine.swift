import Language

/// Reads one line of a fixture block.
enum FixtureLine {
  static func word(_ fields: [Substring], line: Int, name: String) throws -> DocumentBuilder.Word {
    func wrong(_ problem: String) -> ConlluError { ConlluError(name: name, line: line, problem: problem) }
    guard fields.count == 5 || fields.count == 6 else {
      throw wrong("expected word, lemma, tag, head, relation and perhaps a label, found \(fields.count) fields")
    }
    var surface = fields[0]
    var flags: Token.Flags = [.spaceAfter]
    if surface.count > 1, surface.first == "+" {
      flags.insert(.joinsPrevious)
      surface = surface.dropFirst()
    }
    let lemma = fields[1] == "_" ? surface.drop { $0 == "~" }.lowercased() : String(fields[1])
    var word = DocumentBuilder.Word(surface: String(surface), lemma: lemma)
    word.flags = flags

    let tags = fields[2].split(separator: "/", maxSplits: 1)
    guard let tag = tags.first.flatMap({ UniversalTag(conlluName: $0) }) else {
      throw wrong("expected a universal tag, found \"\(fields[2])\"")
    }
    word.tag = tag
    if tags.count == 2 {
      guard let fine = PennTag(conlluName: tags[1]) else { throw wrong("expected a Penn tag, found \"\(tags[1])\"") }
      word.fineTag = fine
    } else {
      word.fineTag = defaultFineTag(tag, surface: surface)
    }
    guard let head = Int(fields[3]), head >= 0 else { throw wrong("expected a head, found \"\(fields[3])\"") }
    word.head = head
    guard let relation = DependencyRelation(conlluName: fields[4]) else {
      throw wrong("expected a dependency relation, found \"\(fields[4])\"")
    }
    word.relation = relation
    if fields.count == 6 {
      guard let entity = EntityTag(iobName: fields[5]) else {
        throw wrong("expected a label such as B-PERSON, found \"\(fields[5])\"")
      }
      word.entity = entity
    }
    return word
  }

  /// The most frequent Penn tag of a universal tag, for blocks that do not say it.
  private static func defaultFineTag(_ tag: UniversalTag, surface: Substring) -> PennTag {
    switch tag {
    case .adjective: .adjective
    case .adposition, .subordinatingConjunction: .preposition
    case .adverb: .adverb
    case .auxiliary, .verb: .baseVerb
    case .coordinatingConjunction: .coordinatingConjunction
    case .determiner: .determiner
    case .interjection: .interjection
    case .noun: .singularNoun
    case .numeral: .cardinal
    case .particle: surface == "to" ? .infinitival : surface.hasPrefix("'") ? .possessiveEnding : .adverb
    case .pronoun: .personalPronoun
    case .properNoun: .singularProperNoun
    case .punctuation: surface == "," ? .comma : [".", "!", "?"].contains(surface) ? .sentenceEnd : .colon
    case .symbol: .symbol
    case .other: .unknown
    }
  }
}

/// Where the words of a fixture stand apart in its text.
enum FixtureSpacing {
  private static let againstPrevious: Set<String> = [",", ".", ";", ":", "!", "?", ")", "]", "”", "’", "%"]
  private static let againstNext: Set<String> = ["(", "[", "“", "‘", "$", "€", "£"]

  static func spaced(_ words: [DocumentBuilder.Word]) -> [DocumentBuilder.Word] {
    var words = words
    for index in words.indices {
      var standsAgainst =
        words[index].flags.contains(.joinsPrevious) || againstPrevious.contains(words[index].surface)
      if words[index].surface.count > 1, words[index].surface.first == "~" {
        words[index].surface.removeFirst()
        words[index].form.removeFirst()
        standsAgainst = true
      }
      if againstNext.contains(words[index].surface) { words[index].flags.remove(.spaceAfter) }
      if standsAgainst, index > 0 { words[index - 1].flags.remove(.spaceAfter) }
    }
    return words
  }
}
