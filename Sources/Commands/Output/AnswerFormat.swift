internal import GraphQuery

/// How answers are written.
public enum AnswerFormat: String, Sendable, CaseIterable {
  /// A table on a terminal, tab-separated values in a pipe.
  case auto
  case table
  /// One `name: value` a line, an empty line between rows.
  case line
  case tsv
  case jsonl

  /// The format that `auto` stands for.
  func resolved(onTerminal: Bool) -> AnswerFormat { self == .auto ? (onTerminal ? .table : .tsv) : self }
}

extension Answer {
  /// The lines of the answer on standard output.
  func lines(_ format: AnswerFormat, _ style: OutputStyle) -> [String] {
    format == .auto || format == .table ? tableLines(style) : records(style).lines(format)
  }
}

extension [Record] {
  /// The records for programs: JSON Lines where the format is none of the others.
  func lines(_ format: AnswerFormat) -> [String] {
    switch format {
    case .auto, .table, .jsonl: return map(\.json)
    case .tsv:
      guard let first else { return [] }
      let columns = first.fields.filter { !$0.isOnlyJSON }.map { TextTable.Column(title: $0.name) }
      let rows = map { $0.fields.filter { !$0.isOnlyJSON }.map { StyledText($0.value.cell) } }
      return TextTable(columns: columns, rows: rows).tabSeparated()
    case .line:
      let paragraphs: [[String]] = map(\.namedLines)
      return [String](paragraphs.joined(separator: [""]))
    }
  }
}

extension Record {
  /// `name: value`, names aligned; what is null is left out.
  fileprivate var namedLines: [String] {
    let shown = fields.filter { !$0.isOnlyJSON && $0.value != .null }
    let width = shown.map { $0.name.utf8.count }.max() ?? 0
    return shown.map { field in
      let padding = String(repeating: " ", count: width - field.name.utf8.count)
      return "\(padding)\(field.name): \(TextTable.escaped(field.value.cell))"
    }
  }
}
