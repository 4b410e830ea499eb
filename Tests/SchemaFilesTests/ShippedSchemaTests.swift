import SchemaFiles
import Testing

/// What must hold of the schema that is linked into the program.
@Suite struct ShippedSchemaTests {
  let schema: Schema

  init() throws { schema = try Schema.embedded() }

  @Test(arguments: [
    "complexTransitiveVerb", "conditionalMarker", "denyingVerb", "desireVerb", "ditransitiveVerb",
    "droppableAdjective", "exemplifier", "expectationAdjective", "expectationVerb", "extendedCopula", "fearVerb",
    "futureModal", "hedgeAdverb", "honorific", "implicativeVerb", "lightVerb", "month", "negation", "negativeVerb",
    "nominalization", "nonSubsectiveAdjective", "obligationModal", "obligationVerb", "planVerb",
    "possibilityAdjective", "possibilityAdverb", "possibilityModal", "possibilityVerb", "raisingVerb",
    "relationalNoun", "reportingVerb", "timeNoun", "transparentNoun", "weekday",
  ])
  func listIsLowerCaseAndSorted(_ name: String) throws {
    let words = try #require(schema.lists[name])
    #expect(!words.isEmpty)
    #expect(words == words.map { $0.lowercased() })
    #expect(words == words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(words).count == words.count)
  }
}
