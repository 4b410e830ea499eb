import Language

/// A document with what the rules of reference ask of it again and again.
struct MentionContext {
  let lexicon: ReferenceLexicon
  let document: Document
  let tokens: [Token]
  let tree: DependencyTree
  /// By position in `Document.strings`.
  private let classes: [WordClass]
  /// By token: its sentence.
  let sentences: [Int32]
  /// By token: the quotation in which it stands, from 1; 0 outside.
  let quotations: [Int32]
  /// By quotation: the head token of who speaks; none where the text does not say.
  let speakers: [Int32: Int]
  /// By position in `Document.strings`: whether the word also stands without capital.
  private let isLowercaseSomewhere: [Bool]
  /// Sentences of which nearly every word has a capital: headlines.
  let isHeadline: [Bool]
  /// Sentences that are no part of the report.
  let furniture: Set<Int>

  /// - Complexity: O(*n*) in the number of tokens.
  init(_ reading: Reading, lexicon: ReferenceLexicon) {
    let document = reading.document
    self.lexicon = lexicon
    self.document = document
    tokens = document.tokens
    tree = reading.tree
    classes = document.strings.map { word in
      // Lemmas of names keep their capitals.
      lexicon.wordClass(of: word.utf8.contains { $0 >= 0x41 && $0 <= 0x5A } ? word.lowercased() : word)
    }
    sentences = reading.sentenceAt
    furniture = reading.furniture
    var isLowercaseSomewhere = [Bool](repeating: false, count: document.strings.count)
    for token in document.tokens where token.length > 0 {
      let byte = document.source[Int(token.start)]
      if byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") { isLowercaseSomewhere[Int(token.form)] = true }
    }
    self.isLowercaseSomewhere = isLowercaseSomewhere
    var quotations = [Int32](repeating: 0, count: tokens.count)
    let classes = classes
    let passages = QuotedPassage.all(in: document, tree) { token in
      classes[Int(document.tokens[token].lemma)].flags.contains(.reportingVerb)
    }
    for (index, passage) in passages.enumerated() {
      for token in passage.tokens { quotations[token] = Int32(index + 1) }
    }
    self.quotations = quotations
    let utterances = QuotationFinder(
      reading: reading, isOfSpeech: { lexicon.wordClass(of: $0).flags.contains(.reportingVerb) },
      statementNouns: lexicon.statementNouns, utteringVerbs: lexicon.utteringVerbs)
    speakers = Dictionary(
      utterances.quotations(in: passages).compactMap { utterance in
        utterance.speaker.map { (quotations[utterance.tokens.lowerBound], $0) }
      }, uniquingKeysWith: { first, _ in first })
    isHeadline = reading.isHeadline
  }

  /// What the lists say of the written form of a token.
  func form(_ token: Int) -> WordClass { classes[Int(tokens[token].form)] }

  /// What the lists say of the lemma of a token.
  func lemma(_ token: Int) -> WordClass { classes[Int(tokens[token].lemma)] }

  /// The words of `range` as written, every run of white space one space.
  func text(_ range: Range<Int>) -> String {
    let bytes = tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end
    let text = document.text(in: bytes)
    // Names are asked for again and again, and few have more than spaces between their words.
    var previous: UInt8 = 0
    let isPlain = text.utf8.allSatisfy { byte in
      defer { previous = byte }
      return byte != 0x0A && byte != 0x0D && byte != 0x09 && !(byte == 0x20 && previous == 0x20)
    }
    if isPlain { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  func isCapitalized(_ token: Int) -> Bool {
    let byte = document.source[Int(tokens[token].start)]
    if byte < 0x80 { return byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") }
    return document.text(of: tokens[token]).first?.isUppercase == true
  }

  func isFirstInSentence(_ token: Int) -> Bool {
    let start = document.sentences[Int(sentences[token])].tokens.lowerBound
    return (start..<token).allSatisfy { tokens[$0].tag == .punctuation }
  }

  /// Whether the document also writes the word of `token` without capital.
  func isCommonWord(_ token: Int) -> Bool { isLowercaseSomewhere[Int(tokens[token].form)] }

  /// The pronoun that a token is; nil for other words.
  func pronoun(at token: Int) -> Pronoun? {
    let number = form(token).pronoun
    return number > 0 ? Pronoun.all[Int(number) - 1] : nil
  }

  /// Where `51-year-old` begins that ends in `token`; nil for other words.
  func ageStart(endingAt token: Int) -> Int? {
    for ending in lexicon.ageEndings where token >= ending.count {
      let first = token - ending.count
      if tokens[first].tag == .numeral,
        ending.indices.allSatisfy({
          document.form(of: tokens[first + 1 + $0]) == ending[$0]
        })
      {
        return first
      }
    }
    return nil
  }

  /// The head of `token`; nil for a root.
  func head(_ token: Int) -> Int? {
    let head = Int(tokens[token].head)
    return tokens.indices.contains(head) ? head : nil
  }

  /// The token of `range` that depends on a token outside it.
  func top(of range: Range<Int>) -> Int {
    range.first { index in
      guard let head = head(index) else { return true }
      return !range.contains(head)
    } ?? range.lowerBound
  }

  /// The preposition or possessive clitic of `token`; nil without one.
  func preposition(of token: Int) -> String? {
    tree.child(of: token, .caseMarker).map { document.form(of: tokens[$0]) }
  }

  /// Whether the phrase of `token` is marked as known to the reader: `the`, `this`, or a possessor.
  func isDefinite(_ token: Int) -> Bool {
    tree.children(of: token).contains { child in
      switch tokens[Int(child)].relation {
      case .possessive: true
      case .determiner: ["the", "this", "that", "these", "those"].contains(document.form(of: tokens[Int(child)]))
      default: false
      }
    }
  }

  func isPlural(_ token: Int) -> Bool { [.pluralNoun, .pluralProperNoun].contains(tokens[token].fineTag) }
}
