internal import GraphExport
internal import GraphQuery
internal import GraphModel
internal import SchemaFiles
internal import Tercet

/// `export FORMAT [FILE]`
struct ExportVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "export", usage: "export FORMAT [FILE]", summary: "write the last answer as " + ExportFormat.names,
    operands: [.format, .file],
    examples: ["export html nato.html", "export svg nato.svg", "export jsonl", "export nt statements.nt"],
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
    if format.isPicture { return try writePicture(of: part, as: format, in: session) }
    let exporter: any GraphExporter
    do {
      exporter = try format.exporterBySchema(keepsFormulas: session.settings.keepsFormulas)
    } catch {
      throw .statement(error)
    }
    // Of a folder the target itself says what is in its way.
    if let file, !(exporter is FolderStream) { try session.refuseExisting(file) }
    let shown = exporter.shown(part, of: session.graph)
    let target = ExportTarget(exporter: exporter, part: shown)
    if let file {
      try target.write(session.graph, to: file, isForced: false)
      try session.tell("wrote \(file)")
    } else {
      let outcome = try session.export(target)
      if outcome != .answered { return outcome }
    }
    if let note = shown.leftOutNote { try session.tell("note: \(note)") }
    let losses = ExportLosses(shown, of: session.graph, as: format, by: exporter)
    if !losses.isEmpty { try session.tell("\(format.rawValue) leaves out \(losses.text)") }
    return .answered
  }

  private func writePicture<Graph: GraphView>(
    of part: Subgraph, as format: ExportFormat, in session: Session<Graph>
  ) throws(StatementFailure) -> Session<Graph>.Outcome {
    if session.isSafe { throw .statement(CommandError.notAllowedInSafeMode("running another program")) }
    if format.isBinary, file == nil, session.environment.isOutputTerminal {
      throw .statement(CommandError.binaryToTerminal(format.rawValue))
    }
    if let file { try session.refuseExisting(file) }
    var renderer = PictureRenderer(
      format: format, drawing: DOTExporter(), fitsScreen: true,
      isInterrupted: { [cancellation = session.cancellation] in cancellation.isCancelled })
    if let seconds = session.settings.timeout { renderer.seconds = min(seconds, renderer.seconds) }
    let graph = session.graph
    let picture: (bytes: [UInt8], shown: Subgraph)
    do throws(CommandError) {
      picture = try renderer.picture(of: part, in: graph)
    } catch {
      if error == .interrupted { return .interrupted }
      throw .statement(error)
    }
    if let file {
      try ExportTarget.write(picture.bytes, to: file, isForced: false)
      try session.tell("wrote \(file)")
    } else {
      try StatementFailure.stream { () throws(CommandError) in try session.output.write(bytes: picture.bytes) }
    }
    if let note = picture.shown.leftOutNote { try session.tell("note: \(note)") }
    return .answered
  }
}
