internal import GraphQuery
internal import GraphModel

/// A verb that the session itself carries out. A new one is a file, and a line in ``VerbTable/standard``.
protocol SessionVerb: StatementVerb {
  /// Whether `save` writes such statements.
  static var isKept: Bool { get }
  /// Whether variables stand for their values in it; not where its words are to be read later.
  static var takesVariables: Bool { get }
  /// Whether a mark behind it, `>` or `|`, is for all statements to come.
  static var redirectsAll: Bool { get }
  /// Whether such statements change the store.
  static var changesStore: Bool { get }
  /// What completion offers behind the verb and the words `before`; nothing where ``VerbSyntax/operands`` tell.
  static func candidates(behind before: [String], in state: PromptState) -> [CompletionCandidate]

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome
}

extension SessionVerb {
  static var isKept: Bool { true }
  static var takesVariables: Bool { true }
  static var redirectsAll: Bool { false }
  static var changesStore: Bool { false }
  static func candidates(behind before: [String], in state: PromptState) -> [CompletionCandidate] { [] }
}
