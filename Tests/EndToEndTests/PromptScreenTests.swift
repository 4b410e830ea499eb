import Bytes
import GraphModel
import GraphStore
import Glibc
import TestSupport
import Testing

/// What fills the screen: pages, the search for earlier statements, a window of another width, and help.
@Suite struct PromptScreenTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try GraphWriter.write(SampleGraph.content, to: folder.file("news.tercet"))
  }

  private func open(
    _ variables: [String: String] = [:], _ options: [String] = [], columns: Int = 80
  ) throws -> PseudoTerminal {
    var environment = [
      "TERM": "xterm", "LC_ALL": "C.UTF-8", "HOME": folder.path, "XDG_STATE_HOME": folder.file("state"),
      "NO_COLOR": "1",
    ]
    environment.merge(variables) { $1 }
    return try PseudoTerminal(
      TercetBinary.path, [folder.file("news.tercet")] + options, environment: environment, columns: columns)
  }

  /// Long answers go through the pager, short ones do not, and the prompt is back when it ends.
  @Test func pages() throws {
    let terminal = try open(["TERCET_PAGER": "sed 's/^/page: /'"])
    #expect(terminal.sees("news> "))
    terminal.send("types\r")
    #expect(terminal.sees("Person"))
    #expect(terminal.sees("news> "))
    #expect(!terminal.screen.contains("page:"))
    terminal.send("help all\r")
    #expect(terminal.sees("page:   neighbors"))
    #expect(terminal.sees("news> "))
    terminal.send("set pager off\r")
    #expect(terminal.sees("news> "))
    let shown = terminal.screen.ranges(of: "page:").count
    terminal.send("help all\r")
    #expect(terminal.sees("help path"))
    #expect(terminal.screen.ranges(of: "page:").count == shown)
  }

  /// Who leaves the pager early goes on asking; a pager that is not there hides nothing.
  @Test(arguments: ["head -1", "true", "/nowhere/pager 2>/dev/null"])
  func pagersThatDoNotReadToTheEnd(pager: String) throws {
    let terminal = try open(["TERCET_PAGER": pager])
    #expect(terminal.sees("news> "))
    terminal.send("help all\r")
    if pager.hasPrefix("/") { #expect(terminal.sees("help VERB shows how a verb is used")) }
    #expect(terminal.sees("news> "))
    terminal.send("types\r")
    #expect(terminal.sees("Person"))
    terminal.send("quit\r")
    #expect(terminal.exit() == 0)
    #expect(terminal.isCooked)
  }

  @Test func helpFitsOneScreen() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("help\r")
    #expect(terminal.sees("help\r\n"))
    let shown = terminal.rest()
    let lines = shown.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    #expect(lines.count <= 24, "\(shown)")
    #expect(lines.allSatisfy { $0.count <= 81 }, "\(shown)")
    #expect(shown.contains("  neighbors NATO") && shown.contains("  why e"))
  }

  @Test func searchKeepsTheLineAtOtherKeys() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    for statement in ["find rubio", "facts NATO", "types"] {
      terminal.send(statement + "\r")
      #expect(terminal.sees("news> "))
    }
    // The latest with these letters, the one before, and back.
    terminal.send("\u{12}f")
    #expect(terminal.sees("(search) f: "))
    #expect(terminal.rest().contains("facts NATO"))
    terminal.send("\u{12}")
    #expect(terminal.sees("find rubio"))
    terminal.send("\u{13}")
    #expect(terminal.sees("facts NATO"))
    terminal.send("\u{12}\u{12}")
    #expect(terminal.sees("(no match) f: "))
    // Home takes the line over, at its beginning.
    terminal.send("\u{1B}[H")
    _ = terminal.rest()
    terminal.send(" \u{5}o\u{8}\r")
    #expect(terminal.sees("Marco Rubio"))
    #expect(terminal.sees("news> "))
    // ^G gives the line back as it was.
    terminal.send("typ\u{12}rub\u{7}es\r")
    #expect(terminal.sees("Person"))
  }

  @Test func aNarrowerWindowIsDrawnAnew() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("find rutte")
    #expect(terminal.sees("rutte"))
    terminal.resize(columns: 40)
    #expect(terminal.sees("news> find rutte"))
    terminal.send("\r")
    #expect(terminal.sees("Mark Rutte"))
  }

  @Test func configurationRunsFirst() throws {
    let configuration = folder.file("config")
    unsafe _ = mkdir(configuration, 0o700)
    unsafe _ = mkdir(configuration + "/tercet", 0o700)
    let rc = configuration + "/tercet/rc"
    try AtomicFile.replace(rc, with: Array("set boss = Mark Rutte\nnonsense\nalias who = facts\n".utf8))
    let terminal = try open(["XDG_CONFIG_HOME": configuration])
    #expect(terminal.sees("rc:2:1: error: unknown verb “nonsense”"))
    #expect(terminal.sees("news> "))
    terminal.send("who $boss\r")
    #expect(terminal.sees("Mark Rutte (Person"))
    terminal.send("save \(folder.file("tour.tq"))\r")
    #expect(terminal.sees("tour.tq: 1 statement"))
    let without = try open(["XDG_CONFIG_HOME": configuration], ["--no-rc"])
    #expect(without.sees("news> "))
    #expect(!without.screen.contains("nonsense"))
    without.send("who NATO\r")
    #expect(without.sees("unknown verb"))
  }

  @Test func whatChangesTheStoreIsTold() throws {
    let reading = try open([:], ["--read-only"])
    #expect(reading.sees("(read-only)"))
    reading.send("merge Marco Rubio into Mark Rutte\r")
    #expect(reading.sees("the store was opened to be read only"))
    let writing = try open()
    #expect(writing.sees("news> "))
    writing.send("merge Marco Rubio into Mark Rutte\r")
    #expect(writing.sees("written to"))
    #expect(!writing.rest().contains("another program"))
    reading.send("types\r")
    #expect(reading.sees("has been changed by another program; reload reads it anew"))
    reading.send("reload\r")
    #expect(reading.sees("9 entities"))
    reading.send("types\r")
    #expect(!reading.rest().contains("another program"))
  }

  @Test func completionTellsWhatCandidatesAre() throws {
    let terminal = try open()
    #expect(terminal.sees("news> "))
    terminal.send("neighbors Mar\t")
    #expect(terminal.sees("Marco Rubio  Person, "))
    terminal.send("\u{15}set \t")
    #expect(terminal.sees("claims "))
    terminal.send("\u{15}facts NATO\r")
    #expect(terminal.sees("news> "))
    terminal.send("why e\t")
    #expect(terminal.sees(" · "))
    terminal.send("\u{15}set boss = Rutte\rfacts $b\t\r")
    #expect(terminal.sees("Mark Rutte (Person"))
  }
}
