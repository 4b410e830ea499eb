/// Conditions that ask who is who: `is named`, `is Person|Group`, `is same as a`, `has preposition "of"`.
extension RuleParser {
  /// What stands behind `is`.
  mutating func readFact() throws(RuleError) -> Condition {
    notePlaceOfFact()
    try advance()
    if try takes("same") {
      try need("as")
      return .sameEntity(as: try node())
    }
    if current.kind == .word, let fact = WordFact(rawValue: current.text) {
      try advance()
      return .fact(fact)
    }
    guard current.kind == .word, vocabulary.parents[current.text] != nil else {
      throw unknown(
        "a type of the schema, “same as”, or one of \(WordFact.allCases.map(\.rawValue).joined(separator: ", "))",
        WordFact.allCases.map(\.rawValue) + vocabulary.parents.keys)
    }
    return .entityType(try typeNames())
  }

  /// `preposition`, or `preposition "of"|@exemplifier`.
  mutating func readPreposition() throws(RuleError) -> Condition {
    notePlaceOfFact()
    try advance()
    return .preposition(current.kind == .quoted || current.isMark("@") ? try words() : nil)
  }

  /// `name right after a`, `name right before a`.
  mutating func readNameBound(
    _ side: String, _ condition: (NodeNumber) -> Condition
  ) throws(RuleError) -> Condition {
    notePlaceOfFact()
    try advance()
    try need("right")
    try need(side)
    return condition(try node())
  }

  mutating func notePlaceOfFact() {
    if placeOfFact == nil { placeOfFact = lexer.place(of: current.start) }
  }
}
