internal import Bytes

/// One run of one command.
struct Invocation {
  let program: Program
  let arguments: ParsedArguments

  var isQuiet: Bool { arguments.isOn("quiet") }
  var isVerbose: Bool { arguments.isOn("verbose") }
  var color: ProcessEnvironment.ColorChoice {
    arguments.value("color").flatMap(ProcessEnvironment.ColorChoice.init) ?? .auto
  }

  var style: OutputStyle {
    let environment = program.environment
    return OutputStyle(
      color: environment.usesColor(color), width: environment.width, unicode: environment.isUTF8)
  }

  var messageStyle: OutputStyle {
    let environment = program.environment
    return OutputStyle(
      color: environment.usesColor(color, onError: true), width: environment.width, unicode: environment.isUTF8)
  }

  /// Where long work tells how far it is.
  var statusLine: StatusLine {
    let environment = program.environment
    return StatusLine(
      program.messages, isShown: environment.isErrorTerminal && !environment.isDumb && !isQuiet)
  }

  func write(_ lines: [String]) throws(CommandError) {
    for line in lines { try program.output.writeLine(line) }
  }

  func write(_ lines: [RenderedLine]) throws(CommandError) {
    for line in lines { try program.output.writeLine(line) }
  }

  func write(_ text: [StyledText]) throws(CommandError) {
    let style = style
    try write(text.map { $0.rendered(color: style.color) })
  }

  /// Says something on standard error, unless `--quiet`.
  func tell(_ text: String) throws(CommandError) {
    guard !isQuiet else { return }
    try program.output.flush()
    try program.messages.writeLine(StyledText(messageStyle.adapted(text)).rendered(color: false))
    try program.messages.flush()
  }

  /// Reports an error that does not end the command.
  func report(_ error: any DiagnosticError) throws(CommandError) {
    try program.output.flush()
    for line in Diagnostic(error).lines(messageStyle) { try program.messages.writeLine(line) }
    try program.messages.flush()
  }
}
