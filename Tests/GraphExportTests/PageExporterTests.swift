import Bytes
import Foundation
import GraphModel
import TestSupport
import Testing

@testable import GraphExport

@Suite struct PageExporterTests {
  private func page(_ graph: MemoryGraph, limit: Int? = nil) -> String {
    PageExporter(limit: limit).text(.whole(), of: graph)
  }

  /// What stands between each `open` and the `close` behind it.
  private func insides(of text: String, _ open: String, _ close: String) -> [String] {
    text.components(separatedBy: open).dropFirst().map { $0.components(separatedBy: close)[0] }
  }

  @Test func namesAreNeverMarkup() throws {
    let text = page(try PageFixture.hostileGraph())
    #expect(text.components(separatedBy: "<script").count == 3)
    #expect(text.components(separatedBy: "</script").count == 3)
    #expect(!text.contains("<img") && !text.contains("<!-- -->") && !text.contains("<h1></"))
    #expect(text.components(separatedBy: "<h1>").count == 2)
    #expect(text.components(separatedBy: "</title>").count == 2)
    #expect(text.contains("&lt;/script&gt;&lt;script&gt;window.tercetWasRun = 1&lt;/script&gt;"))
    #expect(text.contains("&quot; onmouseover=&quot;") && !text.contains("onmouseover=\""))
    #expect(text.contains("&amp;lt;b&amp;gt;") && text.contains("{{script}}"))
    #expect(!text.contains("\u{202E}") && !text.contains("\u{0}"))
    // An address is one of the web or none.
    #expect(insides(of: text, "href=", ">").allSatisfy { $0.hasPrefix("#s") || $0 == "\"#statements\"" })
  }

  @Test(arguments: Array(61...64) as [UInt64])
  func anyNameIsText(seed: UInt64) throws {
    let graph = try NastyGraph.graph(seed: seed)
    let text = page(graph)
    // Bytes: a mark at the start of a name would be one character with the tag before it.
    let rows = Data(text.utf8)
    func count(_ tag: String) -> Int {
      var (count, rest) = (0, rows[...])
      while let found = rest.range(of: Data(tag.utf8)) { (count, rest) = (count + 1, rows[found.upperBound...]) }
      return count
    }
    let entities = (0..<UInt32(graph.edgeCount)).flatMap { number in
      let edge = graph.edge(EdgeID(number))
      return [edge.subject, edge.object]
    }
    #expect(count("<tr id=e") == graph.edgeCount, "seed \(seed)")
    #expect(count("<td>") == 6 * graph.edgeCount + 2 * Set(entities).count, "seed \(seed)")
    #expect(!text.unicodeScalars.contains { $0.steersText && $0 != "\n" }, "seed \(seed)")
  }

  @Test func onlyItsOwnScriptsRun() throws {
    let text = page(try ExportFixture.graph())
    let policy = try #require(insides(of: text, "Content-Security-Policy\" content=\"", "\"").first)
    #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-"))
    #expect(!policy.contains("unsafe") && !policy.contains("*") && !policy.contains("data:"))
    let scripts = insides(of: text, "<script>", "</script>")
    #expect(scripts.count == 2)
    for piece in scripts + insides(of: text, "<style>", "</style>") {
      var hash = SHA256()
      hash.update(Array(piece.utf8))
      #expect(policy.contains(Data(hash.digest()).base64EncodedString()))
    }
  }

  @Test func nothingIsLoadedOrMadeOfText() throws {
    let text = page(try ExportFixture.graph())
    for word in [
      "http:", "https:", " src=", "url(", "@import", "fetch(", "XMLHttpRequest", "WebSocket", "innerHTML", "outerHTML",
      "insertAdjacentHTML", "document.write", "eval(", "new Function", "<link", "<iframe", " on", "localStorage",
    ] where word != " on" {
      #expect(!text.replacingOccurrences(of: "http://www.w3.org/2000/svg", with: "").contains(word), "\(word)")
    }
    #expect(text.utf8.count < 70_000, "\(text.utf8.count)")
  }

  @Test func aThousandStatementsTakeHalfAMegabyte() throws {
    let graph = try PageFixture.large(statements: 1_000)
    let text = page(graph)
    #expect(text.components(separatedBy: "<tr id=e").count == graph.edgeCount + 1)
    #expect(text.utf8.count <= 500_000, "\(text.utf8.count)")
    #expect(text == page(graph))
  }

