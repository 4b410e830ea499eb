internal import Bytes
internal import GraphQuery
internal import GraphModel
internal import GraphStore

extension Invocation {
  /// `tercet query STORE` and `tercet STORE`.
  func query() throws -> ExitStatus {
    let path = arguments.operands[0]
    let settings = try settings()
    let graph = try StoredGraph(path: path)
    let session = Session(
      graph: graph, verbTable: .standard, storeName: path, output: program.output, messages: program.messages,
      environment: program.environment, settings: settings, cancellation: program.interrupt.cancellation)
    session.isSafe = arguments.isOn("safe")
    session.evaluator.otherNames = KnownNames.others(of:)
    session.evaluator.relationWordings = KnownWordings.relations(of:)
    session.isQuiet = isQuiet
    session.isReadOnly = arguments.isOn("read-only")
    session.storeState = { FileState(path: path) }
    session.reopen = { try StoredGraph(path: path) }
    for definition in arguments.all("define") {
      guard let assignment = Assignment(definition) else {
        throw CommandError.invalidValue(option: "--define", value: definition, expected: "NAME=WORDS", suggestion: nil)
      }
      session.bindings.variables[assignment.name] = Bindings.spelled(assignment.value)
    }
    for assignment in arguments.all("set") {
      let parts = assignment.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw CommandError.invalidValue(option: "--set", value: assignment, expected: "NAME=VALUE", suggestion: nil)
      }
      try session.change(parts[0], to: parts[1])
    }
    InterruptFlag.install()
    let keepsGoing = arguments.isOn("keep-going")
    session.damage = { [unowned session] in session.graph.damage }
    session.changeNaming = { step in
      // The evidence is read as it is now, and whoever else changes the store has to wait.
      let (lock, graph) = try StoredGraph.opened(toChange: path)
      defer { withExtendedLifetime(lock) {} }
      // ^C only sets the flag, at which the session looks when the step is done.
      return try Self.carryOut(step, graph, path)
    }
    let status = try run(session, keepsGoing: keepsGoing)
    do { try session.send(to: nil) } catch {
      switch error {
      case .statement(let error): throw error
      case .stream(let error): throw error
      }
    }
    return session.graph.damage?.exitStatus ?? status
  }

  /// Makes the change in `graph`, the store at `path`, which the caller has locked.
  private static func carryOut(
    _ step: NamingStep, _ graph: StoredGraph, _ path: String
  ) throws -> NamingChange<StoredGraph> {
    func id(_ entity: NamingDecision.Entity) throws(CommandError) -> EntityID {
      guard let found = graph.entity(entity) else { throw CommandError.goneMeanwhile(entity.name) }
      return found
    }
    if let standing = step.standing(in: graph) {
      return NamingChange(graph: graph, decision: standing, effect: .stood)
    }
    var decision: NamingDecision?
    switch step {
    case .merge(let entity, let other): decision = try graph.merge(id(entity), into: id(other), at: path)
    case .apart(let entity, let other): decision = try graph.keepApart(id(entity), from: id(other), at: path)
    case .split(let name, let entity):
      decision = try graph.split(name, from: id(entity), at: path)
      if decision == nil { throw CommandError.nobodyCalledSo(name, entity.name) }
    case .undo: decision = try graph.undo(at: path)
    }
    guard let decision else { throw CommandError.nothingToUndo }
    let changed = try StoredGraph(path: path)
    if case .undo = step { return NamingChange(graph: changed, decision: decision, effect: .takenBack) }
    return NamingChange(graph: changed, decision: decision, effect: .made)
  }

  private func settings() throws(CommandError) -> Settings {
    var settings = Settings()
    if let format = arguments.value("format").flatMap(AnswerFormat.init) { settings.format = format }
    settings.showsClaims = arguments.isOn("claims")
    settings.showsSaid = arguments.isOn("said", otherwise: true)
    settings.timeout = try arguments.seconds("timeout") ?? (arguments.isOn("safe") ? Settings.safeTimeout : nil)
    if let memory = try arguments.bytes("memory") { settings.memory = memory }
    settings.echoes = arguments.isOn("echo")
    settings.color = color
    return settings
  }

  private func run<Graph>(_ session: Session<Graph>, keepsGoing: Bool) throws(CommandError) -> ExitStatus {
    let scripts = arguments.occurrences.filter { $0.name == "command" || $0.name == "file" }
    let words = Array(arguments.operands.dropFirst())
    let isPrompt = scripts.isEmpty && program.environment.isInputTerminal && program.environment.isOutputTerminal
    if isPrompt {
      if let word = words.first { throw .unexpectedOperand(word, command: "query") }
      return try prompt(session)
    }
    // Somebody forgot -c.
    if scripts.isEmpty, let word = words.first, let verb = word.split(separator: " ").first,
      VerbTable.standard.syntax(of: String(verb)) != nil
    {
      throw .unexpectedOperand(word, command: "query")
    }
    session.bindings.arguments = words
    guard !scripts.isEmpty else {
      return try runInput(session, keepsGoing: keepsGoing)
    }
    var statuses: [ExitStatus] = []
    for script in scripts {
      let isCommand = script.name == "command"
      var runner = ScriptRunner(session: session, name: isCommand ? "-c" : script.value, keepsGoing: keepsGoing)
      try runner.run(isCommand ? script.value : try ScriptFile.read(script.value), isLast: true)
      statuses.append(runner.status)
      if runner.hasEnded { break }
    }
    return statuses.first { $0 == .interrupted } ?? statuses.first { $0 != .answered } ?? .answered
  }

  private func prompt<Graph>(_ session: Session<Graph>) throws(CommandError) -> ExitStatus {
    let environment = program.environment
    let editor = environment.isDumb ? nil : program.makeLineReader()
    let reader: any LineReader =
      editor ?? PlainLineReader(output: program.output, cancellation: program.interrupt.cancellation)
    return try Repl(
      session: session, reader: reader, history: HistoryFile(environment),
      configuration: arguments.isOn("rc", otherwise: true) ? ConfigurationFile(environment) : nil
    ).run()
  }

  /// Statements from standard input, each run as soon as it is whole.
  private func runInput<Graph>(_ session: Session<Graph>, keepsGoing: Bool) throws(CommandError) -> ExitStatus {
    var lines = InputLines(cancellation: program.interrupt.cancellation)
    var runner = ScriptRunner(session: session, name: "standard input", keepsGoing: keepsGoing)
    while let line = try lines.next() {
      try runner.run(line, isLast: false)
      if runner.hasEnded { return runner.status }
    }
    if program.interrupt.cancellation.isCancelled { return .interrupted }
    try runner.run("", isLast: true)
    return runner.status
  }
}
