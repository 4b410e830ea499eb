internal import Language

/// Reads files of rules; Schema/README.md describes the language.
package struct RuleParser {
  let vocabulary: RuleVocabulary
  private(set) var grammar = Grammar()
  private var placeOfRule: [String: RulePlace] = [:]
  private var numberOfPass: [String: Int] = [:]
  private var numberOfChoice: [WordChoiceKey: Int] = [:]
  private var choiceWords = 0

  // The file that is being read.
  var lexer = RuleLexer(RuleSource(name: "", bytes: []))
  var current = RuleLexeme(kind: .endOfFile, text: "", start: 0)

  // The rule that is being read.
  var rule = Rule(name: "", place: RulePlace(file: "", line: 0, column: 0))
  var conditionCount = 0
  /// Where the first condition or link stands that asks who is who.
  var placeOfFact: RulePlace?
  /// What the rules of the pass do; nil before its first action.
  var kind: Grammar.Pass.Kind?

  private init(_ vocabulary: RuleVocabulary) { self.vocabulary = vocabulary }

  /// The rules of all files, whose order is that of the rules.
  ///
  /// - Throws: the first error; nothing is half read.
  /// - Complexity: O(bytes).
  package static func grammar(
    of sources: [RuleSource], vocabulary: RuleVocabulary
  ) throws(RuleError) -> Grammar {
    var parser = RuleParser(vocabulary)
    for source in sources { try parser.read(source) }
    return parser.grammar
  }

  private mutating func read(_ source: RuleSource) throws(RuleError) {
    lexer = RuleLexer(source)
    grammar.sources.append(source)
    var pass: Int?
    try advance()
    if current.kind == .endOfLine { try advance() }
    while current.kind != .endOfFile {
      switch current.text {
      case "pass" where current.kind == .word:
        try advance()
        let number = try passNumber(name(of: "a pass"))
        (pass, kind) = (number, grammar.passes[number].kind)
        try endLine()
      case "rule" where current.kind == .word:
        guard let pass else { throw unexpected("pass NAME before the first rule") }
        try readRule()
        grammar.passes[pass].kind = kind
        grammar.passes[pass].rules.append(grammar.rules.count)
        grammar.rules.append(rule)
      default: throw unexpected("pass NAME or rule NAME")
      }
    }
  }

  private mutating func readRule() throws(RuleError) {
    try advance()
    let place = lexer.place(of: current.start)
    let name = try self.name(of: "a rule")
    if let first = placeOfRule.updateValue(place, forKey: name) {
      throw .duplicate(place: place.description, kind: "rule", name: name, first: first.description)
    }
    guard grammar.rules.count < RuleLimits.rules else {
      throw .tooMany(place: place.description, what: "rules", limit: RuleLimits.rules)
    }
    rule = Rule(name: name, place: place)
    conditionCount = 0
    placeOfFact = nil
    if try takes("as") { rule.weight = try self.name(of: "what statements of the rule count as") }
    try endLine()
    while current.kind == .word, current.text != "rule", current.text != "pass" {
      if let quantity = NodePattern.Quantity(rawValue: current.text) {
        guard rule.actions.isEmpty else { throw unexpected("another action or an example, for nodes come first") }
        try readNode(quantity)
      } else if let kind = ExampleText.Kind(rawValue: current.text) {
        try readExample(kind)
      } else {
        try readAction()
      }
    }
    let lacks =
      rule.nodes.isEmpty
      ? "a node (find NAME: …)"
      : rule.actions.isEmpty
        ? "an action"
        : !rule.examples.contains { $0.kind == .example }
          ? "an example" : !rule.examples.contains { $0.kind == .counter } ? "a counter-example (counter)" : nil
    if let lacks { throw .incomplete(place: place.description, rule: name, lacks: lacks) }
  }

  private mutating func readExample(_ kind: ExampleText.Kind) throws(RuleError) {
    guard kind == .example || rule.examples.contains(where: { $0.kind == .example }) else {
      throw unexpected("an example before what it gives, and before what does not fit")
    }
    let place = lexer.place(of: current.start)
    try advance()
    guard current.kind == .endOfLine else { throw unexpected("the end of the line") }
    let statesSomething = kind == .gives && self.kind == .statements
    let bytes = statesSomething ? lexer.lines(holding: UInt8(ascii: "|")) : lexer.numberedLines()
    try advance()
    if current.kind == .endOfLine { try advance() }
    guard !bytes.isEmpty else {
      throw unexpected(
        statesSomething
          ? "lines of statements, such as “Rutte | be of | NATO”" : "lines of words, such as “1 Rutte _ PROPN 2 nsubj”")
    }
    rule.examples.append(ExampleText(kind: kind, place: place, source: grammar.sources.count - 1, bytes: bytes))
  }

  private mutating func passNumber(_ name: String) throws(RuleError) -> Int {
    if let number = numberOfPass[name] { return number }
    guard grammar.passes.count < RuleLimits.rules else {
      throw .tooMany(place: lexer.place(of: current.start).description, what: "passes", limit: RuleLimits.rules)
    }
    numberOfPass[name] = grammar.passes.count
    grammar.passes.append(Grammar.Pass(name: name))
    return grammar.passes.count - 1
  }

  /// The index of a choice among all.
  mutating func number(of choice: WordChoice) throws(RuleError) -> Int {
    let key = WordChoiceKey(choice)
    if let number = numberOfChoice[key] { return number }
    switch choice {
    case .words(let words, let lists):
      choiceWords += words.count
      for list in lists { choiceWords += vocabulary.lists[list]?.count ?? 0 }
    case .types: choiceWords += vocabulary.parents.count
    }
    guard choiceWords <= RuleLimits.choiceWords else {
      throw tooMany("words in all conditions", RuleLimits.choiceWords)
    }
    guard grammar.choices.count < RuleLimits.choices else {
      throw tooMany("different sets of words or types", RuleLimits.choices)
    }
    numberOfChoice[key] = grammar.choices.count
    grammar.choices.append(choice)
    return grammar.choices.count - 1
  }

  /// A name of lower-case letters, digits and hyphens.
  mutating func name(of kind: String) throws(RuleError) -> String {
    let name = current.text
    guard current.kind == .word, let first = name.utf8.first, first.isLetter,
      name.utf8.allSatisfy({ $0.isDigit || $0.isLetter && $0 & 0x20 != 0 || $0 == UInt8(ascii: "-") })
    else { throw unexpected("the name of \(kind), in lower case") }
    try advance()
    return name
  }

  mutating func advance() throws(RuleError) { current = try lexer.next() }

  mutating func take(_ mark: String) throws(RuleError) {
    guard current.isMark(mark) else { throw unexpected("“\(mark)”") }
    try advance()
  }

  /// Goes on when the next word is `word`.
  mutating func takes(_ word: String) throws(RuleError) -> Bool {
    guard current.kind == .word, current.text == word else { return false }
    try advance()
    return true
  }

  mutating func need(_ word: String) throws(RuleError) {
    guard try takes(word) else { throw unexpected("“\(word)”") }
  }

  mutating func endLine() throws(RuleError) {
    guard current.kind == .endOfLine || current.kind == .endOfFile else { throw unexpected("the end of the line") }
    if current.kind == .endOfLine { try advance() }
  }

  /// That there are more of something than may be, up to the current lexeme.
  mutating func tooMany(_ what: String, _ limit: Int) -> RuleError {
    .tooMany(place: lexer.place(of: current.start).description, what: what, limit: limit)
  }

  /// That something else stands at the current lexeme.
  mutating func unexpected(_ expected: String) -> RuleError {
    var shown = current.shown
    if shown.utf8.count > RuleLimits.shownBytes { shown = String(shown.prefix(RuleLimits.shownBytes)) + "…" }
    return .unexpected(place: lexer.place(of: current.start).description, expected: expected, got: shown)
  }
}

/// A choice as a key of a dictionary.
private struct WordChoiceKey: Hashable {
  var isTypes: Bool
  var words: [String]
  var lists: [String]

  init(_ choice: WordChoice) {
    switch choice {
    case .words(let words, let lists): (isTypes, self.words, self.lists) = (false, words, lists)
    case .types(let types): (isTypes, words, lists) = (true, types, [])
    }
  }
}
