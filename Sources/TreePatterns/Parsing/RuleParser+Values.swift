internal import Bytes
internal import Language

/// Values of conditions: several, parted by `|`, mean any of them.
extension RuleParser {
  mutating func relations() throws(RuleError) -> RelationSet {
    var set = RelationSet()
    repeat { set.insert(try relation()) } while try takesBar()
    return set
  }

  mutating func relation() throws(RuleError) -> DependencyRelation {
    guard current.kind == .word, let relation = DependencyRelation(conlluName: current.text) else {
      throw unknown("a relation of Universal Dependencies", DependencyRelation.allCases.map(\.conlluName))
    }
    try advance()
    return relation
  }

  mutating func tags() throws(RuleError) -> TagSet {
    var set = TagSet()
    repeat {
      let tag = UniversalTag(conlluName: current.text)
      let penn = PennTag(conlluName: current.text)
      guard current.kind == .word || current.kind == .quoted, tag != nil || penn != nil else {
        throw unknown(
          "a universal or Penn tag", UniversalTag.allCases.map(\.conlluName) + PennTag.allCases.map(\.conlluName))
      }
      if let tag { set.insert(tag) } else if let penn { set.insert(penn) }
      try advance()
    } while try takesBar()
    return set
  }

  mutating func labels() throws(RuleError) -> LabelSet {
    var set = LabelSet()
    repeat {
      guard current.kind == .word, let label = EntityLabel(name: current.text) else {
        throw unknown("a label of entities", EntityLabel.allCases.map(\.name))
      }
      set.insert(label)
      try advance()
    } while try takesBar()
    return set
  }

  /// The index of a set of words: `"due"`, `"up"|"on"`, `@reportingVerb`.
  mutating func words() throws(RuleError) -> Int {
    var words: [String] = []
    var lists: [String] = []
    repeat {
      if current.isMark("@") {
        try advance()
        guard current.kind == .word, vocabulary.lists[current.text] != nil else {
          throw unknown("a word list of the schema", Array(vocabulary.lists.keys))
        }
        lists.append(current.text)
      } else {
        guard current.kind == .quoted, !current.text.isEmpty else {
          throw unexpected("words in double quotes, or @LIST")
        }
        words.append(current.text)
      }
      try advance()
    } while try takesBar()
    return try number(of: .words(Set(words).sorted(), lists: Set(lists).sorted()))
  }

  /// The index of a set of types.
  mutating func types() throws(RuleError) -> Int { try number(of: .types(try typeNames())) }

  /// Names of types, sorted.
  mutating func typeNames() throws(RuleError) -> [String] {
    var types: [String] = []
    repeat {
      guard current.kind == .word, vocabulary.parents[current.text] != nil else {
        throw unknown("a type of the schema", Array(vocabulary.parents.keys))
      }
      types.append(current.text)
      try advance()
    } while try takesBar()
    return Set(types).sorted()
  }

  private mutating func takesBar() throws(RuleError) -> Bool {
    guard current.isMark("|") else { return false }
    try advance()
    return true
  }

  mutating func unknown(_ kind: String, _ names: [String]) -> RuleError {
    guard current.kind == .word || current.kind == .quoted else { return unexpected(kind) }
    let name = String(current.shown.prefix(RuleLimits.shownBytes))
    return .unknown(
      place: lexer.place(of: current.start).description, kind: kind, name: name,
      nearest: NearestName.name(to: name, among: names.sorted()))
  }
}
