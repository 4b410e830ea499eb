internal import Language

/// Actions, one a line.
extension RuleParser {
  mutating func readAction() throws(RuleError) {
    guard !rule.nodes.isEmpty else { throw unexpected("find NAME: … before actions") }
    guard rule.actions.count < RuleLimits.nodes else {
      throw tooMany("actions in a rule", RuleLimits.nodes)
    }
    if current.text == "state" {
      try need(.statements)
      rule.actions.append(.state(try statement()))
      return try endLine()
    }
    let edit: TreeEdit
    switch current.text {
    case "attach":
      try need(.edits)
      let node = try subject()
      try need("to")
      let head = try target()
      edit = .attach(node, to: head, try takes("as") ? try given() : nil)
    case "raise":
      try need(.edits)
      let node = try target()
      try need("over")
      let head = try target()
      try need("leaving")
      edit = .raise(node, over: head, leaving: try given())
    case "relabel":
      try need(.edits)
      let node = try subject()
      try need("as")
      edit = .relabel(node, try given())
    case "retag":
      try need(.edits)
      let node = try subject()
      try need("as")
      edit = try retagging(node)
    default:
      throw unexpected(
        "a node (\(NodePattern.Quantity.allCases.map(\.rawValue).joined(separator: ", "))), an action (attach, raise, "
          + "relabel, retag, state), or example, gives, counter")
    }
    rule.actions.append(.edit(edit))
    try endLine()
  }

  /// Goes on behind the word of an action, when rules of the pass may do that.
  private mutating func need(_ wanted: Grammar.Pass.Kind) throws(RuleError) {
    if let kind, kind != wanted {
      throw unexpected(
        kind == .edits
          ? "an action that changes the tree, as those above in the pass" : "state …, as rules above in the pass do")
    }
    if wanted == .edits, let placeOfFact {
      throw .unexpected(
        place: placeOfFact.description, expected: "conditions on the tree alone in a rule that changes it",
        got: "one that asks who is who, which is found out later")
    }
    kind = wanted
    try advance()
  }

  /// `VERB`, `PROPN/NNP` or `/NNP`.
  private mutating func retagging(_ node: NodeNumber) throws(RuleError) -> TreeEdit {
    var tag: UniversalTag?
    if current.kind == .word {
      tag = UniversalTag(conlluName: current.text)
      guard tag != nil else { throw unknown("a universal tag", UniversalTag.allCases.map(\.conlluName)) }
      try advance()
    }
    guard tag == nil || current.isMark("/") else { return .retag(node, tag, nil) }
    try take("/")
    guard let penn = PennTag(conlluName: current.text) else {
      throw unknown("a Penn tag", PennTag.allCases.map(\.conlluName))
    }
    try advance()
    return .retag(node, tag, penn)
  }

  /// A relation that a word may get: the root is what has no head.
  private mutating func given() throws(RuleError) -> DependencyRelation {
    guard current.text != "root" else { throw unexpected("a relation to a head") }
    return try relation()
  }

  /// A node that an action changes, which may stand for several words.
  mutating func subject() throws(RuleError) -> NodeNumber {
    if let index = rule.nodes.firstIndex(where: { $0.name == current.text && $0.quantity == .every }) {
      try advance()
      return NodeNumber(index)
    }
    return try target()
  }

  /// A node with one word.
  mutating func target() throws(RuleError) -> NodeNumber {
    if let node = rule.nodes.first(where: { $0.name == current.text }) {
      switch node.quantity {
      case .one, .optional: break
      case .none: throw wrongNode("which stands for no word")
      case .every: throw wrongNode("which stands for several words")
      }
    }
    return try node()
  }
}
