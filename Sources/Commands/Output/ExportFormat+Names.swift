internal import GraphExport

extension ExportFormat {
  /// `dot, jsonl, nt, tsv or csv`.
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

  /// The format that the ending of a file's name stands for; nil for another ending.
  init?(path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "dot", "gv": self = .dot
    case "jsonl": self = .jsonl
    case "nt": self = .nt
    case "tsv": self = .tsv
    case "csv": self = .csv
    default: return nil
    }
  }
}
