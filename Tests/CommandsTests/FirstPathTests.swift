import Bytes
import TestSupport
import Testing

@testable import Commands

/// The statements with which `help` begins.
@Suite struct FirstPathTests {
  /// Two are called Ada, and she is the best connected: who types her name is asked which one is meant.
  @Test func examplesNameOneEntityEach() throws {
    var builder = SampleGraph.Builder()
    for (name, type) in [("Ada", "Person"), ("Ada", "Company"), ("Bell", "Person"), ("Cray", "Company")] {
      builder.entity(name, type)
    }
    for number in 1...5 { builder.entity("Thing \(number)", "Thing") }
    builder.predicate("owns")
    builder.document("d", title: "d", date: "2025-01-01", source: nil)
    builder.sentence("Ada owns things.")
    for number in 1...5 {
      builder.statement("Ada", "owns", "Thing \(number)", words: ("Ada", "owns", "things"))
      if number < 4 { builder.statement("Bell", "owns", "Thing \(number)", words: ("Ada", "owns", "things")) }
      if number < 3 { builder.statement("Cray", "owns", "Thing \(number)", words: ("Ada", "owns", "things")) }
    }
    let harness = try SessionHarness(content: builder.content)
    let examples = harness.session.examples.map(\.0)
    #expect(examples.count == 3 && !examples.contains(where: { $0.contains("Ada") }), "\(examples)")
    #expect(try harness.run(examples.joined(separator: "\n")) == .answered, "\(harness.messages.contents)")
  }
}
