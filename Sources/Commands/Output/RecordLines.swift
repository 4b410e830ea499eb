internal import GraphExport
internal import GraphQuery

/// Writes records for programs one after another, so that none has to wait for the others: JSON Lines where the format
/// is none of the others.
struct RecordLines {
  private let format: AnswerFormat
  private let style: OutputStyle
  private var isFirst = true
  /// The line of tsv and csv with the names of the columns; nil for other formats, and before the first record.
  private(set) var heading: String?
  /// Of JSON the object that is to be followed by a comma.
  private var held: String?

  /// The line with the names of the columns behind whose rows these are put; nil where nothing stands there.
  private let standing: String?

  init(_ format: AnswerFormat, _ style: OutputStyle, behind standing: String? = nil) {
    self.format = format
    self.style = style
    self.standing = standing
  }

  /// The lines of the next record, with what stands before it: the names of the columns, or an empty line.
  mutating func next(_ record: Record) -> [String] {
    defer { isFirst = false }
    switch format {
    case .auto, .table, .jsonl: return [record.json(style)]
    case .json:
      defer { held = record.json(style) }
      return held.map { [$0 + ","] } ?? ["["]
    case .tsv, .csv, .markdown: return (isFirst ? start(record.columns) : []) + [row(record.cells(style))]
    case .html:
      let row = MarkupText.htmlRow(record.cells(style))
      let head = "<thead>" + MarkupText.htmlRow(record.columns, tag: "th") + "</thead>"
      return isFirst ? ["<meta charset=\"utf-8\">", "<table>", head, "<tbody>", row] : [row]
    case .line: return (isFirst ? [] : [""]) + record.namedLines(style)
    }
  }

  /// The names of the columns and what stands below them, before the first row of a table; nothing where they stand
  /// there already, and for formats that are no tables.
  mutating func start(_ columns: [String]) -> [String] {
    guard isFirst, [.tsv, .csv, .markdown].contains(format), !columns.isEmpty else { return [] }
    let names = row(columns)
    if format == .markdown { return [names, MarkupText.markdownRule(columns: columns.count)] }
    heading = names
    return names == standing ? [] : [names]
  }

  private func row(_ cells: [String]) -> String {
    if format == .markdown { return MarkupText.markdownRow(cells) }
    return TableText(format == .csv ? .commas : .tabs, keepsFormulas: style.keepsFormulas).row(cells)
  }

  /// What stands behind the last record; also where there was none.
  mutating func end() -> [String] {
    switch format {
    case .json: held.map { [$0, "]"] } ?? ["[]"]
    case .html: isFirst ? [] : ["</tbody>", "</table>"]
    default: []
    }
  }
}

extension Record {
  fileprivate func cells(_ style: OutputStyle) -> [String] {
    fields.filter { !$0.isOnlyJSON }.map { StyledText($0.value.cell(style)).plain }
  }
}

extension Sequence<Record> {
  /// The lines of few records.
  func lines(_ format: AnswerFormat, _ style: OutputStyle) -> [String] {
    var lines = RecordLines(format, style)
    return flatMap { lines.next($0) } + lines.end()
  }
}
