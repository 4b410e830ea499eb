internal import Bytes
internal import GraphQuery
internal import GraphModel

/// The prompt: reads statements, which may take several lines, and has the session answer them.
struct Repl<Graph: GraphView> {
  let session: Session<Graph>
  let reader: any LineReader
  let history: HistoryFile?
  let name: String

  init(session: Session<Graph>, reader: any LineReader, history: HistoryFile?) {
    self.session = session
    self.reader = reader
    self.history = history
    name = Self.promptName(session.storeName)
  }

  /// Runs until the person leaves.
  ///
  /// - Throws: when the terminal cannot be written any more.
  func run() throws(CommandError) -> ExitStatus {
    session.isInteractive = true
    reader.completer = StatementCompleter(verbTable: session.verbTable) { [session] in session.graph }
    session.typed = history?.load() ?? []
    for entry in session.typed { reader.remember(entry) }
    try greet()
    while let statement = try readStatement() {
      guard !statement.allSatisfy(\.isWhitespace) else { continue }
      remember(statement)
      session.cancellation.reset()
      session.hasAnswered = false
      var runner = ScriptRunner(session: session, name: nil)
      try runner.run(statement, isLast: true)
      try session.output.flush()
      try session.messages.flush()
      if runner.outcome == .quit { break }
    }
    return .answered
  }

  private func greet() throws(CommandError) {
    guard !session.isQuiet else { return }
    let graph = session.graph
    let counts = [
      counted(graph.nodeCount, "entity", "entities"), counted(graph.edgeCount, "edge"),
      counted(graph.documentCount, "document"),
    ].joined(separator: ", ")
    try session.output.writeLine("\(session.storeName): \(counts)")
    let hint = StyledText("help shows what can be asked, Tab completes, Ctrl-D leaves.", .faint)
    try session.output.writeLine(hint.rendered(color: session.style.color))
    try session.output.flush()
  }

  /// Lines up to the end of a statement; nil when the person leaves.
  private func readStatement() throws(CommandError) -> String? {
    var text = ""
    var open: String?
    // Each line is read once, however many there are.
    var statements = StatementStream()
    while true {
      switch reader.readLine(prompt: prompt(open: open)) {
      case .canceled: return ""
      case .end:
        if open != nil {
          try session.output.writeLine("")
          try session.output.flush()
          return ""
        }
        try session.output.writeLine("")
        return nil
      case .line(let line):
        // An empty line gives an open statement up to the parser, which says what is missing.
        if open != nil, line.allSatisfy(\.isWhitespace) { return text }
        text += (open == nil ? "" : "\n") + line
        statements.append(line + "\n")
        while let piece = statements.next(isLast: false) {
          // Whoever runs it says so.
          if case .tooLong = piece { return text }
        }
        open = statements.openMark
        if open == nil { return text }
      }
    }
  }

  /// `news> `, and while something is open `news(> `.
  private func prompt(open: String?) -> Prompt {
    let color = session.environment.usesColor(session.settings.color) ? "1;36" : nil
    return Prompt(text: "\(name)\(open ?? "")> ", colorCode: color)
  }

  private func remember(_ statement: String) {
    guard HistoryFile.isKept(statement) else { return }
    for entry in HistoryFile.entries(of: statement) {
      reader.remember(entry)
      if session.typed.last != entry { session.typed.append(entry) }
      history?.append(entry)
    }
  }

  /// The name of the file without folder and ending, ASCII letters only, so that every terminal can show it.
  static func promptName(_ path: String) -> String {
    let file = path.split(separator: "/").last ?? "tercet"
    let stem = file.hasSuffix(".tercet") ? file.dropLast(".tercet".count) : file
    let shown = stem.prefix(24).map { $0.isASCII && !$0.isNewline && $0 >= " " ? $0 : "_" }
    return shown.isEmpty ? "tercet" : String(shown)
  }
}
