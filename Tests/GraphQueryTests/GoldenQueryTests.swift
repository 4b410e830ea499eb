import Foundation
import GraphQuery
import GraphModel
import GraphStore
import TestSupport
import Testing

/// Statements with their answers on the graph of Tests/Golden/queries. `TERCET_RECORD=1 swift test` writes them anew; read
/// the difference before committing it.
@Suite struct GoldenQueryTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../Golden/queries").standardized

  @Test(arguments: ["neighbors", "paths", "others", "match", "whole"])
  func answers(name: String) throws {
    let content = try GraphText.content(Self.text("graph.txt"))
    let recorded = try Self.text("\(name).txt")
    let text = Self.answered(recorded, by: try MemoryGraph(content))
    if ProcessInfo.processInfo.environment["TERCET_RECORD"] != nil {
      try text.write(to: Self.folder.appendingPathComponent("\(name).txt"), atomically: true, encoding: .utf8)
    } else {
      #expect(text == recorded)
    }
    let file = try GraphFile(bytes: GraphWriter.bytes(of: content))
    #expect(Self.answered(recorded, by: file) == text)
  }

  /// The statements of `recorded` with their answers.
  private static func answered(_ recorded: String, by graph: some GraphView) -> String {
    var evaluator = Evaluator(graph: graph)
    var blocks: [String] = []
    let recorded = recorded.split(separator: "\n", omittingEmptySubsequences: false).reversed().drop { $0.isEmpty }
      .reversed().joined(separator: "\n")
    for block in recorded.split(separator: "\n\n") {
      let statement = String(block.split(separator: "\n----", omittingEmptySubsequences: false)[0])
      let rows: [String]
      do {
        rows = AnswerText.lines(try evaluator.answer(try Query(parsing: statement)))
      } catch {
        rows = AnswerText.lines(error)
      }
      blocks.append(([statement, "----"] + rows).joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }
}
