internal import Language
internal import SchemaFiles

/// The way from text to trees, with the word lists and the model that it takes.
struct TextAnalysis: Sendable {
  private let tokenizer: Tokenizer
  private let analyzer: EnglishAnalyzer
  /// Counts the bytes that were analyzed.
  let meter = WorkMeter()
  /// Tells the model from others.
  let modelFingerprint: [UInt8]

  /// - Parameters:
  ///   - lists: of the schema.
  ///   - modelPath: nil for the model built in.
  init(lists: [String: [String]], modelPath: String?) throws {
    let weights = try modelPath.map { path throws(ModelError) in try ModelWeights(path: path) } ?? ModelWeights()
    modelFingerprint = weights.fingerprint
    tokenizer = Tokenizer(lexicon: TokenizerLexicon(lists: lists), boundaries: weights.boundaries)
    analyzer = EnglishAnalyzer(weights: weights, lexicon: LemmaLexicon(lists: lists))
  }

  /// Words, sentences and their analysis.
  func analyze(_ document: Document, layout: Tokenizer.Layout) -> Document {
    var document = tokenize(document, layout: layout)
    analyzer.analyze(&document) { meter.add($0) }
    return document
  }

  /// The same of several documents, which is quicker for short ones; each gets what it would get by itself.
  func analyze(_ inputs: [InputDocument]) -> [Document] {
    var documents = inputs.map { tokenize($0.document, layout: $0.layout) }
    analyzer.analyze(&documents) { meter.add($0) }
    return documents
  }

  /// Words and sentences alone.
  func tokenize(_ document: Document, layout: Tokenizer.Layout) -> Document {
    var document = document
    tokenizer.tokenize(&document, layout: layout)
    return document
  }
}
