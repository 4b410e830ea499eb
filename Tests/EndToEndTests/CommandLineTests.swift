import Bytes
import Commands
import GraphModel
import GraphStore
import TestSupport
import Testing

/// The built program as a shell sees it: exit statuses, and what goes to which stream.
@Suite struct CommandLineTests {
  private let folder: TemporaryFolder
  /// The sample graph.
  private let store: String

  init() throws {
    folder = try TemporaryFolder()
    store = folder.file("news.tercet")
    try GraphWriter.write(SampleGraph.content, to: store)
  }

  private func tercet(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], outputPath: String? = nil
  ) throws -> ProcessRun {
    try ProcessRun(TercetBinary.path, arguments, input: input, environment: environment, outputPath: outputPath)
  }

  @Test func versionAndHelp() throws {
    let version = try tercet(["--version"])
    #expect(version.status == 0 && version.errors.isEmpty)
    #expect(version.output == "tercet \(Program.version), store format \(StoreFormat.version)\n")
    for arguments in [["--help"], ["help"], ["build", "--help"], ["help", "path"], ["-h"], ["help", "claims"]] {
      let help = try tercet(arguments)
      #expect(help.status == 0 && help.errors.isEmpty && help.output.count > 100, "\(arguments)")
      #expect(!help.output.contains("\u{1B}"))
    }
    let bare = try tercet([])
    #expect(bare.status == 64 && bare.output.isEmpty && bare.errors.contains("tercet build seeds"))
  }

  @Test(arguments: [
    (["buidl", "x"], "did you mean build?"), (["build", "x", "--thraeds", "2"], "did you mean --threads?"),
    (["build", "x"], "-o NEWS.tercet"), (["stats"], "NEWS.tercet"), (["stats", "a.tercet", "b"], "“b”"),
    (["query", "a.tercet", "--timeout", "soon"], "seconds"), (["completions", "tcsh"], "bash, zsh or fish"),
    (["extract", "x", "--without", "titel"], "did you mean title?"),
  ])
  func usage(arguments: [String], hint: String) throws {
    let run = try tercet(arguments)
    #expect(run.status == 64 && run.output.isEmpty, "\(arguments)")
    #expect(run.errors.contains("error: ") && run.errors.contains(hint), "\(run.errors)")
  }

  @Test func rulesOverTreesAreToldAndLeftOut() throws {
    let text = "Facebook co-founder Mark Zuckerberg left Acme.\n"
    let rules = try tercet(["rules", "-", "--format", "jsonl"], input: text)
    #expect(
      rules.output
        == #"{"document":"stdin","sentence":1,"rule":"title","at":"Mark","words":["co-founder","Mark"]}"# + "\n")
    let counts = try tercet(["rules", "-", "--counts", "--format", "tsv"], input: text)
    #expect(counts.output.hasPrefix("rule\tcount\ntitle\t1\n") && counts.output.contains("\nworth\t0\n"))
    #expect(try tercet(["rules", "-", "--format", "table"], input: text).output.contains("co-founder Mark"))
    #expect(try tercet(["extract", "-"], input: text).output.contains("\"mend:title\""))
    let without = try tercet(["extract", "-", "--without", "title"], input: text)
    #expect(without.status == 0 && !without.output.contains("mend"))
  }

  @Test func answersGoToStandardOutput() throws {
    let run = try tercet(["query", store, "-c", "facts Rutte", "-c", "path Rutte to Russia"])
    #expect(run.status == 0 && run.errors.contains("note: "))
    #expect(run.output.contains("e2\t#3\tMark Rutte\tPerson\tleads"))
    #expect(!run.output.contains("note"))
    #expect(try tercet(["query", store, "-c", "facts Rutte", "--quiet"]).errors.isEmpty)
  }

  @Test func statusesOfStatements() throws {
    #expect(try tercet(["query", store, "-c", "types"]).status == 0)
    #expect(try tercet(["query", store, "-c", "find zzz"]).status == 1)
    #expect(try tercet(["query", store, "-c", "facts Nobody"]).status == 2)
    #expect(try tercet(["query", store, "-c", "nonsense", "-c", "types"]).output.isEmpty)
    let going = try tercet(["query", store, "--keep-going", "-c", "nonsense", "-c", "types"])
    #expect(going.status == 2 && going.output.contains("Person"))
    #expect(
      try tercet(["query", store, "--set", "limit=1", "-c", "facts Rutte"]).output.split(separator: "\n").count == 2)
    #expect(try tercet(["query", store, "--set", "limits=1", "-c", "types"]).status == 2)
  }

  @Test func scriptsFromFilesAndStandardInput() throws {
    let script = "# a comment\ntypes\nfacts (\n  Nobody\n)\nstats\n"
    try AtomicFile.replace(folder.file("a.tq"), with: Array(script.utf8))
    let file = try tercet(["query", store, "-f", folder.file("a.tq")])
    #expect(file.status == 2 && file.errors.contains("\(folder.file("a.tq")):3:7: error: "))
    let piped = try tercet([store], input: script)
    #expect(piped.status == 2 && piped.errors.contains("standard input:3:7: error: "))
    #expect(piped.output == file.output && piped.output.hasPrefix("type\tentities\n"))
    let dash = try tercet(["query", store, "-f", "-"], input: "types\n")
    #expect(dash.status == 0 && dash.output.hasPrefix("type\tentities\n"))
    #expect(try tercet([store], input: "types").status == 0)
    #expect(try tercet([store], input: "").status == 0)
    let open = try tercet([store], input: "types\nfacts \"Rut")
    #expect(open.status == 2 && open.errors.contains("standard input:2:7: error: \" is never closed"))
  }

  @Test func formats() throws {
    let json = try tercet(["query", store, "--format", "jsonl", "-c", "facts Rutte"]).output
    #expect(json.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"edge\":") && $0.hasSuffix("}") })
    #expect(try tercet(["query", store, "--format", "table", "-c", "types"]).output.contains("────"))
    let ascii = try tercet(["query", store, "--format", "table", "-c", "types"], environment: ["LC_ALL": "C"]).output
    #expect(ascii.contains("----") && !ascii.contains("─"))
    let colored = try tercet(["query", store, "--color", "always", "--format", "table", "-c", "types"]).output
    #expect(colored.contains("\u{1B}[1m"))
  }

  @Test func exportsAndRefusesToOverwrite() throws {
    let dot = try tercet(["export", store, "--around", "Rutte"])
    #expect(dot.status == 0 && dot.output.contains("digraph") && !dot.output.contains("東京会議"))
    #expect(try tercet(["export", store]).output.contains("東京会議"))
    #expect(try tercet(["export", store, "--query", "path Rutte to Russia"]).output.contains("Russia"))
    #expect(try tercet(["export", store, "--around", "Jordan"]).status == 1)
    #expect(try tercet(["export", store, "--around", "Nobody"]).status == 2)
    // A name is a name, whatever it ends with.
    for name in ["a\\", "a\"", "\\"] {
      #expect(try tercet(["export", store, "--around", name]).errors.contains("no entity"), "\(name)")
    }
    let file = folder.file("all.nt")
    #expect(try tercet(["export", store, "-o", file]).status == 0)
    let again = try tercet(["export", store, "-o", file])
    #expect(again.status == 64 && again.errors.contains("--force"))
    #expect(try tercet(["export", store, "-o", file, "--force", "--format", "tsv"]).status == 0)
    #expect(folder.names() == ["all.nt", "news.tercet"])
  }

  @Test func aPictureDoesNotGoOnThroughANounIntoOtherTexts() throws {
    var builder = SampleGraph.Builder()
    for name in ["Ida", "Ola", "Eva", "court"] { builder.entity(name, "Thing") }
    builder.predicate("praise")
    builder.document("d1", title: "One", date: "2025-04-03", source: nil)
    builder.sentence("Ida praised the court, which praised Eva.")
    builder.statement("Ida", "praise", "court", words: ("Ida", "praised", "court"))
    builder.statement("court", "praise", "Eva", words: ("which", "praised", "Eva"))
    builder.document("d2", title: "Two", date: "2025-04-04", source: nil)
    builder.sentence("The court praised Ola.")
    builder.statement("court", "praise", "Ola", words: ("court", "praised", "Ola"))
    let store = folder.file("court.tercet")
    try GraphWriter.write(builder.content, to: store)
    let dot = try tercet(["export", store, "--around", "Ida", "--depth", "2"])
    #expect(dot.output.contains("Eva") && !dot.output.contains("Ola"), "\(dot.output)")
    #expect(dot.errors.contains("note: at a noun that several documents use, such as court, only"), "\(dot.errors)")
    let named = try tercet(["export", store, "--around", "court", "--depth", "2"])
    #expect(named.output.contains("Eva") && named.output.contains("Ola"), "\(named.output)")
    #expect(!named.errors.contains("note: "), "\(named.errors)")
  }

  /// Standard input in every format, and a Turtle file that ends within a triple.
  @Test func importsStandardInput() throws {
    let texts = [
      "nt": "<urn:a> <urn:p> <urn:b> .\n", "nq": "<urn:a> <urn:p> <urn:b> <urn:g> .\n",
      "ttl": "@prefix u: <urn:> .\nu:a u:p u:b .\n", "tsv": "a\tp\tb\n", "csv": "a,p,b\r\n",
      "jsonl": #"{"subject":"a","predicate":"p","object":"b"}"#,
    ]
    for (format, text) in texts.sorted(by: { $0.key < $1.key }) {
      let store = folder.file("\(format).tercet")
      let run = try ProcessRun(TercetBinary.path, ["import", "-", "--input-format", format, "-o", store], input: text)
      #expect(run.status == 0 && run.errors.contains("1 edge"), "\(format): \(run.errors)")
    }
    let cut = try ProcessRun(
      TercetBinary.path, ["import", "-", "--input-format", "ttl", "-o", folder.file("x.tercet")],
      input: "<urn:a> <urn:p>")
    #expect(cut.status == 65 && cut.errors.hasPrefix("-:1:"), "\(cut.errors)")
    let empty = try ProcessRun(
      TercetBinary.path, ["import", "-", "--input-format", "nt", "-q", "-o", folder.file("x.tercet")], input: "# none\n"
    )
    #expect(empty.status == 65 && empty.errors.contains("error: expected triples"), "\(empty.errors)")
  }

  @Test func importsAndMerges() throws {
    let triples = folder.file("facts.nt")
    try AtomicFile.replace(
      triples,
      with: Array(
        "<urn:x/Oslo> <urn:x/capitalOf> <urn:x/Norway> .\nnonsense\n<urn:x/Norway> <urn:x/in> <urn:x/NATO> .\n".utf8))
    let imported = folder.file("facts.tercet")
    let run = try tercet(["import", triples, "-o", imported])
    #expect(run.status == 65 && run.errors.contains("facts.nt:2: ") && run.errors.contains("2 edges"), "\(run.errors)")
    #expect(try tercet(["check", imported]).status == 0)
    let path = try tercet(["query", imported, "-c", "path Oslo to NATO"])
    #expect(path.status == 0 && path.output.contains("capitalOf"), "\(path.output)\(path.errors)")
    #expect(try tercet(["import", triples, "-o", imported]).status != 0)
    #expect(try tercet(["import", folder.file("news.tercet"), "-o", folder.file("x.tercet")]).status == 65)
    #expect(try tercet(["import", folder.file("none.nt"), "-o", folder.file("x.tercet")]).status == 66)

    let why = try tercet(["query", imported, "-c", "why e0", "--format", "jsonl"])
    #expect(why.output.contains(#""sentence":null"#))
    // Reading texts anew keeps what no text says.
    let added = folder.file("added.tercet")
    try AtomicFile.replace(added, with: try MappedFile(path: imported).bytes.array())
    try AtomicFile.replace(folder.file("a.txt"), with: Array("Rutte leads NATO.".utf8))
    #expect(try tercet(["add", added, folder.file("a.txt"), "--quiet"]).status == 0)
    #expect(try tercet(["query", added, "-c", "path Oslo to Norway", "-c", "facts Rutte"]).status == 0)
    #expect(try tercet(["remove", added, "a", "--quiet"]).status == 0)
    #expect(try MappedFile(path: added).bytes.array() == MappedFile(path: imported).bytes.array())

    let (one, two) = (folder.file("one.tercet"), folder.file("two.tercet"))
    #expect(try tercet(["merge", store, imported, "-o", one, "--quiet"]).status == 0)
    #expect(try tercet(["merge", imported, store, store, one, "-o", two, "--quiet"]).status == 0)
    #expect(try MappedFile(path: one).bytes.array() == MappedFile(path: two).bytes.array())
    let both = try tercet(["query", one, "-c", "path Rutte to Rubio", "-c", "path Oslo to Norway"])
    #expect(both.status == 0, "\(both.output)\(both.errors)")
  }

  @Test func wordsWithoutTheTypesOfTheirRelationAreCounted() throws {
    let graph = folder.file("misfits.tercet")
    let run = try tercet(
      ["build", "-", "-o", graph, "--verbose"], input: "The deal borders the law. Norway borders Sweden.\n")
    #expect(run.status == 0)
    #expect(run.errors.contains("1 statement has the words of borders, but not its types"))
    #expect(
      try !tercet(["build", "-", "-o", graph, "-f"], input: "The deal borders the law.\n").errors.contains("types"))
  }

  @Test func statsAndCheck() throws {
    let stats = try tercet(["stats", store])
    #expect(stats.status == 0 && stats.output.contains("entities\t10") && stats.output.contains("file\t"))
    let check = try tercet(["check", store])
    #expect(check.status == 0 && check.output.contains("sound"))
  }

  @Test func completionScriptsAreSoundBash() throws {
    let script = try tercet(["completions", "bash"])
    let bash = try ProcessRun("/bin/bash", ["-n"], input: script.output)
    #expect(bash.status == 0, "\(bash.errors)")
    let used =
      script.output + "\nCOMP_WORDS=(tercet exp); COMP_CWORD=1; _tercet; echo \"${COMPREPLY[@]}\"\n"
      + "COMP_WORDS=(tercet build x --thr); COMP_CWORD=3; _tercet; echo \"${COMPREPLY[@]}\"\n"
      + "COMP_WORDS=(tercet query x --format jsonl); COMP_CWORD=4; _tercet; echo \"${COMPREPLY[@]}\"\n"
    #expect(try ProcessRun("/bin/bash", [], input: used).output == "export\n--threads\njsonl\n")
  }
}

