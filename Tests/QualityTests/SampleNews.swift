import Language
import SchemaFiles

/// The documents of seeds/, analyzed by the model that is built in.
enum SampleNews {
  static func documents(_ schema: Schema) throws -> [Document] {
    let weights = try ModelWeights()
    let tokenizer = Tokenizer(lexicon: TokenizerLexicon(lists: schema.lists), boundaries: weights.boundaries)
    let analyzer = EnglishAnalyzer(weights: weights, lexicon: LemmaLexicon(lists: schema.lists))
    return DocumentReader().read([ProjectFile.path("seeds")]).documents.map { input in
      var document = input.document
      tokenizer.tokenize(&document, layout: input.layout)
      analyzer.analyze(&document)
      return document
    }
  }
}
