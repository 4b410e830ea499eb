internal import GraphQuery
internal import GraphModel

/// `set [NAME VALUE]`, `set NAME = WORDS`
struct SetVerb: SessionVerb {
  static let syntax = VerbSyntax(
    name: "set", usage: "set [NAME VALUE | NAME = WORDS]",
    summary: "change a setting, name words that $NAME stands for, or list both",
    operands: [.setting, .settingValue],
    examples: ["set", "set claims on", "set timeout 2.5", "set boss = Mark Rutte"],
    allowsMark: true)

  enum Change: Equatable {
    case setting(String, value: String)
    case variable(Assignment)
  }

  /// Nil: list all.
  var change: Change?

  init(reading parser: inout StatementParser) throws(QueryError) {
    let text = parser.rest()
    if let assignment = Assignment(text), !assignment.value.isEmpty {
      let isSetting = SettingRow.all.contains { $0.name == assignment.name.lowercased() }
      let value = Self.words(of: assignment.value).joined(separator: " ")
      change = isSetting ? .setting(assignment.name, value: value) : .variable(assignment)
      return
    }
    let words = Self.words(of: text)
    guard words.count != 1 else { throw parser.wrongWords }
    if words.count > 1 { change = .setting(words[0], value: words.dropFirst().joined(separator: " ")) }
  }

  private static func words(of text: String) -> [String] {
    var lexer = StatementLexer(text)
    var words: [String] = []
    while let lexeme = lexer.next() { words.append(lexeme.text) }
    return words
  }

  func run<Graph: GraphView>(in session: Session<Graph>) throws(StatementFailure) -> Session<Graph>.Outcome {
    switch change {
    case .setting(let name, let value):
      try StatementFailure.wrap { () throws(CommandError) in try session.changeByStatement(name, to: value) }
      return .answered
    case .variable(let assignment):
      session.bindings.variables[assignment.name] = assignment.value
      return .answered
    case nil: break
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
    let variables = session.bindings.variables.sorted { $0.key < $1.key }
    if !variables.isEmpty { try session.write([""] + variables.map { Assignment("$" + $0.key, $0.value).line }) }
    return .answered
  }
}
