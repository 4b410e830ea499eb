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

  /// Those of several entities are one answer, an edge between two of them once.
  @Test func severalEntities() throws {
    var evaluator = Evaluator(graph: try MemoryGraph(SampleGraph.content))
    func edges(_ text: String) throws -> [String] {
      try evaluator.answer(Query(parsing: text)).content.records.map { record in
        record.fields.first { $0.name == "edge" }.map { "\($0.value)" } ?? ""
      }
    }
    let both = try edges("neighbors Mark Rutte and Marco Rubio")
    #expect(Set(both) == Set(try edges("neighbors Mark Rutte") + edges("neighbors Marco Rubio")))
    #expect(Set(both).count == both.count)
    #expect(try edges("neighbors Mark Rutte and Mark Rutte") == edges("neighbors Mark Rutte"))
    let lines = try lines("neighbors Mark Rutte and Marco Rubio")
    #expect(lines[0].hasPrefix("Mark Rutte (Person, #") && lines[0].contains("), Marco Rubio (Person"))
    let tree = try self.lines("neighbors Mark Rutte and Marco Rubio depth 2")
    #expect(tree.contains("  Mark Rutte") && tree.contains("  Marco Rubio"))
    #expect(throws: QueryError.self) { try edges("neighbors Mark Rutte and") }
    #expect(throws: QueryError.self) { try edges("neighbors NATO" + String(repeating: " and NATO", count: 17)) }
  }
}
