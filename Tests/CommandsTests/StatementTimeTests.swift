import GraphModel
import TestSupport
import Testing

@testable import Commands

/// Random statements with the largest limits there are, on a graph where everybody knows everybody: none runs over.
@Suite(.serialized) struct StatementTimeTests {
  private static let dense: GraphContent = {
    var builder = SampleGraph.Builder()
    for number in 0..<60 { builder.entity("n\(number)", number % 2 == 0 ? "Person" : "Organization") }
    builder.predicate("knows")
    builder.predicate("meets", relation: "meets", isSymmetric: true)
    builder.document("d", title: "d", date: "2025-01-01", source: nil)
    builder.sentence("Everybody knows everybody.")
    for a in 0..<60 {
      for b in 0..<60 where a != b {
        builder.statement(
          "n\(a)", (a + b) % 7 == 0 ? "meets" : "knows", "n\(b)", words: ("Everybody", "knows", "everybody"))
      }
    }
    return builder.content
  }()

  private static func statement(_ random: inout SeededGenerator) -> String {
    func any(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }
    let relation = any(["knows", "meets", "knows|meets", ".", "knows/^meets", "(knows|^knows)*", "knows{1,9}/meets+"])
    let options = any(["", "all", "all shortest", "shortest 1000000", "weighted shortest 1000000", "all weighted"])
    switch Int.random(in: 0..<6, using: &random) {
    case 0, 1: return "path n1 to n2 \(any(["", "via \(relation)"])) \(options) \(any(["", "max 255", "max 5"]))"
    case 2: return "match ?a \(relation) ?b, ?b \(any([relation, "knows"])) ?c, ?c . ?d"
    case 3: return "match ?a:Person \(relation) ?b, ?d knows ?c since 2025"
    case 4: return "neighbors n3 depth 16 \(any(["via knows|meets", "type Person", ""]))"
    default: return any(["facts n1", "timeline n2", "find n", "stats", "why n3", "relations", "facts nobody"])
    }
  }

  @Test(arguments: 0..<30) func nothingRunsOver(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var settings = Settings()
    settings.timeout = 0.02
    settings.format = AnswerFormat.allCases.randomElement(using: &random) ?? .auto
    settings.memory = [1 << 20, 256 << 20].randomElement(using: &random) ?? 1 << 20
    let harness = try SessionHarness(settings: settings, content: Self.dense)
    harness.session.isSafe = true
    for _ in 0..<3 {
      let text = Self.statement(&random)
      let start = ContinuousClock.now
      try harness.run("set timeout off\nset timeout 1000\nset memory 900G", keepsGoing: true)
      try harness.run(text + " limit 1000000000", keepsGoing: true)
      // 220 ms are promised; a build without optimization on a busy machine takes longer.
      #expect(ContinuousClock.now - start < .seconds(4), "seed \(seed): \(text)")
    }
    #expect(harness.session.settings == settings)
  }
}
