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

  /// The last word hangs on the owner, so that the owner's phrase lies around the noun that he owns.
  @Test func anOwnerMayLieAroundWhatHeOwns() throws {
    let document = try Referents.document(
      """
      Mark/PROPN/7/nsubj Rutte/PROPN/1/flat ,/PUNCT/6/punct the/DET/6/det NATO/PROPN/6/compound chief/NOUN/1/appos left=leave/VERB/0/root
      The/DET/2/det chief/NOUN/4/nmod_poss +'s='s/PART/2/case lawyers=lawyer/NOUN:NNS/5/nsubj met=meet/VERB/0/root Fox/PROPN/5/obj yesterday/NOUN/2/compound
      """)
    let extraction = Extractor(schema: .world).extract(document)
    #expect(extraction.events.count > 0)
  }

  /// An article that a parser hangs on the holder, so that the holder's phrase lies around the noun before it.
  @Test func whatANameStandsForMayLieAroundItsNoun() throws {
    let document = try Referents.document(
      """
      Mark/PROPN/7/nsubj Rutte/PROPN/1/flat ,/PUNCT/6/punct the/DET/6/det NATO/PROPN/6/compound chief/NOUN/1/appos left=leave/VERB/0/root
      the/DET/3/det lawyers=lawyer/NOUN:NNS/4/nsubj chief/NOUN/2/nmod met=meet/VERB/0/root Fox/PROPN/4/obj
      """)
    let extraction = Extractor(schema: .world).extract(document)
    #expect(extraction.events.contains { $0.predicate.name == "meet" })
  }
}
