import Bytes
import GraphQuery
import TestSupport
import Testing

@testable import Commands

@Suite struct ScriptRunnerTests {
  @Test func firstErrorStopsAndIsPlaced() throws {
    let harness = try SessionHarness()
    let status = try harness.run("types\n\n  neighbors Rute  # misspelled\nstats\n")
    #expect(status == .failed)
    #expect(
      harness.messages.contents == """
        test.tq:3:13: error: no entity is called “Rute”
            neighbors Rute  # misspelled
                      ^~~~
          did you mean Mark Rutte?

        """)
    #expect(harness.output.contents.hasPrefix("type\tentities\n"))
    #expect(!harness.output.contents.contains("documents"))
  }

  @Test func keepGoingRunsOnAndStillTells() throws {
    let harness = try SessionHarness()
    #expect(try harness.run("nonsense\ntypes\nfacts Nobody\nstats", keepsGoing: true) == .failed)
    #expect(harness.output.contents.contains("type\tentities") && harness.output.contents.contains("documents"))
    #expect(harness.messages.contents.contains("test.tq:1:1: error: unknown verb “nonsense”"))
    #expect(harness.messages.contents.contains("test.tq:3:7: error: no entity is called “Nobody”"))
  }

  @Test func whatIsNoScriptIsNotReadToItsEnd() throws {
    let harness = try SessionHarness()
    let text = String(repeating: "x;", count: 5_000) + "types"
    #expect(try harness.run(text, keepsGoing: true) == .failed)
    #expect(harness.messages.contents.hasSuffix("stopped: 1000 statements cannot be read; is this a script?\n"))
    #expect(!harness.output.contents.contains("entities"))
  }

  /// A list of names of which the graph has few is a script.
  @Test func anyNumberOfNamesMayBeUnknown() throws {
    let harness = try SessionHarness()
    let text = String(repeating: "facts Mark Rute\n", count: 1_200) + "types"
    func count(_ words: String) -> Int { harness.messages.contents.ranges(of: words).count }
    #expect(try harness.run(text, keepsGoing: true) == .failed)
    #expect(harness.output.contents.contains("type\tentities"))
    #expect(count("did you mean") == 100)
    #expect(count("no entity is called") == 1_200)
    #expect(try harness.run("facts Mark Rute") == .failed)
    #expect(count("did you mean") == 101)
  }

  @Test func caretsStandUnderWideLetters() throws {
    let harness = try SessionHarness()
    try harness.run("path 東京会議 to Łodź", name: nil)
    #expect(
      harness.messages.contents.contains(
        """
          path 東京会議 to Łodź
                           ^~~~
        """))
  }

  @Test func statuses() throws {
    #expect(try SessionHarness().run("types") == .answered)
    #expect(try SessionHarness().run("# nothing\n\n") == .answered)
    #expect(try SessionHarness().run("find zzz") == .noAnswer)
    #expect(try SessionHarness().run("find zzz\ntypes") == .noAnswer)
    // Nobody is there to choose, so nothing was asked.
    #expect(try SessionHarness().run("facts Jordan") == .failed)
    #expect(try SessionHarness().run("facts Jordan\nexpect error") == .answered)
    #expect(try SessionHarness().run("facts Jordan\nexpect empty") == .failed)
    #expect(try SessionHarness().run("facts Jordan", name: nil) == .noAnswer)
    #expect(try SessionHarness().run("types; quit; nonsense") == .answered)
    #expect(try SessionHarness().run("find zzz; quit") == .noAnswer)
    #expect(try SessionHarness().run("facts (") == .failed)
    let interrupted = try SessionHarness()
    interrupted.session.cancellation.cancel()
    #expect(try interrupted.run("types") == .interrupted)
    #expect(interrupted.output.contents.isEmpty)
  }

  @Test func openStatementsAreErrorsAtTheEnd() throws {
    let harness = try SessionHarness()
    try harness.run("types\nfacts \"Rutte\n")
    #expect(harness.messages.contents.contains("test.tq:2:7: error: \" is never closed"))
  }

  @Test func chunksKeepTheirPlaces() throws {
    let harness = try SessionHarness()
    var runner = ScriptRunner(session: harness.session, name: "standard input", keepsGoing: true)
    try runner.run("types\n", isLast: false)
    try runner.run("facts (\n)\n", isLast: false)
    try runner.run("facts Nobody\n", isLast: true)
    #expect(harness.messages.contents.contains("standard input:4:7: error: no entity is called “Nobody”"))
  }

  @Test func echoPutsStatementsBeforeAnswers() throws {
    let harness = try SessionHarness()
    try harness.run("set echo on\ntypes")
    #expect(harness.output.contents.hasPrefix("> types\ntype\tentities\n"))
  }

  @Test func settings() throws {
    let harness = try SessionHarness()
    #expect(
      try harness.run("set claims on\nset limit 3\nset timeout 2.5\nset format jsonl\nset timer off") == .answered)
    #expect(harness.session.settings.showsClaims && harness.session.settings.limit == 3)
    #expect(harness.session.settings.timeout == 2.5 && harness.session.settings.format == .jsonl)
    #expect(try harness.run("set limit off\nset timeout off") == .answered)
    #expect(harness.session.settings.limit == nil && harness.session.settings.timeout == nil)
    for (statement, message) in [
      ("set claim on", "there is no setting “claim”\n"), ("set claims maybe", "claims expects on or off, got “maybe”"),
      ("set limit 0", "limit expects a whole number or off"), ("set timeout -1", "timeout expects seconds or off"),
      ("set claims", "set expects set [NAME VALUE | NAME = WORDS]"), ("quit now", "quit expects quit"),
      ("export xls", "there is no format “xls”; there are dot, jsonl, nt, tsv, csv"),
      ("export dot", "there is no result yet to export"), ("help mathematics", "there is no help on “mathematics”"),
      ("run /nowhere.tq", "cannot be read: no such file or directory"),
    ] {
      let harness = try SessionHarness()
      #expect(try harness.run(statement) == .failed)
      #expect(harness.messages.contents.contains(message), "\(harness.messages.contents)")
    }
  }

  @Test func everySettingTakesItsOwnValueBack() throws {
    for row in SettingRow.all {
      var settings = Settings()
      #expect(row.write(&settings, row.read(settings)), "\(row.name)")
      #expect(settings == Settings(), "\(row.name)")
      #expect(!row.write(&settings, "no such value"), "\(row.name)")
    }
  }

  @Test func scriptsRunScripts() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.replace(folder.file("inner.tq"), with: Array("types\nnonsense\n".utf8))
    try AtomicFile.replace(folder.file("outer.tq"), with: Array("run \(folder.file("inner.tq"))\nstats\n".utf8))
    let harness = try SessionHarness()
    #expect(try harness.run("run \(folder.file("outer.tq"))") == .failed)
    #expect(harness.messages.contents.contains("\(folder.file("inner.tq")):2:1: error: unknown verb “nonsense”"))
    #expect(!harness.output.contents.contains("documents"))
    // A script that runs itself comes to an end.
    try AtomicFile.replace(folder.file("loop.tq"), with: Array("run \(folder.file("loop.tq"))\n".utf8))
    let loop = try SessionHarness()
    #expect(try loop.run("run \(folder.file("loop.tq"))") == .failed)
    #expect(loop.messages.contents.contains("more than 16 deep"))
  }

  @Test func exportsTheLastAnswer() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("rutte.dot")
    let harness = try SessionHarness()
    #expect(try harness.run("facts Rutte\ntypes\nexport dot \(file)\nexport tsv") == .answered)
    #expect(folder.names() == ["rutte.dot"])
    #expect(harness.output.contents.contains("Mark Rutte\tleads\tNATO\tPerson\tOrganization\tleads\t+\tcertain"))
    #expect(!harness.output.contents.contains("Jordan"))
    // A file that exists stays as it is.
    #expect(try harness.run("export jsonl \(file)") == .failed)
    #expect(harness.messages.contents.contains("\(file):") || harness.messages.contents.contains("the file exists"))
  }

  @Test func safeSessionsTouchNoFiles() throws {
    let folder = try TemporaryFolder()
    for statement in ["run \(folder.file("a.tq"))", "facts Rutte; export dot \(folder.file("a.dot"))"] {
      let harness = try SessionHarness()
      harness.session.isSafe = true
      #expect(try harness.run(statement) == .failed)
      #expect(harness.messages.contents.contains("is not allowed in safe mode"))
    }
    #expect(folder.names() == [])
  }

  @Test func ambiguousNamesTellHowToChoose() throws {
    let harness = try SessionHarness()
    try harness.run("neighbors Jordan via meets")
    #expect(harness.output.contents.isEmpty)
    #expect(harness.messages.contents.contains("“Jordan” names several entities:"))
    #expect(harness.messages.contents.contains("choose one by its id: neighbors #0 via meets"))
    #expect(try harness.run("neighbors #0 via meets") == .answered)
  }

  @Test func ownVerbsMayBeginWithAPeriod() throws {
    let harness = try SessionHarness()
    #expect(try harness.run(".help\n.quit\nnonsense") == .answered)
    #expect(try SessionHarness().run("\\q") == .answered)
  }

  @Test(arguments: ["run “x y.tq”", "run \"x y.tq\"", "run 'x y.tq'", ".run “x y.tq”"])
  func anyQuotesHoldAFileName(statement: String) throws {
    let harness = try SessionHarness()
    #expect(try harness.run(statement) == .failed)
    #expect(harness.messages.contents.contains("x y.tq: cannot be read"), "\(harness.messages.contents)")
  }
}
