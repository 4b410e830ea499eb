internal import GraphQuery
internal import GraphModel

/// `alias`, `alias NAME = WORDS`, `alias NAME =`
struct AliasVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "alias", usage: "alias [NAME = [WORDS]]", summary: "name the beginning of a statement, or list such names",
    examples: ["alias", "alias who = list Person by edges limit", "alias who ="], allowsMark: true)
  static let takesVariables = false

  /// Nil: list all.
  var definition: Assignment?

  init(reading parser: inout StatementParser) throws(QueryError) {
    let text = parser.rest()
    if text.isEmpty { return }
    guard let definition = Assignment(text) else { throw parser.wrongWords }
    self.definition = definition
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    guard let definition else {
      try session.write(session.bindings.aliases.sorted { $0.key < $1.key }.map { Assignment($0.key, $0.value).line })
      return session.bindings.aliases.isEmpty ? .empty : .answered
    }
    let name = definition.name.lowercased()
    // A script that is read by somebody else means the verb.
    if session.verbTable.syntax(of: name) != nil { throw .statement(CommandError.isVerb(name)) }
    session.bindings.aliases[name] = definition.value.isEmpty ? nil : definition.value
    return .answered
  }
}
