internal import Bytes
internal import GraphExport
internal import GraphModel
internal import GraphStore
internal import Tercet

extension Invocation {
  /// `tercet export STORE`.
  func export() throws -> ExitStatus {
    let path = arguments.operands[0]
    let file = arguments.value("output").flatMap { $0 == "-" ? nil : $0 }
    let format: ExportFormat
    if let name = arguments.value("format"), let named = ExportFormat(rawValue: name) {
      format = named
    } else {
      format = try file.map { file throws(CommandError) in try ExportFormat.ofFile(file) } ?? .dot
    }
    if format.isBinary, file == nil, program.environment.isOutputTerminal {
      throw CommandError.binaryToTerminal(format.rawValue)
    }
    let choice = try ExportChoice(arguments)
    let exporter = try exporter(of: format, choice)
    let isForced = arguments.isOn("force")
    if let file { try ExportTarget.refuseStore(file) }
    if let file { try ExportTarget.refuseExisting(file, isForced: isForced, asFolder: exporter is FolderStream) }
    let graph = try StoredGraph(path: path)
    guard let part = try part(choice, of: graph) else { return .noAnswer }
    do {
      if format.isPicture {
        try writePicture(of: part, in: graph, format, try drawing(choice), to: file, isForced: isForced)
      } else {
        let shown = exporter.shown(part, of: graph)
        if shown.edges == nil, format != .dot {
          graph.unpackTexts(into: file.map(AtomicFile.folder(of:)) ?? NamelessFile.usualFolder)
        }
        let target = ExportTarget(exporter: exporter, part: shown)
        if let file {
          try target.write(graph, to: file, isForced: isForced)
        } else {
          try target.write(graph, to: program.output)
        }
        try tellLeftOut(shown)
        let losses = ExportLosses(shown, of: graph, as: format, by: exporter)
        if !losses.isEmpty { try tell("\(format.rawValue) leaves out \(losses.text)") }
      }
    } catch StatementFailure.statement(let error) {
      throw error
    }
    if let damage = graph.damage { throw damage }
    return .answered
  }

  private func exporter(of format: ExportFormat, _ choice: ExportChoice) throws -> any GraphExporter {
    let limit = try arguments.integer("limit", in: 1...Int.max)
    switch format {
    case .dot, .svg, .png, .pdf: return try drawing(choice)
    default:
      return try format.exporterBySchema(
        keepsFormulas: arguments.isOn("formulas", otherwise: format == .tsv), limit: limit)
    }
  }

  private func drawing(_ choice: ExportChoice) throws -> DOTExporter {
    var drawing = DOTExporter(
      limit: try arguments.integer("limit", in: 1...Int.max) ?? DOTExporter.usualLimit,
      clusters: arguments.value("cluster").flatMap(DrawingClusters.init))
    // An answer is drawn as it is.
    if case .answer = choice { drawing.showsLinks = true } else { drawing.showsLinks = false }
    return drawing
  }

  /// Draws the picture, which ^C ends, and writes it when it is whole.
  private func writePicture(
    of part: Subgraph, in graph: StoredGraph, _ format: ExportFormat, _ drawing: DOTExporter, to file: String?,
    isForced: Bool
  ) throws {
    var renderer = PictureRenderer(
      format: format, drawing: drawing, fitsScreen: arguments.value("limit") == nil,
      isInterrupted: { InterruptFlag.shared.isSet })
    if let seconds = try arguments.seconds("timeout") { renderer.seconds = seconds }
    let picture = try InterruptFlag.holding { try renderer.picture(of: part, in: graph) }
    if let file {
      try ExportTarget.write(picture.bytes, to: file, isForced: isForced)
    } else {
      try program.output.write(bytes: picture.bytes)
    }
    try tellLeftOut(picture.shown)
  }

  private func tellLeftOut(_ shown: Subgraph) throws(CommandError) {
    if let note = shown.leftOutNote { try tell("note: \(note)") }
  }
}
