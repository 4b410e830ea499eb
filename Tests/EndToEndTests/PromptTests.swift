import Bytes
import GraphModel
import GraphStore
import Glibc
import TestSupport
import Testing

/// The prompt in a pseudo-terminal, as a person uses it.
@Suite struct PromptTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try GraphWriter.write(SampleGraph.content, to: folder.file("news.tercet"))
  }

  private func open(_ variables: [String: String] = [:]) throws -> PseudoTerminal {
    var environment = [
      "TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": folder.path, "XDG_STATE_HOME": folder.file("state"),
      "NO_COLOR": "1", "TERCET_PAGER": "",
    ]
    environment.merge(variables) { $1 }
    return try PseudoTerminal(TercetBinary.path, [folder.file("news.tercet")], environment: environment)
  }

  @Test func answersAndLeavesOnEndOfInput() throws {
    let terminal = try open()
    #expect(terminal.sees("10 entities, 11 edges, 2 documents"))
    #expect(terminal.sees("news> "))
    terminal.send("path Rutte to Russia\r")
    #expect(terminal.sees("Mark Rutte ─leads→ NATO ─worry about→ Russia"))
    #expect(terminal.sees("news> "))
    terminal.send("\u{4}")
    #expect(terminal.exit() == 0)
    #expect(terminal.isCooked)
  }

  /// Tab reads the store while the terminal is in the editor's hands.
  @Test(arguments: ["facts NATO\r", "facts Mar\t\t"])
  func aStoreThatIsCutShortEndsItWithWords(keys: String) throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    #expect(unsafe truncate(folder.file("news.tercet"), 0) == 0)
    terminal.send(keys)
    #expect(terminal.sees("news.tercet: error: the file was cut short by another program"))
    #expect(terminal.exit() == 65)
    #expect(terminal.isCooked)
  }

  @Test(arguments: ["quit", "exit", ".quit", "\\q"])
  func words(word: String) throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send(word + "\r")
    #expect(terminal.exit() == 0)
  }

  @Test func decidingOnNames() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("mer\tMarco Ru\tinto Mark Ru\t\r")
    #expect(terminal.sees("Marco Rubio is Mark Rutte"))
    #expect(terminal.sees("undo takes it back"))
    terminal.send("why Mark Rutte\r")
    #expect(terminal.sees("merged"))
    #expect(try StoredGraph(path: folder.file("news.tercet")).decisions.map(\.entity.name) == ["Marco Rubio"])
    terminal.send("undo\r")
    #expect(terminal.sees("Marco Rubio is an entity of its own again, apart from Mark Rutte"))
    terminal.send("undo\r")
    #expect(terminal.sees("there is no merge, split or apart to take back"))
    terminal.send("quit\r")
    #expect(terminal.exit() == 0)
    #expect(
      GraphContent(of: try StoredGraph(path: folder.file("news.tercet")))
        == GraphContent(of: try MemoryGraph(SampleGraph.content)))
  }

  @Test func completion() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("nei\t")
    #expect(terminal.sees("ghbors "))
    terminal.send("Mar\t")
    #expect(terminal.sees("Marco Rubio  Person, "))
    terminal.send("k\t")
    #expect(terminal.sees("Rutte "))
    terminal.send("v\tle\t\r")
    #expect(terminal.sees("Mark Rutte (Person, #3): 1 edge"))
    #expect(terminal.sees("─leads→"))
    terminal.send("facts 東\t\r")
    #expect(terminal.sees("東京会議 (Event, #9)"))
    terminal.send("facts łó\t\r")
    #expect(terminal.sees("Łódź Institute (Organization, #8)"))
  }

  @Test func interruptGivesUpTheLineAndKeepsTheSession() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("facts Nobody\u{3}")
    #expect(terminal.sees("^C"))
    #expect(terminal.sees("news> "))
    terminal.send("facts (\r")
    #expect(terminal.sees("news(> "))
    terminal.send("\u{3}")
    #expect(terminal.sees("news> "))
    terminal.send("types\r")
    #expect(terminal.sees("Person"))
    #expect(!terminal.screen.contains("error"))
    #expect(terminal.sees("news> "))
    terminal.send("\u{4}")
    #expect(terminal.exit() == 0)
  }

  @Test func statementsOverSeveralLinesAreOneEntry() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("facts \"Mark\r")
    #expect(terminal.sees("news\"> "))
    terminal.send("Rutte\"\r")
    #expect(terminal.sees("news> "))
    terminal.send("types\r")
    #expect(terminal.sees("news> "))
    terminal.send(" stats\r")
    #expect(terminal.sees("news> "))
    terminal.send("quit\r")
    #expect(terminal.exit() == 0)
    #expect(history == "facts \"Mark\\nRutte\"\ntypes\nquit\n")
  }

  private var history: String {
    guard let file = try? MappedFile(path: folder.file("state/tercet/history")) else { return "" }
    return String(decoding: file.bytes.array(), as: UTF8.self)
  }

  @Test func historyOutlivesAKilledSession() throws {
    let first = try open()
    #expect(first.sees("news> "))
    first.send("find rubio\r")
    #expect(first.sees("Marco Rubio"))
    #expect(first.sees("news> "))
    first.signal(SIGKILL)
    #expect(first.exit() == 128 + SIGKILL)
    let second = try open()
    #expect(second.sees("news> "))
    second.send("\u{1B}[A\r")
    #expect(second.sees("Marco Rubio"))
    // The answer itself says Person; and while an answer is written, ^R belongs to the terminal, not to the prompt.
    #expect(second.sees("news> "))
    // Searching backwards.
    second.send("types\r")
    #expect(second.sees("Person"))
    #expect(second.sees("news> "))
    second.send("\u{12}rub")
    #expect(second.sees("find rubio"))
    second.send("\r")
    #expect(second.sees("Marco Rubio"))
    #expect(second.sees("news> "))
    second.send("\u{4}")
    #expect(second.exit() == 0)
    var status = stat()
    #expect(unsafe stat(folder.file("state/tercet/history"), &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func historyCanBeSwitchedOff() throws {
    let terminal = try open(["TERCET_HISTORY": ""])
    #expect(terminal.sees("news> "))
    terminal.send("types\r")
    #expect(terminal.sees("Person"))
    #expect(terminal.sees("news> "))
    terminal.send("\u{4}")
    #expect(terminal.exit() == 0)
    #expect(folder.names() == ["news.tercet"])
  }

  @Test func pasteIsOneEntry() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("\u{1B}[200~find rubio\r\nfacts\tRutte\r\n\u{1B}[201~")
    #expect(terminal.rest().contains("find rubio"))
    #expect(!terminal.screen.contains("#2"))
    terminal.send("\r")
    #expect(terminal.sees("#2"))
    #expect(terminal.sees("Mark Rutte (Person, #3): 2 statements"))
  }

  @Test func wordKeys() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    // Ctrl-W deletes a word, Ctrl-Left goes back by one.
    terminal.send("find rubio nonsense\u{17}\u{7F}\r")
    #expect(terminal.sees("Marco Rubio"))
    terminal.send("find bio\u{1B}[1;5Dru\r")
    #expect(terminal.sees("Marco Rubio"))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS])
  func terminationGivesTheTerminalBack(signal: Int32) throws {
    // Otherwise the language's runtime asks at the terminal what it should tell about a fault.
    let terminal = try open(["SWIFT_BACKTRACE": "enable=no"])
    #expect(terminal.sees("news> "))
    terminal.send("typ")
    #expect(terminal.sees("typ"))
    #expect(!terminal.isCooked)
    terminal.signal(signal)
    #expect(terminal.exit() == 128 + signal)
    #expect(terminal.isCooked)
    #expect(terminal.sees("\u{1B}[?2004l"))
  }

  /// Stopped from outside, the terminal used by others meanwhile, and continued: the line stands there again.
  @Test(arguments: [SIGSTOP, SIGTSTP])
  func aStoppedPromptGoesOn(signal: Int32) throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("find rub")
    #expect(terminal.sees("find rub"))
    terminal.signal(signal)
    // Without a shell SIGTSTP stops nothing: the program goes on at once.
    if signal == SIGSTOP { terminal.makeCooked() }
    _ = terminal.rest()
    terminal.signal(SIGCONT)
    terminal.send("io")
    #expect(terminal.sees("news> find rub"))
    #expect(terminal.sees("io"))
    #expect(!terminal.isCooked)
    terminal.send("\r")
    #expect(terminal.sees("Marco Rubio"))
    #expect(terminal.sees("news> "))
    terminal.send("\u{4}")
    #expect(terminal.exit() == 0)
    #expect(terminal.isCooked)
  }

  @Test func aPasteWithoutItsEndTakesNoKeysAway() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("\u{1B}[200~find rubio\nexport jsonl x")
    _ = terminal.rest(after: 300)
    terminal.send("\u{3}")
    #expect(terminal.sees("^C"))
    #expect(terminal.sees("news> "))
    terminal.send("\u{1B}[200~find rub")
    _ = terminal.rest(after: 300)
    terminal.send("\u{4}")
    #expect(terminal.sees("find rub"))
    terminal.send("io\r")
    #expect(terminal.sees("Marco Rubio"))
    // Until the editor has the terminal again, the keys are the terminal's own.
    #expect(terminal.sees("news> "))
    // What is pasted is no key.
    terminal.send("\u{1B}[200~find \u{3}\u{4}\u{1B}\u{202E}rubio\u{1B}[201~\r")
    #expect(terminal.sees("Marco Rubio"))
    #expect(terminal.sees("news> "))
    terminal.send("\u{4}")
    #expect(terminal.exit() == 0)
  }

  @Test func aHeldLockOfTheHistoryHoldsNothingUp() throws {
    let first = try open()
    #expect(first.sees("news> "))
    first.send("stats\rquit\r")
    #expect(first.exit() == 0)
    let lock = try FileLock(path: folder.file("state/tercet/history"))
    defer { withExtendedLifetime(lock) {} }
    let start = ContinuousClock.now
    let second = try open()
    #expect(second.sees("news> ", within: 4))
    second.send("types\r")
    #expect(second.sees("Person", within: 4))
    #expect(ContinuousClock.now - start < .seconds(4))
  }

  @Test(arguments: [
    ["TERM": "dumb"], ["TERM": ""], ["LC_ALL": "C"], ["LC_ALL": "xx_XX.UTF-8"], ["TERM": "xterm", "LANG": "C"],
  ])
  func poorTerminals(variables: [String: String]) throws {
    let terminal = try open(variables)
    #expect(terminal.sees("news> "))
    terminal.send("facts łódź institute\r")
    #expect(terminal.sees("Institute (Organization, #8)"))
    terminal.send("facts (\r")
    #expect(terminal.sees("news(> "))
    terminal.send("\u{3}")
    #expect(terminal.sees("news> "))
    terminal.send("\u{4}")
    #expect(terminal.exit() == 0)
  }

  @Test func messagesStandBesideTheLine() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("neighbors Rute\r")
    #expect(terminal.sees("error: no entity is called “Rute”"))
    #expect(terminal.sees("^~~~"))
    #expect(terminal.sees("did you mean Mark Rutte?"))
    terminal.send("facts Jordan\r")
    #expect(terminal.sees("choose one by its id: facts #0"))
    terminal.send("facts #0\r")
    #expect(terminal.sees("Jordan (GeopoliticalEntity, #0)"))
    terminal.send("export dot \(folder.file("jordan.dot"))\r")
    #expect(terminal.sees("wrote "))
    #expect(folder.names().contains("jordan.dot"))
    terminal.send("history 3\r")
    #expect(terminal.sees("facts #0"))
  }
}
