import GraphExport
import GraphModel
import TestSupport
import Testing

@Suite struct ExportLossesTests {
  private func losses(_ format: ExportFormat, _ part: Subgraph = .whole(), limit: Int? = nil) throws -> String {
    let graph = try MemoryGraph(EventGraph.content)
    let shown = format.exporter(keepsFormulas: nil, limit: limit).shown(part, of: graph)
    return [shown.leftOutNote ?? "", ExportLosses(shown, of: graph, as: format).text].filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  @Test func whatIsLostIsCounted() throws {
    #expect(try losses(.jsonl).isEmpty && losses(.vault).isEmpty)
    let graphML = try losses(.graphml)
    #expect(graphML == "3 events without object, 3 further sentences, 2 texts of documents", "\(graphML)")
    #expect(try losses(.ttl) == "2 texts of documents")
    #expect(try losses(.nt).hasPrefix("2 claims, 2 statements that are somebody's word, "))
    let mermaid = try losses(.mermaid, limit: 2)
    #expect(mermaid.contains("11 "), "\(mermaid)")
    // What is not in the part is not lost.
    #expect(try losses(.graphml, Subgraph(edges: [])).isEmpty)
  }

  /// A table of edges has nothing of a list of entities.
  @Test func entitiesAloneAreCounted() throws {
    // Number 0 stands for the object that events do not have.
    let part = Subgraph(edges: [], entities: [EntityID(1), EntityID(2)])
    for format in [ExportFormat.tsv, .csv] {
      let found = try losses(format, part)
      #expect(found.hasPrefix("2 entities without a statement"), "\(found)")
      #expect(try !losses(format).contains("without a statement"))
    }
    #expect(try losses(.geojson, part) == "2 entities without a place that is known")
    for format in [ExportFormat.jsonl, .graphml, .html] {
      #expect(try !losses(format, part).contains("entit"), "\(format)")
    }
  }

  @Test func endingsStandForFormats() {
    #expect(ExportFormat(path: "a/b.FTM.json") == .ftm && ExportFormat(path: "x.gv") == .dot)
    #expect(ExportFormat(path: "x.json") == nil && ExportFormat(path: "jsonl") == nil)
    for format in ExportFormat.allCases {
      for ending in format.description.endings { #expect(ExportFormat(path: "x.\(ending)") == format) }
    }
  }
}
