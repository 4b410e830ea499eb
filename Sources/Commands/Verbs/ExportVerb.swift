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
    let outcome: Session<Graph>.Outcome
    if let file {
      try target.write(session.graph, to: file, isForced: false)
      try session.tell("wrote \(file)")
      outcome = .answered
    } else {
      outcome = try session.export(target)
    }
    let losses = ExportLosses(part, of: session.graph, as: format, by: target.exporter)
    if !losses.isEmpty { try session.tell("\(format.rawValue) leaves out \(losses.text)") }
    return outcome
  }
}
