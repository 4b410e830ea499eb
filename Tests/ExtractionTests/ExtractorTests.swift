import GraphModel
import SchemaFiles
import Testing

@testable import Extraction

@Suite struct ExtractorTests {
  /// What is known of the schema is compiled once: a document takes the time that it is long.
  @Test func shortDocumentsTakeLittleTime() {
    var schema = Schema.world
    schema.names += (0..<5_000).map { KnownEntity(name: "Name \($0)", type: "Person") }
    let extractor = Extractor(schema: schema)
    let start = ContinuousClock.now
    for _ in 0..<100 { #expect(extractor.assemble([]) == GraphContent()) }
    #expect(ContinuousClock.now - start < .seconds(1))
  }
}
