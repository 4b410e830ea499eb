internal import Bytes
internal import GraphQuery
internal import GraphModel

/// `run FILE`
struct RunVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "run", aliases: ["read", "source"], usage: "run FILE", summary: "run the statements of a file",
    operands: [.file], examples: ["run tour.tq"], allowsMark: true)

  var file: String

  init(reading parser: inout StatementParser) throws(QueryError) {
    let words = parser.words()
    guard words.count == 1 else { throw parser.wrongWords }
    file = words[0]
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    let limit = 16
    if session.isSafe { throw .statement(CommandError.notAllowedInSafeMode("run")) }
    if session.depth >= limit { throw .statement(CommandError.scriptsNestedTooDeep(limit: limit)) }
    let text: String
    do { text = try ScriptFile.read(file, accepting: .regularFiles) } catch { throw .statement(error) }
    session.depth += 1
    defer { session.depth -= 1 }
    var runner = ScriptRunner(session: session, name: file)
    try StatementFailure.stream { () throws(CommandError) in try runner.run(text, isLast: true) }
    return runner.outcome
  }
}
