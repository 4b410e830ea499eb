internal import GraphExport

/// Cells as documents write them: a table of Markdown (GitHub's) or of HTML.
enum MarkupText {
  /// `| a | b |`: a bar, a line's end or a mark of HTML inside a cell is no part of the table.
  static func markdownRow(_ cells: [String]) -> String {
    "| " + cells.map(markdownCell).joined(separator: " | ") + " |"
  }

  /// What stands below the names of the columns.
  static func markdownRule(columns: Int) -> String {
    "|" + String(repeating: " --- |", count: columns)
  }

  private static func markdownCell(_ text: String) -> String {
    var cell = ""
    for character in text.unicodeScalars {
      switch character {
      case "\n", "\r", "\t": cell += " "
      case "<": cell += "&lt;"
      case "&": cell += "&amp;"
      case "\\", "|", "*", "_", "`", "[", "]", "~", "#", "!": cell += "\\" + String(character)
      default: cell.unicodeScalars.append(character)
      }
    }
    return cell
  }

  /// `<tr><td>a</td></tr>`, or `th` for the names of the columns.
  static func htmlRow(_ cells: [String], tag: String = "td") -> String {
    "<tr>" + cells.map { "<\(tag)>\(HTMLText.escaped($0))</\(tag)>" }.joined() + "</tr>"
  }
}
