internal import Bytes
internal import GraphExport
internal import GraphQuery
internal import GraphModel

/// One graph being asked: carries out statements and writes their answers.
///
/// Answers go to `output`, everything about them (notes, errors, times) to `messages`.
final class Session<Graph: GraphView> {
  /// What came of a statement.
  enum Outcome: Equatable {
    case answered
    /// The statement was understood, and there is nothing to show.
    case empty
    case failed
    case interrupted
    case quit
  }

  private(set) var graph: Graph
  /// Changes what the session asks; nil where it cannot be changed.
  var changeNaming: ((NamingStep) throws -> NamingChange<Graph>)?
  let verbTable: VerbTable
  let storeName: String
  /// Where answers go unless a statement or `output` sends them elsewhere.
  let standardOutput: TextStream
  let messages: TextStream
  let environment: ProcessEnvironment
  let cancellation: Cancellation
  var evaluator: Evaluator<Graph>
  var settings: Settings
  /// Forbids `run`, commands of the shell and writing files.
  var isSafe = false
  /// Forbids to change the store.
  var isReadOnly = false
  /// Reads the store anew; nil for a graph that is none.
  var reopen: (() throws -> Graph)?
  /// The file of the store as it is now; nil for a graph that is none.
  var storeState: (() -> FileState?)? { didSet { openedState = storeState?() } }
  private var openedState: FileState?
  /// Where the answer of the present statement goes; nil for ``standing``.
  var destination: AnswerDestination?
  /// Where the answers of all statements go; nil for the standard output.
  var standing: AnswerDestination?
  /// What names in statements stand for.
  var bindings = Bindings()
  /// The present statement with what its names stand for; nil where it has no names.
  private(set) var expansion: ScannedStatement?
  /// Statements of the prompt that were answered, for `save`.
  var kept = SessionScript()
  /// Whether the rows of the last answer are there where ``kept`` is run.
  var hasKeptRows = false
  var isQuiet = false
  /// Asks whoever is at the prompt for a line; nil where nobody is.
  var askPerson: ((Prompt) -> LineOutcome)?
  /// The edges of the last answer, for `export`.
  var lastPart: AnswerPart?
  /// What the statement before gave, for `expect`; nil where it gave no answer.
  var lastAnswer: Answer?
  /// Runs from before the present statement is read until its answer is written.
  private(set) var clock: StatementClock
  /// Whether an answer has been written: the next one stands apart.
  var hasAnswered = false
  /// Statements typed, oldest first, for `history`.
  var typed: [String] = []
  /// Damage that the graph met while it answered; nil for a graph that cannot be damaged.
  var damage: () -> (any DiagnosticError)? = { nil }
  /// How deep scripts have run one another.
  var depth = 0

  init(
    graph: Graph, verbTable: VerbTable, storeName: String, output: TextStream, messages: TextStream,
    environment: ProcessEnvironment,
    settings: Settings = Settings(), cancellation: Cancellation = Cancellation()
  ) {
    self.graph = graph
    self.verbTable = verbTable
    self.storeName = storeName
    standardOutput = output
    self.messages = messages
    self.environment = environment
    self.settings = settings
    self.cancellation = cancellation
    clock = StatementClock(cancellation: cancellation)
    evaluator = Evaluator(graph: graph, cancellation: cancellation)
  }

  /// Lets the time of a statement begin.
  func beginStatement() { clock = StatementClock(cancellation: cancellation, limit: settings.limits.time) }

  /// Where answers go in place of the standard output; nil for that.
  var redirected: AnswerDestination? { destination ?? standing }

  /// Where answers go.
  var output: TextStream { redirected?.stream ?? standardOutput }

  /// Whether answers go to a terminal.
  private var isOnTerminal: Bool { redirected == nil && environment.isOutputTerminal }

  /// How answers are written.
  var format: AnswerFormat {
    (redirected?.format ?? settings.format).resolved(onTerminal: environment.isOutputTerminal)
  }

  /// Asks `graph` from now on.
  func replaceGraph(_ graph: Graph) {
    self.graph = graph
    let (otherNames, relationWordings) = (evaluator.otherNames, evaluator.relationWordings)
    evaluator = Evaluator(graph: graph, cancellation: cancellation)
    evaluator.otherNames = otherNames
    evaluator.relationWordings = relationWordings
    // Edges have other numbers now.
    lastPart = nil
    lastAnswer = nil
    openedState = storeState?()
  }

  /// Reads the store anew.
  func readAnew() throws(StatementFailure) {
    guard let reopen else { throw .statement(CommandError.unchangeable) }
    do {
      replaceGraph(try reopen())
    } catch {
      throw .statement(error as? any DiagnosticError ?? CommandError.unchangeable)
    }
  }

  /// Whether another program has changed the store since it was opened.
  var hasChangedMeanwhile: Bool { storeState.map { $0() != openedState } ?? false }

