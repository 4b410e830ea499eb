import Bytes
import Extraction
import Language
import SchemaFiles

/// The way from text to statements with the schema and the model that are linked in, stage by stage.
struct TextStages {
  let tokenizer: Tokenizer
  let analyzer: EnglishAnalyzer
  let extractor: Extractor

  init() throws {
    let schema = try Schema.embedded()
    let weights = try ModelWeights()
    tokenizer = Tokenizer(lexicon: TokenizerLexicon(lists: schema.lists), boundaries: weights.boundaries)
    analyzer = EnglishAnalyzer(weights: weights, lexicon: LemmaLexicon(lists: schema.lists))
    extractor = Extractor(schema: schema, names: .linked)
  }

  /// The documents of `inputs`.
  ///
  /// - Throws: what is wrong with the first that cannot be read.
  static func documents(_ inputs: [String]) throws -> [InputDocument] {
    let batch = DocumentReader().read(inputs)
    if let error = batch.errors.first { throw error }
    return batch.documents
  }
}