  @Test func rowsSayHowAndByWhom() throws {
    let text = page(try ExportFixture.graph())
    let rows = insides(of: text, "<tbody class=\"raw\">\n", "</tbody>")[0].split(separator: "\n")
    // Best supported first, and a claim with who says so.
    #expect(rows[0].hasPrefix("<tr id=e1 data-e=\"2 3 - 0.93 2 2\" data-w=\"0 0 5 6 5 12 4,"))
    #expect(rows[0].contains("<td>Mark Rutte<td>leads<td>NATO<td>fact<td>2025-04<td><a href=#s0>2</a>"))
    #expect(rows.contains { $0.contains("<td>Ukraine<td>member of<td>NATO<td>denied, says Mark Rutte<td>") })
    #expect(text.contains("<li id=s1 value=2>Ukraine is not in NATO, Rutte said.\n"))
    #expect(text.contains("<article><h3>d1</h3><p><time>2025-04-03</time> <b>d1</b></p>"))
    #expect(text.contains("<h1>What 2 documents say</h1>"))
    #expect(text.contains("4 statements of 2 documents, 2025-04"))
  }

  @Test func spansCountAsScriptsDo() throws {
    var content = GraphContent()
    let text = "👩‍👩‍👧 é leads 中国."
    content.documents = [
      .init(id: "d", text: Array("x \(text)".utf8), sentences: [2..<UInt32(2 + text.utf8.count)])
    ]
    content.entities = ["É", "中国"].map { .init(name: $0, type: "Person") }
    content.predicates = [.init(name: "leads")]
    let bytes = Array("x \(text)".utf8)
    func range(_ word: String) -> Range<UInt32> {
      let word = Array(word.utf8)
      let start = bytes.indices.first { bytes[$0...].starts(with: word) } ?? 0
      return UInt32(start)..<UInt32(start + word.count)
    }
    content.statements = [
      .init(
        subject: 0, predicate: 0, object: 1,
        evidence: .init(
          document: 0, sentence: 0, subject: range("é"), predicate: range("leads"), object: range("中国")))
    ]
    // The family has 8 code units; what stands before the sentence has none.
    #expect(page(try MemoryGraph(content)).contains("data-w=\"0 9 1 11 5 17 2\""))
    #expect(text.utf16.count == 20)
  }

  @Test func aLimitKeepsAConnectedPart() throws {
    let graph = try PageFixture.large(statements: 400)
    let text = page(graph, limit: 30)
    #expect(insides(of: text, "data-at=\"", "\"").count == 30)
    #expect(text.contains(" left out, the best connected shown; --limit "))
  }

  /// A dense graph makes no page that nobody can send, unless somebody says how much he wants.
  @Test func statementsAreBounded() throws {
    var content = GraphContent()
    content.entities = (0..<60).map { .init(name: "Ministry of Affairs \($0)", type: "Organization") }
    content.predicates = [.init(name: "cooperates with")]
    for a in 0..<60 {
      for b in 0..<60 where a != b {
        content.statements.append(.init(subject: a, predicate: 0, object: b, evidence: nil))
      }
    }
    let graph = try MemoryGraph(content)
    let shown = PageExporter().shown(.whole(), of: graph)
    #expect(shown.edges?.count == PageExporter.usualStatementLimit)
    let note = try #require(shown.leftOutNote)
    #expect(note.contains("1540 statements left out, the best ") && note.hasSuffix(" --limit 60 shows all"), "\(note)")
    let text = PageExporter().text(.whole(), of: graph)
    #expect(text.components(separatedBy: "<tr id=e").count == PageExporter.usualStatementLimit + 1)
    #expect(text.contains(note) && text.utf8.count < 1_000_000, "\(text.utf8.count)")
    #expect(PageExporter(limit: 60).shown(.whole(), of: graph).edges?.count == graph.edgeCount)
  }

  @Test func addressesOfTheWebAreLinks() {
    #expect(HTMLText.address("https://example.org/a?b=1&c=2") == "https://example.org/a?b=1&amp;c=2")
    for text in ["javascript:alert(1)", "https://a b", "https://a\"onclick=1", "ftp://a", " https://a", "HTTPS://a"] {
      #expect(HTMLText.address(text) == nil, "\(text)")
    }
  }

  @Test func base64() {
    for (text, code) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
      #expect(HTMLText.base64(Array(text.utf8)) == code)
    }
  }

  @Test func everyFileOfThePageIsLinkedIn() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../Sources/EmbeddedPage/page").standardized
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let files = PageFile.embedded()
    #expect(files.map(\.name).sorted() == names)
    for file in files {
      #expect(try file.text == String(contentsOf: folder.appendingPathComponent(file.name), encoding: .utf8))
      #expect(!file.text.contains("</script") || file.name == "page.html")
      #expect(!file.text.contains("</style") || file.name == "page.html")
      #expect(
        file.text.split(separator: "\n").allSatisfy { $0.count <= 120 || file.name.hasSuffix("l") }, "\(file.name)")
    }
  }

  @Test func placesAreFilledOnce() {
    #expect(
      PageTemplate.pieces(of: "a{{b}}c{{d}}") == [.text("a"), .place("b"), .text("c"), .place("d"), .text("")])
    #expect(PageTemplate.bare("  a\n\n// b\n/* c */\n/** d */\ne // f\n") == "a\ne // f\n")
  }
}
