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

  /// An error of a statement in `text`, whose first line has the number `firstLine` in `script`; without a script's name
  /// no place is given, only the excerpt.
  init(_ error: any DiagnosticError, at range: SourceRange, in text: String, firstLine: Int, script: String?) {
    self.error = error
    place = script.map { "\($0):\(range.start.line):\(range.start.column)" }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let index = range.start.line - firstLine
    guard lines.indices.contains(index) else { return }
    let start = range.start.column - 1
    let end = range.end.line == range.start.line ? range.end.column - 1 : lines[index].unicodeScalars.count
    excerpt = (String(lines[index]), start..<max(start + 1, end))
  }

  /// With the file that the error is about, where the place is that of a statement.
  private var message: String {
    guard excerpt != nil, !(error is QueryError), let file = error.place else { return error.message }
    return "\(file): \(error.message)"
  }

  func lines(_ style: OutputStyle) -> [String] {
    var head = StyledText((place ?? "tercet") + ": ", .plain)
    if place == nil, excerpt != nil { head = StyledText() }
    head.append("error: ", .error)
    head.append(style.adapted(message))
    var lines = [head.rendered(color: style.color)]
    if let excerpt {
      let scalars = Array(excerpt.line.unicodeScalars)
      let before = Self.text(scalars.prefix(excerpt.columns.lowerBound))
      let marked = Self.text(scalars.dropFirst(excerpt.columns.lowerBound).prefix(excerpt.columns.count))
      let indent = String(repeating: " ", count: DisplayWidth.of(before))
      let caret = "^" + String(repeating: "~", count: max(0, DisplayWidth.of(marked) - 1))
      lines.append(StyledText("  " + excerpt.line).rendered(color: false))
      lines.append((StyledText("  " + indent) + StyledText(caret, .error)).rendered(color: style.color))
    }
    if let remedy = error.remedy { lines.append("  " + style.adapted(remedy)) }
    return lines
  }

  /// Tabs take one column here, as the excerpt shows them.
  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars)).replacing("\t", with: " ")
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
