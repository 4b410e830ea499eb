internal import GraphQuery
internal import GraphModel

/// `help [TOPIC]`
struct HelpVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "help", aliases: ["?"], usage: "help [TOPIC]", summary: "what there is, or one verb, command or topic",
    operands: [.topic], examples: ["help", "help path", "help keys"], allowsMark: true)
  static let isKept = false

  var topic: String?

  init(reading parser: inout StatementParser) throws(QueryError) {
    let words = parser.words()
    guard words.count <= 1 else { throw parser.wrongWords }
    topic = words.first
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    try session.write(
      try StatementFailure.wrap { () throws(CommandError) in
        try HelpText.topic(
          topic, of: session.verbTable, examples: session.examples, names: session.exampleNames, style: session.style)
      })
    return .answered
  }
}
