internal import Bytes
internal import GraphQuery
internal import GraphModel
internal import Glibc

/// The prompt: reads statements, which may take several lines, and has the session answer them.
struct Repl<Graph: GraphView> {
  let session: Session<Graph>
  let reader: any LineReader
  let history: HistoryFile?
  let configuration: ConfigurationFile?
  let name: String

  init(
    session: Session<Graph>, reader: any LineReader, history: HistoryFile?, configuration: ConfigurationFile? = nil
  ) {
    self.session = session
    self.reader = reader
    self.history = history
    self.configuration = configuration
    name = Self.promptName(session.storeName)
  }

  /// Runs until the person leaves.
  ///
  /// - Throws: when the terminal cannot be written any more.
  func run() throws(CommandError) -> ExitStatus {
    reader.completer = StatementCompleter(verbTable: session.verbTable, state: { [session] in session.promptState }) {
      [session] in session.graph
    }
    session.typed = history?.load() ?? []
    for entry in session.typed { reader.remember(entry) }
    try greet()
    if try runConfiguration() == .quit { return .answered }
    session.askPerson = ask
    defer { session.askPerson = nil }
    var toldOfChange = false
    let pager = Pager(session.environment)
    while let statement = try readStatement() {
      guard !statement.allSatisfy(\.isWhitespace) else { continue }
      remember(statement)
      session.cancellation.reset()
      session.hasAnswered = false
      session.standardOutput.pager = session.settings.usesPager ? pager : nil
      var runner = ScriptRunner(session: session, name: nil)
      try runner.run(statement, isLast: true)
      try session.output.flush()
      try session.messages.flush()
      if runner.outcome == .quit { break }
      let hasChanged = session.hasChangedMeanwhile
      if hasChanged, !toldOfChange { try tellOfChange() }
      toldOfChange = hasChanged
    }
    session.standardOutput.pager = nil
    try leave()
    return .answered
  }

  /// Asks a question of a statement: its answer is no statement, and nothing of the graph completes it.
  private func ask(_ question: Prompt) -> LineOutcome {
    let completer = reader.completer
    reader.completer = nil
    defer { reader.completer = completer }
    return reader.readLine(prompt: question)
  }

  /// Runs the statements of the configuration file, if there is one; an error in it does not end the session.
  private func runConfiguration() throws(CommandError) -> Session<Graph>.Outcome {
    guard let configuration else { return .answered }
    let text: String
    do {
      text = try ScriptFile.read(configuration.path, accepting: .regularFiles)
    } catch {
      if case .cannotRead(_, ENOENT) = error { return .answered }
      for line in Diagnostic(error).lines(session.messageStyle) { try session.messages.writeLine(line) }
      try session.messages.flush()
      return .failed
    }
    var runner = ScriptRunner(session: session, name: configuration.path, keepsGoing: true)
    try runner.run(text, isLast: true)
    return runner.outcome
  }

  private func tellOfChange() throws(CommandError) {
    let text = "\(session.storeName) has been changed by another program; reload reads it anew"
    try session.messages.writeLine(StyledText(text, .claim).rendered(color: session.messageStyle.color))
    try session.messages.flush()
  }

  /// Ends what `output` has begun.
  private func leave() throws(CommandError) {
    do {
      try session.send(to: nil)
    } catch {
      switch error {
      case .stream(let error): throw error
      case .statement(let error):
        for line in Diagnostic(error).lines(session.messageStyle) { try session.messages.writeLine(line) }
      }
    }
  }

  private func greet() throws(CommandError) {
    guard !session.isQuiet else { return }
    let graph = session.graph
    let counts = [
      counted(graph.nodeCount, "entity", "entities"), counted(graph.edgeCount, "edge"),
      counted(graph.documentCount, "document"),
    ].joined(separator: ", ")
    let rights = session.isReadOnly ? " (read-only)" : ""
    try session.output.writeLine("\(session.storeName)\(rights): \(counts)")
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
          try session.standardOutput.writeLine("")
          try session.standardOutput.flush()
          return ""
        }
        try session.standardOutput.writeLine("")
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
    Prompt(text: "\(name)\(open ?? "")> ", colorCode: session.promptColor)
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
