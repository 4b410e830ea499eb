internal import GraphQuery
internal import GraphModel

/// `history [N]`
struct HistoryVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "history", usage: "history [N]", summary: "the last statements typed", examples: ["history 20"],
    allowsMark: true)
  static let isKept = false

  var count = 30

  init(reading parser: inout StatementParser) throws(QueryError) {
    let words = parser.words()
    guard let first = words.first else { return }
    guard words.count == 1, let count = Int(first), count > 0 else { throw parser.wrongWords }
    self.count = count
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    try session.write(session.typed.suffix(count).map { StyledText($0) })
    return session.typed.isEmpty ? .empty : .answered
  }
}