@Suite struct StoresAreKeptTests {
  /// Neither an answer nor an export takes the place of a graph; what a script sends to a file is in it at its end.
  @Test func nothingIsWrittenOverAGraph() throws {
    let folder = try TemporaryFolder()
    let store = folder.file("news.tercet")
    try GraphWriter.write(SampleGraph.content, to: store)
    let before = try MappedFile(path: store).bytes.array()
    let export = try ProcessRun(TercetBinary.path, ["export", store, "-o", store, "--format", "csv", "--force"])
    #expect(export.status == 2 && export.errors.contains("the file is a graph"), "\(export.errors)")
    let answer = try ProcessRun(TercetBinary.path, ["query", store, "-c", "types > \(store)"])
    #expect(answer.status == 2 && answer.errors.contains("the file is a graph"), "\(answer.errors)")
    #expect(try MappedFile(path: store).bytes.array() == before)
    let output = folder.file("all.csv")
    #expect(try ProcessRun(TercetBinary.path, ["query", store, "-c", "output \(output); types"]).status == 0)
    #expect(String(decoding: try MappedFile(path: output).bytes.array(), as: UTF8.self).hasPrefix("type,entities"))
    let forgotten = try ProcessRun(TercetBinary.path, ["query", store, "neighbors NATO"])
    #expect(forgotten.status == 64 && forgotten.errors.contains("a statement stands behind -c"))
  }
}
