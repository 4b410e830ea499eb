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

  /// What it is, for a list.
  var summary: String {
    switch self {
    case .auto: "a table on a terminal, tab-separated values in a pipe"
    case .table: "columns for people"
    case .line: "one name: value a line, an empty line between rows"
    case .tsv: "tab-separated values"
    case .csv: "comma-separated values, for spreadsheets"
    case .json: "one array of objects"
    case .jsonl: "one object a line"
    case .markdown: "a table of Markdown"
    case .html: "a table of a page"
    }
  }

  /// The format that the ending of a file asks for; nil for none, and for an ending of no format.
  static func ofFile(_ path: String) -> AnswerFormat? {
    guard let ending = ending(of: path)?.lowercased() else { return nil }
    return endings.first { $0.names.contains(ending) }?.format
  }

  /// What stands behind the last dot of a file's name; nil for a name without one, and for one that begins so.
  static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    return String(name[name.index(after: dot)...])
  }

  /// The endings of files, the usual one of each format first.
  private static let endings: [(format: AnswerFormat, names: [String])] = [
    (.csv, ["csv"]), (.tsv, ["tsv", "tab"]), (.json, ["json"]), (.jsonl, ["jsonl", "ndjson"]),
    (.markdown, ["md", "markdown"]), (.html, ["html", "htm"]), (.table, ["txt"]),
  ]

  /// `csv, tsv, json, jsonl, md, html or txt`.
  static let endingNames = oneOf(endings.map { $0.names[0] })

  /// `auto, table, line, tsv, csv, json, jsonl, markdown or html`.
  static let names = oneOf(allCases.map(\.rawValue))

  /// The format that `auto` stands for.
  func resolved(onTerminal: Bool) -> AnswerFormat { self == .auto ? (onTerminal ? .table : .tsv) : self }
}
