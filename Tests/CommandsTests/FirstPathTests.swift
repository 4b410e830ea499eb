import Bytes
import GraphQuery
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

  /// The examples of verbs name what the graph has, each as its own verb reads it.
  @Test func examplesOfVerbsNameWhatTheGraphHas() throws {
    var builder = SampleGraph.Builder()
    for (name, type) in [("Ada", "Person"), ("Bell", "Person"), ("NATO", "Organization"), ("Peru", "Country")] {
      builder.entity(name, type)
    }
    builder.predicate("leads")
    builder.document("d", title: "d", date: "2025-01-01", source: nil)
    builder.sentence("Ada leads things.")
    builder.statement("Ada", "leads", "NATO", words: ("Ada", "leads", "things"))
    builder.statement("Ada", "leads", "Peru", words: ("Ada", "leads", "things"))
    builder.statement("Bell", "leads", "Peru", words: ("Ada", "leads", "things"))
    let names = try SessionHarness(content: builder.content).session.exampleNames
    #expect(names.renamed("common Mark Rutte and Marco Rubio") == "common Ada and Bell")
    #expect(names.renamed("common NATO and Russia and Ukraine") == "common NATO and Peru and Ukraine")
    #expect(names.renamed("find rutte") == "find ada" && names.renamed("Ruttes of NATOs") == "Ruttes of NATOs")
    for verb in VerbTable.standard.all {
      for example in verb.syntax.examples.map(names.renamed) {
        #expect(throws: Never.self, "\(example)") { try StatementParser.parse(example, verbs: VerbTable.standard.all) }
      }
    }
  }
}
