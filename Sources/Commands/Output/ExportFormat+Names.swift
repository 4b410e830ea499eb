internal import GraphExport

extension ExportFormat {
  /// `dot, jsonl, nt … or vault`.
  static var names: String { oneOf(allCases.map(\.rawValue)) }

  /// The format called `name`.
  static func named(_ name: String) throws(CommandError) -> ExportFormat {
    if let format = ExportFormat(rawValue: name.lowercased()) { return format }
    let names = allCases.map(\.rawValue)
    throw .unknownFormat(name, expected: names, suggestion: Suggestion.closest(to: name, among: names))
  }

  /// The format of the file at `path`; that of standard output where it is a device, such as /dev/stdout.
  ///
  /// - Throws: ``CommandError/unknownEnding(path:expected:)``.
  static func ofFile(_ path: String) throws(CommandError) -> ExportFormat {
    if let format = ExportFormat(path: path) { return format }
    if ExportTarget.isDevice(path) { return .dot }
    throw .unknownEnding(path: path, expected: allCases.map { ".\($0.rawValue)" })
  }
}
