internal import Bytes
internal import GraphQuery

/// An error as a person reads it: place, message, excerpt with a caret, remedy.
struct Diagnostic {
  var error: any DiagnosticError
  /// Before the message: `tour.tq:3:11`, a path, or the program's name.
  var place: String?
  /// The line that the error is about, and the columns in it, from 0.
  var excerpt: (line: String, columns: Range<Int>)?

  init(_ error: any DiagnosticError) {
    self.error = error
    place = error.place
  }

  /// An error of a statement in `script`, with its line; without a script's name no place is given, only the excerpt.
  init(
    _ error: any DiagnosticError, at range: SourceRange, _ excerpt: (line: String, columns: Range<Int>)?,
    script: String?
  ) {
    self.error = error
    place = script.map { "\($0):\(range.start.line):\(range.start.column)" }
    self.excerpt = excerpt
  }

  /// With the file that the error is about, where the place is that of a statement.
  private var message: String {
    guard excerpt != nil, !(error is QueryError), let file = error.place else { return error.message }
    return "\(file): \(error.message)"
  }

  func lines(_ style: OutputStyle) -> [RenderedLine] {
    var head = StyledText((place ?? "tercet") + ": ", .plain)
    if place == nil, excerpt != nil { head = StyledText() }
    head.append("error: ", .error)
    head.append(style.adapted(message))
    var lines = [head.rendered(color: style.color)]
    if let excerpt {
      let (scalars, columns) = Self.window(Array(excerpt.line.unicodeScalars), excerpt.columns, style.ellipsis)
      let before = Self.text(scalars.prefix(columns.lowerBound))
      let marked = Self.text(scalars.dropFirst(columns.lowerBound).prefix(columns.count))
      let indent = String(repeating: " ", count: DisplayWidth.of(before))
      let caret = "^" + String(repeating: "~", count: max(0, DisplayWidth.of(marked) - 1))
      lines.append(StyledText("  " + String(String.UnicodeScalarView(scalars))).rendered(color: false))
      lines.append((StyledText("  " + indent) + StyledText(caret, .error)).rendered(color: style.color))
    }
    if let remedy = error.remedy { lines.append(StyledText("  " + style.adapted(remedy)).rendered(color: false)) }
    return lines
  }

  /// The part of a line of many columns that is about `columns`, and where they stand in it.
  private static func window(
    _ line: [Unicode.Scalar], _ columns: Range<Int>, _ ellipsis: String
  ) -> (part: [Unicode.Scalar], columns: Range<Int>) {
    guard line.count > mostColumns else { return (line, columns) }
    let mark = Array(ellipsis.unicodeScalars)
    let start = columns.lowerBound < mostColumns / 2 ? 0 : min(columns.lowerBound, line.count) - mostColumns / 2
    let end = min(start + mostColumns, line.count)
    let part = (start > 0 ? mark : []) + line[start..<end] + (end < line.count ? mark : [])
    let shift = start - (start > 0 ? mark.count : 0)
    let first = columns.lowerBound - shift
    return (part, first..<max(first + 1, min(columns.upperBound, end) - shift))
  }

  /// Columns of the line that are shown; a script may have a line of any length.
  private static let mostColumns = 200

  /// Tabs take one column here, as the excerpt shows them.
  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars.lazy.map { $0 == "\t" ? " " : $0 }))
  }
}

extension OutputStyle {
  /// `text` with typographic marks replaced where the terminal cannot show them.
  func adapted(_ text: String) -> String {
    guard !unicode, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "“", "”": result += "\""
      case "‘", "’": result += "'"
      case "…": result += "..."
      case "–", "—", "─": result += "-"
      case "→": result += "->"
      case "←": result += "<-"
      case "×": result += "x"
      case "·": result += "|"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
