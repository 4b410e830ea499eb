internal import Bytes
internal import GraphQuery
internal import GraphModel

/// `reload`
struct ReloadVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "reload", usage: "reload", summary: "read the store anew that somebody else has changed", allowsMark: true)
  static let isKept = false

  init(reading parser: inout StatementParser) throws(QueryError) {
    guard parser.words().isEmpty else { throw parser.wrongWords }
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    try session.readAnew()
    try session.tell("\(session.storeName): \(counted(session.graph))")
    return .answered
  }
}
