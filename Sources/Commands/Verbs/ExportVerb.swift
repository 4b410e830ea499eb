internal import GraphExport
internal import GraphQuery
internal import GraphModel

/// `export FORMAT [FILE]`
struct ExportVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "export", usage: "export FORMAT [FILE]", summary: "write the last answer as " + ExportFormat.names,
    operands: [.format, .file], examples: ["export dot nato.dot", "export jsonl", "export nt statements.nt"],
    allowsMark: true)

  var format: String
  var file: String?

  init(reading parser: inout StatementParser) throws(QueryError) {
    let words = parser.words()
    guard (1...2).contains(words.count) else { throw parser.wrongWords }
    format = words[0]
    file = words.count == 2 ? words[1] : nil
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    let format = try StatementFailure.wrap { () throws(CommandError) in try ExportFormat.named(self.format) }
    if file != nil, session.isSafe { throw .statement(CommandError.notAllowedInSafeMode("writing a file")) }
    guard let last = session.lastPart else { throw .statement(CommandError.nothingToExport) }
    let part = Subgraph(last)
    let target = ExportTarget(exporter: format.exporter(keepsFormulas: session.settings.keepsFormulas), part: part)
    guard let file else {
      return try session.export(target)
    }
    try target.write(session.graph, to: file, isForced: false)
    try session.tell("wrote \(file)")
    return .answered
  }
}
