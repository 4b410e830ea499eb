/// Statements: `state SUBJECT "words" [OBJECT] ["preposition" NODE] [as verb "words"] [at NODE] [in clause of NODE]`,
/// or `state SUBJECT is NOUN`.
extension RuleParser {
  mutating func statement() throws(RuleError) -> StatementPattern {
    var statement = StatementPattern(subject: try subject())
    if try takes("is") {
      statement.object = try subject()
    } else {
      statement.predicate = try quotedWords("the predicate in double quotes, or is NOUN")
      if isNode { statement.object = try subject() }
      if current.kind == .quoted {
        let preposition = try quotedWords("a preposition")
        statement.role = .init(preposition: preposition, filler: try subject())
      }
      try goOn()
      try readKeys(&statement)
      try goOn()
      if try takes("at") { statement.place = try subject() }
    }
    try goOn()
    if try takes("in") {
      try need("clause")
      try need("of")
      statement.clause = try target()
    }
    if let place = statement.place, rule.nodes[Int(place)].quantity == .every, !statement.nodes.contains(place) {
      throw .wrongNode(
        place: lexer.place(of: current.start).description, name: rule.nodes[Int(place)].name,
        reason: "which stands for several words of which the statement does not speak")
    }
    return statement
  }

  private var isNode: Bool { current.kind == .word && rule.nodes.contains { $0.name == current.text } }

  /// `as verb "be of"|noun "member of"`; `known as …` where nothing is stated otherwise.
  private mutating func readKeys(_ statement: inout StatementPattern) throws(RuleError) {
    statement.isOnlyIfKnown = try takes("known")
    if statement.isOnlyIfKnown { try need("as") } else if try !takes("as") { return }
    repeat {
      guard let construction = WordingConstruction(rawValue: current.text) else {
        throw unknown("a construction of wordings", WordingConstruction.allCases.map(\.rawValue))
      }
      try advance()
      statement.keys.append(.init(construction: construction, words: try quotedWords("the words of a wording")))
    } while try takesMark("|")
    if statement.keys.count > RuleLimits.nodes { throw tooMany("wordings of a statement", RuleLimits.nodes) }
  }

  /// A comma may part what follows, and the line end behind it.
  private mutating func goOn() throws(RuleError) {
    if try takesMark(","), current.kind == .endOfLine { try advance() }
  }

  private mutating func takesMark(_ mark: String) throws(RuleError) -> Bool {
    guard current.isMark(mark) else { return false }
    try advance()
    return true
  }

  /// Words in double quotes, in which `{lemma a}`, `{form a}` and `{preposition a}` stand for those of a node.
  private mutating func quotedWords(_ expected: String) throws(RuleError) -> [WordPattern] {
    guard current.kind == .quoted, !current.text.isEmpty else { throw unexpected(expected) }
    var parts: [WordPattern] = []
    var rest = Substring(current.text)
    while let open = rest.firstIndex(of: "{") {
      if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
      guard let close = rest[open...].firstIndex(of: "}") else { throw unexpected("a } behind {") }
      parts.append(try captured(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.text(String(rest))) }
    guard parts.count <= RuleLimits.nodes else { throw tooMany("{…} in a text", RuleLimits.nodes) }
    try advance()
    return parts
  }

  private mutating func captured(_ text: Substring) throws(RuleError) -> WordPattern {
    let words = text.split(separator: " ")
    guard words.count == 2, let node = rule.nodes.firstIndex(where: { $0.name == words[1] }),
      rule.nodes[node].quantity == .one || rule.nodes[node].quantity == .optional
    else { throw unexpected("in braces lemma, form or preposition, and a node with one word") }
    switch words[0] {
    case "lemma": return .lemma(NodeNumber(node))
    case "form": return .form(NodeNumber(node))
    case "preposition": return .preposition(NodeNumber(node))
    default: throw unexpected("in braces lemma, form or preposition, and a node with one word")
    }
  }
}
