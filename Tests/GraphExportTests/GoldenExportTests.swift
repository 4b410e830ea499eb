import Foundation
import GraphExport
import GraphModel
import Testing

/// Every format against a recorded file in Tests/Golden/exports; `TERCET_RECORD=1 swift test` writes them anew.
@Suite struct GoldenExportTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Golden/exports").standardized

  /// Pictures are drawn from the DOT; of the page, which is long, PageExporterTests look at the parts.
  private static let names =
    ExportFormat.allCases.filter { !$0.isPicture && $0 != .html }.map(\.rawValue) + ["reified.nt"]

  @Test(arguments: names)
  func whole(name: String) throws {
    let graph = try ExportFixture.graph()
    let exporter: any GraphExporter =
      ExportFormat(rawValue: name)?.exporter ?? NTriplesExporter(provenance: .reified)
    let text = exporter.text(.whole(), of: graph)
    let file = Self.folder.appendingPathComponent("whole.\(name)")
    if ProcessInfo.processInfo.environment["TERCET_RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try text == String(contentsOf: file, encoding: .utf8))
  }

  @Test func jsonLinesAreJSON() throws {
    let text = try JSONLinesExporter().text(.whole(), of: ExportFixture.graph())
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("{\"record\"") }
    #expect(lines.count == 5)
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(object.count == (object["attribution"] is String ? 28 : 27))
      #expect(object["sentence"] as? Int != nil)
      #expect((object["spans"] as? [String: [Int]])?.count == 3)
    }
    #expect(text.contains("\"subject\":\"Mark Rutte\""))
  }
}
