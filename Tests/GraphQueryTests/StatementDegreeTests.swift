import GraphModel
import TestSupport
import Testing

@testable import GraphQuery

/// Facts, what is reported, claims: shown, walked and counted by one rule.
@Suite struct StatementDegreeTests {
  private let graph: MemoryGraph

  init() throws {
    var builder = EventGraph.Builder()
    builder.document("d", "2025-03-03")
    builder.sentence("A lead B. C said B own D. D may sue E. C denied that E meet A.")
    builder.event("A", "lead", "B")
    builder.event("B", "own", "D", by: "C")
    builder.event("D", "sue", "E", modality: .possible)
    builder.event("E", "meet", "A", polarity: .negated, by: "C")
    graph = try MemoryGraph(builder.content)
  }

  private func answer(_ statement: String, _ degrees: StatementDegrees = .usual) throws -> Answer {
    var evaluator = Evaluator(graph: graph, limits: QueryLimits(degrees: degrees))
    return try evaluator.answer(Query(parsing: statement))
  }

  @Test func degreesFollowFromTheKind() {
    for polarity in [Polarity.affirmed, .negated] {
      for modality in Modality.allCases {
        for isAttributed in [false, true] {
          let isCertain = polarity == .affirmed && modality == .certain
          let expected: StatementDegree = !isCertain ? .claim : isAttributed ? .reported : .fact
          #expect(StatementKind(polarity, modality, isAttributed: isAttributed).degree == expected)
        }
      }
    }
  }

  @Test(arguments: [
    (StatementDegrees.facts, 1, false, false), (StatementDegrees.usual, 2, true, false),
    (StatementDegrees.all, 2, true, true), ([.facts, .claims] as StatementDegrees, 1, false, false),
  ])
  func whatIsShownIsWalked(degrees: StatementDegrees, neighbors: Int, reaches: Bool, reachesFar: Bool) throws {
    let found = try #require(try answer("neighbors B", degrees).content as? Answer.Neighbors)
    #expect(found.rows.count == neighbors)
    for words in ["", " weighted", " all max 4"] {
      #expect(try answer("path A to D via lead/own\(words)", degrees).isEmpty != reaches, "\(words)")
      #expect(try answer("path A to E via lead/own/sue\(words)", degrees).isEmpty != reachesFar, "\(words)")
    }
    #expect(try answer("match A lead/own ?x", degrees).isEmpty != reaches)
  }

  @Test func theNoteSaysWhatIsLeftOut() throws {
    let notes = try answer("facts B", .facts).notes.map(\.text)
    #expect(notes == ["1 statement on somebody's word left out; set said on shows them"])
    let others = try answer("facts D").notes.map(\.text)
    #expect(others == ["1 negated or uncertain statement left out; --claims shows them"])
  }

  @Test func whoIsOnlyQuotedAnswersWithWhatHeSays() throws {
    let facts = try #require(try answer("facts C").content as? Answer.Facts)
    #expect(facts.events.isEmpty && facts.says.count == 1 && facts.totalSaid == 1)
    #expect(try #require(try answer("facts C", .all).content as? Answer.Facts).says.count == 2)
    #expect(try #require(try answer("facts C", .facts).content as? Answer.Facts).says.isEmpty)
  }

  @Test func countsTellThemApart() throws {
    let stats = try #require(try answer("stats").content as? Answer.Statistics)
    #expect(stats.degrees.facts == 1 && stats.degrees.reported == 1 && stats.degrees.claims == 2)
  }
}
