public import Bytes
internal import GraphStore

/// The program behind `main`: takes the words of a command line, writes to the streams it is given, returns the status.
public struct Program {
  public var environment: ProcessEnvironment
  public let output: TextStream
  public let messages: TextStream
  /// Set by the interrupt key; whatever takes long looks at it.
  public let interrupt: InterruptFlag
  /// Makes the line editor when a prompt is opened; nil where there is none, and lines are read plainly.
  public var makeLineReader: () -> (any LineReader)?

  /// Ends the program with words after so many seconds, unless it has ended before.
  public var limitTime: (Double) -> Void

  /// The version of the program, as `--version` prints it.
  public static let version = "0.1.0"

  public init(
    environment: ProcessEnvironment, output: TextStream, messages: TextStream,
    interrupt: InterruptFlag = InterruptFlag(),
    makeLineReader: @escaping () -> (any LineReader)? = { nil }, limitTime: @escaping (Double) -> Void = { _ in }
  ) {
    self.environment = environment
    self.output = output
    self.messages = messages
    self.interrupt = interrupt
    self.makeLineReader = makeLineReader
    self.limitTime = limitTime
  }

  /// Runs the command that `arguments` (without the program's name) ask for, reports errors, and flushes the streams.
  public func run(_ arguments: [String]) -> ExitStatus {
    do throws(CommandError) {
      let status = try dispatch(arguments)
      try output.flush()
      try messages.flush()
      return status
    } catch {
      // A stream failed: said on the other one, if that is possible. A reader that has gone away needs no words.
      if error != .closedPipe { try? report(error, .auto) }
      try? messages.flush()
      return error.exitStatus
    }
  }

  /// Runs a command and reports its error; throws only when a stream fails.
  private func dispatch(_ arguments: [String]) throws(CommandError) -> ExitStatus {
    let parsed: ParsedArguments?
    do {
      parsed = try ArgumentParser().parse(arguments)
    } catch {
      try report(error, .auto)
      return error.exitStatus
    }
    guard let parsed else {
      for line in HelpText.short() { try messages.writeLine(line) }
      return .usage
    }
    let invocation = Invocation(program: self, arguments: parsed)
    do {
      return try run(invocation)
    } catch let error as any DiagnosticError {
      if error as? CommandError == .closedPipe { throw .closedPipe }
      try output.flush()
      try report(error, invocation.color)
      return error.exitStatus
    } catch {
      return .failed
    }
  }

  private func run(_ invocation: Invocation) throws -> ExitStatus {
    let parsed = invocation.arguments
    if parsed.isOn("version") {
      try output.writeLine("tercet \(Self.version), store format \(StoreFormat.version)")
      return .answered
    }
    if parsed.wantsHelp {
      let isProgram = parsed.command.name == CommandTable.standard.program.name
      let style = invocation.style
      try invocation.write(isProgram ? HelpText.program(style) : HelpText.command(parsed.command, style))
      return .answered
    }
    // Of a query each statement has that time.
    if parsed.command.name != "query", let seconds = try parsed.seconds("timeout") { limitTime(seconds) }
    switch parsed.command.name {
    case "query": return try invocation.query()
    case "stats": return try invocation.stats()
    case "export": return try invocation.export()
    case "build": return try invocation.build()
    case "add": return try invocation.add()
    case "remove": return try invocation.remove()
    case "compact": return try invocation.compact()
    case "import": return try invocation.importTriples()
    case "merge": return try invocation.merge()
    case "extract": return try invocation.extract()
    case "parse": return try invocation.parse()
    case "rules": return try invocation.rules()
    case "check": return try invocation.check()
    case "completions":
      try invocation.write(try CompletionScript.lines(parsed.operands[0], verbTable: .standard))
      return .answered
    case "manual":
      try invocation.write(ManualPage.lines(version: Self.version))
      return .answered
    case "help":
      guard let topic = parsed.operands.first else {
        try invocation.write(HelpText.program(invocation.style))
        return .answered
      }
      // As `tercet COMMAND --help`; what the verb of that name does is told at the prompt.
      let style = invocation.style
      let command = CommandTable.standard.command(named: topic)
      try invocation.write(
        try command.map { HelpText.command($0, style) } ?? HelpText.topic(topic, of: .standard, style: style))
      return .answered
    default:
      for line in HelpText.short() { try messages.writeLine(line) }
      return .usage
    }
  }

  private func report(_ error: any DiagnosticError, _ color: ProcessEnvironment.ColorChoice) throws(CommandError) {
    let style = OutputStyle(
      color: environment.usesColor(color, onError: true), width: environment.width, unicode: environment.isUTF8)
    for line in Diagnostic(error).lines(style) { try messages.writeLine(line) }
  }
}
