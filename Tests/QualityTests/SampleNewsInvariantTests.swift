import Language
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

/// What holds inside extraction while it reads seeds/.
@Suite struct SampleNewsInvariantTests {
  @Test func everySentenceIsOneTreeAfterEveryMend() throws {
    let schema = try Schema.embedded()
    let repair = TreeRepair(schema: schema, types: EntityTypes(schema: schema))
    let documents = try SampleNews.documents(schema)
    #expect(documents.count > 10)
    for var document in documents {
      #expect(document.treeFault == nil)
      var after = document
      var faults: [String] = []
      // Labels and tags are mended before the rules, which nobody is told of.
      SmallNouns.mend(&after)
      NameLabels.mend(&after)
      repair.repair(&document) { firing, tokens in
        after.tokens = tokens
        faults += after.treeFault.map { ["\(repair.name(of: firing)): \($0)"] } ?? []
      }
      #expect(faults == [] && after.tokens == document.tokens, "\(document.metadata.id)")
    }
  }

  /// The lists of rules by which the tests look for missing weights are whole.
  @Test func statementsAndOpenFactsHaveTheRulesListed() throws {
    let schema = try Schema.embedded()
    let extractor = Extractor(schema: schema)
    for document in try SampleNews.documents(schema) {
      let ofStatements = extractor.events(in: document).events.flatMap(\.rules)
      let listed = Set(RuleName.ofStatements + [.inferredBody, .listedBody])
      #expect(Set(ofStatements).subtracting(listed) == [], "\(document.metadata.id)")
      let ofOpenFacts = WordingStyle.allCases.flatMap { extractor.openFacts(document, style: $0) }
        .flatMap(\.signs).compactMap(RuleName.init)
      #expect(Set(ofOpenFacts).subtracting(RuleName.ofOpenFacts) == [], "\(document.metadata.id)")
    }
  }
}
