internal import GraphQuery
internal import GraphModel

/// `unset NAME`
struct UnsetVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "unset", usage: "unset NAME", summary: "forget a variable", examples: ["unset x"], allowsMark: true)

  var name: String

  init(reading parser: inout StatementParser) throws(QueryError) {
    let words = parser.words()
    guard words.count == 1 else { throw parser.wrongWords }
    name = words[0]
  }

  static func candidates(behind before: [String], in state: PromptState) -> [CompletionCandidate] {
    guard before.isEmpty else { return [] }
    return state.bindings.variables.sorted { $0.key < $1.key }.map { CompletionCandidate($0.key, note: $0.value) }
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    guard session.bindings.variables.removeValue(forKey: name) != nil else {
      let known = session.bindings.variables.keys.sorted()
      throw .statement(CommandError.unknownVariable(name, suggestion: Suggestion.closest(to: name, among: known)))
    }
    return .answered
  }
}
