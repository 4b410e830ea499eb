import Bytes
import GraphQuery
import TestSupport
import Testing

@testable import Commands

@Suite struct BindingsTests {
  private func answers(_ script: String, arguments: [String]? = nil) throws -> SessionHarness {
    let harness = try SessionHarness()
    harness.session.bindings.arguments = arguments
    #expect(try harness.run(script) == .answered, "\(harness.messages.contents)")
    return harness
  }

  @Test func variablesStandForWords() throws {
    let plain = try answers("facts Mark Rutte").output.contents
    for script in [
      "set x = Mark Rutte\nfacts $x", "set x=Mark Rutte; facts $x", "set x = \"Mark Rutte\"\nfacts $x",
      "set verb = facts\nset x = Mark\n$verb $x Rutte",
    ] {
      #expect(try answers(script).output.contents == plain, "\(script)")
    }
    #expect(
      try answers("set r = leads\nneighbors NATO via $r|memberOf").output.contents
        == answers("neighbors NATO via leads|memberOf").output.contents)
  }

  @Test func namesInQuotesAndAmountsAreNoVariables() throws {
    for (statement, name) in [("find \"$x\"", "$x"), ("find $3.2", "$3.2"), ("find $5bn", "$5bn"), ("find a_b", "a_b")]
    {
      let harness = try SessionHarness()
      #expect(try harness.run(statement) == .noAnswer)
      #expect(harness.messages.contents.contains("“\(name)”"), "\(harness.messages.contents)")
    }
  }

  @Test func rowsOfTheLastAnswer() throws {
    let harness = try answers("set format line\nneighbors NATO via leads\nfacts $1")
    #expect(harness.output.contents.contains("subject: Mark Rutte"))
    let edges = try answers("edges via leads\nwhy $1")
    #expect(edges.output.contents.contains("sentence"))
    // Settings and help leave the answer where it is.
    _ = try answers("neighbors NATO via leads\nset claims on\nhelp keys\nfacts $1\n")
    _ = try answers("neighbors NATO via leads\nfacts _")
    // A name of several entities, at the prompt: its candidates are rows.
    let chosen = try SessionHarness()
    #expect(try chosen.run("facts Jordan\nneighbors $1", name: nil) == .noAnswer)
    #expect(!chosen.messages.contents.contains("error"))
  }

  @Test(arguments: [
    ("facts $x", "there is no variable “$x”"), ("set boss = NATO; facts $bos", "did you mean $boss?"),
    ("facts $1", "$1 is a row of the last answer, and there is none"),
    ("neighbors NATO via leads; facts $9", "$1 to $1, that names something, got $9"),
    ("facts _", "and there is none"), ("unset x", "there is no variable"), ("alias find = facts", "is a verb"),
    ("alias a = b; alias b = a; a", "more than 16 deep"),
    ("save x.tq", "no statement has been answered at the prompt yet"),
  ])
  func whatStandsForNothing(script: String, message: String) throws {
    let harness = try SessionHarness()
    #expect(try harness.run(script) == .failed)
    #expect(harness.messages.contents.contains(message), "\(harness.messages.contents)")
  }

  /// The place of an error is that in the line as it was understood.
  @Test func errorsShowWhatNamesStandFor() throws {
    let harness = try SessionHarness()
    try harness.run("types\nset x = Mark Rutte\npath $x to Nobody")
    #expect(
      harness.messages.contents.hasPrefix(
        """
        test.tq:3:20: error: no entity is called “Nobody”
          path Mark Rutte to Nobody
                             ^~~~~~
        """), "\(harness.messages.contents)")
  }

  @Test func argumentsOfScripts() throws {
    let plain = try answers("facts Mark Rutte").output.contents
    #expect(try answers("facts $1", arguments: ["Mark Rutte"]).output.contents == plain)
    // What is given is one name, whatever it holds.
    let hostile = try SessionHarness()
    hostile.session.bindings.arguments = ["x; types", "a\" b", "> f", "$1", "--claims"]
    #expect(try hostile.run("find $1\nfind $2\nfind $3\nfind $4\nfind $5") == .noAnswer)
    #expect(hostile.output.contents == "" && !hostile.messages.contents.contains("error"))
    #expect(try hostile.run("find $6") == .failed)
    #expect(hostile.messages.contents.contains("$1 to $5, got $6"))
    let folder = try TemporaryFolder()
    try AtomicFile.replace(folder.file("p.tq"), with: Array("facts $1\n".utf8))
    #expect(try answers("run \(folder.file("p.tq")) \"Mark Rutte\"").output.contents == plain)
  }

  @Test func aliases() throws {
    let plain = try answers("neighbors NATO via leads").output.contents
    #expect(try answers("alias who = neighbors NATO via\nwho leads").output.contents == plain)
    #expect(try answers("alias who = neighbors $e via\nset e = NATO\nwho leads").output.contents == plain)
    let listed = try answers("alias b = types\nalias a = stats\nalias\nalias a =\nalias")
    #expect(listed.output.contents == "a = stats\nb = types\nb = types\n")
    #expect(try SessionHarness().run("alias") == .noAnswer)
  }

  /// What `save` writes of statements that were typed one after the other.
  private func saved(_ lines: String, _ prepare: (SessionHarness) -> Void = { _ in }) throws -> String {
    let folder = try TemporaryFolder()
    let harness = try SessionHarness()
    prepare(harness)
    try harness.run(lines, name: nil)
    #expect(try harness.run("save \(folder.file("tour.tq"))", name: nil) == .answered, "\(harness.messages.contents)")
    return String(decoding: try MappedFile(path: folder.file("tour.tq")).bytes.array(), as: UTF8.self)
  }

  /// What is saved is what was typed, and can be run without what came before.
  @Test func savedStatementsStandAlone() throws {
    let typed = "set boss = Mark Rutte\nneighbors NATO via leads\nfacts $1\nfacts _\nfacts $boss\n"
    let text = try saved(typed)
    #expect(text == typed.replacing("$1", with: "\"Mark Rutte\""), "\(text)")
    #expect(try SessionHarness().run(text) == .answered)
  }

  /// Names that others have made are made first; what asks the person, or would end a script, is left out.
  @Test func savedStatementsBringTheirNames() throws {
    let text = try saved("types\nwho\nfacts $boss\nfacts Jordan\nneighbors $1\nfacts _") { harness in
      harness.session.bindings.variables = ["boss": "Mark Rutte", "e": "NATO", "other": "x"]
      harness.session.bindings.aliases = ["who": "neighbors $e via leads"]
    }
    #expect(
      text == """
        types
        set e = NATO
        alias who = neighbors $e via leads
        who
        set boss = Mark Rutte
        facts $boss
        neighbors #0
        facts _

        """, "\(text)")
    #expect(try SessionHarness().run(text) == .answered)
  }

  @Test func savedStatementsReplaceNothing() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.replace(folder.file("tour.tq"), with: Array("mine\n".utf8))
    let harness = try SessionHarness()
    #expect(try harness.run("types\nsave \(folder.file("tour.tq"))", name: nil) == .failed)
    #expect(harness.messages.contents.contains("choose another name, or remove it first"))
    #expect(!harness.messages.contents.contains("--force"))
  }

  /// What the graph calls otherwise is found by a name that is known.
  @Test func knownNames() throws {
    let harness = try SessionHarness()
    harness.session.evaluator.otherNames = KnownNames.others(of:)
    #expect(try harness.run("facts USA") == .answered)
    #expect(harness.messages.contents.contains("note: USA is read as United States"))
    #expect(KnownNames.others(of: "holland").contains("Netherlands"))
    #expect(KnownNames.others(of: "Atlantis").isEmpty)
    for (name, rest) in [
      ("President Trump", "Trump"), ("Secretary of State Marco Rubio", "Marco Rubio"), ("Mr. Rutte", "Rutte"),
      ("Dutch prime minister Schoof", "Schoof"),
    ] { #expect(KnownNames.others(of: name) == [rest], "\(name)") }
    for name in ["President", "Melania Trump", "Rutte the president"] {
      #expect(KnownNames.others(of: name).isEmpty, "\(name)")
    }
  }

  /// Names that look like variables are completed in quotes, so that they are read as names.
  @Test func spellings() {
    #expect(NameSpelling.typed("$x", keywords: []) == "\"$x\"")
    #expect(NameSpelling.typed("a > b", keywords: []) == "\"a > b\"")
    #expect(NameSpelling.typed("_", keywords: []) == "\"_\"")
    #expect(Bindings.spelled("leads|memberOf") == "leads|memberOf")
    #expect(Bindings.spelled("#12") == "#12")
    #expect(Bindings.spelled("Mark Rutte") == "\"Mark Rutte\"")
    #expect(Bindings.spelled("") == "\"\"")
  }
}
