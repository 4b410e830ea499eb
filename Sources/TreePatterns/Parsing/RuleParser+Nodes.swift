/// Nodes: `find NAME: CONDITION, CONDITION`.
extension RuleParser {
  mutating func readNode(_ quantity: NodePattern.Quantity) throws(RuleError) {
    try advance()
    let start = current.start
    let name = try name(of: "a node")
    let place = lexer.place(of: start).description
    if let other = rule.nodes.first(where: { $0.name == name }) {
      throw .duplicate(place: place, kind: "node", name: other.name, first: rule.place.description)
    }
    guard !Self.isReserved(name) else {
      throw .unexpected(place: place, expected: "a name of a node that is no word of the language", got: name)
    }
    guard rule.nodes.count < RuleLimits.nodes else {
      throw .tooMany(place: place, what: "nodes in a rule", limit: RuleLimits.nodes)
    }
    guard !rule.nodes.isEmpty || quantity == .one else {
      throw .unexpected(place: place, expected: "“find” for the first node of a rule", got: quantity.rawValue)
    }
    try take(":")
    // The node may speak of itself in brackets: `has child nsubj (before verb)`.
    rule.nodes.append(NodePattern(quantity: quantity, name: name, conditions: []))
    let conditionStart = current.start
    let conditions = try readConditions(depth: 0)
    try endLine()
    rule.nodes[rule.nodes.count - 1].conditions = conditions
    let links = conditions.first?.links ?? []
    rule.nodes[rule.nodes.count - 1].links = links
    guard rule.nodes.count == 1 || !links.isEmpty else {
      throw .unexpected(
        place: lexer.place(of: conditionStart).description,
        expected: "first how \(name) is found from another node, such as “head of \(rule.nodes[0].name)”",
        got: "a condition that says nothing of it")
    }
    guard !links.contains(where: { $0.nodes.contains(NodeNumber(rule.nodes.count - 1)) }) || rule.nodes.count == 1
    else {
      throw .unexpected(
        place: lexer.place(of: conditionStart).description, expected: "how \(name) is found from a node above",
        got: name)
    }
    guard rule.nodes.count > 1 || !conditions.contains(where: \.isLink) else {
      throw .unexpected(
        place: lexer.place(of: conditionStart).description, expected: "conditions of \(name) alone",
        got: "how it is found from another node")
    }
  }

  /// The node of that name. `isFilled` where it must have a word.
  mutating func node() throws(RuleError) -> NodeNumber {
    guard current.kind == .word, let index = rule.nodes.firstIndex(where: { $0.name == current.text }) else {
      throw unexpected("the name of a node above: \(rule.nodes.map(\.name).joined(separator: ", "))")
    }
    let isCurrent = index == rule.nodes.count - 1
    if !isCurrent || !rule.actions.isEmpty {
      switch rule.nodes[index].quantity {
      case .one, .optional: break
      case .none: throw wrongNode("which stands for no word")
      case .every: throw wrongNode("which stands for several words")
      }
    }
    try advance()
    return NodeNumber(index)
  }

  mutating func wrongNode(_ reason: String) -> RuleError {
    .wrongNode(place: lexer.place(of: current.start).description, name: current.text, reason: reason)
  }

  /// The words with which conditions, nodes and actions begin.
  private static func isReserved(_ word: String) -> Bool {
    switch word {
    case "tag", "relation", "form", "lemma", "type", "entity", "known", "starts", "leaves", "followed", "same",
      "before", "after", "ends", "head", "child", "first", "last", "sibling", "ancestor", "right", "between", "start",
      "name-head", "conjunct", "in", "has", "is", "no", "not", "or", "at", "and", "of", "to", "as", "over", "leaving",
      "previous", "next":
      true
    default: false
    }
  }
}

extension Condition {
  /// The links by which candidates are found: that of the condition, or of the first condition of each alternative;
  /// none when one of them has none.
  var links: [WordLink] {
    switch self {
    case .link(let link): return [link]
    case .any(let alternatives):
      let links = alternatives.map { $0.first?.links ?? [] }
      return links.contains(where: \.isEmpty) ? [] : links.flatMap { $0 }
    default: return []
    }
  }

  var isLink: Bool { !links.isEmpty }
}

extension WordLink {
  /// The nodes from which it leads.
  fileprivate var nodes: [NodeNumber] {
    switch self {
    case .head(let node), .conjunct(let node), .child(_, let node), .firstChild(_, let node), .lastChild(_, let node),
      .sibling(let node),
      .ancestor(let node), .rightBefore(let node), .rightAfter(let node), .startOfPhrase(let node),
      .rightBeforePhrase(let node), .nameHead(let node), .inName(let node):
      [node]
    case .between(let first, let second): [first, second]
    }
  }
}
