internal import Language
internal import TreePatterns

extension FuzzTarget {
  /// What is wrong with a file of rules stands in it; rules that are right keep a sentence one tree, in little time.
  static let rules = FuzzTarget("rules") { input in
    let lines = input.count { $0 == UInt8(ascii: "\n") } + 1
    let vocabulary = RuleVocabulary(
      lists: ["reportingVerb": ["say", "state"]], parents: ["Person": "Agent", "Agent": nil, "Group": "Agent"])
    let grammar: Grammar
    do throws(RuleError) {
      grammar = try RuleParser.grammar(of: [RuleSource(name: "fuzz", bytes: input)], vocabulary: vocabulary)
    } catch {
      let place = (error.place ?? "").split(separator: ":").dropFirst().compactMap { Int($0) }
      expect(place.count == 2 && 1...lines ~= place[0] && place[1] > 0, "\(error.place ?? "nil") is in the file")
      expect(!error.message.isEmpty, "an error has words")
      return
    }
    let nouns = ["founder": "Person"]
    do throws(RuleError) {
      let trial = RuleTrial(grammar, vocabulary: vocabulary, typeOfNoun: nouns) { document, rule in
        let others = Set(grammar.rules.map(\.name)).subtracting([rule.name])
        let alone = RuleRunner(grammar, vocabulary: vocabulary, typeOfNoun: nouns, disabled: others)
        return alone.statements(in: document, reader: LabelFacts(document: document)).map { "\($0.words)" }
      }
      _ = try trial.failures()
    } catch {
      expect(!error.message.isEmpty, "an error has words")
    }
    var document = sentence
    let runner = RuleRunner(grammar, vocabulary: vocabulary, typeOfNoun: nouns)
    for stated in runner.statements(in: document, reader: LabelFacts(document: document)) {
      let rule = grammar.rules[stated.rule]
      expect(rule.isStating && stated.words.count == rule.nodes.count, "each node has its words")
      expect(stated.words.joined().allSatisfy(document.tokens.indices.contains), "words are in the document")
    }
    expect(document.tokens == sentence.tokens, "statements change no tree")
    let firings = runner.run(on: &document)
    expect(firings.allSatisfy { !$0.changed.isEmpty }, "what fires changes something")
    expect(document.tokens.count { $0.head == Token.noHead } == 1, "one root")
    for word in document.tokens.indices {
      var current = word
      for _ in document.tokens where current >= 0 { current = Int(document.tokens[current].head) }
      expect(current == -1, "no circle")
    }
  }

  /// Founder Mark Rutte said , he left it .
  private static let sentence: Document = {
    var document = Document(metadata: .init(id: "fuzz"), source: Array("Founder Mark Rutte said , he left it .".utf8))
    document.strings = ["founder", "mark", "rutte", "said", ",", "he", "left", "it", ".", "say", "leave"]
    let words: [(tag: UniversalTag, fine: PennTag, head: Int32, relation: DependencyRelation, lemma: UInt32)] = [
      (.noun, .singularNoun, 3, .subject, 0), (.properNoun, .singularProperNoun, 0, .flat, 1),
      (.properNoun, .singularProperNoun, 1, .flat, 2), (.verb, .pastVerb, -1, .root, 9),
      (.punctuation, .comma, 6, .punctuation, 4), (.pronoun, .personalPronoun, 6, .subject, 5),
      (.verb, .pastVerb, 3, .clausalComplement, 10), (.pronoun, .personalPronoun, 6, .object, 7),
      (.punctuation, .sentenceEnd, 3, .punctuation, 8),
    ]
    for (index, word) in words.enumerated() {
      var token = Token(start: UInt32(index), length: 1, flags: .spaceAfter)
      (token.tag, token.fineTag, token.head, token.relation) = (word.tag, word.fine, word.head, word.relation)
      (token.form, token.lemma) = (UInt32(index), word.lemma)
      token.entity = index == 1 ? .begin(.person) : index == 2 ? .inside(.person) : .outside
      document.tokens.append(token)
    }
    document.sentences = [Sentence(tokens: 0..<words.count, bytes: 0..<UInt32(document.source.count))]
    return document
  }()
}

/// Who is who by labels and numbers of words alone.
private struct LabelFacts: PhraseFacts {
  let document: Document

  func holds(_ fact: WordFact, of word: Int) -> Bool {
    switch fact {
    case .mentioned, .referential, .proper: document.tokens[word].tag != .punctuation
    case .named: document.tokens[word].tag == .properNoun
    case .place, .time, .told: document.tokens[word].tag == .verb
    }
  }

  func entity(of word: Int) -> Int? { document.tokens[word].tag == .punctuation ? nil : word / 2 }

  func isA(_ types: [String], _ word: Int) -> Bool { types.count > word % 2 }

  func name(at word: Int) -> Range<Int>? { document.tokens[word].entity.label.map { _ in word..<word + 1 } }

  func preposition(of word: Int) -> String { word % 2 == 0 ? "such as" : "" }

  func conjuncts(of word: Int) -> [Int] { Array(word..<document.tokens.count) }
}
