internal import GraphQuery
internal import GraphModel

/// `output FILE`, `output > FILE`, `output | COMMAND`, `output`
struct OutputVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "output", usage: "output [FILE], output > FILE, output >> FILE, output | COMMAND",
    summary: "send the answers from here on to a file or a command; without either, to the screen again",
    operands: [.file], examples: ["output answers.csv", "output"], allowsMark: true)

  static let redirectsAll = true

  /// Nil: the screen. Where a mark stands before it, the session has cut it off.
  var redirection: Redirection?

  init(reading parser: inout StatementParser) throws(QueryError) {
    let words = parser.words()
    guard words.count <= 1 else { throw parser.wrongWords }
    redirection = words.first.map { .file($0, appends: false) }
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    try session.send(to: redirection)
    return .answered
  }
}
