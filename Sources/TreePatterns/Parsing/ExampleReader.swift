internal import Language

/// A word of an example: `2 Rutte _ PROPN/NNP 3 nsubj B-PERSON`.
struct ExampleWord: Equatable {
  var number: Int
  var form: String
  var lemma: String
  var tag: UniversalTag
  var fineTag: PennTag
  /// Number of the head; 0 for the root.
  var head: Int
  var relation: DependencyRelation
  var entity: EntityTag
}

/// Reads the lines of examples.
struct ExampleReader {
  let grammar: Grammar

  /// The words of a block, by number.
  ///
  /// - Throws: at the first line that is wrong.
  func words(of example: ExampleText) throws(RuleError) -> [ExampleWord] {
    let source = grammar.sources[example.source]
    var line = example.place.line
    var words: [ExampleWord] = []
    for text in source.bytes[example.bytes].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      let fields = text.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
      if fields.isEmpty { continue }
      let column = text.prefix { $0 == UInt8(ascii: " ") }.count + 1
      let reading = LineReading(
        place: "\(source.name):\(line):\(column)", fields: fields.map { String(decoding: $0, as: UTF8.self) })
      let word = try reading.word()
      guard !words.contains(where: { $0.number == word.number }) else {
        throw .duplicate(
          place: reading.place, kind: "word number", name: "\(word.number)", first: "\(source.name):\(line - 1)")
      }
      words.append(word)
    }
    return words
  }

  /// The statements of a block, each `subject | predicate | object` with single spaces.
  func statements(of example: ExampleText) -> [String] {
    grammar.sources[example.source].bytes[example.bytes].split(separator: UInt8(ascii: "\n")).map { line in
      String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
    }
  }
}

private struct LineReading {
  var place: String
  var fields: [String]

  func word() throws(RuleError) -> ExampleWord {
    guard (6...7).contains(fields.count) else {
      throw unexpected("number, form, lemma, tag, head, relation and perhaps a label", "\(fields.count) columns")
    }
    let tags = fields[3].split(separator: "/", maxSplits: 1)
    guard let first = tags.first, let tag = UniversalTag(conlluName: first) else {
      throw unexpected("a universal tag in column 4", fields[3])
    }
    let fineTag = tags.count > 1 ? PennTag(conlluName: tags[1]) : .unknown
    guard let fineTag else { throw unexpected("a Penn tag behind the / in column 4", fields[3]) }
    guard let relation = DependencyRelation(conlluName: fields[5]) else {
      throw unexpected("a relation in column 6", fields[5])
    }
    guard let entity = fields.count > 6 ? EntityTag(iobName: fields[6]) : .outside else {
      throw unexpected("a label such as B-PERSON in column 7", fields[6])
    }
    let number = try number(0, "column 1", least: 1)
    let head = try self.number(4, "column 5", least: 0)
    return ExampleWord(
      number: number, form: fields[1], lemma: fields[2] == "_" ? fields[1].lowercased() : fields[2], tag: tag,
      fineTag: fineTag, head: head, relation: relation, entity: entity)
  }

  private func number(_ field: Int, _ column: String, least: Int) throws(RuleError) -> Int {
    guard let number = Int(fields[field]), (least...RuleLimits.exampleLength).contains(number) else {
      throw unexpected("a number of a word from \(least) to \(RuleLimits.exampleLength) in \(column)", fields[field])
    }
    return number
  }

  private func unexpected(_ expected: String, _ got: String) -> RuleError {
    .unexpected(place: place, expected: expected, got: String(got.prefix(RuleLimits.shownBytes)))
  }
}
