internal import Language

/// Conditions: what stands behind the colon of a node, and in brackets.
extension RuleParser {
  /// Conditions parted by commas, all of which hold; a line may end behind a comma.
  mutating func readConditions(depth: Int) throws(RuleError) -> [Condition] {
    var conditions = [try readCondition(depth: depth)]
    while current.isMark(",") {
      try advance()
      if current.kind == .endOfLine { try advance() }
      conditions.append(try readCondition(depth: depth))
    }
    return conditions
  }

  /// `(… or …)`: each alternative a list of conditions.
  private mutating func readAlternatives(depth: Int) throws(RuleError) -> [[Condition]] {
    guard depth < RuleLimits.depth else {
      throw tooMany("brackets in one another", RuleLimits.depth)
    }
    try take("(")
    var alternatives: [[Condition]] = []
    repeat {
      if current.kind == .endOfLine { try advance() }
      alternatives.append(try readConditions(depth: depth + 1))
      if current.kind == .endOfLine { try advance() }
    } while try takes("or")
    try take(")")
    return alternatives
  }

  private mutating func readCondition(depth: Int) throws(RuleError) -> Condition {
    conditionCount += 1
    guard conditionCount <= RuleLimits.conditions else {
      throw tooMany("conditions in a rule", RuleLimits.conditions)
    }
    if current.isMark("(") { return .any(try readAlternatives(depth: depth)) }
    guard current.kind == .word else { throw unexpected("a condition") }
    let word = current.text
    if let link = try readLinkOrPosition() { return link }
    switch word {
    case "tag":
      try advance()
      return .tag(try tags())
    case "relation":
      try advance()
      return .relation(try relations())
    case "form":
      try advance()
      return .form(try words())
    case "lemma":
      try advance()
      return .lemma(try words())
    case "type":
      try advance()
      return .type(try types())
    case "entity":
      try advance()
      return .entity(try labels())
    case "known":
      try advance()
      return .known(try labels())
    case "starts":
      try advance()
      if current.text == "name" { return try readNameBound("after") { .startsName(after: $0) } }
      try need("sentence")
      return .startsSentence
    case "is": return try readFact()
    case "leaves":
      try advance()
      try need("name")
      return .leavesName
    case "followed":
      try advance()
      try need("by")
      try need("space")
      return .followedBySpace
    case "same":
      try advance()
      try need("relation")
      try need("as")
      return .sameRelation(as: try node())
    case "has":
      try advance()
      return try readNeighbor(depth: depth)
    case "no":
      try advance()
      return .not(try readNeighbor(depth: depth))
    case "not":
      guard depth < RuleLimits.depth else {
        throw tooMany("“not” in one another", RuleLimits.depth)
      }
      try advance()
      return .not(try readCondition(depth: depth + 1))
    default:
      guard rule.nodes.contains(where: { $0.name == word }) else {
        throw unexpected("a condition, or the name of a node above")
      }
      let node = try node()
      guard current.kind == .word, !rule.nodes.contains(where: { $0.name == current.text }) else {
        throw unexpected("a condition of \(word)")
      }
      return .about(node, try readCondition(depth: depth))
    }
  }

  /// What stands behind `has` and `no`.
  private mutating func readNeighbor(depth: Int) throws(RuleError) -> Condition {
    if current.text == "preposition" { return try readPreposition() }
    let neighbor: Condition.Neighbor
    if try takes("child") {
      neighbor = .child(current.isMark("(") ? .all : try relations())
    } else if try takes("head") {
      neighbor = .head
    } else if try takes("previous") {
      neighbor = .previous
    } else if try takes("next") {
      neighbor = .next
    } else {
      throw unexpected("child RELATION, head, previous, next or preposition")
    }
    guard current.isMark("(") else { return .has(neighbor, []) }
    let alternatives = try readAlternatives(depth: depth)
    return .has(neighbor, alternatives.count == 1 ? alternatives[0] : [.any(alternatives)])
  }

  /// Conditions that name other nodes by where they stand; nil when the current word begins none.
  private mutating func readLinkOrPosition() throws(RuleError) -> Condition? {
    switch current.text {
    case "before":
      try advance()
      return .before(try node())
    case "after":
      try advance()
      return .after(try node())
    case "ends":
      try advance()
      if current.text == "name" { return try readNameBound("before") { .endsName(before: $0) } }
      try need("right")
      try need("before")
      return .endsRightBefore(try node())
    case "head": return .link(.head(of: try nodeBehind()))
    case "conjunct":
      notePlaceOfFact()
      return .link(.conjunct(of: try nodeBehind()))
    case "sibling": return .link(.sibling(of: try nodeBehind()))
    case "ancestor": return .link(.ancestor(of: try nodeBehind()))
    case "child":
      try advance()
      return .link(try childLink { .child($0, of: $1) })
    case "first":
      try advance()
      try need("child")
      return .link(try childLink { .firstChild($0, of: $1) })
    case "last":
      try advance()
      try need("child")
      return .link(try childLink { .lastChild($0, of: $1) })
    case "right":
      try advance()
      if try takes("after") { return .link(.rightAfter(try node())) }
      try need("before")
      if try takes("phrase") {
        try need("of")
        return .link(.rightBeforePhrase(of: try node()))
      }
      return .link(.rightBefore(try node()))
    case "between":
      try advance()
      let first = try node()
      try need("and")
      return .link(.between(first, try node()))
    case "start":
      try advance()
      try need("of")
      try need("phrase")
      return .link(.startOfPhrase(of: try nodeBehind()))
    case "name-head": return .link(.nameHead(of: try nodeBehind()))
    case "in":
      try advance()
      if try takes("headline") { return .inHeadline }
      return .link(.inName(of: try nodeBehind("name")))
    default: return nil
    }
  }

  /// `head of NODE`, where the current word is the first.
  private mutating func nodeBehind(_ word: String? = nil) throws(RuleError) -> NodeNumber {
    if let word { try need(word) } else if current.text != "of" { try advance() }
    try need("of")
    return try node()
  }

  private mutating func childLink(
    _ link: (RelationSet, NodeNumber) -> WordLink
  ) throws(RuleError) -> WordLink {
    let relations = current.kind == .word && current.text == "of" ? .all : try relations()
    try need("of")
    return link(relations, try node())
  }
}
