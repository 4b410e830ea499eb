import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

@Suite struct NeighborTreeTests {
  private func lines(_ text: String) throws -> [String] {
    var evaluator = Evaluator(graph: try MemoryGraph(SampleGraph.content))
    let answer = try evaluator.answer(Query(parsing: text))
    return answer.content.blocks.compactMap { block in
      switch block {
      case .line(let text): plain(text)
      case .walk(let start, let parts): plain(start) + parts.map { $0.gap + plain($0.text) }.joined()
      default: nil
      }
    }
  }

  private func plain(_ text: GraphQuery.AnswerText) -> String {
    text.pieces.map { piece in
      switch piece {
      case .words(let words, _), .mark(let words, _): words
      case .arrow(let arrow, _): (arrow.isBackward ? "<" : "") + arrow.words + (arrow.isBackward ? "" : ">")
      }
    }.joined()
  }

  /// Each row stands below that through which it was reached.
  @Test func rowsStandBelowTheirEntity() throws {
    let lines = try lines("neighbors Marco Rubio depth 2")
    let rutte = try #require(lines.firstIndex { $0.hasPrefix("  ") && $0.contains("Mark Rutte") })
    let nato = try #require(lines.firstIndex { $0.contains("NATO") })
    #expect(nato > rutte && lines[nato].hasPrefix("    "))
    #expect(lines[0].contains("at depth 2"))
  }

  /// An entity between that the answer does not show is named all the same.
  @Test func whatIsNotShownIsNamed() throws {
    let lines = try lines("neighbors Marco Rubio depth 2 type Organization")
    let through = try #require(lines.firstIndex { $0.hasPrefix("  through Mark Rutte") })
    #expect(lines[through + 1].hasPrefix("    ") && lines[through + 1].contains("NATO"))
  }
}
