public import Bytes

/// The program behind `main`: takes the words of a command line, writes to the streams it is given, returns the status.
public struct Program {
  public var surroundings: Surroundings
  public let output: TextStream
  public let messages: TextStream
  /// Set by the interrupt key; whatever takes long looks at it.
  public let interrupt: InterruptFlag
  /// Makes the line editor when a prompt is opened; nil where there is none, and lines are read plainly.
  public var makeLineReader: () -> (any LineReader)?

  /// The version of the program, as `--version` prints it.
  public static let version = "0.1.0"

  public init(
    surroundings: Surroundings, output: TextStream, messages: TextStream, interrupt: InterruptFlag = InterruptFlag(),
    makeLineReader: @escaping () -> (any LineReader)? = { nil }
  ) {
    self.surroundings = surroundings
    self.output = output
    self.messages = messages
    self.interrupt = interrupt
    self.makeLineReader = makeLineReader
  }

  /// Runs the command that `arguments` (without the program's name) ask for, reports errors, and flushes the streams.
  public func run(_ arguments: [String]) -> ExitStatus {
    do {
      let status: ExitStatus
      do {
        status = try dispatch(arguments)
      } catch let error as CommandError where error == .closedPipe {
        throw error
      } catch let error as any DiagnosticError {
        try output.flush()
        try report(error)
        status = error.exitStatus
      }
      try output.flush()
      try messages.flush()
      return status
    } catch {
      return lastWord(error)
    }
  }

  /// A stream failed: says so on the other one, if that is possible.
  private func lastWord(_ error: any Error) -> ExitStatus {
    guard let error = error as? any DiagnosticError else { return .inputOutput }
    if error.exitStatus != .answered { try? report(error) }
    try? messages.flush()
    return error.exitStatus
  }

  private func dispatch(_ arguments: [String]) throws -> ExitStatus {
    guard let parsed = try ArgumentParser().parse(arguments) else {
      for line in HelpText.short() { try messages.writeLine(line) }
      return .usage
    }
    let invocation = Invocation(program: self, arguments: parsed)
    if parsed.isOn("version") {
      try output.writeLine("tercet \(Self.version)")
      return .answered
    }
    if parsed.wantsHelp {
      let isProgram = parsed.command.name == CommandTable.standard.program.name
      let style = invocation.style
      try invocation.write(isProgram ? HelpText.program(style) : HelpText.command(parsed.command, style))
      return .answered
    }
    switch parsed.command.name {
    case "query": return try invocation.query()
    case "stats": return try invocation.stats()
    case "export": return try invocation.export()
    case "build": return try invocation.build()
    case "add": return try invocation.add()
    case "remove": return try invocation.remove()
    case "extract": return try invocation.extract()
    case "parse": return try invocation.parse()
    case "check": return try invocation.check()
    case "completions":
      try invocation.write(try CompletionScript.lines(parsed.operands[0]))
      return .answered
    case "help":
      guard let topic = parsed.operands.first else {
        try invocation.write(HelpText.program(invocation.style))
        return .answered
      }
      try invocation.write(try HelpText.topic(topic, style: invocation.style))
      return .answered
    default:
      for line in HelpText.short() { try messages.writeLine(line) }
      return .usage
    }
  }

  private func report(_ error: any DiagnosticError) throws(CommandError) {
    let style = OutputStyle(
      color: surroundings.usesColor(.auto, onError: true), width: surroundings.width, unicode: surroundings.isUTF8)
    for line in Diagnostic(error).lines(style) { try messages.writeLine(line) }
  }
}
