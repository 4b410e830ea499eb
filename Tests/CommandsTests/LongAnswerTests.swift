import Bytes
import GraphModel
import TestSupport
import Testing

@testable import Commands

/// Answers of very many rows are written as they are made, and end in time.
@Suite struct LongAnswerTests {
  private static let count = 2_500

  /// One entity that knows all others.
  private static func star(_ count: Int = count) -> GraphContent {
    var builder = SampleGraph.Builder()
    builder.predicate("knows")
    builder.entity("hub", "Person")
    builder.document("d", title: "d", date: "2025-01-01", source: nil)
    builder.sentence("Everybody knows everybody.")
    for number in 1...count {
      builder.entity("n\(number)", "Person")
      builder.statement("hub", "knows", "n\(number)", words: ("Everybody", "knows", "everybody"))
    }
    return builder.content
  }

  private func harness(
    _ format: AnswerFormat, timeout: Double? = nil, count: Int = count
  ) throws -> SessionHarness {
    var settings = Settings()
    (settings.format, settings.timeout) = (format, timeout)
    return try SessionHarness(settings: settings, content: Self.star(count))
  }

  @Test(arguments: ["facts hub", "neighbors hub", "timeline hub", "match hub knows ?x"])
  func writingIsInTime(statement: String) throws {
    let harness = try harness(.jsonl, timeout: 0.01)
    let start = ContinuousClock.now
    #expect(try harness.run(statement + " limit 1000000") == .failed)
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(harness.messages.contents.contains("stopped after 10 ms"), "\(harness.messages.contents)")
    #expect(harness.output.contents.split(separator: "\n").count < Self.count)
  }

  @Test func allRowsAreWrittenOnce() throws {
    for (format, lines) in [(AnswerFormat.jsonl, Self.count), (.tsv, Self.count + 1)] {
      let harness = try harness(format)
      #expect(try harness.run("facts hub limit 1000000") == .answered)
      #expect(harness.output.contents.split(separator: "\n").count == lines)
    }
  }

  @Test func tablesShowTheFirstRowsAndSaySo() throws {
    let harness = try harness(.table, count: 10_003)
    #expect(try harness.run("facts hub limit 1000000") == .answered)
    let lines = harness.output.contents.split(separator: "\n")
    #expect(lines.last == "… 3 more; the formats jsonl, tsv and line have all", "\(lines.last ?? "")")
    #expect(lines.count == 1 + 2 + 10_000 + 1)
  }

  @Test func tooLargeAnswersSaySo() throws {
    for statement in ["facts hub", "neighbors hub", "timeline hub", "match hub knows ?x", "find n"] {
      let harness = try harness(.jsonl)
      harness.session.settings.memory = 50_000
      #expect(try harness.run(statement + " limit 1000000") == .failed, "\(statement)")
      #expect(harness.messages.contents.contains("stopped: it would take over 50000 of memory"), "\(statement)")
      #expect(harness.messages.contents.contains("raise --memory"))
    }
  }
}
