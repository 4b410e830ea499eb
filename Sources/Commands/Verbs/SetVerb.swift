internal import GraphQuery
internal import GraphModel

/// `set [NAME VALUE]`
struct SetVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "set", usage: "set [NAME VALUE]", summary: "change a setting, or list all",
    operands: [.setting, .settingValue], examples: ["set", "set claims on", "set timeout 2.5"], allowsMark: true)

  /// Nil: list all.
  var change: (name: String, value: String)?

  init(reading parser: inout StatementParser) throws(QueryError) {
    let words = parser.words()
    guard words.count != 1 else { throw parser.wrongWords }
    if words.count > 1 { change = (words[0], words.dropFirst().joined(separator: " ")) }
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    if let change {
      try StatementFailure.wrap { () throws(CommandError) in
        try session.changeByStatement(change.name, to: change.value)
      }
      return .answered
    }
    var table = TextTable(columns: [
      .init(title: "setting"), .init(title: "value"), .init(title: "meaning", shrinks: true),
    ])
    table.rows = SettingRow.all.map { row in
      [
        StyledText(row.name, .entity), StyledText(row.read(session.settings)),
        StyledText("\(row.help): \(row.expected)", .faint),
      ]
    }
    try session.write(table.lines(session.style))
    return .answered
  }
}
