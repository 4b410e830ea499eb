import Bytes
import GraphModel
import GraphStore
import Glibc
import TestSupport
import Testing

/// `decide` in a pseudo-terminal: one letter a pair.
@Suite struct DecidingTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("news.tercet") }

  init() throws {
    folder = try TemporaryFolder()
    try GraphWriter.write(AlikeNames.content, to: folder.file("news.tercet"))
  }

  private func open(_ variables: [String: String] = [:], columns: Int = 80) throws -> PseudoTerminal {
    var environment = [
      "TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": folder.path, "XDG_STATE_HOME": folder.file("state"),
      "NO_COLOR": "1", "TERCET_PAGER": "",
    ]
    environment.merge(variables) { $1 }
    return try PseudoTerminal(TercetBinary.path, [path], environment: environment, columns: columns)
  }

  private var decided: [String] {
    get throws { try StoredGraph(path: path).decisions.map { ($0.kind == .merge ? "y " : "n ") + $0.entity.name } }
  }

  @Test func aLetterAPair() throws {
    let terminal = try open(["TERCET_PAGER": "sed 's/^/page: /'"])
    #expect(terminal.sees("news> "))
    terminal.send("deci\t\r")
    #expect(terminal.sees("4 pairs, each likely one"))
    #expect(terminal.sees("1 of 4  Jonathan Ferguson (Person)  Jonathon Ferguson (Person)"))
    #expect(terminal.sees("oslo: Jonathan Ferguson leads Acme."))
    #expect(terminal.sees("same? [y]es [n]o [l]ater [u]ndo [q]uit> "))
    // Tab has nothing to complete here.
    terminal.send("\tn\r")
    #expect(terminal.sees("2 of 4  Volodymyr Zelenskiy (Person)  Volodymyr Zelensky (Person)"))
    #expect(try decided == ["n Jonathan Ferguson"])
    #expect(terminal.sees("[q]uit> "))
    terminal.send("y\r")
    #expect(terminal.sees("Volodymyr Zelenskiy is Volodymyr Zelensky"))
    #expect(terminal.sees("3 of 4"))
    #expect(terminal.sees("[q]uit> "))
    terminal.send("u\r")
    #expect(terminal.sees("is an entity of its own again"))
    #expect(terminal.sees("2 of 4"))
    #expect(try decided == ["n Jonathan Ferguson"])
    #expect(terminal.sees("[q]uit> "))
    terminal.send("y\r")
    #expect(terminal.sees("3 of 4"))
    #expect(terminal.sees("[q]uit> "))
    terminal.send("\r")
    #expect(terminal.sees("1 pair made one, 1 kept two, 1 left for later; undo takes one back at a time"))
    #expect(terminal.sees("news> "))
    #expect(!terminal.screen.contains("page:"))
    #expect(try decided == ["n Jonathan Ferguson", "y Volodymyr Zelenskiy"])
    // The prompt is what it was: completion, and a history of statements alone.
    terminal.send("typ\t\r")
    #expect(terminal.sees("Person"))
    #expect(terminal.sees("news> "))
    terminal.send("\u{1B}[A\u{1B}[A")
    #expect(terminal.sees("decide"))
    terminal.send("\r")
    #expect(terminal.sees("1 of 1  Volodymyr Zelensky"))
    #expect(terminal.sees("[q]uit> "))
    terminal.send("q\r")
    #expect(terminal.sees("0 pairs made one, 0 kept two, 1 left for later"))
    #expect(terminal.sees("news> "))
    terminal.send("\u{4}")
    #expect(terminal.exit() == 0)
    #expect(terminal.isCooked)
    let history = String(
      decoding: try MappedFile(path: folder.file("state/tercet/history")).bytes.array(), as: UTF8.self)
    #expect(history.split(separator: "\n").map { String($0).trimmed } == ["decide", "types", "decide"], "\(history)")
    #expect(try ProcessRun(TercetBinary.path, ["check", path]).status == 0)
  }

  /// ^C and ^D end the questions, not the prompt; so they do where keys are the terminal's own.
  @Test(arguments: ["xterm", "dumb"], ["\u{3}", "\u{4}"])
  func keysThatEndIt(terminalKind: String, key: String) throws {
    let terminal = try open(["TERM": terminalKind])
    #expect(terminal.sees("news> "))
    terminal.send("decide\r")
    #expect(terminal.sees("[q]uit> "))
    terminal.send("y\r")
    #expect(terminal.sees("2 of 4"))
    #expect(terminal.sees("[q]uit> "))
    terminal.send(key)
    #expect(terminal.sees("1 pair made one, 0 kept two, 3 left for later"))
    #expect(terminal.sees("news> "))
    terminal.send("types\r")
    #expect(terminal.sees("Person"))
    #expect(terminal.sees("news> "))
    terminal.send("\u{4}")
    #expect(terminal.exit() == 0)
    #expect(try decided == ["y Jonathan Ferguson"])
  }

  @Test func whatIsAnsweredOutlivesAKill() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("decide\r")
    #expect(terminal.sees("[q]uit> "))
    terminal.send("y\r")
    #expect(terminal.sees("2 of 4"))
    terminal.signal(SIGKILL)
    #expect(terminal.exit() == 128 + SIGKILL)
    #expect(try decided == ["y Jonathan Ferguson"])
  }

  @Test func aNarrowWindow() throws {
    let terminal = try open(columns: 20)
    #expect(terminal.sees("news> "))
    terminal.send("decide\r")
    #expect(terminal.sees("1 of 4"))
    #expect(terminal.sees("same? [ynluq]> "))
    terminal.send("y\r")
    #expect(terminal.sees("2 of 4"))
    #expect(terminal.sees("same? [ynluq]> "))
    terminal.send("q\r")
    #expect(terminal.sees("news> "))
    #expect(try decided == ["y Jonathan Ferguson"])
  }

  @Test(arguments: ["$tercet n.tercet <<< decide", "$tercet query n.tercet -c decide", "yes decide | $tercet n.tercet"])
  func nobodyIsAskedByAScript(line: String) throws {
    let run = try ProcessRun(
      "/bin/bash", ["-c", "cd '\(folder.path)'; tercet='\(TercetBinary.path)'; mv news.tercet n.tercet; " + line])
    #expect(run.status == 2 && run.errors.contains("nobody can be asked here"), "\(run)")
    #expect(run.errors.contains("`suggest > pairs.csv`"))
  }
}
