internal import GraphExport
internal import GraphQuery

/// Rows laid out in columns for people, or as text for programs.
struct TextTable: Sendable, Equatable {
  typealias Column = AnswerTable.Column

  var columns: [Column]
  var rows: [[StyledText]] = []

  /// Aligned columns, two spaces apart, with a heading and a rule. Cells are cut only to fit a terminal.
  ///
  /// - Parameter mayGoOn: asked before each row; the table ends with the last one for which there is time.
  func lines(_ style: OutputStyle, heading: Bool = true, while mayGoOn: () -> Bool = { true }) -> [RenderedLine] {
    var table = self
    var left: [String] = []
    var natural = table.naturalWidths(heading: heading, mayGoOn)
    while true {
      let widths = table.fit(natural, to: style.width, least: Self.comfortable)
      let isTooWide = style.width.map { widths.reduce(0, +) + 2 * (widths.count - 1) > $0 } ?? false
      guard isTooWide, let column = table.missedLeast else {
        let lines = table.lines(style, widths: table.fit(widths, to: style.width, least: 8), heading: heading, mayGoOn)
        return lines + Self.note(on: left, style)
      }
      left.append(table.columns[column].title)
      table.remove(column)
      natural.remove(at: column)
    }
  }

  /// Tells which columns there was no room for.
  private static func note(on left: [String], _ style: OutputStyle) -> [RenderedLine] {
    if left.isEmpty { return [] }
    let text = "no room for \(left.joined(separator: ", ")); set format line shows all"
    return [StyledText(style.adapted(text), .faint).rendered(color: style.color)]
  }

  /// Columns to which a column shrinks before others are left out.
  private static let comfortable = 14

  /// A cell of more columns is not made up for by spaces in all other rows, where lines may have any length.
  private static let widestAligned = 1_000

  /// The column that is missed least; nil when all are needed.
  private var missedLeast: Int? {
    columns.indices.filter { columns[$0].dropOrder != nil }
      .min { columns[$0].dropOrder ?? 0 < columns[$1].dropOrder ?? 0 }
  }

  private mutating func remove(_ column: Int) {
    columns.remove(at: column)
    for row in rows.indices { rows[row].remove(at: column) }
  }

  private func lines(
    _ style: OutputStyle, widths: [Int], heading: Bool, _ mayGoOn: () -> Bool
  ) -> [RenderedLine] {
    var lines: [RenderedLine] = []
    if heading {
      lines.append(line(columns.map { StyledText($0.title, .faint) }, widths, style))
      let total = widths.reduce(0, +) + 2 * max(0, widths.count - 1)
      lines.append(StyledText(String(repeating: style.rule, count: total), .faint).rendered(color: style.color))
    }
    for (number, row) in rows.enumerated() {
      guard number == 0 || mayGoOn() else { break }
      lines += self.lines(row, widths, style)
    }
    return lines
  }

  /// A heading line and one line a row, for programs.
  func lines(_ text: TableText) -> [String] {
    [text.row(columns.map(\.title))] + rows.map { text.row($0.map(\.plain)) }
  }

  /// The widths of columns; rows for which there is no time are taken away.
  private mutating func naturalWidths(heading: Bool, _ mayGoOn: () -> Bool) -> [Int] {
    var widths = columns.map { heading ? DisplayWidth.of($0.title) : 0 }
    for number in rows.indices {
      guard number == 0 || mayGoOn() else {
        rows.removeLast(rows.count - number)
        break
      }
      for index in columns.indices { widths[index] = max(widths[index], rows[number][index].width) }
    }
    return widths
  }

  /// Takes from the widest shrinking column until the line fits; never below `least`.
  private func fit(_ natural: [Int], to width: Int?, least: Int) -> [Int] {
    guard let width else { return natural.map { min($0, Self.widestAligned) } }
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

  /// A row, and below it what goes on of cells that wrap.
  private func lines(_ cells: [StyledText], _ widths: [Int], _ style: OutputStyle) -> [RenderedLine] {
    guard style.width != nil,
      cells.indices.contains(where: { columns[$0].wraps && cells[$0].width > widths[$0] })
    else { return [line(cells, widths, style)] }
    let parts = cells.indices.map { index in
      columns[index].wraps
        ? cells[index].wrapped(to: widths[index], indent: "  ", head: StyledText(), least: 0) : [cells[index]]
    }
    return (0..<(parts.map(\.count).max() ?? 0)).map { number in
      line(parts.map { number < $0.count ? $0[number] : StyledText() }, widths, style)
    }
  }

  private func line(_ cells: [StyledText], _ widths: [Int], _ style: OutputStyle) -> RenderedLine {
    var line = StyledText()
    for (index, cell) in cells.enumerated() {
      let shown =
        style.width == nil || columns[index].wraps ? cell : cell.truncated(to: widths[index], mark: style.ellipsis)
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
