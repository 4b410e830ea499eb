internal import Bytes
internal import GraphQuery
internal import GraphModel

extension Session {
  /// Changes a setting or lists all.
  func set(_ name: String?, _ value: String?) throws(StatementFailure) -> Outcome {
    guard let name, let value else {
      var table = TextTable(columns: [
        .init(title: "setting"), .init(title: "value"), .init(title: "meaning", shrinks: true),
      ])
      table.rows = SettingRow.all.map { row in
        [
          StyledText(row.name, .entity), StyledText(row.read(settings)),
          StyledText("\(row.help): \(row.expected)", .faint),
        ]
      }
      try write(table.lines(style))
      return .answered
    }
    try StatementFailure.wrap { () throws(CommandError) in try change(name, to: value) }
    return .answered
  }

  func change(_ name: String, to value: String) throws(CommandError) {
    let row = try SettingRow.named(name)
    guard row.write(&settings, value) else {
      throw .invalidSetting(row.name, value: value, expected: row.expected)
    }
  }

  /// Lists the latest statements typed.
  func listHistory(_ limit: Int?) throws(StatementFailure) -> Outcome {
    try write(typed.suffix(limit ?? 30))
    return typed.isEmpty ? .empty : .answered
  }

  /// Runs the statements of a file, unless the session is safe.
  func runScript(_ path: String) throws(StatementFailure) -> Outcome {
    let limit = 16
    if isSafe { throw .statement(CommandError.notAllowedInSafeMode("run")) }
    if depth >= limit { throw .statement(CommandError.scriptsNestedTooDeep(limit: limit)) }
    let text: String
    do { text = try ScriptFile.read(path) } catch { throw .statement(error) }
    depth += 1
    defer { depth -= 1 }
    var runner = ScriptRunner(session: self, name: path)
    try StatementFailure.stream { () throws(CommandError) in try runner.run(text, isLast: true) }
    return runner.outcome
  }
}
