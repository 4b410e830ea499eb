/// How answers are written.
public enum AnswerFormat: String, Sendable, CaseIterable {
  /// A table on a terminal, tab-separated values in a pipe.
  case auto
  case table
  /// One `name: value` a line, an empty line between rows.
  case line
  case tsv
  case csv
  case jsonl

  /// The format that `auto` stands for.
  func resolved(onTerminal: Bool) -> AnswerFormat { self == .auto ? (onTerminal ? .table : .tsv) : self }
}
