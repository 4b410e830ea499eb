import Bytes
import GraphImport
import GraphModel
import GraphStore
import TestSupport
import Testing

@Suite struct GraphImporterTests {
  /// The graph of `text` as a file with the ending of `format`, and the lines that were wrong.
  private func graph(_ text: String, _ format: ImportFormat) throws -> (graph: GraphFile, wrong: [Int], leftOut: Int) {
    let folder = try TemporaryFolder()
    let path = folder.file("triples.\(format.rawValue)")
    try AtomicFile.replace(path, with: Array(text.utf8))
    var importer = GraphImporter()
    var wrong: [Int] = []
    let report = try importer.read(
      path, format,
      problem: { error in if case .line(_, let line, _) = error { wrong.append(line) } }, progress: { _ in })
    #expect(report.badLines == wrong.count)
    let store = try importer.encode() ?? GraphWriter.encode(GraphContent())
    return (try GraphFile(bytes: store.bytes), wrong, report.leftOut)
  }

  /// Lines and statements that take more memory than triples do are refused, and the good ones beside them read.
  @Test func whatTakesMuchMemoryIsRefused() throws {
    let fields = try graph("a\tb\tc\n" + String(repeating: "a\t", count: 500_000) + "\na\tb\td\n", .tsv)
    #expect(fields.wrong == [2] && fields.graph.edgeCount == 2)
    let head = try graph("subject\tpredicate\tobject" + String(repeating: "\ta", count: 1_000), .tsv)
    #expect(head.wrong == [1])
    let members = (0..<1_001).map { "\"k\($0)\":\"\"" }.joined(separator: ",")
    #expect(try graph("{\(members)}\n", .jsonl).wrong == [1])
    #expect(try graph(String(repeating: "<a:a><b:b><c:c>.", count: 1_001), .nt).wrong == [1])
  }

  @Test func statementsOfTurtleAreBounded() throws {
    func message(_ text: String) -> String {
      do { _ = try graph(text, .ttl) } catch { return (error as? ImportError)?.message ?? "\(error)" }
      return ""
    }
    let long = "<a:a> <b:b> \"" + String(repeating: "x", count: 17 << 20)
    #expect(message(long) == "expected a statement of at most 16777216 bytes")
    let prefixes = (0..<1_001).map { "@prefix a\($0): <b:\($0)> .\n" }.joined()
    #expect(message(prefixes) == "expected at most 1000 prefixes, found more")
    #expect(message(String(repeating: "@prefix a: <b:> .\n", count: 1_001) + "a:a a:b a:c .") == "")
  }

  /// Each name repeats what stands before it, so that a small file may stand for gigabytes.
  @Test func basesAndPrefixesAreShort() throws {
    func message(_ text: String) -> String {
      do { _ = try graph(text, .ttl) } catch { return (error as? ImportError)?.message ?? "\(error)" }
      return ""
    }
    func iri(_ length: Int) -> String { "<urn:" + String(repeating: "x", count: length - 4) + ">" }
    let tooLong = "expected a base or prefix of at most 256 bytes, found 257"
    #expect(message("@prefix a: \(iri(256)) . a:a a:b a:c .") == "")
    #expect(message("@prefix a: \(iri(257)) . a:a a:b a:c .") == tooLong)
    #expect(message("@base \(iri(256)) . <#a> <#b> <#c> .") == "")
    #expect(message("@base \(iri(257)) . <#a> <#b> <#c> .") == tooLong)
    let chain = "@base <http://a/> .\n" + String(repeating: "@base <aa/> .\n", count: 20_000)
    #expect(message(chain) == "expected a base or prefix of at most 256 bytes, found 258")
    #expect(message("\(iri(65_537)) <a:b> <a:c> .") == "expected an IRI of at most 65536 bytes, found 65537")
    #expect(try graph("\(iri(65_536)) <a:b> <a:c> .\n\(iri(65_537)) <a:b> <a:c> .\n", .nt).wrong == [2])
  }

