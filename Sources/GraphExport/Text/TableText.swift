/// Rows of cells as text for other programs.
public struct TableText: Sendable, Equatable {
  public enum Separator: Sendable {
    /// TSV: a tab, line end or backslash in a cell is written `\t`, `\n`, `\r`, `\\`.
    case tabs
    /// CSV (RFC 4180): a cell with a comma, quote or line end stands in quotes, quotes in it twice; lines end by CR LF.
    case commas
  }

  public var separator: Separator
  /// Whether a cell that a spreadsheet would compute stands as it is; otherwise an apostrophe before it makes it text.
  public var keepsFormulas: Bool

  /// - Parameter keepsFormulas: nil for those of TSV, which programs read, and none of CSV, which spreadsheets open.
  public init(_ separator: Separator, keepsFormulas: Bool? = nil) {
    self.separator = separator
    self.keepsFormulas = keepsFormulas ?? (separator == .tabs)
  }

  /// A line without the line feed at its end.
  public func row(_ cells: [String]) -> String {
    switch separator {
    case .tabs: cells.map(cell).joined(separator: "\t")
    case .commas: cells.map(cell).joined(separator: ",") + "\r"
    }
  }

  /// One cell of a row.
  public func cell(_ text: String) -> String {
    let text = !keepsFormulas && Self.isFormula(text) ? "'" + text : text
    switch separator {
    case .tabs: return Self.escaped(text)
    case .commas: return Self.quoted(text)
    }
  }

  /// Whether a spreadsheet may take `text` for a formula. One character alone, such as the `+` of what is affirmed, is
  /// none.
  private static func isFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, text.unicodeScalars.dropFirst().first != nil else { return false }
    return switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
    default: false
    }
  }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else { return text }
    return text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  private static func quoted(_ text: String) -> String {
    let special = "\",\r\n".utf8
    guard text.utf8.contains(where: { special.contains($0) }) else { return text }
    var quoted = "\"".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }
}
