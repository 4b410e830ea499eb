public import Language

extension Document {
  /// An analyzed document without a model, from one line a word; a blank line ends a sentence, `¶` a paragraph.
  ///
  /// A line holds, separated by spaces: the word, its lemma (`_` for the lower-case word), its tag (`VERB`, or with a
  /// Penn tag `VERB/VBD`), the number of its head in the sentence (0 for the root), its relation, and, where it has
  /// one, its entity label (`B-PERSON`). A word in `+` joins the one before (`+n't`, `+'s`); one in `~` stands against
  /// it without being joined (`~%`). Sentence punctuation and closing brackets stand against the word before by
  /// themselves, and opening brackets against the word after. `#` begins a comment line.
  ///
  /// ```
  /// try Document.fixture("""
  ///   NATO    NATO   PROPN 3 compound B-ORGANIZATION
  ///   chief   chief  NOUN  3 compound
  ///   Rutte   Rutte  PROPN 4 nsubj    B-PERSON
  ///   spoke   speak  VERB  0 root
  ///   .       _      PUNCT 4 punct
  ///   """)
  /// ```
  ///
  /// - Throws: ``ConlluError`` with the line of the block.
  public static func fixture(
    _ block: String, id: String = "fixture", title: String? = nil, date: String? = nil, source: String? = nil
  ) throws -> Document {
    var builder = DocumentBuilder(
      metadata: Metadata(id: id, title: title, date: date, source: source))
    var words: [DocumentBuilder.Word] = []
    var lines: [Int] = []
    var opensParagraph = true
    func close() throws {
      for (word, line) in zip(words, lines) where word.head.map({ $0 > words.count }) ?? false {
        throw ConlluError(name: id, line: line, problem: "expected a head up to \(words.count)")
      }
      builder.append(FixtureSpacing.spaced(words), opensParagraph: opensParagraph)
      if !words.isEmpty { opensParagraph = false }
      words = []
      lines = []
    }
    for (index, line) in block.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let fields = line.split(separator: " ")
      if fields.isEmpty || fields == ["¶"] {
        try close()
        if !fields.isEmpty { opensParagraph = true }
      } else if !fields[0].hasPrefix("#") {
        words.append(try FixtureLine.word(fields, line: index + 1, name: id))
        lines.append(index + 1)
      }
    }
    try close()
    return builder.finish()
  }

  /// An analyzed sentence from parallel lists; heads count from 1, 0 is the root.
  ///
  /// - Parameter tags: as in a fixture block: `VERB` or `VERB/VBD`.
  /// - Parameter lemmas: nil for the lower-case words.
  /// - Parameter entities: labels by the number of the word, from 1: `[1: "B-PERSON"]`.
  /// - Throws: ``ConlluError`` with the number of the word.
  public static func fixture(
    words: [String], tags: [String], heads: [Int], relations: [String], lemmas: [String]? = nil,
    entities: [Int: String] = [:], id: String = "fixture", date: String? = nil
  ) throws -> Document {
    let counts = [words.count, tags.count, heads.count, relations.count, lemmas?.count ?? words.count]
    guard Set(counts).count == 1 else {
      throw ConlluError(name: id, line: 0, problem: "expected lists of one length, found \(counts)")
    }
    let lines = words.indices.map { index in
      let entity = entities[index + 1].map { " " + $0 } ?? ""
      return "\(words[index]) \(lemmas?[index] ?? "_") \(tags[index]) \(heads[index]) \(relations[index])\(entity)"
    }
    return try fixture(lines.joined(separator: "\n"), id: id, date: date)
  }
}
