internal import GraphExport
internal import GraphQuery

/// Rows laid out in columns for people, or as text for programs.
struct TextTable: Sendable, Equatable {
  typealias Column = AnswerTable.Column

  var columns: [Column]
  var rows: [[StyledText]] = []

  /// Aligned columns, two spaces apart, with a heading and a rule. Cells are cut only to fit a terminal.
  func lines(_ style: OutputStyle, heading: Bool = true) -> [RenderedLine] {
    let widths = fit(naturalWidths(heading: heading), to: style.width, least: Self.comfortable)
    let isTooWide = style.width.map { widths.reduce(0, +) + 2 * (widths.count - 1) > $0 } ?? false
    if isTooWide, let narrower = withoutColumn() { return narrower.lines(style, heading: heading) }
    return lines(style, widths: fit(widths, to: style.width, least: 8), heading: heading)
  }

  /// Columns to which a column shrinks before others are left out.
  private static let comfortable = 14

  /// The table without the column that is missed least; nil when all are needed.
  private func withoutColumn() -> TextTable? {
    let droppable = columns.indices.filter { columns[$0].dropOrder != nil }
    guard let index = droppable.min(by: { columns[$0].dropOrder ?? 0 < columns[$1].dropOrder ?? 0 }) else { return nil }
    var table = self
    table.columns.remove(at: index)
    for row in table.rows.indices { table.rows[row].remove(at: index) }
    return table
  }

  private func lines(_ style: OutputStyle, widths: [Int], heading: Bool) -> [RenderedLine] {
    var lines: [RenderedLine] = []
    if heading {
      lines.append(line(columns.map { StyledText($0.title, .faint) }, widths, style))
      let total = widths.reduce(0, +) + 2 * max(0, widths.count - 1)
      lines.append(StyledText(String(repeating: style.rule, count: total), .faint).rendered(color: style.color))
    }
    for row in rows { lines.append(line(row, widths, style)) }
    return lines
  }

  /// A heading line and one line a row, for programs.
  func lines(_ text: TableText) -> [String] {
    [text.row(columns.map(\.title))] + rows.map { text.row($0.map(\.plain)) }
  }

  private func naturalWidths(heading: Bool) -> [Int] {
    columns.indices.map { index in
      let title = heading ? DisplayWidth.of(columns[index].title) : 0
      return rows.reduce(title) { max($0, $1[index].width) }
    }
  }

  /// Takes from the widest shrinking column until the line fits; never below `least`.
  private func fit(_ natural: [Int], to width: Int?, least: Int) -> [Int] {
    guard let width else { return natural }
    var widths = natural
    var excess = widths.reduce(0, +) + 2 * max(0, widths.count - 1) - width
    while excess > 0 {
      let candidates = columns.indices.filter { columns[$0].shrinks && widths[$0] > least }
      guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private func line(_ cells: [StyledText], _ widths: [Int], _ style: OutputStyle) -> RenderedLine {
    var line = StyledText()
    for (index, cell) in cells.enumerated() {
      let shown = cell.truncated(to: widths[index], mark: style.ellipsis)
      let padding = String(repeating: " ", count: max(0, widths[index] - shown.width))
      switch columns[index].alignment {
      case .right:
        line.append(padding)
        line.append(shown)
      case .left:
        line.append(shown)
        if index < cells.count - 1 { line.append(padding) }
      }
      if index < cells.count - 1 { line.append("  ") }
    }
    return line.rendered(color: style.color).withoutTrailingSpaces
  }
}
