import Foundation
import GraphQuery
import GraphStore
import Testing

/// Statements with their answers on the graph of Tests/Golden/queries. `TERCET_RECORD=1 swift test` writes them anew; read
/// the difference before committing it.
@Suite struct GoldenQueryTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Golden/queries").standardized

  @Test(arguments: ["neighbors", "paths", "others"])
  func answers(name: String) throws {
    let graph = try GraphText.graph(Self.text("graph.txt"))
    let recorded = try Self.text("\(name).txt")
    var evaluator = Evaluator(graph: graph)
    var actual: [String] = []
    for block in recorded.split(separator: "\n\n") {
      let statement = String(block.split(separator: "\n----", omittingEmptySubsequences: false)[0])
      let rows: [String]
      do {
        rows = AnswerText.lines(try evaluator.answer(try QueryParser.parse(statement)))
      } catch {
        rows = AnswerText.lines(error)
      }
      actual.append(([statement, "----"] + rows).joined(separator: "\n"))
    }
    let text = actual.joined(separator: "\n\n") + "\n"
    if ProcessInfo.processInfo.environment["TERCET_RECORD"] != nil {
      try text.write(to: Self.folder.appendingPathComponent("\(name).txt"), atomically: true, encoding: .utf8)
    }
    #expect(text == recorded)
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }
}
