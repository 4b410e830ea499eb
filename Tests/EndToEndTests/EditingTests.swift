import Bytes
import GraphModel
import GraphStore
import TestSupport
import Testing

/// Adding and removing documents gives the graph that reading the rest at once would have given, byte for byte: at once where
/// there is little text, otherwise when the store is made compact.
@Suite struct EditingTests {
  private let folder: TemporaryFolder
  private let texts = [
    "a.txt":
      "---\ntitle: Talks\ndate: 2025-04-03\nid: talks\n---\nNATO Secretary General Mark Rutte met Marco Rubio in Brussels.\n",
    "b.md": "# Doubts\n\nMr. Rutte **leads** NATO. *Rubio* visited Spain, and Spain is worried about the deal.\n",
    "c.txt": "# 3 of 7\nRutte visited Madrid. He praised * Spain * on Friday.\n",
  ]

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in texts { try AtomicFile.replace(folder.file(name), with: Array(text.utf8)) }
  }

  private func tercet(_ arguments: String...) throws -> ProcessRun {
    try ProcessRun(TercetBinary.path, arguments)
  }

  private func bytes(_ name: String) throws -> [UInt8] { try MappedFile(path: folder.file(name)).bytes.array() }

  private func build(_ name: String, _ inputs: String..., threads: String = "1") throws {
    let run = try ProcessRun(
      TercetBinary.path, ["build", "-o", folder.file(name), "--threads", threads] + inputs.map(folder.file))
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func addingAndRemoving() throws {
    try build("all.tercet", "a.txt", "b.md", "c.txt")
    try build("again.tercet", "c.txt", "a.txt", "b.md", threads: "3")
    #expect(try bytes("all.tercet") == bytes("again.tercet"))
    for (base, new) in [(["a.txt", "b.md"], "c.txt"), (["c.txt", "a.txt"], "b.md"), (["b.md", "c.txt"], "a.txt")] {
      let store = "without-\(new).tercet"
      try build(store, base[0], base[1])
      let before = try bytes(store)
      #expect(try tercet("add", folder.file(store), folder.file(new)).status == 0)
      #expect(try bytes(store) == bytes("all.tercet"), "\(new)")
      let id = new == "a.txt" ? "talks" : String(new.prefix(1))
      #expect(try tercet("remove", folder.file(store), id).status == 0)
      #expect(try bytes(store) == before, "\(new)")
    }
  }

  @Test func whatIsThereIsSkipped() throws {
    try build("news.tercet", "a.txt", "b.md")
    let before = try bytes("news.tercet")
    try AtomicFile.replace(folder.file("same.md"), with: Array((texts["b.md"] ?? "").utf8))
    let run = try tercet("add", folder.file("news.tercet"), folder.file("a.txt"), folder.file("same.md"))
    #expect(run.status == 0)
    #expect(run.errors.contains("a.txt: skipped, talks is already in the graph"))
    #expect(run.errors.contains("same.md: skipped, its text is already in the graph as b"))
    #expect(try bytes("news.tercet") == before)
    let unknown = try tercet("remove", folder.file("news.tercet"), "talk")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean talks?"))
    #expect(try bytes("news.tercet") == before)
    #expect(try tercet("add", folder.file("none.tercet"), folder.file("a.txt")).status == 66)
  }

  /// A store of so much text that it is not read anew with every change; one long word takes no time.
  @Test func changesStandBehindALargeStore() throws {
    let long =
      "NATO Secretary General Mark Rutte met Marco Rubio in Brussels.\n\n" + String(repeating: "x", count: 300_000)
    try AtomicFile.replace(folder.file("long.txt"), with: Array(long.utf8))
    try build("news.tercet", "long.txt")
    let base = try bytes("news.tercet")
    let reader = try StoredGraph(path: folder.file("news.tercet"))
    let added = try tercet("add", folder.file("news.tercet"), folder.file("b.md"), folder.file("c.txt"))
    #expect(added.status == 0 && added.errors.contains("3 documents") && added.errors.contains("1 change behind"))
    #expect(try bytes("news.tercet").starts(with: base))
    let path = folder.file("news.tercet")
    let facts = try tercet("query", path, "-c", "facts Rutte", "--format", "table").output
    #expect(facts.contains("Mark Rutte ─visits→ Madrid"), "\(facts)")
    let why = try tercet("query", path, "-c", "path Madrid to NATO", "--format", "table").output
    #expect(why.contains("Rutte visited Madrid.") && why.contains("─leads→ NATO"), "\(why)")
    #expect(try tercet("check", path).output.contains("1 change"))
    #expect(try tercet("stats", path).output.contains("1 change"))
    // What was decided on names holds for what is added later.
    let decided = folder.file("decided.tercet")
    try AtomicFile.replace(decided, with: bytes("news.tercet"))
    #expect(try tercet("query", decided, "-c", "merge Marco Rubio into \"NATO\"").status == 0)
    try AtomicFile.replace(folder.file("d.txt"), with: Array("Marco Rubio criticized Norway.\n".utf8))
    #expect(try tercet("add", decided, folder.file("d.txt")).status == 0)
    let norway = try tercet("query", decided, "-c", "neighbors Norway", "--format", "table").output
    #expect(norway.contains("NATO") && !norway.contains("Rubio"), "\(norway)")
    // A statement of a document that is there twice counts once, and goes with the last of them.
    #expect(try tercet("add", path, folder.file("b.md")).errors.contains("skipped"))
    #expect(try tercet("remove", path, "c").status == 0)
    #expect(try tercet("query", path, "-c", "facts Madrid").status == 2)
    #expect(reader.documentCount == 1)
    #expect(try tercet("compact", path).status == 0)
    try build("anew.tercet", "long.txt", "b.md")
    #expect(try bytes("news.tercet") == bytes("anew.tercet"))
    #expect(try tercet("compact", path).errors.contains("stays as it is"))
  }

  /// A store of many imported edges and no text is not written anew for an article.
  @Test func changesStandBehindALargeImport() throws {
    let rows = (0..<40_000).map { "hub\tlinks to\tpoint \($0)\n" }.joined()
    try AtomicFile.replace(folder.file("star.tsv"), with: Array(rows.utf8))
    let path = folder.file("star.tercet")
    #expect(try tercet("import", folder.file("star.tsv"), "-o", path).status == 0)
    let base = try bytes("star.tercet")
    let added = try tercet("add", path, folder.file("c.txt"))
    #expect(added.status == 0 && added.errors.contains("1 change behind"), "\(added.errors)")
    #expect(try bytes("star.tercet").starts(with: base))
    let facts = try tercet("query", path, "-c", "facts Rutte", "--format", "table").output
    #expect(facts.contains("Rutte ─visits→ Madrid"), "\(facts)")
    // Made compact, nothing is lost, and it takes what importing all of it takes.
    let triples = try tercet("export", path, "--format", "nt").output
    let compacted = folder.file("compacted.tercet")
    try AtomicFile.replace(compacted, with: bytes("star.tercet"))
    #expect(try tercet("compact", compacted).status == 0 && tercet("check", compacted).status == 0)
    #expect(try tercet("export", compacted, "--format", "nt").output == triples)
    #expect(try tercet("remove", path, "c").status == 0)
    #expect(try bytes("star.tercet").starts(with: base))
    #expect(try tercet("compact", path).status == 0)
    #expect(try bytes("star.tercet") == base)
  }

  /// Time ends the work wherever it is, and the store is as it was.
  @Test func timeIsKept() throws {
    try build("news.tercet", "a.txt")
    let before = try bytes("news.tercet")
    let long = String(repeating: "Mark Rutte met Marco Rubio in Brussels on Friday. ", count: 20_000)
    try AtomicFile.replace(folder.file("long.txt"), with: Array(long.utf8))
    let start = ContinuousClock.now
    for command in ["add", "extract"] {
      let store = command == "add" ? [folder.file("news.tercet")] : []
      let run = try ProcessRun(TercetBinary.path, [command] + store + [folder.file("long.txt"), "--timeout", "0.3"])
      #expect(run.status == 2 && run.errors.contains("not done within --timeout"), "\(run.errors)")
    }
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(try bytes("news.tercet") == before)
    #expect(folder.names().filter { $0.hasSuffix(".new") }.isEmpty)
    #expect(try tercet("extract", folder.file("b.md"), "--timeout", "60").status == 0)
    #expect(try tercet("extract", folder.file("b.md"), "--timeout", "0").status == 64)
  }

  /// What somebody decided on names holds whatever is added, removed or read anew.
  @Test func decisionsHold() throws {
    try build("news.tercet", "a.txt", "b.md")
    let path = folder.file("news.tercet")
    let merged = try tercet("query", path, "--format", "jsonl", "-c", "merge Marco Rubio into \"Mark Rutte\"")
    #expect(merged.status == 0 && merged.output.contains("\"decision\":\"merge\",\"taken_back\":\"no\""))
    #expect(merged.output.contains("\"entity\":\"Marco Rubio\"") && merged.errors.contains("undo takes it back"))
    #expect(try tercet("add", path, folder.file("c.txt")).status == 0)
    let facts = try tercet("query", path, "-c", "facts Rubio", "--format", "table").output
    #expect(facts.contains("Mark Rutte ─visits→ Spain") && facts.contains("Mark Rutte ─visits→ Madrid"), "\(facts)")
    #expect(try tercet("query", path, "--safe", "-c", "undo").status == 2)
    let split = try tercet("query", path, "--format", "table", "-c", "split Marco Rubio", "-c", "undo")
    #expect(split.status == 0 && split.output.contains("Marco Rubio is Mark Rutte again"), "\(split)")
    let undone = try tercet("query", path, "-c", "undo", "-c", "undo", "--keep-going")
    #expect(undone.status == 2 && undone.errors.contains("there is no merge, split or apart to take back"))
    #expect(try tercet("remove", path, "c").status == 0)
    try build("anew.tercet", "a.txt", "b.md")
    #expect(try bytes("news.tercet") == bytes("anew.tercet"))
  }
}