  @Test func jsonLinesKeepClaims() throws {
    let text = #"""
      {"subject":"Rutte","subject_type":"Person","predicate":"lead","relation":"leads","object":"NATO","polarity":"+"}
      {"subject":"Rutte","subject_type":"Person","predicate":"lead","object":"EU","polarity":"-","modality":"certain","attribution":"Rutte"}
      {"subject":"Rutte","predicate":"lead"}
      {"subject":"A","predicate":"b","object":"C","modality":"planned","attribution":"Somebody","spans":{"x":[1,2]}}
      not JSON
      """#
    let (graph, wrong, _) = try graph(text, .jsonl)
    #expect(wrong == [3, 5] && graph.edgeCount == 3)
    let edges = (0..<3 as Range<UInt32>).map { graph.edge(EdgeID($0)) }
    #expect(edges.filter { $0.degree != .claim }.count == 1)
    #expect(Set(edges.compactMap { $0.attribution.map { graph.name(of: $0) } }) == ["Rutte", "Somebody"])
    #expect(edges.contains { $0.polarity == .negated && $0.attribution == $0.subject })
  }

  /// Who says so is the entity of the name where only one has it, and otherwise a plain thing, whatever the order of lines and
  /// the memory.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func sourcesAreFoundByName(seed: UInt64) throws {
    let lines = [
      #"{"subject":"Ann","subject_type":"Person","predicate":"p","object":"Rome","attribution":"Rome"}"#,
      #"{"subject":"Ann","subject_type":"Person","predicate":"p","object":"Ann","object_type":"Place","attribution":"Ann"}"#,
      #"{"subject":"Bob","subject_type":"Person","predicate":"q","relation":"x","object":"X","attribution":"Bob"}"#,
      #"{"subject":"Bob","subject_type":"Person","predicate":"q","relation":"a","object":"X","attribution":"Zoe"}"#,
      #"{"subject":"Bob","subject_type":"Person","predicate":"q","object":"X","attribution":"Zoe"}"#,
      #"{"subject":"Bob","subject_type":"Person","predicate":"q","object":"X"}"#,
    ]
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    let path = folder.file("s.jsonl")
    var stores: Set<[UInt8]> = []
    for memory in [1, .max] {
      try AtomicFile.replace(path, with: Array(lines.shuffled(using: &random).joined(separator: "\n").utf8))
      var importer = GraphImporter(memory: memory, folder: folder.path)
      _ = try importer.read(path, .jsonl, problem: { throw $0 }, progress: { _ in })
      stores.insert(try #require(try importer.encode()).bytes)
    }
    #expect(stores.count == 1)
    let graph = try GraphFile(bytes: #require(stores.first))
    try graph.check()
    let sources = (0..<UInt32(graph.edgeCount)).map { number in
      graph.edge(EdgeID(number)).attribution.map { "\(graph.name(of: $0))/\(graph.type(of: $0))" } ?? "nobody"
    }
    #expect(sources.sorted() == ["Ann/Thing", "Bob/Person", "Rome/Thing", "Zoe/Thing", "nobody"])
    #expect(graph.predicate(PredicateID(1)).relation == "a")
  }

  /// `Ann/Person —knows→ Bob/Thing` a line, sorted as the store sorts them.
  private func edges(_ graph: GraphFile) -> [String] {
    (0..<UInt32(graph.edgeCount)).map { number in
      let edge = graph.edge(EdgeID(number))
      func entity(_ id: EntityID) -> String { "\(graph.name(of: id))/\(graph.type(of: id))" }
      return "\(entity(edge.subject)) —\(graph.predicate(edge.predicate).name)→ \(entity(edge.object))"
    }
  }

  @Test func linesOfThreeFields() throws {
    let text = "Zoe\tknows\tAnn\nann\tknows\tZoe\r\n\nZoe\tknows\tAnn\nAnn\tlives in\tÉvian\\tles-Bains\n"
    let (graph, wrong, _) = try graph(text, .tsv)
    #expect(wrong.isEmpty)
    #expect(
      edges(graph) == [
        "Ann/Thing —lives in→ Évian\tles-Bains/Thing", "ann/Thing —knows→ Zoe/Thing", "Zoe/Thing —knows→ Ann/Thing",
      ])
    #expect(graph.edge(EdgeID(0)).support == 0 && graph.evidence(of: EdgeID(0)).isEmpty)
    try graph.check()
  }

  @Test func wrongLinesAreNamedAndLeftOut() throws {
    let (graph, wrong, _) = try graph("a\tb\tc\na\tb\na\t\tc\nx\ty\tz\tw\nd\te\tf", .tsv)
    #expect(wrong == [2, 3, 4] && graph.edgeCount == 2)
  }

  /// What is wrong on a line leaves nothing behind, and what differs in a byte stays apart.
  @Test func bytesThatAreNoTextAndTextsThatOnlyLookAlike() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("t.tsv")
    let wrong: [UInt8] = Array("new\tb\t".utf8) + [0xFF, 0xC3] + [0x0A]
    try AtomicFile.replace(path, with: Array("a\tb\tc\n".utf8) + wrong + wrong)
    var importer = GraphImporter()
    var lines = 0
    _ = try importer.read(path, .tsv, problem: { _ in lines += 1 }, progress: { _ in })
    let file = try GraphFile(bytes: #require(try importer.encode()).bytes)
    try file.check()
    #expect(lines == 2 && file.entityCount == 2)

    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    let nt = "<urn:x/\(composed)> <urn:p> <urn:x/\(decomposed)> .\n"
    #expect(try graph(nt, .nt).graph.entityCount == 2)
    let record = #"{"subject":"\#(composed)","predicate":"p","object":"\#(decomposed)","attribution":"\#(decomposed)"}"#
    let graph = try graph(record, .jsonl).graph
    #expect(graph.entityCount == 2 && graph.edge(EdgeID(0)).attribution == graph.edge(EdgeID(0)).object)
  }

  @Test func aTableThatIsTooLargeForMemoryGivesTheSameStore() throws {
    var random = SeededGenerator(seed: 4)
    let lines = (0..<60_000).map { _ in
      "thing \(random.below(20_000))\trelates to \(random.below(9))\tThing \(random.below(20_000))\n"
    }
    let folder = try TemporaryFolder()
    try AtomicFile.replace(folder.file("t.tsv"), with: Array(lines.joined().utf8))
    func store(memory: Int) throws -> [UInt8] {
      var importer = GraphImporter(memory: memory, folder: folder.path)
      _ = try importer.read(folder.file("t.tsv"), .tsv, problem: { throw $0 }, progress: { _ in })
      return try #require(try importer.encode()).bytes
    }
    #expect(try store(memory: 1 << 20) == store(memory: .max))
  }

  @Test func whatExportWritesComesBack() throws {
    let head = "subject\tpredicate\tobject\tsubject_type\tobject_type\trelation\tpolarity\tmodality"
    let text = """
      \(head)
      Rutte\tlead\tNATO\tPerson\tOrganization\tleads\t+\tcertain
      Rutte\tlead\tEU\tPerson\tOrganization\tleads\t-\tcertain
      Rutte\tlead\tUN\tPerson\tOrganization\tleads\t+\tplanned
      """
    let (graph, wrong, _) = try graph(text, .tsv)
    #expect(wrong.isEmpty && graph.edgeCount == 3)
    let facts = (0..<3 as Range<UInt32>).map { graph.edge(EdgeID($0)) }.filter { $0.degree != .claim }
    #expect(facts.map { graph.name(of: $0.object) } == ["NATO"])
    #expect(graph.predicate(PredicateID(0)).relation == "leads")
  }

  /// Who says so, and whatever stands in a field, come back from a table too.
  @Test func tablesKeepWhoSaysSo() throws {
    let text = """
      \u{FEFF}subject\tpredicate\tobject\tsubject_type\tattribution\tpolarity
      A\tsay\tB\tPart \\t one\tA\t+
      A\tsay\tB\tPart \\t one\t\t-
      A\tsay\tB\tPart \\t one\t\tperhaps
      """
    let (graph, wrong, _) = try graph(text, .tsv)
    #expect(wrong == [4] && graph.edgeCount == 2 && graph.entityCount == 2)
    let edges = (0..<2 as Range<UInt32>).map { graph.edge(EdgeID($0)) }
    #expect(edges.compactMap(\.attribution) == [edges[0].subject])
    #expect(graph.type(of: edges[0].subject) == "Part \t one")
    #expect(edges.map(\.polarity).contains(.negated))
  }

  /// Commas, quotes and line ends stand in quotes; an apostrophe before what a spreadsheet would compute is none of it.
  @Test func tablesWithCommas() throws {
    let text = #"""
      \#u{FEFF}subject,predicate,object,polarity,attribution,support\#r
      "Ada, ""Lady""",lead,"two
      lines",+,,3\#r
      '-40,be,5" tall,-,'t Hooft,1\#r
      A,say,B,perhaps,,1\#r
      A,say\#r
      A,"say,B,+,,1
      """#
    let (graph, wrong, _) = try graph(text, .csv)
    #expect(wrong == [5, 6, 7] && graph.edgeCount == 2)
    let names = (0..<UInt32(graph.entityCount)).map { graph.name(of: EntityID($0)) }
    #expect(Set(names) == ["Ada, \"Lady\"", "two\nlines", "-40", "5\" tall", "'t Hooft"])
    #expect((0..<2 as Range<UInt32>).map { graph.edge(EdgeID($0)).polarity }.contains(.negated))
    let plain = try self.graph("a,b,c\n\nd,e\n", .csv)
    #expect(plain.wrong == [3] && plain.graph.edgeCount == 1)
    let open = try self.graph("a,b,\"c\n" + String(repeating: "x\n", count: 600_000) + "a,b,d\n", .csv)
    #expect(!open.wrong.isEmpty)
  }

  /// A value of another kind says something, so that its line is no plain fact.
  @Test func jsonLinesOfOtherKindsAreWrong() throws {
    let start = #"{"subject":"A","predicate":"p","object":"B""#
    let text = [
      "\u{FEFF}\(start)}", "\(start),\"polarity\":false}", "\(start),\"modality\":5}",
      "\(start),\"attribution\":[\"X\"]}", "\(start),\"attribution\":null,\"subject_type\":null,\"more\":[1]}",
      "\(start),\"subject_type\":{}}",
    ].joined(separator: "\n")
    let (graph, wrong, _) = try graph(text, .jsonl)
    #expect(wrong == [2, 3, 4, 6] && graph.edgeCount == 1 && graph.entityCount == 2)
  }

  /// A line that is refused leaves nothing behind.
  @Test func tooLongAFieldLeavesNothing() throws {
    let long = String(repeating: "x", count: GraphContent.longestString + 1)
    let (graph, wrong, _) = try graph("A\tp\tB\nnew\tnew\t\(long)\n", .tsv)
    #expect(wrong == [2] && graph.entityCount == 2 && graph.predicateCount == 1)
    let iris = "<urn:a> <urn:p> <urn:b> .\n<urn:c> <urn:q> \"x\"^^<urn:\(long)> .\n"
    let triples = try self.graph(iris, .nt)
    #expect(triples.wrong == [2] && triples.graph.entityCount == 2)
  }

  @Test func emptyNamesAndLinksOfRelationsAreLeftOut() throws {
    let text = """
      <urn:a> <urn:p> "" .
      <urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "" .
      <urn:tercet:relation:leads> <http://www.w3.org/2004/02/skos/core#closeMatch> <http://example.org/P1> .
      <urn:tercet:entity:Person:> <urn:p> <http://x/a%+Ab> .
      """
    let (graph, wrong, leftOut) = try graph(text, .nt)
    #expect(wrong.isEmpty && leftOut == 3)
    #expect(edges(graph) == ["urn:tercet:entity:Person:/Thing —p→ http://x/a%+Ab/Thing"])
    #expect(graph.entities(named: "a%+Ab").count == 1)
  }

  /// What exports say that the schema knows is left out, and nothing else that is worded so.
  @Test func identitiesAreLeftOut() throws {
    let (sameAs, code) = ("<http://www.w3.org/2002/07/owl#sameAs>", "<http://www.wikidata.org/prop/direct/P297>")
    let text = """
      <urn:tercet:entity:Place:Oslo> \(sameAs) <http://www.wikidata.org/entity/Q585> .
      <urn:tercet:entity:Place:Oslo> \(code) "NO" .
      <urn:tercet:entity:Place:Oslo> \(sameAs) <http://example.org/Oslo> .
      <http://example.org/a> \(sameAs) <http://www.wikidata.org/entity/Q585> .
      """
    let (graph, wrong, leftOut) = try graph(text, .nt)
    #expect(wrong.isEmpty && leftOut == 2 && graph.edgeCount == 2)
  }

  /// Blank nodes are not one because they are called the same, nor do they take the name of an IRI that says it itself.
  @Test func whatSharesAName() throws {
    let label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    let type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
    let text = """
      _:a <urn:p> _:b .
      _:a \(label) "part" .
      _:b \(label) "part" .
      <urn:tercet:entity:Person:Rutte> <urn:p> <urn:other> .
      <urn:other> \(label) "Rutte" .
      <urn:other> \(type) <urn:tercet:type:Person> .
      """
    let (graph, _, _) = try graph(text, .nt)
    #expect(edges(graph) == ["_:a/Thing —p→ _:b/Thing", "Rutte/Person —p→ urn:other/Person"])
    #expect(graph.entities(named: "part").count == 2)
  }

  @Test func turtleThatIsTooDeepOrHasNoPrefix() throws {
    func turtle(depth: Int) -> String {
      "@prefix : <urn:x/> . # ((((\n:a :p \"[[[\", 'it\\'s [[', \"\"\"[ \" [\"\"\", <urn:x#((>, "
        + String(repeating: "[ :p ", count: depth) + ":b" + String(repeating: " ]", count: depth) + " .\n"
    }
    #expect(try graph(turtle(depth: 900), .ttl).graph.edgeCount > 900)
    for depth in [1_001, 40_000] {
      #expect(throws: ImportError.self) { try graph(turtle(depth: depth), .ttl) }
    }
    do {
      _ = try graph("@prefix e: <urn:e:> .\ne:a e:b e:c .\ne:a e:b x:c .\n", .ttl)
      Issue.record("a prefix that is not defined was read")
    } catch let error as ImportError {
      #expect(error.place?.hasSuffix("triple 2") == true && error.message.contains("“x:c”"), "\(error)")
    }
  }

  @Test func nTriplesTakeNamesFromLabels() throws {
    let text = """
      # a comment
      <http://example.org/r/Mark_Rutte> <http://example.org/p/leads> <http://example.org/r/NATO> .
      <http://example.org/r/Mark_Rutte> <http://www.w3.org/2000/01/rdf-schema#label> "Marc Rutte"@fr .
      <http://example.org/r/Mark_Rutte> <http://www.w3.org/2000/01/rdf-schema#label> "Mark Rutte"@en .
      <http://example.org/r/Mark_Rutte> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/c#Person> .
      <http://example.org/r/Mark_Rutte> <http://example.org/p/born> "1967-02-14"^^<http://www.w3.org/2001/XMLSchema#date> .
      this is no triple
      _:b1 <http://example.org/p/leads> <http://example.org/r/NATO> .
      """
    let (graph, wrong, _) = try graph(text, .nt)
    #expect(wrong == [7])
    #expect(
      edges(graph) == [
        "_:b1/Thing —leads→ http://example.org/r/NATO/Thing", "Mark Rutte/Person —born→ 1967-02-14/Date",
        "Mark Rutte/Person —leads→ http://example.org/r/NATO/Thing",
      ])
    for name in ["Mark Rutte", "Marc Rutte", "Mark_Rutte", "http://example.org/r/Mark_Rutte"] {
      #expect(graph.entities(named: name).map { graph.name(of: $0) } == ["Mark Rutte"], "\(name)")
    }
    #expect(graph.entities(named: "NATO").count == 1)
  }

  @Test func resourcesOfOneLabelStayApart() throws {
    let text = """
      <urn:a> <urn:p> <urn:b> .
      <urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "Springfield" .
      <urn:b> <http://www.w3.org/2000/01/rdf-schema#label> "Springfield" .
      """
    let (graph, _, _) = try graph(text, .nt)
    #expect(graph.entityCount == 2 && graph.entities(named: "Springfield").count == 2)
  }

  @Test func turtleAndQuads() throws {
    let turtle = """
      @prefix e: <urn:tercet:entity:> . @prefix r: <urn:tercet:relation:> .
      <urn:tercet:entity:Person:Mark%20Rutte> r:leads <urn:tercet:entity:Organization:NATO> .
      r:leads <http://www.w3.org/2000/01/rdf-schema#label> "lead" .
      """
    let (graph, _, _) = try graph(turtle, .ttl)
    #expect(edges(graph) == ["Mark Rutte/Person —lead→ NATO/Organization"])
    #expect(graph.predicate(PredicateID(0)).relation == "leads")
    let quads = "<urn:a> <urn:x/p> <urn:b> <urn:graph> .\n<urn:a> <urn:x/p> <urn:b> <urn:other> .\n"
    #expect(edges(try self.graph(quads, .nq).graph) == ["urn:a/Thing —p→ urn:b/Thing"])
    #expect(throws: ImportError.self) { try self.graph("@prefix e: <urn:e:> .\ne:a e:b", .ttl) }
  }

  /// Garbage of every kind is refused by line, never a trap.
  @Test(arguments: 0..<4 as Range<UInt64>)
  func garbage(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "<urn:a>", "<", ">", "\"", "\\u12", "\\", "_:", "_:b", "@en", "^^", "^^<urn:t>", " ", ".", "\t", "\u{0}", "é",
      "\n",
      "a:b", "@prefix", "\u{FEFF}", "{", "[", "<urn:p> <urn:o> .",
    ]
    for _ in 0..<200 {
      let text = (0..<generator.below(14)).map { _ in pieces[generator.below(pieces.count)] }.joined()
      for format in ImportFormat.allCases { _ = try? graph(text, format) }
    }
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func theOrderOfLinesDoesNotMatter(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let names = ["a", "B", "b", "Ä", "ä", "東", "a b", "A B", "zz"]
    var table = TripleTable()
    var content = GraphContent()
    content.entities = names.map { .init(name: $0, type: "Thing") }
    content.predicates = [.init(name: "p"), .init(name: "q")]
    let type = try table.type("Thing")
    let triples = (0..<60).map { _ in
      (generator.below(names.count), generator.below(2), generator.below(names.count))
    }
    for triple in triples {
      content.statements.append(.init(subject: triple.0, predicate: triple.1, object: triple.2, evidence: nil))
    }
    for triple in triples.shuffled(using: &generator) {
      let predicate = try table.predicate(Array(content.predicates[triple.1].name.utf8)[...])
      table.append(
        subject: try table.entity(Array(names[triple.0].utf8)[...], type: type), predicate: predicate,
        object: try table.entity(Array(names[triple.2].utf8)[...], type: type))
    }
    // Both ways of writing give the same store, but for entities that are in no triple.
    let used = Set(triples.flatMap { [$0.0, $0.2] })
    guard used.count == names.count, Set(triples.map { $0.1 }).count == 2 else { return }
    #expect(try GraphWriter.encode(table).bytes == GraphWriter.bytes(of: content), "seed \(seed)")
  }
}
