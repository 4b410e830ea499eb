internal import GraphQuery

/// The verbs that statements may have: what reads, completes and explains them knows them by this list alone.
struct VerbTable: Sendable {
  /// Those that ask the graph, and those that decide on who is who.
  var graph: [any StatementVerb.Type]
  /// Those that the session itself carries out.
  var session: [any StatementVerb.Type]

  /// Every verb, in the order of help.
  var all: [any StatementVerb.Type] { graph + session }
  var names: [String] { all.map { $0.syntax.name } }
  var namesAndAliases: [String] { all.flatMap { [$0.syntax.name] + $0.syntax.aliases } }

  /// The syntax of the verb called `word`; nil when there is none.
  func syntax(of word: String) -> VerbSyntax? { all.named(word)?.syntax }
}
