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
  /// What it tells of statements that failed or found nothing.
  private var worst = ExitStatus.answered
  /// Statements that failed, and those among them that cannot be read.
  private var failures = 0
  private var unreadable = 0

  /// Failed statements before errors suggest no more names.
  private static var suggestingFailures: Int { 100 }
  /// A text of so many statements that cannot be read is no script.
  private static var mostUnreadable: Int { 1_000 }
  private var statements = StatementStream()
  /// Whether all of the script is there: of one that is still written nobody waits for the next statement.
  private var isWhole = false
  /// What the statement before came to, until the next one tells whether that was expected.
  private var pending: Pending?

  /// The line of a place, and the columns of it.
  private typealias Excerpt = (line: String, columns: Range<Int>)

  private enum Pending {
    case empty
    /// With the lines of its place, which the stream forgets.
    case failure(any DiagnosticError, SourceRange, excerpt: Excerpt?)
  }

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
    isWhole = isLast
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
      case nil:
        if isLast { try settle(expecting: nil) }
        return
      }
    }
  }

  private mutating func run(_ statement: ScannedStatement) throws(CommandError) {
    if pending != nil {
      let expected = session.expectation(of: statement)
      let isError = if case .failure = pending { true } else { false }
      try settle(expecting: expected)
      // Nothing is left to look at.
      if hasEnded || isError && expected == .error { return }
    }
    if session.settings.echoes, name != nil {
      try session.output.writeLine(StyledText("> " + statement.text, .faint).rendered(color: session.style.color))
    }
    do throws(StatementFailure) {
      let typed = name == nil ? session.asTyped(statement.text) : nil
      let outcome = try session.run(statement)
      if name != nil, let ambiguity = session.lastAnswer?.content as? Answer.Ambiguity {
        // At the prompt one chooses; here it is as wrong as a name that nobody has.
        session.lastAnswer = nil
        throw StatementFailure.statement(
          QueryError(.severalEntities(ambiguity.reference.spelling), at: ambiguity.reference.range))
      }
      if outcome == .empty, name != nil { pending = .empty } else { note(outcome) }
      if let typed { session.keep(typed, outcome) }
    } catch {
      switch error {
      case .statement(let diagnostic):
        let range = (diagnostic as? QueryError)?.range ?? statement.firstLine
        let excerpt = excerpt(of: range)
        if name != nil, isWhole {
          pending = .failure(diagnostic, range, excerpt: excerpt)
        } else {
          try report(diagnostic, at: range, excerpt)
        }
      case .stream(let error): throw error
      }
    }
    try session.output.flush()
  }

  /// The line of a place, with what its names stand for where it has some.
  private func excerpt(of range: SourceRange) -> Excerpt? {
    guard let expansion = session.expansion else { return statements.excerpt(of: range) }
    var lines = StatementStream(at: expansion.start)
    lines.append(expansion.text)
    return lines.excerpt(of: range)
  }

  /// Takes what the statement before came to as it is, unless the next one expects just that.
  private mutating func settle(expecting expected: Expectation?) throws(CommandError) {
    defer { pending = nil }
    switch pending {
    case .empty:
      if expected?.isOfNothing != true { note(.empty) }
    case .failure(let error, let range, let excerpt):
      if expected != .error { try report(error, at: range, excerpt) }
    case nil: break
    }
  }

  private mutating func report(
    _ error: any DiagnosticError, at range: SourceRange, _ excerpt: Excerpt? = nil
  ) throws(CommandError) {
    note(.failed, error.exitStatus == .noAnswer ? .noAnswer : .failed)
    failures += 1
    session.evaluator.suggestsNames = name == nil || failures < Self.suggestingFailures
    try session.output.flush()
    let diagnostic = Diagnostic(error, at: range, excerpt ?? statements.excerpt(of: range), script: name)
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

  private mutating func note(_ new: Session<Graph>.Outcome, _ status: ExitStatus? = nil) {
    let order: [Session<Graph>.Outcome] = [.answered, .empty, .failed, .quit, .interrupted]
    let status = status ?? (new == .failed ? .failed : new == .empty ? .noAnswer : .answered)
    if status.rawValue > worst.rawValue { worst = status }
    let rank = { (outcome: Session<Graph>.Outcome) in order.firstIndex(of: outcome) ?? 0 }
    if rank(new) > rank(outcome) { outcome = new }
  }

  /// What the script's caller is told. Leaving by `quit` does not hide an earlier failure.
  var status: ExitStatus {
    outcome == .interrupted ? .interrupted : worst
  }
}
