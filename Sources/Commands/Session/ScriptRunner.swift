internal import Bytes
internal import GraphQuery
internal import GraphModel

/// Runs the statements of a script, chunk by chunk, and remembers how it went.
struct ScriptRunner<Graph: GraphView> {
  let session: Session<Graph>
  /// What errors call the script; nil at the prompt, where the line stands right above.
  let name: String?
  /// Goes on after a statement that fails.
  var keepsGoing = false
  /// The worst so far.
  private(set) var outcome = Session<Graph>.Outcome.answered
  private var hasFailed = false
  /// Statements that failed, and those among them that cannot be read.
  private var failures = 0
  private var unreadable = 0

  /// Failed statements before errors suggest no more names.
  private static var suggestingFailures: Int { 100 }
  /// A text of so many statements that cannot be read is no script.
  private static var mostUnreadable: Int { 1_000 }
  private var statements = StatementStream()

  init(session: Session<Graph>, name: String?, keepsGoing: Bool = false) {
    self.session = session
    self.name = name
    self.keepsGoing = keepsGoing
    session.evaluator.suggestsNames = true
  }

  /// Whether no further statement is to be run.
  var hasEnded: Bool {
    switch outcome {
    case .quit, .interrupted: true
    case .failed: !keepsGoing
    case .answered, .empty: false
    }
  }

  /// Runs the statements of `text`, which continues the script; what is not finished waits for more, unless this is the
  /// last of it.
  mutating func run(_ text: String, isLast: Bool) throws(CommandError) {
    statements.append(text)
    while !hasEnded {
      if session.cancellation.isCancelled {
        outcome = .interrupted
        return
      }
      session.beginStatement()
      switch statements.next(isLast: isLast) {
      case .statement(let statement): try run(statement)
      case .unfinished(let unfinished): try report(unfinished.error, at: unfinished.range)
      case .tooLong(let error): try report(error, at: error.range)
      case nil: return
      }
    }
  }

  private mutating func run(_ statement: ScannedStatement) throws(CommandError) {
    if session.settings.echoes, name != nil {
      try session.output.writeLine(StyledText("> " + statement.text, .faint).rendered(color: session.style.color))
    }
    do throws(StatementFailure) {
      note(try session.run(statement))
    } catch {
      switch error {
      case .statement(let diagnostic):
        try report(diagnostic, at: (diagnostic as? QueryError)?.range ?? statement.firstLine)
      case .stream(let error): throw error
      }
    }
    try session.output.flush()
  }

  private mutating func report(_ error: any DiagnosticError, at range: SourceRange) throws(CommandError) {
    note(.failed)
    failures += 1
    session.evaluator.suggestsNames = name == nil || failures < Self.suggestingFailures
    try session.output.flush()
    let diagnostic = Diagnostic(error, at: range, statements.excerpt(of: range), script: name)
    for line in diagnostic.lines(session.messageStyle) { try session.messages.writeLine(line) }
    try session.messages.flush()
    guard (error as? QueryError)?.isUnreadable == true else { return }
    unreadable += 1
    guard unreadable == Self.mostUnreadable, keepsGoing else { return }
    keepsGoing = false
    let note = "stopped: \(unreadable) statements cannot be read; is this a script?"
    let style = session.messageStyle
    try session.messages.writeLine(StyledText(style.adapted(note), .error).rendered(color: style.color))
    try session.messages.flush()
  }

  private mutating func note(_ new: Session<Graph>.Outcome) {
    let order: [Session<Graph>.Outcome] = [.answered, .empty, .failed, .quit, .interrupted]
    if new == .failed || new == .empty { hasFailed = true }
    let rank = { (outcome: Session<Graph>.Outcome) in order.firstIndex(of: outcome) ?? 0 }
    if rank(new) > rank(outcome) { outcome = new }
  }

  /// What the script's caller is told. Leaving by `quit` does not hide an earlier failure.
  var status: ExitStatus {
    switch outcome {
    case .answered: .answered
    case .quit: hasFailed ? .failed : .answered
    case .empty, .failed: .failed
    case .interrupted: .interrupted
    }
  }

}
