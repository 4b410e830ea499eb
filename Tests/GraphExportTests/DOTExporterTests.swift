import Foundation
import GraphModel
import TestSupport
import Testing

@testable import GraphExport

@Suite struct DOTExporterTests {
  @Test(arguments: Array(1...6) as [UInt64])
  func anyNameIsValid(seed: UInt64) throws {
    let graph = try NastyGraph.graph(seed: seed)
    let text = DOTExporter().text(.whole(), of: graph)
    let strings = try #require(DOTScanner.strings(in: text), "seed \(seed)")
    #expect(strings.allSatisfy { $0.utf8.count < 16_384 }, "seed \(seed)")
    let unescaped = strings.filter { $0.replacing("&amp;", with: "").contains("&") }
    #expect(unescaped.isEmpty, "seed \(seed)")
    #expect(!text.utf8.contains { $0 < 0x20 && $0 != 0x0A }, "seed \(seed)")

    guard let dot = Self.graphviz else { return }
    let folder = try TemporaryFolder()
    try text.write(toFile: folder.file("graph.dot"), atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: dot)
    process.arguments = ["-Knop", "-Tcanon", "-o", folder.file("graph.out"), folder.file("graph.dot")]
    let messages = Pipe()
    process.standardError = messages
    try process.run()
    let said = String(decoding: messages.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "seed \(seed): \(said)")
    #expect(!said.contains("syntax error"), "seed \(seed): \(said)")
  }

  private static var graphviz: String? {
    ["/usr/bin/dot", "/usr/local/bin/dot"].first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  @Test func edgesWithoutEvidenceAreDrawn() throws {
    var content = GraphContent()
    content.entities = ["A", "B"].map { GraphContent.Entity(name: $0, type: "Thing") }
    content.predicates = [GraphContent.Predicate(name: "p")]
    content.statements = [GraphContent.Statement(subject: 0, predicate: 0, object: 1, evidence: nil)]
    let text = DOTExporter().text(.whole(), of: try MemoryGraph(content))
    let line = "n0 -> n1 [id=\"e0\", color=\"#4F5963\", penwidth=1, weight=1, tooltip=\"e0\", label=\"p\", "
    #expect(text.contains(line), "\(text)")
  }

  @Test func limitKeepsTheBestConnected() throws {
    var content = GraphContent()
    content.documents = [GraphContent.Document(id: "d", text: Array("text".utf8), sentences: [0..<4])]
    content.entities = (0..<150).map { GraphContent.Entity(name: "N\(100 + $0)", type: "Person") }
    content.predicates = [GraphContent.Predicate(name: "knows")]
    content.statements = (1..<150).flatMap { number in
      [0, 1].filter { $0 != number }.map { hub in
        GraphContent.Statement(
          subject: hub, predicate: 0, object: number,
          evidence: GraphContent.Evidence(document: 0, sentence: 0, subject: 0..<1, predicate: 1..<2, object: 2..<3))
      }
    }
    let graph = try MemoryGraph(content)
    let text = DOTExporter(limit: 10).text(.whole(), of: graph)
    #expect(text.contains("// 140 entities and 280 statements left out, the best connected shown; --limit 150 shows"))
    #expect(text.contains("  n0 [") && text.contains("  n1 ["))
    #expect(text.contains("layout=dot"))
    let last = EntityID(149)
    let part = Subgraph(edges: nil, highlighted: [last])
    #expect(DOTExporter(limit: 3).text(part, of: graph).contains("n149 [label=\"N249\", shape=ellipse"))
    let whole = DOTExporter(limit: nil).text(.whole(), of: graph)
    #expect(whole.contains("layout=sfdp") && whole.contains("// layout sfdp"))
    #expect(!whole.contains("left out"))
    // Words of lines would lie over one another there.
    #expect(text.contains("label=\"knows\"") && !whole.contains("label=\"knows\""))
  }

  @Test func whatIsSaidAlikeIsOneLine() throws {
    let text = DOTExporter().text(.whole(), of: try ExportFixture.graph())
    #expect(text.components(separatedBy: " -> ").count == 5)
    var content = GraphContent()
    content.entities = ["A", "B", "C"].map { GraphContent.Entity(name: $0, type: "Thing") }
    content.predicates = ["p", "q", "r", "s", "t"].map { GraphContent.Predicate(name: $0) }
    content.statements = (0..<5).map { GraphContent.Statement(subject: 0, predicate: $0, object: 1, evidence: nil) }
    content.statements[4].attribution = 2
    let joined = DOTExporter().text(.whole(), of: try MemoryGraph(content))
    #expect(joined.components(separatedBy: " -> ").count == 3)
    #expect(joined.contains("label=\"p\\nq\\nr\\nand 1 more\""), "\(joined)")
    #expect(joined.contains("label=\"t, says C\""))
    #expect(joined.contains("style=dotted"))
  }

  @Test func theLegendTellsWhatIsDrawn() throws {
    let text = DOTExporter().text(.whole(), of: try ExportFixture.graph())
    for word in ["Person (ellipse)", "Odd Type", "the text says so", "denied, possible or planned", "4 statements, 2"] {
      #expect(text.contains(word), "\(word)")
    }
    #expect(!text.contains("somebody says so"))
  }

  @Test func nodesArePutTogether() throws {
    let graph = try ExportFixture.graph()
    let byType = DOTExporter(clusters: .type).text(.whole(), of: graph)
    #expect(byType.components(separatedBy: "subgraph cluster_").count == 5 && byType.contains("label=\"Person\";"))
    #expect(DOTExporter(clusters: .source).text(.whole(), of: graph).contains("label=\"no source\";"))
  }
}

@Suite struct TypeStyleTests {
  /// The types of the schema are told apart by color or shape, and every shape can be drawn by the page.
  @Test func everyTypeOfTheSchemaHasALookOfItsOwn() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..").standardized
    let text = try String(contentsOf: root.appendingPathComponent("Schema/types.ttl"), encoding: .utf8)
    let types = text.matches(of: /(?m)^:([A-Z][A-Za-z]+)/).map { String($0.output.1) }
    #expect(types.count > 20)
    let looks = types.map { TypeStyle.of($0).color + TypeStyle.of($0).shape }
    #expect(Set(looks).count == types.count)
    let glyphs = PageFile.embedded().first { $0.name == "glyphs.js" }?.text ?? ""
    for shape in Set((types + (0..<99).map { "Type \($0)" }).map { TypeStyle.of($0).shape }) {
      #expect(glyphs.contains("\n  \(shape): "), "\(shape)")
    }
  }
}

/// Cuts DOT text into its quoted strings, as Graphviz's lexer does.
enum DOTScanner {
  /// The strings between unescaped quotes; nil when one does not end, or when a line outside of them is not a statement.
  static func strings(in text: String) -> [String]? {
    var strings: [String] = []
    var current: [UInt8]?
    var escaped = false
    for byte in text.utf8 {
      guard var string = current else {
        if byte == UInt8(ascii: "\"") { current = [] }
        continue
      }
      if escaped {
        escaped = false
      } else if byte == UInt8(ascii: "\\") {
        escaped = true
      } else if byte == UInt8(ascii: "\"") {
        strings.append(String(decoding: string, as: UTF8.self))
        current = nil
        continue
      }
      string.append(byte)
      current = string
    }
    return current == nil ? strings : nil
  }
}
