import Bytes
import Glibc
import GraphModel
import GraphStore
import TestSupport
import Testing

/// Statements that would run for ages are stopped by the interrupt key and by a time limit; the session goes on.
@Suite struct LongQueryTests {
  private let folder: TemporaryFolder
  private let statement = "path n0 to n39 all max 30"

  init() throws {
    folder = try TemporaryFolder()
    // Everybody knows everybody: the number of paths is astronomic.
    var builder = SampleGraph.Builder()
    for number in 0..<40 { builder.entity("n\(number)", "Person") }
    builder.predicate("knows")
    builder.document("d", title: "d", date: "2025-01-01", source: nil)
    builder.sentence("Everybody knows everybody.")
    for a in 0..<40 {
      for b in 0..<40 where a != b {
        builder.statement("n\(a)", "knows", "n\(b)", words: ("Everybody", "knows", "everybody"))
      }
    }
    try GraphWriter.write(builder.content, to: folder.file("news.tercet"))
  }

  @Test func interruptKey() throws {
    let terminal = try PseudoTerminal(
      TercetBinary.path, [folder.file("news.tercet"), "--set", "limit=100000000"],
      environment: ["TERM": "xterm", "LC_ALL": "C.UTF-8", "TERCET_HISTORY": "", "NO_COLOR": "1", "TERCET_PAGER": ""])
    #expect(terminal.sees("news> "))
    terminal.send(statement + "\r")
    #expect(terminal.sees("\n"))
    _ = terminal.rest(after: 300)
    let start = ContinuousClock.now
    terminal.send("\u{3}")
    #expect(terminal.sees("news> ", within: 10))
    #expect(ContinuousClock.now - start < .seconds(8))
    #expect(terminal.screen.contains("interrupted"))
    terminal.send("types\r")
    #expect(terminal.sees("Person"))
    #expect(terminal.sees("news> "))
    terminal.send("\u{4}")
    #expect(terminal.exit() == 0)
  }

  /// A search over names is stopped while it reads them, not only between statements.
  @Test func interruptKeyWhileNamesAreRead() throws {
    var table = TripleTable()
    let type = try table.type("Thing")
    let predicate = try table.predicate(Array("near".utf8)[...])
    for number in 0..<20_000 {
      let entity = try table.entity(Array("thing number \(number)".utf8)[...], type: type)
      table.append(subject: entity, predicate: predicate, object: entity)
    }
    let store = folder.file("things.tercet")
    try AtomicFile.replace(store, with: GraphWriter.encode(table).bytes)
    let terminal = try PseudoTerminal(
      TercetBinary.path, [store],
      environment: ["TERM": "xterm", "LC_ALL": "C.UTF-8", "TERCET_HISTORY": "", "NO_COLOR": "1", "TERCET_PAGER": ""])
    #expect(terminal.sees("things> "))
    // Between two statements the key ends them as well, but without a word: it has to come a little later then.
    for delay in 1...10 where !terminal.screen.contains("interrupted") {
      terminal.send(String(repeating: "find zz;", count: 200) + "\r")
      #expect(terminal.sees("no name has", within: 10))
      usleep(UInt32(delay) * 3_000)
      terminal.send("\u{3}")
      #expect(terminal.sees("things> ", within: 10))
    }
    #expect(terminal.screen.contains("interrupted"))
    terminal.send("find number 19999\r")
    #expect(terminal.sees("thing number 19999"))
    #expect(terminal.sees("things> "))
    terminal.send("\u{4}")
    #expect(terminal.exit() == 0)
  }

  @Test func timeLimit() throws {
    let store = folder.file("news.tercet")
    let run = try ProcessRun(
      TercetBinary.path,
      ["query", store, "--timeout", "0.2", "--set", "limit=100000000", "-c", statement, "-c", "types"],
      outputPath: "/dev/null")
    #expect(run.status == 2)
    #expect(run.errors.contains("stopped after 200 ms"))
  }
}
