package import Language

/// Runs the examples of rules, each with its rule alone.
package struct RuleTrial {
  /// An example in which a rule does not do what it should.
  package struct Failure: Sendable, Equatable {
    package var place: RulePlace
    package var rule: String
    /// What should have come out, and what did: `founder is appos of Sybiga`, `Rutte | be of | NATO`; empty for
    /// nothing.
    package var expected: [String]
    package var found: [String]
  }

  private let grammar: Grammar
  private let vocabulary: RuleVocabulary
  private let typeOfNoun: [String: String]
  private let statements: (Document, Rule) -> [String]

  /// - Parameters:
  ///   - typeOfNoun: by lemma, the type of what a noun stands for.
  ///   - statements: what a rule alone states in a document, as `subject | predicate | object`.
  package init(
    _ grammar: Grammar, vocabulary: RuleVocabulary, typeOfNoun: [String: String],
    statements: @escaping (Document, Rule) -> [String]
  ) {
    self.statements = statements
    self.grammar = grammar
    self.vocabulary = vocabulary
    self.typeOfNoun = typeOfNoun
  }

  /// What fails, in the order of the files; empty when every rule does what its examples say.
  ///
  /// - Throws: where an example cannot be read, or is no tree.
  package func failures() throws(RuleError) -> [Failure] {
    var failures: [Failure] = []
    for number in grammar.rules.indices { failures += try self.failures(of: number) }
    return failures
  }

  private func failures(of number: Int) throws(RuleError) -> [Failure] {
    let rule = grammar.rules[number]
    if rule.isStating { return try failuresOfStating(rule) }
    let others = grammar.rules.map(\.name).filter { $0 != rule.name }
    let runner = RuleRunner(grammar, vocabulary: vocabulary, typeOfNoun: typeOfNoun, disabled: Set(others))
    let reader = ExampleReader(grammar: grammar)
    var failures: [Failure] = []
    var sentence: [ExampleWord] = []
    for (index, example) in rule.examples.enumerated() {
      let words = try reader.words(of: example)
      switch example.kind {
      case .gives: continue
      case .example:
        sentence = words
        let given = Self.replacing(sentence, by: try reader.words(of: try answer(to: index, of: rule)))
        let found = try run(runner, on: sentence, example)
        if found != given { failures.append(failure(example, rule, sentence, given, found)) }
      case .counter:
        let counter = Self.replacing(sentence, by: words)
        let found = try run(runner, on: counter, example)
        if found != counter { failures.append(failure(example, rule, counter, counter, found)) }
      }
    }
    return failures
  }

  /// The block with what an example gives.
  private func answer(to example: Int, of rule: Rule) throws(RuleError) -> ExampleText {
    guard rule.examples.indices.contains(example + 1), rule.examples[example + 1].kind == .gives else {
      throw .incomplete(
        place: rule.examples[example].place.description, rule: rule.name, lacks: "what the example gives (gives)")
    }
    return rule.examples[example + 1]
  }

  private func failuresOfStating(_ rule: Rule) throws(RuleError) -> [Failure] {
    let reader = ExampleReader(grammar: grammar)
    var failures: [Failure] = []
    var sentence: [ExampleWord] = []
    for (index, example) in rule.examples.enumerated() where example.kind != .gives {
      let words = try reader.words(of: example)
      var expected: [String] = []
      if example.kind == .example {
        sentence = words
        expected = reader.statements(of: try answer(to: index, of: rule))
      }
      let told = example.kind == .example ? words : Self.replacing(sentence, by: words)
      if let fault = Self.fault(of: told) { throw Self.noTree(example, fault) }
      let found = statements(Self.document(of: told), rule)
      if found != expected {
        failures.append(Failure(place: example.place, rule: rule.name, expected: expected, found: found))
      }
    }
    return failures
  }

  private func failure(
    _ example: ExampleText, _ rule: Rule, _ before: [ExampleWord], _ expected: [ExampleWord], _ found: [ExampleWord]
  ) -> Failure {
    Failure(
      place: example.place, rule: rule.name, expected: Self.changes(from: before, to: expected),
      found: Self.changes(from: before, to: found))
  }

  /// The words after `runner` has changed them.
  private func run(
    _ runner: RuleRunner, on words: [ExampleWord], _ example: ExampleText
  ) throws(RuleError) -> [ExampleWord] {
    guard let fault = Self.fault(of: words) else {
      var document = Self.document(of: words)
      _ = runner.run(on: &document)
      return words.indices.map { index in
        var word = words[index]
        let token = document.tokens[index]
        (word.head, word.relation, word.tag, word.fineTag) = (
          token.head == Token.noHead ? 0 : Int(token.head) + 1, token.relation, token.tag, token.fineTag
        )
        return word
      }
    }
    throw Self.noTree(example, fault)
  }

  private static func noTree(_ example: ExampleText, _ fault: String) -> RuleError {
    .unexpected(place: example.place.description, expected: "a sentence that is one tree", got: fault)
  }

  private static func replacing(_ words: [ExampleWord], by others: [ExampleWord]) -> [ExampleWord] {
    var words = words
    for word in others {
      if let index = words.firstIndex(where: { $0.number == word.number }) {
        words[index] = word
      } else {
        words.append(word)
      }
    }
    return words
  }

  private static func changes(from before: [ExampleWord], to after: [ExampleWord]) -> [String] {
    zip(before, after).filter { $0 != $1 }.map { _, word in
      let head = after.first { $0.number == word.head }?.form
      let tag = word.fineTag == .unknown ? word.tag.conlluName : "\(word.tag.conlluName)/\(word.fineTag.conlluName)"
      return "\(word.form) (\(tag)) is \(word.relation.conlluName)\(head.map { " of \($0)" } ?? "")"
    }
  }

  /// What keeps the words from being one tree with numbers from 1 on; nil when they are.
  private static func fault(of words: [ExampleWord]) -> String? {
    guard words.map(\.number) == Array(1...max(1, words.count)) else { return "numbers that do not count from 1" }
    guard words.count(where: { $0.head == 0 }) == 1 else { return "\(words.count { $0.head == 0 }) roots" }
    for word in words {
      var current = word
      for _ in words where current.head != 0 {
        guard current.head <= words.count else { return "a head \(current.head), which is no word" }
        current = words[current.head - 1]
      }
      if current.head != 0 { return "\(word.form) in a circle" }
    }
    return nil
  }

  private static func document(of words: [ExampleWord]) -> Document {
    var document = Document(metadata: .init(id: "example"), source: [])
    for (index, word) in words.enumerated() {
      let start = UInt32(document.source.count)
      document.source += word.form.utf8
      var token = Token(start: start, length: UInt16(clamping: word.form.utf8.count), flags: .spaceAfter)
      document.source.append(UInt8(ascii: " "))
      (token.tag, token.fineTag, token.relation, token.entity) = (word.tag, word.fineTag, word.relation, word.entity)
      token.head = word.head == 0 ? Token.noHead : Int32(word.head - 1)
      token.form = UInt32(2 * index)
      token.lemma = UInt32(2 * index + 1)
      document.strings += [word.form.lowercased(), word.lemma]
      document.tokens.append(token)
    }
    document.sentences = [Sentence(tokens: document.tokens.indices, bytes: 0..<UInt32(document.source.count))]
    return document
  }
}
