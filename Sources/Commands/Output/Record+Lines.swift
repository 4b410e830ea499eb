internal import GraphExport
internal import GraphQuery

extension Record.Value {
  /// As a cell of a table; empty for null.
  func cell(_ style: OutputStyle) -> String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .hundredths(let hundredths): Hundredths.text(hundredths)
    case .list(let words): words.joined(separator: " ")
    case .range(let range): "\(range.lowerBound)-\(range.upperBound)"
    case .line(let text): StyledText(text, style).plain
    case .records, .null: ""
    }
  }

  func json(_ style: OutputStyle) -> String {
    switch self {
    case .text(let text): JSONText.quoted(text)
    case .integer(let number): String(number)
    case .hundredths(let hundredths): Hundredths.text(hundredths)
    case .list(let words): "[" + words.map(JSONText.quoted).joined(separator: ",") + "]"
    case .range(let range): "[\(range.lowerBound),\(range.upperBound)]"
    case .records(let records): "[" + records.map { $0.json(style) }.joined(separator: ",") + "]"
    case .line(let text): JSONText.quoted(StyledText(text, style).plain)
    case .null: "null"
    }
  }
}

extension Record {
  /// One JSON object on one line, fields in order.
  func json(_ style: OutputStyle) -> String {
    "{" + fields.map { JSONText.quoted($0.name) + ":" + $0.value.json(style) }.joined(separator: ",") + "}"
  }

  /// `name: value`, names aligned; what is null is left out.
  func namedLines(_ style: OutputStyle) -> [String] {
    let shown = fields.filter { !$0.isOnlyJSON && $0.value != .null }
    let width = shown.map { $0.name.utf8.count }.max() ?? 0
    return shown.map { field in
      let padding = String(repeating: " ", count: width - field.name.utf8.count)
      return "\(padding)\(field.name): \(TableText(.tabs).cell(field.value.cell(style)))"
    }
  }
}