  var style: OutputStyle {
    let width = settings.width ?? (isOnTerminal ? ProcessEnvironment.terminalWidth() ?? environment.width : nil)
    let color = settings.color == .always || isOnTerminal && environment.usesColor(settings.color)
    var style = OutputStyle(color: color, width: width, unicode: environment.isUTF8)
    style.keepsFormulas = settings.keepsFormulas
    return style
  }

  var messageStyle: OutputStyle {
    OutputStyle(
      color: environment.usesColor(settings.color, onError: true), width: environment.width,
      unicode: environment.isUTF8)
  }

  /// Reads and carries out one statement.
  ///
  /// - Throws: ``CommandError/closedPipe`` and other failures of the streams, which end the program; what is wrong with
  ///   the statement itself is a failure of the statement alone.
  func run(_ statement: ScannedStatement) throws(StatementFailure) -> Outcome {
    expansion = nil
    var read = statement
    read.text = try StatementFailure.wrap { () throws(CommandError) in try bindings.withoutAlias(statement.text) }
    let verb = sessionVerb(of: read.text)
    // The words of an alias are read later, marks and names among them.
    if verb?.takesVariables == false { return try runHere(read) }
    read.text = try StatementFailure.wrap { () throws(CommandError) in
      try bindings.withoutVariables(read.text, rows: lastAnswer?.content.records)
    }
    if read.text != statement.text { expansion = read }
    let parted: RedirectedStatement
    do { parted = try RedirectedStatement(read) } catch { throw .statement(error) }
    guard let redirection = parted.redirection else { return try runHere(read) }
    if let verb, verb.redirectsAll, verb.syntax.isCalled(parted.statement.text) {
      try send(to: redirection)
      return .answered
    }
    return try run(parted.statement, to: redirection)
  }

  /// The verb of a statement; nil where it is none of the session.
  private func sessionVerb(of text: String) -> (any SessionVerb.Type)? {
    StatementLexer.firstWord(of: text).flatMap { verbTable.session.named($0.text) as? any SessionVerb.Type }
  }

  /// Reads and carries out a statement whose answer goes where answers go now.
  func runHere(_ statement: ScannedStatement) throws(StatementFailure) -> Outcome {
    let parsed: ParsedStatement
    do throws(QueryError) {
      parsed = try StatementParser.parse(statement.text, at: statement.start, verbs: verbTable.all)
    } catch {
      throw .statement(error)
    }
    if !(parsed.verb is any SessionVerb) { lastAnswer = nil }
    switch parsed.verb {
    case let verb as any QueryVerb:
      return try ask(Query(verb, limit: parsed.limit, showsClaims: parsed.showsClaims), text: statement.text)
    case let verb as any NamingVerb: return try decide(verb, text: statement.text)
    case let verb as any SessionVerb: return try verb.run(in: self)
    default: return .failed
    }
  }

  /// Changes a setting, as whoever started the program may.
  func change(_ name: String, to value: String) throws(CommandError) {
    settings = try changed(SettingRow.named(name), to: value)
  }

  /// Changes a setting, as a statement may: in safe mode what bounds the work only goes down.
  func changeByStatement(_ name: String, to value: String) throws(CommandError) {
    let row = try SettingRow.named(name)
    let changed = try changed(row, to: value)
    if isSafe, let bound = row.bound, bound(changed) > bound(settings) {
      throw .looserInSafeMode(row.name, value: value, bound: row.read(settings))
    }
    settings = changed
  }

  private func changed(_ row: SettingRow, to value: String) throws(CommandError) -> Settings {
    var changed = settings
    guard row.write(&changed, value) else {
      throw .invalidSetting(row.name, value: value, expected: row.expected)
    }
    return changed
  }

  /// Writes an export between the answers, as long as the statement has time.
  func export(_ target: ExportTarget) throws(StatementFailure) -> Outcome {
    var cutOff: CutOff?
    let (output, clock) = (output, clock)
    do throws(CommandError) {
      try target.exporter.write(target.part, of: graph) { bytes throws(CommandError) in
        cutOff = clock.cutOff
        if cutOff != nil { throw .closedPipe }
        try output.write(bytes: bytes)
      }
    } catch {
      guard let cutOff else { throw .stream(error) }
      return try outcome(of: cutOff)
    }
    return .answered
  }

  func write(_ lines: [String]) throws(StatementFailure) {
    try StatementFailure.stream { () throws(CommandError) in for line in lines { try output.writeLine(line) } }
  }

  func tell(_ text: String, _ textStyle: TextStyle = .faint) throws(StatementFailure) {
    guard !isQuiet else { return }
    let style = messageStyle
    let width = environment.isErrorTerminal ? ProcessEnvironment.terminalWidth() ?? style.width : nil
    let lines = StyledText(style.adapted(text), textStyle).wrapped(to: width, indent: "  ", head: StyledText())
    // What was answered stands before what is said about it.
    try StatementFailure.stream { () throws(CommandError) in
      try output.flush()
      for line in lines { try messages.writeLine(line.rendered(color: style.color)) }
      try messages.flush()
    }
  }
}
