import Bytes
import GraphModel
import GraphQuery
import GraphStore
import TestSupport
import Testing

@testable import Commands

@Suite struct RedirectedAnswerTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func text(_ name: String) throws -> String {
    String(decoding: try MappedFile(path: folder.file(name)).bytes.array(), as: UTF8.self)
  }

  @Test func answersGoToFilesInTheFormatOfTheirEnding() throws {
    let harness = try SessionHarness()
    let file = folder.file("types")
    #expect(
      try harness.run(
        """
        types > \(file).csv
        types > \(file).json
        types > \(file).md
        types > \(file).html
        types > \(file)
        types >> \(file)
        """) == .answered)
    #expect(harness.output.contents == "")
    #expect(try text("types.csv").hasPrefix("type,entities\r\n"))
    #expect(try text("types.json").hasPrefix("[\n{\"type\":\""))
    #expect(try text("types.json").hasSuffix("}\n]\n"))
    #expect(try text("types.md").hasPrefix("| type | entities |\n| --- | --- |\n| "))
    #expect(try text("types.html").hasPrefix("<meta charset=\"utf-8\">\n<table>\n<thead><tr><th>type</th>"))
    #expect(try text("types.html").hasSuffix("</tbody>\n</table>\n"))
    let once = try text("types")
    #expect(once.hasPrefix("type\tentities\n"))
    #expect(once.ranges(of: "type\tentities\n").count == 2, "the second is put behind the first")
  }

  /// Rows put behind rows of the same columns are one table; others are refused, and the file stays as it was.
  @Test(arguments: ["csv", "tsv"])
  func tablesGoOn(format: String) throws {
    let file = folder.file("rows.\(format)")
    let one = "list Person limit 1"
    #expect(try SessionHarness().run("\(one) > \(file)\n\(one) >> \(file)\n\(one) >> \(file)") == .answered)
    let rows = try text("rows.\(format)")
    #expect(rows.ranges(of: "edges").count == 1, "\(rows)")
    #expect(rows.split(whereSeparator: \.isNewline).count == 4, "\(rows)")
    let other = try SessionHarness()
    #expect(try other.run("types >> \(file)") == .failed)
    #expect(other.messages.contents.contains("the columns of the file"))
    #expect(try text("rows.\(format)") == rows)
    let lasting = try SessionHarness()
    #expect(try lasting.run("output \(folder.file("all.\(format)"))\n\(one)\n\(one)\noutput") == .answered)
    #expect(try text("all.\(format)").split(whereSeparator: \.isNewline).count == 3)
  }

  /// What fails, and what would overwrite a graph, leaves the file as it was.
  @Test func filesStayAsTheyWere() throws {
    try GraphWriter.write(SampleGraph.content, to: folder.file("news.tercet"))
    try GraphWriter.write(SampleGraph.content, to: folder.file("other.db"))
    try AtomicFile.replace(folder.file("notes.txt"), with: Array("mine\n".utf8))
    let before = try text("notes.txt")
    for (statement, message) in [
      ("facts Nobody > \(folder.file("notes.txt"))", "no entity"),
      ("nonsense > \(folder.file("notes.txt"))", "unknown verb"),
      ("types > \(folder.file("news.tercet"))", "the file is a graph"),
      ("types > \(folder.file("other.db"))", "the file is a graph"),
      ("types >> \(folder.file("other.db"))", "the file is a graph"),
      ("types > \(folder.file("none/x"))", "cannot be written"), ("types > \(folder.path)", "cannot be written"),
      ("output \(folder.file("none/x"))", "cannot be written"),
      ("types > \(folder.file("x.svg"))", "answers are not written as svg"),
      ("types > \(folder.file("x.xyz"))", "the ending csv, tsv, json, jsonl, md, html or txt, or none, got “xyz”"),
      ("types >> \(folder.file("x.xyz"))", "a name without an ending gets what `set format` says"),
    ] {
      let harness = try SessionHarness()
      #expect(try harness.run(statement) == .failed || message == "cannot be written", "\(statement)")
      #expect(harness.messages.contents.contains(message), "\(harness.messages.contents)")
    }
    #expect(try text("notes.txt") == before)
    #expect(try StoredGraph(path: folder.file("other.db")).edgeCount > 0)
    #expect(folder.names() == ["news.tercet", "notes.txt", "other.db"])
  }

  /// A table without rows is a table: who reads it finds the columns.
  @Test func tablesWithoutRowsHaveColumns() throws {
    let harness = try SessionHarness()
    for ending in ["csv", "tsv", "md"] {
      #expect(try harness.run("find zzz > \(folder.file("none.\(ending)"))") == .noAnswer)
    }
    #expect(try text("none.csv") == "id,name,type,edges,alias\r\n")
    #expect(try text("none.tsv") == "id\tname\ttype\tedges\talias\n")
    #expect(try text("none.md").hasPrefix("| id | name | type | edges | alias |\n| --- |"))
    // Rows go on below, and what is there already stays once.
    let list = "list by name limit 1"
    #expect(try harness.run("\(list) >> \(folder.file("none.csv"))") == .answered)
    #expect(try harness.run("find zzz >> \(folder.file("none.csv"))") == .noAnswer)
    #expect(try text("none.csv").ranges(of: "id,name").count == 1)
    #expect(harness.output.contents == "", "\(harness.output.contents)")
  }

  /// What each verb says of its columns is what its records have.
  @Test func columnsAreThoseOfRecords() throws {
    let graph = try MemoryGraph(SampleGraph.content)
    var evaluator = Evaluator(graph: graph)
    for (statement, empty) in [
      ("list", "list limit 0"), ("list by date", "list by date limit 0"), ("find ru", "find zzz"),
      ("neighbors NATO", "neighbors NATO via leads since 1900 until 1901"), ("facts NATO", "facts NATO limit 0"),
      ("edges", "edges since 1900 until 1901"), ("timeline NATO", "timeline NATO since 1900 until 1901"),
      ("offices Mark Rutte", "offices Ukraine"), ("common NATO and Russia", "common NATO and 東京会議"),
      ("about brussels-1", "about brussels-1 limit 0"), ("relations", "relations limit 0"),
      ("types", "types"), ("count per relation", "count since 1900 until 1901 per relation"),
      ("path Mark Rutte to Russia", "path Mark Rutte to 東京会議"),
      ("match ?x leads ?y", "match ?x represents ?y, ?y leads ?x"),
      ("match ?row leads ?y", "match ?row represents ?y, ?y leads ?row"), ("search Brussels", "search zzz"),
      ("show brussels-1", "show brussels-1 limit 0"), ("documents", "documents since 1900 until 1901"),
      ("documents stories", "documents stories since 1900 until 1901"), ("suggest", "suggest limit 0"),
    ] {
      let full = try evaluator.answer(try Query(parsing: statement)).content
      let none = try evaluator.answer(try Query(parsing: empty)).content
      guard let record = full.records.first else { continue }
      #expect(none.columns == record.columns, "\(statement)")
      #expect(full.columns == record.columns, "\(statement)")
    }
  }

  /// A name of several entities is no answer: the file stays.
  @Test func namesOfSeveralLeaveFiles() throws {
    let harness = try SessionHarness()
    #expect(try harness.run("types > \(folder.file("x.csv"))") == .answered)
    let before = try text("x.csv")
    #expect(try harness.run("facts Jordan > \(folder.file("x.csv"))", name: nil) == .noAnswer)
    #expect(try text("x.csv") == before)
  }

  @Test func commandsReadAnswers() throws {
    let harness = try SessionHarness()
    let file = folder.file("sorted")
    #expect(try harness.run("types | sort -r > \(file); types") == .answered)
    #expect(try text("sorted").contains("Person\t"))
    #expect(try text("sorted").split(separator: "\n") == text("sorted").split(separator: "\n").sorted(by: >))
    #expect(harness.output.contents.hasPrefix("type\tentities\n"), "and what follows is for the screen")
    // Who reads a part has read enough; a command that is not there has failed.
    #expect(try harness.run("relations | head -1 > \(file)") == .answered)
    #expect(try text("sorted").split(separator: "\n").count == 1)
    #expect(try harness.run("types | /nowhere/at-all 2> /dev/null") == .failed)
  }

  @Test func outputIsForAllThatComes() throws {
    let harness = try SessionHarness()
    #expect(try harness.run("output \(folder.file("all.csv"))\ntypes\nstats\noutput\nfind rutte") == .answered)
    let all = try text("all.csv")
    #expect(all.hasPrefix("type,entities\r\n") && all.contains("what,count,date\r\n"))
    #expect(harness.output.contents.hasPrefix("id\tname"))
    #expect(try harness.run("output | sort > \(folder.file("sorted"))\ntypes\noutput") == .answered)
    #expect(try text("sorted").contains("Person\t"))
  }

  /// The name of a file may have what names stand for, and the home of its user.
  @Test func namesOfFiles() throws {
    let harness = try SessionHarness(ProcessEnvironment(variables: ["HOME": folder.path]))
    harness.session.bindings.arguments = ["Mark Rutte"]
    let script = "set d = \(folder.path)\ntypes > $d/$1.csv\ntypes > ~/home.csv"
    #expect(try harness.run(script) == .answered, "\(harness.messages.contents)")
    #expect(folder.names() == ["Mark Rutte.csv", "home.csv"])
  }

  /// In a file are all rows, where a screen has the first.
  @Test func filesHaveAllRows() throws {
    let harness = try SessionHarness()
    let file = folder.file("all.tsv")
    #expect(try harness.run("set format tsv\nlist > \(file)\nset limit 2\nlist > \(file).2.tsv") == .answered)
    #expect(try text("all.tsv").split(separator: "\n").count == harness.session.graph.nodeCount + 1)
    #expect(try text("all.tsv.2.tsv").split(separator: "\n").count == 3)
  }

  /// What is sent there is there at once, and stays when the program ends in any way.
  @Test func answersOfAScriptAreThere() throws {
    let harness = try SessionHarness()
    try harness.run("output \(folder.file("now.csv"))\ntypes\nnonsense")
    #expect(try text("now.csv").hasPrefix("type,entities"))
  }

  @Test(arguments: ["types > x", "types >> x", "types | cat", "output x", "output | cat", "save x"])
  func safeSessionsWriteNothing(statement: String) throws {
    let harness = try SessionHarness()
    harness.session.isSafe = true
    #expect(try harness.run(statement) == .failed)
    #expect(harness.messages.contents.contains("is not allowed in safe mode"), "\(harness.messages.contents)")
  }

  @Test func formatsAndSeparators() throws {
    let empty = try SessionHarness()
    #expect(try empty.run("set format json\nfind zzz") == .noAnswer)
    #expect(empty.output.contents == "[]\n")
    let apart = try SessionHarness()
    #expect(try apart.run("set separator ---\ntypes\nstats\ntypes") == .answered)
    #expect(apart.output.contents.ranges(of: "---\n").count == 2)
    let marks = try SessionHarness()
    #expect(
      try marks.run("set format markdown\nlist by name limit 1\nset format html\nlist by name limit 1") == .answered)
    #expect(marks.output.contents.contains("| --- |") && marks.output.contents.contains("<table>\n<thead><tr>"))
  }

  @Test func markupOfCells() {
    #expect(MarkupText.markdownRow(["a|b", "<b>", "x\ny", "*"]) == "| a\\|b | &lt;b> | x y | \\* |")
    #expect(
      MarkupText.htmlRow(["<script>", "a&\"b\""]) == "<tr><td>&lt;script&gt;</td><td>a&amp;&quot;b&quot;</td></tr>")
  }
}
