internal import GraphExport
internal import GraphQuery
internal import GraphModel

extension Session {
  /// Writes the last answer in a format for other programs, to a file or to standard output.
  func export(format name: String, file: String?) throws(StatementFailure) -> Outcome {
    let format = try StatementFailure.wrap { () throws(CommandError) in try ExportFormat.named(name) }
    if file != nil, isSafe { throw .statement(CommandError.notAllowedInSafeMode("writing a file")) }
    guard let part = lastPart else { throw .statement(CommandError.nothingToExport) }
    let target = ExportTarget(exporter: format.exporter, part: part)
    guard let file else {
      try StatementFailure.stream { () throws(CommandError) in try target.write(graph, to: output) }
      return .answered
    }
    try target.write(graph, to: file, isForced: false)
    try tell("wrote \(file)")
    return .answered
  }
}
