internal import GraphExport

extension ExportFormat {
  /// `dot, jsonl, nt … or vault`.
  static var names: String {
    let names = allCases.map(\.rawValue)
    return names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
  }

  /// The format called `name`.
  static func named(_ name: String) throws(CommandError) -> ExportFormat {
    if let format = ExportFormat(rawValue: name.lowercased()) { return format }
    let names = allCases.map(\.rawValue)
    throw .unknownFormat(name, expected: names, suggestion: Suggestion.closest(to: name, among: names))
  }
}
