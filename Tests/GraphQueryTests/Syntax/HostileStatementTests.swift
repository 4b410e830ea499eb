import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// Statements that nobody types: each is answered or refused, and soon.
/// The limit is for what would take hours: beside all the other tests each waits for its turn.
@Suite(.timeLimit(.minutes(20))) struct HostileStatementTests {
  private static let tooDeep = [
    String(repeating: "(", count: 5_000) + "leads" + String(repeating: ")", count: 5_000),
    String(repeating: "(", count: 200_000),
    String(repeating: "^", count: 200_000) + "leads",
    "leads" + String(repeating: "*", count: 200_000),
    "leads" + String(repeating: "{1,2}", count: 50_000),
    "leads/" + String(repeating: "(leads|", count: 101) + "." + String(repeating: ")", count: 101),
    String(repeating: "(", count: 40) + "leads" + String(repeating: "?)", count: 40)
      + String(repeating: "+", count: 21),
  ]

  @Test(arguments: tooDeep.indices)
  func deepPathExpressionsAreRefused(number: Int) {
    do {
      _ = try Query(parsing: "path A to B via \(Self.tooDeep[number])")
      Issue.record("parsed")
    } catch {
      #expect(error.kind == .patternTooDeep(PathExpressionParser.mostLevels), "\(error.message)")
      #expect(error.place?.hasPrefix("1:") == true && error.remedy != nil)
    }
  }

  @Test(arguments: [
    String(repeating: "(", count: 100) + "leads" + String(repeating: ")", count: 100),
    String(repeating: "^", count: 100) + "leads",
    "leads" + String(repeating: "?", count: 100),
    Array(repeating: "(leads)?", count: 60).joined(separator: "|"),
  ])
  func otherPathExpressionsAreAnswered(expression: String) throws {
    var evaluator = Evaluator(graph: try MemoryGraph(SampleGraph.content))
    let answer = try evaluator.answer(Query(parsing: "path Mark Rutte to NATO via \(expression)"))
    #expect(!answer.isEmpty)
  }

  @Test func manyFlagsAreOneRepetitionOrOneName() throws {
    let flags = String(repeating: "in ", count: 50_000)
    #expect(throws: QueryError.self) { try Query(parsing: "neighbors NATO \(flags)") }
    guard let query = try Query(parsing: "neighbors \(flags) Italy").verb as? NeighborsVerb else {
      Issue.record("not neighbors")
      return
    }
    #expect(query.entity.spelling == flags + "Italy")
  }

  @Test func messagesRepeatNoMoreThanCanBeRead() {
    let long = String(repeating: "é", count: 30_000)
    for text in [
      long, "types \(long)", "neighbors A min \(String(repeating: "9", count: 30_000))", "why e1 \(long) via",
    ] {
      do {
        var evaluator = Evaluator(graph: try MemoryGraph(SampleGraph.content))
        _ = try evaluator.answer(Query(parsing: text))
        Issue.record("answered: \(text.prefix(20))")
      } catch {
        #expect("\((error as? QueryError)?.message ?? "")".utf8.count < 500)
      }
    }
  }

  @Test func anyTimeCanBeALimit() throws {
    let query = try Query(parsing: "path Mark Rutte to NATO")
    for time in [Duration.seconds(Int64.max), .seconds(1e18), .seconds(-1), .zero, .nanoseconds(1)] {
      var evaluator = Evaluator(graph: try MemoryGraph(SampleGraph.content), limits: QueryLimits(time: time))
      #expect(try evaluator.answer(query).cutOff == (time > .seconds(1) ? nil : .timeLimit(time)))
    }
  }

  @Test(arguments: ["('", " '", "/'a "])
  func apostrophesThatCloseNothingAreReadOnce(part: String) {
    let text = "facts " + String(repeating: part, count: 50_000) + "a"
    #expect(StatementLexer.lastStatement(of: text).first?.text == "facts")
    #expect(StatementScanner(text).statements.count <= 1)
  }

  @Test func manyPatternsAreRefused() throws {
    let pattern = "?x member of NATO"
    let most = Array(repeating: pattern, count: StatementParser.mostPatterns)
    var evaluator = Evaluator(graph: try MemoryGraph(SampleGraph.content))
    #expect(try evaluator.answer(Query(parsing: "match " + most.joined(separator: ", "))).isEmpty == false)
    let chain = (0..<10_000).map { "?x\($0) . ?x\($0 + 1)" }.joined(separator: ", ")
    for text in [(most + [pattern]).joined(separator: ", "), chain] {
      do {
        _ = try Query(parsing: "match " + text)
        Issue.record("parsed")
      } catch {
        #expect(error.code == "query.range" && error.message.contains("at most 64"), "\(error.message)")
      }
    }
  }

  /// Rows of an answer that time put an end to have the edges that prove them, or are left out.
  @Test func rowsOfAnInterruptedMatchAreProven() throws {
    let ring = ArrayGraph(
      entities: 400, predicates: [GraphContent.Predicate(name: "next")],
      triples: (0..<400).map { ArrayGraph.Triple(subject: $0, predicate: 0, object: ($0 + 1) % 400) })
    var evaluator = Evaluator(graph: ring, limits: QueryLimits(time: .milliseconds(30)))
    let answer = try evaluator.answer(Query(parsing: "match ?a . ?b, ?c . ?d limit 1000000"))
    let matches = try #require(answer.content as? Answer.Matches)
    #expect(answer.cutOff != nil)
    #expect(matches.rows.allSatisfy { !$0.statements.isEmpty })
  }

  @Test func fieldsOfRecordsHaveNamesOfTheirOwn() throws {
    var evaluator = Evaluator(graph: try MemoryGraph(SampleGraph.content))
    for text in [
      "match ?x leads ?x_id", "match ?x_type leads ?x", "match ?row leads ?note", "match :Person leads ?edges",
    ] {
      let records = try evaluator.answer(Query(parsing: text)).content.records
      let names = try #require(records.first).fields.map(\.name)
      #expect(Set(names).count == names.count, "\(text): \(names)")
    }
  }
}
