import Bytes
import GraphModel
import GraphStore
import TestSupport
import Testing

/// JSON Lines lose nothing: what is read from them is the store from which they were written, byte for byte.
@Suite struct JSONLinesRoundTripTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func tercet(_ arguments: String..., input: String = "") throws -> ProcessRun {
    let run = try ProcessRun(TercetBinary.path, arguments, input: input)
    try #require(run.status == 0, "\(arguments): \(run.errors)")
    return run
  }

  /// Exports the store, imports that, and expects the same bytes.
  private func expectSame(_ store: String, _ what: String) throws {
    let (lines, copy) = (folder.file("a.jsonl"), folder.file("copy.tercet"))
    _ = try tercet("export", store, "-o", lines, "--force")
    _ = try tercet("import", lines, "-o", copy, "--force", "--quiet")
    try expectSameLines(store, copy, what)
    let stats = try [store, copy].map { try tercet("stats", $0, "--format", "tsv").output }
    let isSame = try MappedFile(path: store).bytes.array() == MappedFile(path: copy).bytes.array()
    #expect(stats[0] == stats[1] && isSame, "\(what)")
    _ = try tercet("check", copy)
  }

  /// Expects that both stores are exported alike.
  private func expectSameLines(_ store: String, _ copy: String, _ what: String) throws {
    let lines = try [store, copy].map { store in
      try tercet("export", store, "--format", "jsonl").output.split(separator: "\n")
    }
    let difference = zip(lines[0], lines[1]).first { $0 != $1 }
    #expect(difference == nil && lines[0].count == lines[1].count, "\(what): \(String(describing: difference))")
  }

  private func expectSame(_ content: GraphContent, _ what: String) throws {
    let store = folder.file("store.tercet")
    try GraphWriter.write(content, to: store)
    try expectSame(store, what)
  }

  @Test func handmadeGraphs() throws {
    try expectSame(SampleGraph.content, "sample")
    try expectSame(EventGraph.content, "events")
    var bare = SampleGraph.content
    for row in bare.statements.indices { bare.statements[row].evidence = nil }
    bare.documents = []
    bare.entities[0].aliases.append(.init(name: "Mark Rutte", rule: "type Person 3?"))
    try expectSame(bare, "imported")
    try expectSame(.union([bare, EventGraph.content]), "both")
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func randomGraphs(seed: UInt64) throws {
    try expectSame(RandomGraph.content(seed: seed, size: 60), "seed \(seed)")
  }

  /// What an event's statements do not share, and what only the graph says, is in the lines too.
  @Test func whatStatementsDoNotShare() throws {
    var content = EventGraph.content
    for row in content.statements.indices where row % 2 == 1 {
      content.statements[row].evidence?.rules = ["a", "mend:\(row)"]
      content.statements[row].evidence?.confidence = UInt8(row)
      content.statements[row].evidence?.time = "2025-0\(row % 9 + 1)"
      content.statements[row].evidence?.wording = "worded\u{301} \(row)"
      content.statements[row].evidence?.predicate = 3..<UInt32(4 + row)
      content.statements[row].attribution = row % content.entities.count
    }
    content.statements[0].evidence?.adjuncts = [0..<3, 2..<8]
    // A quality, and a word that ends in no role.
    content.predicates += [.init(name: "be ready"), .init(name: "odd", role: "in"), .init(name: "(of)", role: "of")]
    let nothing = try #require(content.entities.firstIndex { $0.isNothing })
    for (number, predicate) in (content.predicates.count - 3..<content.predicates.count).enumerated() {
      var statement = content.statements[number]
      statement.predicate = predicate
      if number == 0 {
        statement.object = nothing
        statement.evidence?.rules = ["quality"]
      }
      statement.evidence?.event = 7 + number
      content.statements.append(statement)
    }
    // Entities of one name.
    content.entities.append(.init(name: "Merz", type: "City"))
    content.statements[3].attribution = content.entities.count - 1
    try expectSame(content, "events")
  }

  @Test func longDocumentsAndStrangeCharacters() throws {
    var content = SampleGraph.content
    let text = String(repeating: "é\u{202E}\u{1}中\"\\\u{7F}👩‍👧\u{FEFF} ", count: 120_000)
    content.documents.append(
      .init(id: "long \u{301}", text: Array(text.utf8), sentences: (0..<70_000).map { $0 * 28..<$0 * 28 + 28 }))
    try expectSame(content, "long")
  }

  @Test func builtStoresWithDecisions() throws {
    let store = folder.file("news.tercet")
    let text = """
      Critics of NATO sued Acme. Rutte, who leads NATO, said on 3 March 2025 that Ukraine might not join the alliance.
      Acme bought Beta in Oslo for $3 million, and Beta fell. Prices were low. Norway has mountains.
      """
    _ = try tercet("build", "-", "-o", store, "--quiet", input: text)
    try expectSame(store, "built")
    _ = try tercet("query", store, "-c", "merge Acme into Beta")
    let (lines, copy) = (folder.file("b.jsonl"), folder.file("b.tercet"))
    _ = try tercet("export", store, "-o", lines)
    _ = try tercet("import", lines, "-o", copy)
    // What was decided can still be taken back.
    _ = try tercet("query", copy, "-c", "undo")
    #expect(try tercet("query", copy, "-c", "facts Acme").output.contains("Acme"))
    _ = try tercet("export", copy, "-o", lines, "--force")
    _ = try tercet("import", lines, "-o", folder.file("c.tercet"))
    try expectSameLines(copy, folder.file("c.tercet"), "decided")
  }

  /// A part comes with what it speaks of, and is a graph of its own.
  @Test func partsAreGraphs() throws {
    let store = folder.file("store.tercet")
    try GraphWriter.write(SampleGraph.content, to: store)
    let (lines, copy) = (folder.file("part.jsonl"), folder.file("part.tercet"))
    _ = try tercet("export", store, "--around", "Ukraine", "--no-claims", "--no-said", "-o", lines)
    _ = try tercet("export", store, "--around", "Marco Rubio", "-o", lines, "--force")
    _ = try tercet("import", lines, "-o", copy)
    #expect(try tercet("stats", copy, "--format", "tsv").output.contains("documents\t1"))
    // Twice the same document is one.
    let other = folder.file("other.jsonl")
    _ = try tercet("export", store, "--around", "Mark Rutte", "-o", other)
    _ = try tercet("import", lines, other, "-o", copy, "--force")
    _ = try tercet("check", copy)
  }

  @Test(arguments: [
    (#"{"record":"page"}"#, "\"record\""), (#"{"record":"document","id":5}"#, "\"id\""),
    (#"{"record":"document","id":"d","text":"a","sentences":[[0,2]]}"#, "sentences"),
    (#"{"record":"document","id":"d","text":"a","sentences":[[1,0]]}"#, "ascending"),
    (#"{"record":"document","id":"e","continues":true,"text":"a"}"#, "“e”"),
    (#"{"document":"ok","sentence":2,"subject":"A","label":"p","object":"B"}"#, "\"sentence\""),
    (#"{"document":"ok","sentence":1,"subject":"A","label":"p","object":"B","spans":{"subject":[0,9]}}"#, "bytes"),
    (#"{"document":"ok","sentence":1,"subject":"A","label":"p","object":"B","confidence":2}"#, "\"confidence\""),
    (#"{"document":"ok","sentence":1,"subject":"A","label":null,"roles":[{"label":"p","name":"B"}]}"#, "\"role\""),
    (
      #"{"record":"decision","serial":1,"kind":"merge","entity":{"name":"a","type":"b"},"other":{"name":"a","type":"b"},"records":["00"]}"#,
      "\"records\""
    ),
  ])
  func badLinesAreToldAndLeftOut(line: String, expected: String) throws {
    let good =
      #"{"record":"document","id":"ok","text":"A p B","sentences":[[0,5]]}"# + "\n"
      + #"{"document":"ok","sentence":1,"subject":"A","label":"p","object":"B"}"# + "\n"
    let store = folder.file("bad.tercet")
    let run = try ProcessRun(
      TercetBinary.path, ["import", "-", "--input-format", "jsonl", "-o", store], input: good + line + "\n")
    #expect(run.status == 65 && run.errors.contains(expected) && run.errors.contains(":3"), "\(run.errors)")
    #expect(try tercet("stats", store, "--format", "tsv").output.contains("documents\t1"))
  }
}
