internal import GraphQuery
internal import GraphModel

/// `quit`
struct QuitVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "quit", aliases: ["exit", "q"], usage: "quit", summary: "leave (so do ^D, exit and \\q)", allowsMark: true)
  static let isKept = false

  init(reading parser: inout StatementParser) throws(QueryError) {
    guard parser.words().isEmpty else { throw parser.wrongWords }
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    .quit
  }
}
