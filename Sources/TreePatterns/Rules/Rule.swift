package import Language

/// A pattern over dependency trees, and what is done where it fits.
package struct Rule: Sendable, Equatable {
  /// Lower-case words joined by hyphens, unique among the rules of a grammar.
  package var name: String
  package var place: RulePlace
  /// The words that the pattern is made of; the first is the anchor, at which matching begins.
  package var nodes: [NodePattern] = []
  package var actions: [RuleAction] = []
  /// What statements of the rule count as, where their confidence is weighed; the name itself where nothing is said.
  package var weight: String
  /// Where the examples and counter-examples stand.
  package var examples: [ExampleText] = []

  /// Whether it states something instead of changing trees.
  package var isStating: Bool {
    actions.contains { action in
      if case .state = action { true } else { false }
    }
  }

  package init(name: String, place: RulePlace) {
    self.name = name
    self.place = place
    weight = name
  }
}

/// A word of a pattern.
package struct NodePattern: Sendable, Equatable {
  /// How many words a node stands for.
  package enum Quantity: String, Sendable, CaseIterable {
    /// One, found by trying the candidates in their order until the rest of the pattern fits.
    case one = "find"
    /// The first candidate; the rule goes on when there is none, and conditions about it do not hold then.
    case optional = "maybe"
    /// None: the rule stops when there is one.
    case none = "without"
    /// Every candidate.
    case every = "each"
  }

  package var quantity: Quantity
  package var name: String
  package var conditions: [Condition]
  /// By which candidates are found: what the first condition says, or each alternative of it; none for the anchor.
  package var links: [WordLink] = []
}

/// What a rule does where its pattern fits.
package enum RuleAction: Sendable, Equatable {
  case edit(TreeEdit)
  case state(StatementPattern)
}

/// A change of a tree. One that would leave no tree is left out, as is one of an optional node without a word.
package enum TreeEdit: Sendable, Equatable {
  /// The word goes below `head`; nil keeps its relation.
  case attach(NodeNumber, to: NodeNumber, DependencyRelation?)
  /// The word takes the place and relation of its head, which goes below it.
  case raise(NodeNumber, over: NodeNumber, leaving: DependencyRelation)
  case relabel(NodeNumber, DependencyRelation)
  case retag(NodeNumber, UniversalTag?, PennTag?)
}
