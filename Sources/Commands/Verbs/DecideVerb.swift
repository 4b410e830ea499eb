internal import GraphModel
internal import GraphQuery

/// `decide [type T] [limit N]`, `decide FILE.csv`
struct DecideVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "decide", usage: "decide [type T] [limit N] | decide FILE.csv",
    summary:
      "ask at the prompt, pair by pair, whether what suggest finds is one: y, n, later, undo or quit; or carry out "
      + "what a table decides, as `suggest > FILE.csv` writes it: y in the column decision makes the two one, n keeps "
      + "them two, nothing leaves them for later",
    operands: [.file],
    options: [
      VerbOption("type", "ask about entities of this type alone", operand: .type),
      VerbOption("limit", "ask about so many pairs at most"),
    ],
    examples: ["decide", "decide type Person limit 20", "decide pairs.csv"], takesClaims: false)
  static let changesStore = true

  private enum Source {
    case table(String)
    case prompt(SuggestVerb, limit: Int?)
  }

  private var source: Source

  init(reading parser: inout StatementParser) throws(QueryError) {
    if parser.isAtOptions() {
      let pairs = try SuggestVerb(reading: &parser)
      source = .prompt(pairs, limit: parser.limit)
    } else {
      let words = parser.words()
      guard words.count == 1 else { throw parser.wrongWords }
      source = .table(words[0])
    }
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    if session.isSafe { throw .statement(CommandError.notAllowedInSafeMode("decide")) }
    if session.isReadOnly { throw .statement(CommandError.readOnly("decide")) }
    switch source {
    case .table(let file): return try carryOut(file, in: session)
    case .prompt(let pairs, let limit): return try ask(about: pairs, limit: limit, in: session)
    }
  }
}
