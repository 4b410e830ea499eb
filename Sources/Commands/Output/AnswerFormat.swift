/// How answers are written.
public enum AnswerFormat: String, Sendable, CaseIterable {
  /// A table on a terminal, tab-separated values in a pipe.
  case auto
  case table
  /// One `name: value` a line, an empty line between rows.
  case line
  case tsv
  case csv
  case json
  case jsonl
  case markdown
  case html

  /// The format that the ending of a file asks for; nil for an ending of none.
  static func ofFile(_ path: String) -> AnswerFormat? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "csv": return .csv
    case "tsv", "tab": return .tsv
    case "json": return .json
    case "jsonl", "ndjson": return .jsonl
    case "md", "markdown": return .markdown
    case "html", "htm": return .html
    case "txt": return .table
    default: return nil
    }
  }

  /// `auto, table, line, tsv, csv, json, jsonl, markdown or html`.
  static let names = oneOf(allCases.map(\.rawValue))

  /// The format that `auto` stands for.
  func resolved(onTerminal: Bool) -> AnswerFormat { self == .auto ? (onTerminal ? .table : .tsv) : self }
}
