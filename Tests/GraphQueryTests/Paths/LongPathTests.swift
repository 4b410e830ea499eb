import GraphModel
import Testing

@testable import GraphQuery

/// Paths and walks of more edges than anybody reads.
@Suite struct LongPathTests {
  private static let next = [GraphContent.Predicate(name: "next")]
  private let chain = ArrayGraph(
    entities: 600, predicates: next,
    triples: (0..<599).map { ArrayGraph.Triple(subject: $0, predicate: 0, object: $0 + 1) })

  @Test(arguments: ["", "weighted", "shortest 2", "weighted shortest 2", "all shortest", "directed"])
  func oneBoundForAllSearches(options: String) throws {
    var evaluator = Evaluator(graph: chain)
    let near = try evaluator.answer(Query(parsing: "path #0 to #255 \(options)"))
    #expect((near.content as? Answer.Paths)?.paths.first?.steps.count == 255, "\(options)")
    let far = try evaluator.answer(Query(parsing: "path #0 to #256 \(options)"))
    #expect(far.content.isEmpty && far.notes == [.longestPath(255)], "\(options): \(far.notes)")
    #expect(far.notes.first?.text == "no path longer than 255 was looked for")
    #expect(far.cutOff == nil)
    guard !options.contains("weighted") else { return }
    #expect(try evaluator.answer(Query(parsing: "path #0 to #256 \(options) max 255")).notes == [])
  }

  @Test func noNoteWhereThereIsNoPath() throws {
    let graph = ArrayGraph(
      entities: 10, predicates: Self.next,
      triples: [0, 1, 5, 6].map { ArrayGraph.Triple(subject: $0, predicate: 0, object: $0 + 1) })
    var evaluator = Evaluator(graph: graph)
    for options in ["", "weighted", "all", "shortest 3"] {
      let answer = try evaluator.answer(Query(parsing: "path #0 to #6 \(options)"))
      #expect(answer.isEmpty && answer.notes == [], "\(options)")
    }
  }

  /// Well supported edges lead round to the middle, a doubtful one straight to it: only that path is short enough.
  @Test func aShortPathIsFoundBesideALongCheapOne() throws {
    var triples = (0..<300).map { ArrayGraph.Triple(subject: $0, predicate: 0, object: $0 + 1, confidence: 99) }
    triples.append(ArrayGraph.Triple(subject: 0, predicate: 1, object: 200, confidence: 1))
    let graph = ArrayGraph(
      entities: 301, predicates: Self.next + [GraphContent.Predicate(name: "perhaps")], triples: triples)
    var evaluator = Evaluator(graph: graph)
    let answer = try evaluator.answer(Query(parsing: "path #0 to #300 weighted"))
    #expect((answer.content as? Answer.Paths)?.paths.first?.steps.count == 101)
    #expect(answer.notes == [.longestPath(255)])
  }

  @Test func longWalksAreShownInPart() throws {
    var evaluator = Evaluator(graph: chain)
    let answer = try evaluator.answer(Query(parsing: "match #0 next* #599"))
    let row = try #require((answer.content as? Answer.Matches)?.rows.first)
    #expect(row.statements.map(\.edge.id.rawValue) == Array(0..<255))
    #expect(answer.notes == [.walksCut(255)])
    let near = try evaluator.answer(Query(parsing: "match #0 next* #255"))
    #expect((near.content as? Answer.Matches)?.rows.first?.statements.count == 255 && near.notes == [])
  }

  /// Behind its time one row is drawn, whatever was asked, and what is left is told.
  @Test(arguments: [
    "path #100 to #0 all max 100", "facts #1", "neighbors #1 depth 3", "find N", "match ?a next ?b", "relations",
  ])
  func drawingIsInTime(statement: String) throws {
    let graph = ArrayGraph(
      entities: 110, predicates: Self.next + [GraphContent.Predicate(name: "then")],
      triples: (0..<109).flatMap { number in
        (0..<2).map { ArrayGraph.Triple(subject: number, predicate: $0, object: number + 1) }
      })
    var evaluator = Evaluator(graph: graph)
    let content = try evaluator.answer(Query(parsing: statement)).content
    let late = DrawingBounds(clock: StatementClock(limit: .seconds(-10)))
    let rows = content.records.count
    #expect(rows > 1)
    #expect(content.blocks(within: late).contains(.undrawn(rows - 1)), "\(statement)")
    #expect(!content.blocks(within: DrawingBounds()).contains { if case .undrawn = $0 { true } else { false } })
  }
}
