internal import Bytes
internal import GraphQuery
internal import GraphModel

extension Session {
  /// Runs a statement whose answer goes to a file or a command. What cannot be answered leaves the file as it was.
  func run(_ statement: ScannedStatement, to redirection: Redirection) throws(StatementFailure) -> Outcome {
    let destination = try open(redirection, isLasting: false)
    let (former, hadAnswered) = (self.destination, hasAnswered)
    self.destination = destination
    hasAnswered = false
    defer {
      self.destination = former
      hasAnswered = hadAnswered
    }
    var outcome: Outcome
    do {
      outcome = try runHere(statement)
    } catch {
      // Who has read enough leaves: `| head`.
      guard destination.isCommand, case .stream(.closedPipe) = error else { throw error }
      outcome = .answered
    }
    // An answer that is not there is no reason to empty a file.
    let isAmbiguous = outcome == .empty && lastAnswer?.content is Answer.Ambiguity
    if outcome == .failed || outcome == .interrupted || isAmbiguous, !destination.isCommand { return outcome }
    return try finish(destination) == 0 ? outcome : .failed
  }

  /// Sends the answers of all statements to come elsewhere; nil: to the standard output again.
  func send(to redirection: Redirection?) throws(StatementFailure) {
    let next = try redirection.map { redirection throws(StatementFailure) in try open(redirection, isLasting: true) }
    if let former = standing {
      standing = nil
      _ = try finish(former)
    }
    standing = next
    hasAnswered = false
  }

  private func open(_ redirection: Redirection, isLasting: Bool) throws(StatementFailure) -> AnswerDestination {
    if isSafe {
      let isFile = if case .file = redirection { true } else { false }
      throw .statement(CommandError.notAllowedInSafeMode(isFile ? "writing a file" : "running a command"))
    }
    // What was answered stands before what a command writes.
    try StatementFailure.stream { () throws(CommandError) in try output.flush() }
    return try StatementFailure.wrap { () throws(CommandError) in
      try AnswerDestination(redirection, isLasting: isLasting, home: environment.variables["HOME"])
    }
  }

  /// Whether the shell found the command is all that counts: of many, 1 means that nothing was found.
  private func finish(_ destination: AnswerDestination) throws(StatementFailure) -> Int32 {
    let status = try StatementFailure.wrap { () throws(CommandError) in try destination.finish() }
    if status == 128 + Self.interruptSignal { cancellation.cancel() }
    return status == 126 || status == 127 ? status : 0
  }

  private static var interruptSignal: Int32 { 2 }
}
