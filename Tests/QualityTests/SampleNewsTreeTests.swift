import Language
import SchemaFiles
import TestSupport
import Testing

@testable import Extraction

/// The trees of seeds/ stay trees when they are mended.
@Suite struct SampleNewsTreeTests {
  @Test func everySentenceIsOneTreeAfterEveryMend() throws {
    let schema = try Schema.embedded()
    let weights = try ModelWeights()
    let tokenizer = Tokenizer(lexicon: TokenizerLexicon(lists: schema.lists), boundaries: weights.boundaries)
    let analyzer = EnglishAnalyzer(weights: weights, lexicon: LemmaLexicon(lists: schema.lists))
    let repair = TreeRepair(types: EntityTypes(schema: schema), lexicon: Lexicon(schema: schema))
    let documents = DocumentReader().read([ProjectFile.path("seeds")]).documents
    #expect(documents.count > 10)
    for input in documents {
      var document = input.document
      tokenizer.tokenize(&document, layout: input.layout)
      analyzer.analyze(&document)
      #expect(document.treeFault == nil)
      var tokens = document.tokens
      var faults: [String] = []
      repair.repair(&document) { mend, document in
        if document.tokens != tokens { faults += document.treeFault.map { ["\(mend): \($0)"] } ?? [] }
        tokens = document.tokens
      }
      #expect(faults == [], "\(document.metadata.id)")
    }
  }
}
