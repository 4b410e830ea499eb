internal import Bytes
internal import GraphQuery
internal import GraphModel

/// `run FILE [WORDS]`
struct RunVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "run", aliases: ["read", "source"], usage: "run FILE [WORDS]",
    summary: "run the statements of a file, in which $1 is the first of the words",
    operands: [.file], examples: ["run tour.tq", "run profile.tq \"Mark Rutte\""], allowsMark: true)

  var file: String
  var arguments: [String]

  init(reading parser: inout StatementParser) throws(QueryError) {
    let words = parser.words()
    guard let file = words.first else { throw parser.wrongWords }
    self.file = file
    arguments = Array(words.dropFirst())
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    let limit = 16
    if session.isSafe { throw .statement(CommandError.notAllowedInSafeMode("run")) }
    if session.depth >= limit { throw .statement(CommandError.scriptsNestedTooDeep(limit: limit)) }
    let text: String
    do { text = try ScriptFile.read(file, accepting: .regularFiles) } catch { throw .statement(error) }
    session.depth += 1
    let former = session.bindings.arguments
    session.bindings.arguments = arguments
    defer {
      session.depth -= 1
      session.bindings.arguments = former
    }
    var runner = ScriptRunner(session: session, name: file)
    try StatementFailure.stream { () throws(CommandError) in try runner.run(text, isLast: true) }
    return runner.outcome
  }
}
